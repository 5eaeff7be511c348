import Foundation
import Synchronization

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
        self.url = Self.withTimeouts(url)
        place = Self.shownPlace(url)
        idle = [try PostgresConnection(url: self.url, place: place)]
    }

    func read<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body)
    }

    /// `NOTIFY` travels with a commit; this one is a transaction by itself, after the one that it tells of.
    func wakeOthers(_ reason: WakeReason) throws {
        try write { tx in try tx.executeScript("NOTIFY oranje, '\(reason.rawValue)'") }
    }

    func listen(_ woken: @escaping @Sendable (WakeReason) -> Void) -> WakeListener? {
        let isStopped = StopFlag()
        Thread.detachNewThread { [url, place] in
            while !isStopped.isSet {
                do {
                    let connection = try PostgresConnection(url: url, place: place)
                    try connection.runScript("LISTEN oranje")
                    // Something may have become due while nobody listened.
                    woken(.due)
                    while !isStopped.isSet {
                        let texts = try connection.notifications(within: Self.listenMilliseconds)
                        let reasons = Set(texts.map { UInt8($0).flatMap(WakeReason.init) ?? .due })
                        for reason in reasons { woken(reason) }
                    }
                } catch {
                    // The server is away; whoever waits looks when their idle wait ends.
                    Thread.sleep(forTimeInterval: Self.reconnectSeconds)
                }
            }
        }
        return WakeListener { isStopped.set() }
    }

    /// How long the listening thread waits on its socket before it sees that it should stop.
    private static let listenMilliseconds: Int32 = 500
    private static let reconnectSeconds = 2.0

    func copy(to path: String) throws {
        throw StorageFault.cannotOpen(
            place: path, reason: "een kopie in een map kan alleen van gegevens in een map (--data)")
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

    /// Server and database for a message: never what stands in the user, password or parameter parts.
    private static func shownPlace(_ url: String) -> String {
        guard let parts = URLComponents(string: url), let host = parts.host else { return "PostgreSQL" }
        return "postgres://\(host)\(parts.port.map { ":\($0)" } ?? "")\(parts.path)"
    }

    /// With limits for opening and for a network that no longer answers, unless the address says otherwise.
    private static func withTimeouts(_ url: String) -> String {
        guard url.contains("://"), !url.contains("connect_timeout") else { return url }
        return url + (url.contains("?") ? "&" : "?") + "connect_timeout=5&tcp_user_timeout=15000"
    }
}

/// Tells a thread to end.
private final class StopFlag: Sendable {
    private let flag = Mutex(false)

    var isSet: Bool { flag.withLock { $0 } }

    func set() {
        flag.withLock { $0 = true }
    }
}
