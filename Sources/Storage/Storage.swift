import Foundation
import NIOPosix

/// The product's database: SQLite in a folder or PostgreSQL. The only way in and out.
///
/// Closures run on threads of their own, because the cooperative pool has as few threads as the machine has
/// cores and a blocking call there stops everything. A closure may run more than once, so it gets ids and
/// time as arguments and has no effect but on its transaction.
package struct Storage: Sendable {
    /// A closure that keeps meeting locks is given up after this many runs; at some milliseconds each that is
    /// seconds.
    private static let runsMax = 12

    private let engine: any Engine
    private let readers: NIOThreadPool
    private let writers: NIOThreadPool
    /// What wraps the secrets in this database; nil until it is unlocked, and for a database without keys.
    private var keyring: Keyring?

    init(engine: any Engine, readerCount: Int, writerCount: Int) {
        self.engine = engine
        readers = NIOThreadPool(numberOfThreads: readerCount)
        writers = NIOThreadPool(numberOfThreads: writerCount)
        readers.start()
        writers.start()
    }

    package var dialect: Dialect { engine.dialect }

    /// The same database with the keys to its secrets.
    package func unlocked(with keyring: Keyring?) -> Storage {
        var storage = self
        storage.keyring = keyring
        return storage
    }

    /// One consistent view of the database: every read in `body` sees the same moment.
    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await readers.runIfActive { [engine, keyring] in
            try Self.rerunning {
                try engine.read { tx in
                    tx.keyring = keyring
                    return try body(tx)
                }
            }
        }
    }

    /// Writes all of `body` or nothing.
    @discardableResult
    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await writers.runIfActive { [engine, keyring] in
            try Self.rerunning {
                try engine.write { tx in
                    tx.keyring = keyring
                    return try body(tx)
                }
            }
        }
    }

    /// Tells other processes on the same database that something became due: a command beside the server, or
    /// another node. Only a hint: the rows are the truth, and who misses it looks a little later.
    package func wakeOthers(_ reason: WakeReason = .due) async throws {
        try await readers.runIfActive { [engine] in try engine.wakeOthers(reason) }
    }

    /// Calls `woken` when another process says that something became due.
    ///
    /// - Returns: nil where nobody else can be on the database.
    package func listen(_ woken: @escaping @Sendable (WakeReason) -> Void) -> WakeListener? {
        engine.listen(woken)
    }

    /// Copies everything as it is at one moment into an empty folder, which can then be opened as any other;
    /// others may go on writing meanwhile.
    ///
    /// - Throws: `StorageFault.cannotOpen` on PostgreSQL, which has tools of its own for that.
    package func copy(into folder: String) async throws {
        let path = URL(filePath: folder).appending(path: StoragePlace.fileName).path
        try await readers.runIfActive { [engine] in try engine.copy(to: path) }
    }

    /// Lets running closures end and closes the connections.
    package func close() async throws {
        try await readers.shutdownGracefully()
        try await writers.shutdownGracefully()
        engine.close()
    }

    private static func rerunning<Result>(_ body: () throws -> Result) throws -> Result {
        for run in 1..<runsMax {
            do {
                return try body()
            } catch StorageFault.tryAgain {
                // Longer with every run, so that two transactions that block each other fall out of step.
                Thread.sleep(forTimeInterval: Double(run * run) * 0.001)
            }
        }
        return try body()
    }
}

/// How one kind of database runs a transaction; blocking.
protocol Engine: Sendable {
    var dialect: Dialect { get }
    func read<Result>(_ body: (Transaction) throws -> Result) throws -> Result
    func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result
    /// Wakes other processes on the same database; only a hint.
    func wakeOthers(_ reason: WakeReason) throws
    /// Calls `woken`, on a thread of its own, when another process asks for it.
    func listen(_ woken: @escaping @Sendable (WakeReason) -> Void) -> WakeListener?
    /// Writes everything as it is at one moment into a new file.
    func copy(to path: String) throws
    func close()
}
