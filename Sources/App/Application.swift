import Delivery
package import Domain
import Foundation
package import Logging
package import Storage
package import Web

/// The product put together: the database, the clock, randomness. Everything else gets what it needs from
/// here.
package struct Application: Sendable {
    package let storage: Storage
    /// Nil for a database whose secrets are under no master key.
    let keyring: Keyring?
    package let logger: Logger
    /// The only clock; tests set their own.
    let now: @Sendable () -> Instant
    /// A fresh source for one operation. A seeded one gives the same ids when a closure is run again.
    let randomness: @Sendable () -> Randomness
    let passwords: PasswordHasher
    /// A proxy with TLS stands in front: cookies only over HTTPS, and the visitor's address is what the proxy
    /// says.
    let isBehindProxy: Bool
    /// The region's own colours; nil for the product's.
    let theme: Theme?
    /// Channels to use instead of those that are set up; for rehearsals and tests.
    let channels: [ChannelKind: any Channel]
    /// Raised by every write after which the alarm engine has something to do.
    let alarmSignal = WakeSignal()
    /// When the engine and the auditor of this process last did their round.
    let pulse = AlarmPulse()
    /// Who watches which deployment in this process.
    let live = LiveDeployments()
    /// What leaves over HTTP.
    let courier = Courier()
    /// What leaves over SMTP: a mail server that hangs holds up no text message.
    let mailCourier = Courier()
    let channelLedger = ChannelLedger()
    let switchboards = SwitchboardMemory()
    /// What makes PDFs of papers.
    let printer: PDFPrinter
    /// For measuring live streams; nil unless the server is started with it.
    let trialStream: TrialStream?

    init(
        storage: Storage, logger: Logger, now: @escaping @Sendable () -> Instant,
        randomness: @escaping @Sendable () -> Randomness, passwordCost: PasswordCost = .standard,
        isBehindProxy: Bool = false, theme: Theme? = nil, keyring: Keyring? = nil,
        channels: [any Channel] = [], hasTrialStream: Bool = false, printer: PDFPrinter = PDFPrinter()
    ) {
        self.printer = printer
        self.storage = storage.unlocked(with: keyring)
        self.keyring = keyring
        self.logger = logger
        self.now = now
        self.randomness = randomness
        passwords = PasswordHasher(cost: passwordCost)
        self.isBehindProxy = isBehindProxy
        self.theme = theme
        trialStream = hasTrialStream ? TrialStream() : nil
        self.channels = Dictionary(channels.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Lets what is under way end, and closes the database.
    package func close() async throws {
        async let gateways: Void = courier.close()
        await mailCourier.close()
        await gateways
        try await noteChannelStatuses()
        try await storage.close()
    }

    /// Opens a database, brings its schema up to date, and unlocks its secrets.
    ///
    /// - Parameter now: the moment written with the schema; the sample gives its own, because it never reads
    ///   the clock.
    /// - Parameter keyFile: where the master keys are; beside the data when nil. PostgreSQL has no such place.
    /// - Parameter keySource: for the first master key; the sample gives its own.
    package static func open(
        _ place: StoragePlace, at now: Instant? = nil, keyFile: String? = nil,
        keySource: Randomness = .system,
        isBehindProxy: Bool = false, theme: Theme? = nil, hasTrialStream: Bool = false,
        printer: PDFPrinter = PDFPrinter()
    ) async throws -> Application {
        let storage = try Storage.open(place)
        let opened = now ?? Instant(Date())
        try await Migrator.migrate(storage, at: opened)
        let keyring = try await Keyring.open(
            storage, path: keyFile ?? place.keyFile, at: opened, randomness: keySource)
        let application = Application(
            storage: storage, logger: .oranje { Instant(Date()) }, now: { Instant(Date()) },
            randomness: { .system }, isBehindProxy: isBehindProxy, theme: theme, keyring: keyring,
            hasTrialStream: hasTrialStream, printer: printer)
        try await application.loadMissingNorms()
        return application
    }
}
