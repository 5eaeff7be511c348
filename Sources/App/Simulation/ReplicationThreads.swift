import NIOPosix
package import Simulation

/// Replications on threads of their own: they hold a core for seconds and would stop every page on the shared
/// threads.
package struct ReplicationThreads: Sendable {
    package let count: Int
    private let pool: NIOThreadPool

    /// Replications done in one go: long enough to forget the start-up, short enough to stop quickly. Never
    /// depends on the number of threads.
    private static let stretchMin = 500
    private static let stretchesMax = 2000

    package init(count: Int) {
        self.count = count
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    package func stop() async throws {
        try await pool.shutdownGracefully()
    }

    package func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async throws -> Result {
        try await pool.runIfActive { body() }
    }

    /// The same whatever the number of threads.
    ///
    /// - Throws: `CancellationError` within one stretch after the task was cancelled.
    package func tally(
        _ model: StaffingModel, seed: UInt64, replications: Range<Int>
    ) async throws -> ReplicationTally {
        let stretch = max(
            Self.stretchMin, (replications.count + Self.stretchesMax - 1) / Self.stretchesMax)
        return try await withThrowingTaskGroup(of: ReplicationTally.self) { group in
            for start in stride(from: replications.lowerBound, to: replications.upperBound, by: stretch) {
                let stretchOfRun = start..<min(start + stretch, replications.upperBound)
                group.addTask { [pool] in
                    try Task.checkCancellation()
                    return try await pool.runIfActive {
                        ReplicationTally(model, seed: seed, replications: stretchOfRun)
                    }
                }
            }
            var tally = ReplicationTally(model)
            for try await part in group { tally.add(part) }
            return tally
        }
    }
}
