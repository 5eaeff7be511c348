/// What can go wrong between the product and its database.
package enum StorageFault: Error, Equatable, Sendable {
    /// The folder or server cannot be opened; `reason` is the engine's own text, for the log and the command
    /// line.
    case cannotOpen(place: String, reason: String)
    /// The database was made by a newer version of the product; opening it could destroy what that version
    /// knows.
    case newerSchema(found: Int, known: Int)
    /// A migration that already ran has another content than the one this version carries.
    case changedMigration(version: Int)
    /// A row lacks this column or holds another type in it: a fault of the program.
    case column(String)
    /// A statement failed; `code` is the SQLSTATE or SQLite's extended result code.
    case statement(code: String, reason: String, sql: String)
    /// Lock, deadlock or serialisation failure: the same closure may be run again.
    case tryAgain(code: String)
    /// The connection is gone; nothing of the transaction was committed as far as is known.
    case connectionLost(String)
    /// A rule of the schema refused the row.
    case constraint(code: String, reason: String)

    /// What a log may hold: kind and engine code, never the engine's sentence, which can quote a row.
    package var code: String {
        switch self {
        case .cannotOpen: "kan-niet-openen"
        case .newerSchema: "nieuwer-schema"
        case .changedMigration: "gewijzigd-schema"
        case .column(let name): "kolom \(name)"
        case .statement(let code, _, _): "opdracht \(code)"
        case .tryAgain(let code): "bezet \(code)"
        case .connectionLost: "verbinding-weg"
        case .constraint(let code, _): "schema-weigert \(code)"
        }
    }
}
