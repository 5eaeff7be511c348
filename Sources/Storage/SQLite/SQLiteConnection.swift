import Foundation
import GRDB

/// Our statements on GRDB's connection. Statements are compiled once per connection (GRDB's cache).
struct SQLiteConnection: Connection {
    let database: Database
    /// False where SQLite itself would not refuse a write in a read.
    var mayWrite = true

    func run(_ text: String, _ values: [Value]) throws -> (rows: [Row], changed: Int) {
        try translatingFaults(sql: text) {
            let statement = try database.cachedStatement(sql: text)
            guard mayWrite || statement.isReadonly else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
            let arguments = StatementArguments(values.map(\.databaseValue))
            guard statement.columnCount > 0 else {
                try statement.execute(arguments: arguments)
                return ([], database.changesCount)
            }
            let columns = Columns(statement.columnNames)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            var rows: [Row] = []
            while let row = try cursor.next() {
                // By place: as a collection GRDB's row makes a text of every column's name too.
                let values = (0..<columns.names.count).map { index in
                    Value(row[index] as DatabaseValue)
                }
                rows.append(Row(columns: columns, values: values))
            }
            return (rows, database.changesCount)
        }
    }

    func runScript(_ text: String) throws {
        try translatingFaults(sql: text) {
            guard mayWrite else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
            try database.execute(sql: text)
        }
    }

    func prepare(_ text: String) throws {
        try translatingFaults(sql: text) { _ = try database.makeStatement(sql: text) }
    }
}

/// Gives every error of GRDB our own name, once.
func translatingFaults<Result>(sql: String, _ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as DatabaseError {
        let code = "\(error.extendedResultCode.rawValue)"
        let reason = error.message ?? "SQLite \(code)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: throw StorageFault.tryAgain(code: code)
        case .SQLITE_CONSTRAINT: throw StorageFault.constraint(code: code, reason: reason)
        default: throw StorageFault.statement(code: code, reason: reason, sql: sql)
        }
    }
}

extension Value {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let bytes): self = .bytes([UInt8](bytes))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
