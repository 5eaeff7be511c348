import Storage

extension Transaction {
    private static var secretKeyName: String { "geheimen" }

    /// Nil when nothing was sealed yet.
    ///
    /// - Throws: `KeyFault` when the master key is not at hand.
    func secretBox() throws -> SecretBox? {
        try row("SELECT secret FROM secret_key WHERE name = \(Self.secretKeyName)").map {
            SecretBox(key: try unwrapped(try $0.bytes("secret")))
        }
    }

    func insertSecretKey(_ key: [UInt8]) throws {
        try execute(
            "INSERT INTO secret_key (name, secret) VALUES (\(Self.secretKeyName), \(try wrapped(key)))")
    }
}
