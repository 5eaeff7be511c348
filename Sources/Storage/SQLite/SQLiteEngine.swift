import Foundation
import GRDB

/// SQLite through GRDB: a pool on a folder, or one connection in memory.
struct SQLiteEngine: Engine {
    /// How long a writer waits for another process (a command beside the server) before it is run again.
    private static let busySeconds = 5.0

    private let writer: any DatabaseWriter
    /// The socket beside the file; nil in memory.
    private let wakePath: String?

    var dialect: Dialect { .sqlite }

    init(path: String) throws {
        wakePath = URL(filePath: path).deletingLastPathComponent().appending(path: WakeSocket.fileName).path
        writer = try translatingFaults(sql: "") {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // GRDB sets NORMAL while it opens in WAL mode, which may lose the last commits at a power cut. An
            // alarm that was accepted must not be lost, so every commit waits for the disk (stack.md §10).
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
    }

    init() throws {
        wakePath = nil
        writer = try DatabaseQueue(configuration: Self.configuration)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        return configuration
    }

    func read<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try translatingFaults(sql: "") {
            guard wakePath == nil else {
                return try writer.read {
                    try body(Transaction(SQLiteConnection(database: $0), dialect: .sqlite))
                }
            }
            // In memory there is one connection, so nobody writes meanwhile. GRDB's own read would set
            // `query_only`, after which SQLite compiles every cached statement again.
            return try writer.unsafeRead {
                try body(Transaction(SQLiteConnection(database: $0, mayWrite: false), dialect: .sqlite))
            }
        }
    }

    func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try translatingFaults(sql: "") {
            try writer.writeWithoutTransaction { database in
                var result: Result?
                // IMMEDIATE takes the write lock at once, so that what the closure reads cannot change under
                // it.
                try database.inTransaction(.immediate) {
                    result = try body(Transaction(SQLiteConnection(database: database), dialect: .sqlite))
                    return .commit
                }
                guard let result else { throw StorageFault.connectionLost("geen resultaat") }
                return result
            }
        }
    }

    func wakeOthers(_ reason: WakeReason) throws {
        if let wakePath { WakeSocket.send(reason, to: wakePath) }
    }

    func listen(_ woken: @escaping @Sendable (WakeReason) -> Void) -> WakeListener? {
        wakePath.flatMap { WakeSocket.listen(at: $0, woken) }
    }

    func copy(to path: String) throws {
        try translatingFaults(sql: "") {
            let copy = try DatabaseQueue(path: path)
            try writer.backup(to: copy)
            try copy.close()
        }
    }

    /// Moves the write-ahead log into the database file, so that the one file is the whole region.
    func close() {
        do {
            try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try writer.close()
        } catch {
            // Another process still reads; the log stays beside the file and the next opening finds it.
            // Nothing committed is at stake.
        }
    }
}
