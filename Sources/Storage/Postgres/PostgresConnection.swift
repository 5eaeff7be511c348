import CLibPQ
import Foundation

/// One connection to PostgreSQL. Blocking; used by one thread at a time.
///
/// All values travel as text: libpq's binary form would save a microsecond and cost a table of encodings.
final class PostgresConnection: Connection {
    /// Compiled statements kept per connection; the product has fewer, so nothing is ever thrown out.
    private static let statementsMax = 2000
    /// `PG_DIAG_SQLSTATE`, a C macro that Swift does not import.
    private static let fieldSQLState = Int32(UInt8(ascii: "C"))

    private let handle: OpaquePointer
    private var statementNames: [String: String] = [:]
    private var columnsByStatement: [String: Columns] = [:]

    init(url: String, place: String) throws {
        guard let handle = PQconnectdb(url) else {
            throw StorageFault.cannotOpen(place: place, reason: "geen geheugen")
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = Self.text(PQerrorMessage(handle))
            PQfinish(handle)
            throw StorageFault.cannotOpen(place: place, reason: reason)
        }
        self.handle = handle
        // Notices ("relation exists, skipping") would end up on the standard error of every command.
        // Nothing waits for ever: a node that froze inside a transaction, or a silent network, must not stop
        // the region.
        try runScript(
            """
            SET client_min_messages = warning; SET TIME ZONE 'UTC'; SET lock_timeout = '5s';
            SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '30s'
            """)
    }

    deinit {
        PQfinish(handle)
    }

    func run(_ text: String, _ values: [Value]) throws -> (rows: [Row], changed: Int) {
        let name = try name(ofStatement: text)
        let parameters = values.map(\.postgresText)
        let result = withCStrings(parameters) { pointers in
            PQexecPrepared(handle, name, Int32(values.count), pointers, nil, nil, 0)
        }
        defer { PQclear(result) }
        try check(result, sql: text)
        let changed = Int(Self.text(PQcmdTuples(result))) ?? 0  // empty for statements that change nothing
        return (try rows(of: result, statement: name), changed)
    }

    func runScript(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, sql: text)
    }

    func prepare(_ text: String) throws {
        _ = try name(ofStatement: text)
    }

    /// Waits for a `NOTIFY` on a channel this connection listens to.
    ///
    /// - Returns: the texts of all that have come.
    func notifications(within milliseconds: Int32) throws -> [String] {
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard poll(&socket, 1, milliseconds) > 0 else { return [] }
        guard PQconsumeInput(handle) == 1 else {
            throw StorageFault.connectionLost(Self.text(PQerrorMessage(handle)))
        }
        var texts: [String] = []
        while let notification = PQnotifies(handle) {
            texts.append(Self.text(notification.pointee.extra))
            PQfreemem(notification)
        }
        return texts
    }

    private func name(ofStatement text: String) throws -> String {
        if let name = statementNames[text] { return name }
        if statementNames.count >= Self.statementsMax {
            try runScript("DEALLOCATE ALL")
            statementNames = [:]
            columnsByStatement = [:]
        }
        let name = "s\(statementNames.count)"
        let result = PQprepare(handle, name, text, 0, nil)
        defer { PQclear(result) }
        try check(result, sql: text)
        statementNames[text] = name
        return name
    }

    private func rows(of result: OpaquePointer?, statement: String) throws -> [Row] {
        let columnCount = PQnfields(result)
        guard columnCount > 0 else { return [] }
        let columns =
            columnsByStatement[statement] ?? Columns((0..<columnCount).map { Self.text(PQfname(result, $0)) })
        columnsByStatement[statement] = columns
        let types = (0..<columnCount).map { PQftype(result, $0) }
        return try (0..<PQntuples(result)).map { row in
            let values = try (0..<columnCount).map { column -> Value in
                guard PQgetisnull(result, row, column) == 0 else { return .null }
                return try Value(
                    postgresText: Self.text(PQgetvalue(result, row, column)), type: types[Int(column)])
            }
            return Row(columns: columns, values: values)
        }
    }

    private func check(_ result: OpaquePointer?, sql: String) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: break
        }
        let code = Self.text(PQresultErrorField(result, Self.fieldSQLState))
        let reason = Self.text(result == nil ? PQerrorMessage(handle) : PQresultErrorMessage(result))
        switch code {
        // Serialisation failure, deadlock, lock not available (PostgreSQL manual, appendix A).
        case "40001", "40P01", "55P03": throw StorageFault.tryAgain(code: code)
        // The server is stopping, or the connection broke.
        case "", "57P01", "57P02", "57P03": throw StorageFault.connectionLost(reason)
        case _ where code.hasPrefix("08"): throw StorageFault.connectionLost(reason)
        case _ where code.hasPrefix("23"): throw StorageFault.constraint(code: code, reason: reason)
        default: throw StorageFault.statement(code: code, reason: reason, sql: sql)
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}

/// Calls `body` with C strings that live for its duration; nil stays nil (NULL).
private func withCStrings<Result>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    let copies = texts.map { text in text.map { strdup($0) } ?? nil }
    defer {
        for copy in copies { free(copy) }
    }
    return copies.map { UnsafePointer($0) }.withUnsafeBufferPointer { body($0.baseAddress) }
}

extension Value {
    /// Object ids of the types that our columns and expressions have (`pg_type.dat`).
    private enum TypeID {
        static let bytea: Oid = 17
        static let int8: Oid = 20
        static let int2: Oid = 21
        static let int4: Oid = 23
        static let float4: Oid = 700
        static let float8: Oid = 701
    }

    fileprivate var postgresText: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        case .bytes(let bytes): "\\x" + bytes.hexadecimal
        }
    }

    fileprivate init(postgresText text: String, type: Oid) throws {
        switch type {
        case TypeID.int8, TypeID.int4, TypeID.int2:
            guard let number = Int64(text) else { throw StorageFault.column(text) }
            self = .integer(number)
        case TypeID.float8, TypeID.float4:
            guard let number = Double(text) else { throw StorageFault.column(text) }
            self = .real(number)
        case TypeID.bytea:
            guard let bytes = [UInt8](hexadecimal: text.dropFirst(2)) else {
                throw StorageFault.column("bytea")
            }
            self = .bytes(bytes)
        default:
            self = .text(text)
        }
    }
}

extension [UInt8] {
    /// Two lower-case digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(count * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil when `text` is not pairs of hexadecimal digits.
    package init?(hexadecimal text: some StringProtocol) {
        guard text.utf8.count % 2 == 0 else { return nil }
        self = []
        reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for byte in text.utf8 {
            // A stored file passes here, so no `Character` is made of each digit.
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x57
            case 0x41...0x46: digit = byte - 0x37
            default: return nil
            }
            if let first = high {
                append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
    }
}
