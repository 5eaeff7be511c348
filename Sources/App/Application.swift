package import Domain
import Foundation
package import Logging
package import Storage
package import Web

/// The product put together: the database, the clock, randomness. Everything else gets what it needs from
/// here.
package struct Application: Sendable {
    package let storage: Storage
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

    init(
        storage: Storage, logger: Logger, now: @escaping @Sendable () -> Instant,
        randomness: @escaping @Sendable () -> Randomness, passwordCost: PasswordCost = .standard,
        isBehindProxy: Bool = false, theme: Theme? = nil
    ) {
        self.storage = storage
        self.logger = logger
        self.now = now
        self.randomness = randomness
        passwords = PasswordHasher(cost: passwordCost)
        self.isBehindProxy = isBehindProxy
        self.theme = theme
    }

    /// Opens a database and brings its schema up to date.
    ///
    /// - Parameter now: the moment written with the schema; the sample gives its own, because it never reads
    ///   the clock.
    package static func open(
        _ place: StoragePlace, at now: Instant? = nil, isBehindProxy: Bool = false, theme: Theme? = nil
    ) async throws -> Application {
        let application = Application(
            storage: try Storage.open(place), logger: .oranje { Instant(Date()) }, now: { Instant(Date()) },
            randomness: { .system }, isBehindProxy: isBehindProxy, theme: theme)
        try await Migrator.migrate(application.storage, at: now ?? application.now())
        try await application.loadMissingNorms()
        return application
    }
}
