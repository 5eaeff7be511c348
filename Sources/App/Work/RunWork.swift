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

    /// Runs until it is cancelled. A database that is away for a while stops nothing: the next look finds it
    /// back.
    func runWork() async {
        while !Task.isCancelled {
            var didSomething = false
            do {
                try await queueNightlyWork(at: now())
                didSomething = try await runDueWork(at: now())
                didSomething = try await runDueContactTest(at: now()) || didSomething
                didSomething = try await sendQueuedMail(at: now()) || didSomething
                try await noteChannelStatuses()
            } catch {
                logger.error("Achtergrondwerk wacht", metadata: ["error": "\(Self.logText(error))"])
            }
            guard !didSomething else { continue }
            do {
                try await Task.sleep(for: .seconds(Self.idleSeconds))
            } catch {
                // Only cancellation ends the sleep: the server stops, and leased work comes back when its
                // lease ends.
                return
            }
        }
    }

    private static func logText(_ error: any Error) -> String {
        (error as? StorageFault)?.code ?? JSONLog.code(of: error)
    }

    /// - Returns: whether there was anything to do.
    func runDueWork(at now: Instant) async throws -> Bool {
        var random = randomness()
        let lease: ID<WorkClaim> = random.id(at: now)
        let claims = try await storage.write { tx in
            try tx.claimWork(
                kinds: NightlyWork.allCases.map(\.rawValue), limit: 1, lease: lease, now: now,
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
                try NightlyWork(rawValue: claim.work.kind)?.run(claim.work.key, in: &change)
            }
        } catch {
            logger.error(
                "Achtergrondwerk mislukt",
                metadata: [
                    "work": "\(claim.work.kind)", "attempt": "\(claim.work.attempts + 1)",
                    "error": "\(Self.logText(error))",
                ])
            let isLast = claim.work.attempts + 1 >= Self.attemptsMax
            let again = isLast ? nil : now.adding(minutes: 1 << claim.work.attempts)
            _ = try await storage.write { tx in
                try tx.returnWork(claim, error: Self.logText(error), dueAt: again)
            }
        }
    }

    /// Each kind once a night; the key makes it one however many nodes run.
    func queueNightlyWork(at now: Instant) async throws {
        let today = Amsterdam.day(at: now)
        let source = randomness()
        try await storage.write { tx in
            var random = source
            for work in NightlyWork.allCases {
                // The one to come: that of today when its hour has not struck yet.
                let day = now < work.dueAt(today) ? today : today.adding(days: 1)
                try tx.queue(
                    random.id(at: now), kind: work.rawValue, key: day.iso, dueAt: work.dueAt(day), now: now)
            }
        }
    }
}
