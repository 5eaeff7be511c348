/// The driver under a transaction; SQLite and PostgreSQL conform.
protocol Connection {
    /// Runs one statement; `changed` is the number of rows it wrote.
    func run(_ text: String, _ values: [Value]) throws -> (rows: [Row], changed: Int)
    /// Runs several statements without values, for migrations.
    func runScript(_ text: String) throws
    /// Compiles a statement without running it, for the test that prepares them all.
    func prepare(_ text: String) throws
}

/// All reads and writes of one database transaction, on one thread. Never escapes the closure it is given to.
package final class Transaction {
    package let dialect: Dialect
    private let connection: any Connection
    /// Set by `Storage` for whoever opened it with keys.
    var keyring: Keyring?

    init(_ connection: any Connection, dialect: Dialect) {
        self.connection = connection
        self.dialect = dialect
    }

    package func rows(_ statement: SQL) throws -> [Row] {
        try connection.run(statement.text, statement.values).rows
    }

    package func row(_ statement: SQL) throws -> Row? {
        try rows(statement).first
    }

    /// - Returns: how many rows were written.
    @discardableResult
    package func execute(_ statement: SQL) throws -> Int {
        try connection.run(statement.text, statement.values).changed
    }

    package func executeScript(_ text: String) throws {
        try connection.runScript(text)
    }

    package func prepare(_ text: String) throws {
        try connection.prepare(text)
    }
}
