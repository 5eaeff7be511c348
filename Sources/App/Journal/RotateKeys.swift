import Domain
import Storage

/// What a rotation did.
package struct KeyRotation: Equatable, Sendable {
    /// Of the new master key; the key itself is in the file only.
    package let keyID: String
    package let rewrapped: Int
}

extension Application {
    /// Puts every secret under a new master key. The old one stays in the file, for older copies of the data.
    ///
    /// - Returns: nil when the database is under no master key.
    package func rotateKeys() async throws -> KeyRotation? {
        guard let keyring else { return nil }
        let now = now()
        let id = try keyring.addKey(at: now, randomness: randomness())
        let count = try await storage.change(
            by: .command("keys rotate"), at: now, randomness: randomness()
        ) { change in
            let count = try keyring.use(id, in: change.tx, at: now)
            try change.record(
                JournalEntry("keys.rotated", "key", id, after: ["persoonssleutels": .number(count)]))
            return count
        }
        return KeyRotation(keyID: id, rewrapped: count)
    }
}
