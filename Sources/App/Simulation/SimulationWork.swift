import Domain
import Foundation
import Logging
import Simulation
import Storage

/// Simulations in the background, beside the other work: one takes seconds, and may not hold up a night's
/// proof.
enum SimulationWork {
    static let kind = "simulation"
    static let word = "inzet doorrekenen"
}

extension Application {
    /// Longest sleep between two looks.
    private static let simulationIdleSeconds: Int64 = 2

    /// Runs until it is cancelled. A database that is away for a while stops nothing.
    func runSimulations() async {
        while !Task.isCancelled {
            var didSomething = false
            do {
                didSomething = try await runDueSimulation(at: now())
            } catch {
                logger.error("Doorrekenen wacht", metadata: ["fout": "\(type(of: error))"])
            }
            guard !didSomething else { continue }
            do {
                try await Task.sleep(for: .seconds(Self.simulationIdleSeconds))
            } catch {
                // Only cancellation ends the sleep: the server stops, and a run that was under way comes
                // back when its lease ends.
                return
            }
        }
    }

    /// - Returns: whether there was anything to do.
    func runDueSimulation(at now: Instant) async throws -> Bool {
        var random = randomness()
        let lease: ID<WorkClaim> = random.id(at: now)
        let claim = try await storage.write { tx in
            try tx.claimWork(
                kinds: [SimulationWork.kind], limit: 1, lease: lease, now: now,
                until: now.adding(seconds: HeldWork.leaseSeconds))
        }.first
        guard let claim, let id = ID<SimulationRun>(claim.work.key) else { return false }
        let asked = try await storage.read { tx in
            (run: try tx.simulation(id), pool: try tx.simulationPool(id))
        }
        var state = SimulationRun.State.failed
        var report: SimulationReport?
        if let run = asked.run, let pool = asked.pool, run.state.isOpen {
            do {
                report = try await holding(claim) { [self] in try await simulate(id, run.request, pool) }
                state = .finished
            } catch SimulationFault.stopped {
                state = .cancelled
            } catch let error as CancellationError {
                throw error
            } catch {
                logger.error("Doorrekenen mislukt", metadata: ["fout": "\(type(of: error))"])
            }
        }
        try await finish(claim, id, state, report)
        return true
    }

    private func simulate(
        _ id: ID<SimulationRun>, _ request: SimulationRequest, _ pool: StaffingPool
    ) async throws -> SimulationReport {
        // One core stays free for pages.
        let threads = ReplicationThreads(count: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
        let storage = storage
        let result: Result<SimulationReport, any Error>
        do {
            try await Self.show(id, done: 0, in: storage)
            result = .success(
                try await DesignRun(request, pool, threads).report { done in
                    try await Self.show(id, done: done, in: storage)
                })
        } catch {
            result = .failure(error)
        }
        try await threads.stop()
        return try result.get()
    }

    /// Says how far it is; throws `stopped` when somebody stopped it.
    private static func show(_ id: ID<SimulationRun>, done: Int, in storage: Storage) async throws {
        let isOpen = try await storage.write { tx in try tx.setSimulationProgress(id, done: done) }
        guard isOpen else { throw SimulationFault.stopped }
    }

    private func finish(
        _ claim: WorkClaim, _ id: ID<SimulationRun>, _ state: SimulationRun.State, _ report: SimulationReport?
    ) async throws {
        let moment = now()
        try await storage.change(
            by: .background(SimulationWork.kind), at: moment, randomness: randomness()
        ) { change in
            guard try change.tx.finishWork(claim) else { return }
            guard try change.tx.finishSimulation(id, state, report: report, at: moment) else { return }
            try change.record(
                JournalEntry(
                    "simulation.\(state == .finished ? "finished" : "failed")", "simulation", id,
                    after: ["controlegetal": .text(report?.comparison.designs.first?.checksum ?? "")]))
        }
    }
}
