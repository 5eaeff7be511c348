package import Domain
import Foundation
import Synchronization

/// The master keys that this process knows, read from their file. Another process may have replaced the
/// current key: an id that is not known here is looked up in the file once more.
package final class Keyring: Sendable {
    /// Beside the data, unless another file is given.
    package static let fileName = "sleutels.json"

    private let path: String
    private let known: Mutex<[String: MasterKey]>

    private init(path: String, keys: [MasterKey]) {
        self.path = path
        known = Mutex(Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Opens the keys of a database, and brings a database that had none under one.
    ///
    /// - Parameter path: nil for a database without a file of keys; its secrets then stay as they are.
    /// - Parameter randomness: for the first key.
    /// - Throws: `KeyFault` when the database is under a key that the file does not have.
    package static func open(
        _ storage: Storage, path: String?, at now: Instant, randomness: Randomness
    ) async throws -> Keyring? {
        let current = try await storage.read { tx in try tx.currentMasterKey() }
        guard let path else {
            if let current { throw KeyFault.noFile(id: current.id) }
            return nil
        }
        let isThere = FileManager.default.fileExists(atPath: path)
        if let current {
            guard isThere else { throw KeyFault.missing(path: path, id: current.id) }
            let ring = Keyring(path: path, keys: try KeyFile.read(path).masterKeys)
            guard try ring.key(current.id).unwrap(current.check) == checked else {
                throw KeyFault.wrong(id: current.id)
            }
            return ring
        }
        var file = isThere ? try KeyFile.read(path) : KeyFile(keys: [])
        if file.masterKeys.isEmpty {
            file = KeyFile(keys: [newEntry(at: now, randomness)])
            try file.write(path)
        }
        guard let key = file.masterKeys.last else {
            throw KeyFault.unreadable(path: path, reason: "geen sleutels")
        }
        let ring = Keyring(path: path, keys: file.masterKeys)
        try await storage.write { tx in
            // Another process may have been first, with the same file.
            if try tx.currentMasterKey() == nil { try ring.rewrap(tx, under: key, at: now) }
        }
        return ring
    }

    /// Makes a new key, in the file first: whatever happens after that, nothing is under a key that no file
    /// has.
    ///
    /// - Returns: its id, for `use`.
    package func addKey(at now: Instant, randomness: Randomness) throws -> String {
        var file = try KeyFile.read(path)
        let entry = Self.newEntry(at: now, randomness)
        file.keys.append(entry)
        try file.write(path)
        return entry.id
    }

    /// Puts everything under the key of that id.
    ///
    /// - Returns: how many secrets were wrapped anew.
    package func use(_ id: String, in tx: Transaction, at now: Instant) throws -> Int {
        try rewrap(tx, under: try key(id), at: now)
    }

    /// Wraps under the database's current key, whichever process made that.
    func wrap(_ secret: [UInt8], in tx: Transaction) throws -> [UInt8] {
        guard let current = try tx.currentMasterKey() else { return secret }
        return try key(current.id).wrap(secret)
    }

    func unwrap(_ stored: [UInt8]) throws -> [UInt8] {
        guard let id = MasterKey.id(of: stored) else { return stored }
        return try key(id).unwrap(stored)
    }

    private func key(_ id: String) throws(KeyFault) -> MasterKey {
        if let key = known.withLock({ $0[id] }) { return key }
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path, id: id) }
        let keys = try KeyFile.read(path).masterKeys
        known.withLock { known in
            for key in keys { known[key.id] = key }
        }
        guard let key = keys.first(where: { $0.id == id }) else { throw .unknown(id: id) }
        return key
    }

    @discardableResult
    private func rewrap(_ tx: Transaction, under key: MasterKey, at now: Instant) throws -> Int {
        try tx.retireMasterKeys(at: now)
        try tx.insertMasterKey(key.id, check: try key.wrap(Self.checked), at: now)
        let stored = try tx.storedPersonSecrets()
        for (person, secret) in stored {
            try tx.replacePersonSecret(try key.wrap(try unwrap(secret)), of: person)
        }
        let keys = try tx.storedSecretKeys()
        for (name, secret) in keys {
            try tx.replaceSecretKey(try key.wrap(try unwrap(secret)), named: name)
        }
        return stored.count + keys.count
    }

    /// What every key wraps to show later that it is the same key.
    private static let checked = [UInt8](repeating: 0x4F, count: MasterKey.bytesCount)

    private static func newEntry(at now: Instant, _ randomness: Randomness) -> KeyFile.Entry {
        var randomness = randomness
        let id = randomness.bytes(8).hexadecimal
        let key = Data(randomness.bytes(MasterKey.bytesCount)).base64EncodedString()
        return KeyFile.Entry(id: id, key: key, madeAt: now.iso8601)
    }
}

extension Transaction {
    /// A secret as it is to be stored: under the master key, when the database has one.
    ///
    /// - Throws: `KeyFault.noFile` when this process was opened without the keys.
    package func wrapped(_ secret: [UInt8]) throws -> [UInt8] {
        if let keyring { return try keyring.wrap(secret, in: self) }
        if let current = try currentMasterKey() { throw KeyFault.noFile(id: current.id) }
        return secret
    }

    /// A stored secret as it was before it was wrapped.
    package func unwrapped(_ stored: [UInt8]) throws -> [UInt8] {
        if let keyring { return try keyring.unwrap(stored) }
        if let id = MasterKey.id(of: stored) { throw KeyFault.noFile(id: id) }
        return stored
    }

    /// How many secrets cannot be read with the keys at hand.
    package func unreadablePersonSecrets() throws -> Int {
        try storedPersonSecrets().count { _, stored in
            do {
                return try unwrapped(stored).isEmpty
            } catch is KeyFault {
                return true
            }
        }
    }
}

extension Transaction {
    fileprivate func currentMasterKey() throws -> (id: String, check: [UInt8])? {
        try row("SELECT id, check_value FROM master_key WHERE retired_at IS NULL")
            .map { (try $0.text("id"), try $0.bytes("check_value")) }
    }

    fileprivate func retireMasterKeys(at now: Instant) throws {
        try execute("UPDATE master_key SET retired_at = \(now) WHERE retired_at IS NULL")
    }

    /// A key that was in use before can come back.
    fileprivate func insertMasterKey(_ id: String, check: [UInt8], at now: Instant) throws {
        try execute(
            """
            INSERT INTO master_key (id, check_value, used_from) VALUES (\(id), \(check), \(now))
            ON CONFLICT (id) DO UPDATE SET retired_at = NULL
            """)
    }

    fileprivate func storedPersonSecrets() throws -> [(person: String, secret: [UInt8])] {
        try rows("SELECT person, secret FROM person_key WHERE secret IS NOT NULL ORDER BY person")
            .map { (try $0.text("person"), try $0.bytes("secret")) }
    }

    fileprivate func storedSecretKeys() throws -> [(name: String, secret: [UInt8])] {
        try rows("SELECT name, secret FROM secret_key ORDER BY name")
            .map { (try $0.text("name"), try $0.bytes("secret")) }
    }

    fileprivate func replaceSecretKey(_ secret: [UInt8], named name: String) throws {
        try execute("UPDATE secret_key SET secret = \(secret) WHERE name = \(name)")
    }

    fileprivate func replacePersonSecret(_ secret: [UInt8], of person: String) throws {
        try execute("UPDATE person_key SET secret = \(secret) WHERE person = \(person)")
    }
}
