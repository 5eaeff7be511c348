import Storage

extension Transaction {
    private static var boxName: String { "geheimen" }

    /// Nil when nothing was sealed yet.
    ///
    /// - Throws: `KeyFault` when the master key is not at hand.
    func secretBox() throws -> SecretBox? {
        try secretKey(Self.boxName).map(SecretBox.init)
    }

    func insertSecretBoxKey(_ key: [UInt8]) throws {
        try insertSecretKey(Self.boxName, key)
    }

    /// A key of the key store; nil when it was not made yet.
    ///
    /// - Throws: `KeyFault` when the master key is not at hand.
    func secretKey(_ name: String) throws -> [UInt8]? {
        try row("SELECT secret FROM secret_key WHERE name = \(name)").map { row in
            try unwrapped(try row.bytes("secret"))
        }
    }

    func insertSecretKey(_ name: String, _ key: [UInt8]) throws {
        try execute("INSERT INTO secret_key (name, secret) VALUES (\(name), \(try wrapped(key)))")
    }
}
