/// The few places where SQLite and PostgreSQL are spelled differently, named for their intent.
package enum Dialect: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// Keeps other writers from the selected row until the end of the transaction. SQLite's `BEGIN IMMEDIATE`
    /// already did.
    package var forUpdate: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE"
        }
    }

    /// Takes the selected rows that no other node is working on.
    package var forUpdateSkipLocked: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// Keeps others from changing the selected rows until the end of the transaction, while they may be read.
    package var forShare: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR SHARE"
        }
    }

    /// The column type behind a type token of a migration (`{integer}` …); nil for an unknown token.
    func columnType(_ token: String) -> String? {
        switch (token, self) {
        case ("integer", .sqlite), ("money", .sqlite): "INTEGER"
        case ("integer", .postgres), ("money", .postgres): "BIGINT"
        case ("text", .sqlite): "TEXT"
        case ("text", .postgres): "TEXT COLLATE \"C\""
        case ("real", .sqlite): "REAL"
        case ("real", .postgres): "DOUBLE PRECISION"
        case ("bytes", .sqlite): "BLOB"
        case ("bytes", .postgres): "BYTEA"
        // SQLite checks types only in a STRICT table.
        case ("strict", .sqlite): "STRICT"
        case ("strict", .postgres): ""
        default: nil
        }
    }
}

extension Dialect {
    /// Whether a column holds a text, byte for byte; both are folded before. `LIKE` folds differently on the
    /// two engines.
    package func holds(_ column: StaticString, _ text: String) -> SQL {
        let column = SQL(stringLiteral: "\(column)")
        return switch self {
        case .sqlite: "instr(\(sql: column), \(text)) > 0"
        case .postgres: "strpos(\(sql: column), \(text)) > 0"
        }
    }
}
