import Foundation

/// PostgreSQL through libpq: a stack of connections, each in use by one thread at a time.
///
/// Writes run at READ COMMITTED: every journalled write first takes the lock row, and what it reads after
/// that is the state its predecessor left. Reads run at REPEATABLE READ, so that a page sees one moment.
final class PostgresEngine: Engine {
    private let url: String
    private let place: String
    private let lock = NSLock()
    // Guarded by `lock`; a connection is in this list only while no thread uses it.
    private nonisolated(unsafe) var idle: [PostgresConnection] = []

    var dialect: Dialect { .postgres }

    /// - Throws: `StorageFault.cannotOpen` when the server does not answer, without the password in the text.
    init(url: String) throws {
        self.url = url
        place = Self.withoutPassword(url)
        idle = [try PostgresConnection(url: url, place: place)]
    }

    func read<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body)
    }

    func close() {
        lock.withLock { idle = [] }
    }

    private func transaction<Result>(_ begin: String, _ body: (Transaction) throws -> Result) throws -> Result
    {
        let connection = try takeConnection(begin)
        do {
            let result = try body(Transaction(connection, dialect: .postgres))
            try connection.runScript("COMMIT")
            lock.withLock { idle.append(connection) }
            return result
        } catch {
            rollBack(connection)
            throw error
        }
    }

    /// An idle connection may have died since (a restart of the server); before anything was sent it is safe
    /// to take another.
    private func takeConnection(_ begin: String) throws -> PostgresConnection {
        while let connection = lock.withLock({ idle.popLast() }) {
            do {
                try connection.runScript(begin)
                return connection
            } catch StorageFault.connectionLost {
                continue
            }
        }
        let connection = try PostgresConnection(url: url, place: place)
        try connection.runScript(begin)
        return connection
    }

    private func rollBack(_ connection: PostgresConnection) {
        do {
            try connection.runScript("ROLLBACK")
            lock.withLock { idle.append(connection) }
        } catch {
            // The connection is dropped and the server rolls back by itself; the first error is the one that
            // tells why.
        }
    }

    private static func withoutPassword(_ url: String) -> String {
        guard let at = url.lastIndex(of: "@"), let scheme = url.range(of: "://") else { return url }
        let user = url[scheme.upperBound..<at].prefix { $0 != ":" }
        return "\(url[..<scheme.upperBound])\(user)\(url[at...])"
    }
}
