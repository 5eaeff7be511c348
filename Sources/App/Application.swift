package import Domain
import Foundation
package import Logging
package import Storage

/// The product put together: the database, the clock, randomness. Everything else gets what it needs from
/// here.
package struct Application: Sendable {
    package let storage: Storage
    package let logger: Logger
    /// The only clock; tests set their own.
    let now: @Sendable () -> Instant
    /// A fresh source for one operation, so that a closure that is run again makes the same ids.
    let randomness: @Sendable () -> Randomness
    let passwords: PasswordHasher
    /// Cookies only over HTTPS; off when the server listens on loopback without a proxy in front.
    let secureCookies: Bool

    init(
        storage: Storage, logger: Logger, now: @escaping @Sendable () -> Instant,
        randomness: @escaping @Sendable () -> Randomness, passwordCost: PasswordCost = .standard,
        secureCookies: Bool = false
    ) {
        self.storage = storage
        self.logger = logger
        self.now = now
        self.randomness = randomness
        passwords = PasswordHasher(cost: passwordCost)
        self.secureCookies = secureCookies
    }

    /// Opens a database and brings its schema up to date.
    ///
    /// - Parameter now: the moment written with the schema; the sample gives its own, because it never reads
    ///   the clock.
    package static func open(
        _ place: StoragePlace, at now: Instant? = nil, secureCookies: Bool = false
    ) async throws -> Application {
        let application = Application(
            storage: try Storage.open(place), logger: Logger(label: "oranje"), now: { Instant(Date()) },
            randomness: { .system }, secureCookies: secureCookies)
        try await Migrator.migrate(application.storage, at: now ?? application.now())
        return application
    }
}
