import Domain
import Logging
import Storage

/// Work that takes as long as it takes: its lease is short and renewed, so that what a server was doing when it
/// died is taken up by another, or by itself after a restart, within a minute.
enum HeldWork {
    static let leaseSeconds = 60
    fileprivate static let renewSeconds: Int64 = 20
}

extension Application {
    /// Runs `body` while the lease of its work is renewed. Whether the lease was kept shows when the work is
    /// finished.
    func holding<Result: Sendable>(
        _ claim: WorkClaim, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                await renew(claim)
                return nil
            }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let result = ended { return result }
            }
            throw CancellationError()
        }
    }

    /// Until it is cancelled or another has the work. A database that is away for a while is asked again.
    private func renew(_ claim: WorkClaim) async {
        while true {
            do {
                try await Task.sleep(for: .seconds(HeldWork.renewSeconds))
            } catch {
                // Only cancellation ends the sleep: the work is done.
                return
            }
            do {
                let until = now().adding(seconds: HeldWork.leaseSeconds)
                guard try await storage.write({ tx in try tx.renewWork(claim, until: until) }) else { return }
            } catch {
                let code = (error as? StorageFault)?.code ?? JSONLog.code(of: error)
                logger.error(
                    "Werk niet verlengd", metadata: ["work": "\(claim.work.kind)", "error": "\(code)"])
            }
        }
    }
}
