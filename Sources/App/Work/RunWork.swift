import Domain
import Logging
import Storage

/// The background work of one node: takes what is due, does it, and looks again.
extension Application {
    /// How long a piece may take before another node may take it over.
    private static let leaseMinutes = 10
    /// Longest sleep between two looks, so that work queued by another process is seen.
    private static let idleSeconds: Int64 = 20
    private static let attemptsMax = 5

    func runWork() async throws {
        do {
            while !Task.isCancelled {
                try await queueNightlyWork(at: now())
                let didSomething = try await runDueWork(at: now())
                if !didSomething { try await Task.sleep(for: .seconds(Self.idleSeconds)) }
            }
        } catch is CancellationError {
            // The server stops; leased work comes back when its lease ends.
        }
    }

    /// - Returns: whether there was anything to do.
    func runDueWork(at now: Instant) async throws -> Bool {
        var random = randomness()
        let lease: ID<WorkClaim> = random.id(at: now)
        let claims = try await storage.write { tx in
            try tx.claimWork(
                kinds: [NightlyProof.kind], limit: 1, lease: lease, now: now,
                until: now.adding(minutes: Self.leaseMinutes))
        }
        for claim in claims { try await run(claim, at: now) }
        return !claims.isEmpty
    }

    private func run(_ claim: WorkClaim, at now: Instant) async throws {
        do {
            let source = randomness()
            try await storage.change(by: .background(claim.work.kind), at: now, randomness: source) {
                change in
                guard try change.tx.finishWork(claim) else { return }
                try change.recordNightlyProof(for: claim.work.key)
            }
        } catch {
            logger.error(
                "Achtergrondwerk mislukt", metadata: ["werk": "\(claim.work.kind)", "fout": "\(error)"])
            let isLast = claim.work.attempts + 1 >= Self.attemptsMax
            let again = isLast ? nil : now.adding(minutes: 1 << claim.work.attempts)
            _ = try await storage.write { tx in
                try tx.returnWork(claim, error: "\(error)", dueAt: again)
            }
        }
    }

    /// One proof a night, due at 03:30 on the clock of Amsterdam; the key makes it one however many nodes
    /// run.
    func queueNightlyWork(at now: Instant) async throws {
        var random = randomness()
        let id: ID<Work> = random.id(at: now)
        let tomorrow = Amsterdam.day(at: now).adding(days: 1)
        try await storage.write { tx in
            try tx.queue(
                id, kind: NightlyProof.kind, key: tomorrow.iso,
                dueAt: Amsterdam.instant(tomorrow, hour: NightlyProof.hour, minute: NightlyProof.minute),
                now: now)
        }
    }
}
