import Domain
import Logging
import Storage
import Synchronization

/// Searches for a roster in the background, beside the other work: one takes both cores for as long as somebody
/// wants to wait.
enum RosterWork {
    static let kind = "roster-search"
    static let word = "rooster zoeken"
}

/// What the search says and hears while it runs; it runs on threads of its own.
private final class SearchWatch: Sendable {
    private struct Seen {
        var cost: Int?
        var bound: Int?
        var isStopped = false
    }

    private let seen = Mutex(Seen())

    var isStopped: Bool { seen.withLock { $0.isStopped } }
    var best: (cost: Int?, bound: Int?) { seen.withLock { ($0.cost, $0.bound) } }

    func tell(cost: Int?, bound: Int?) {
        seen.withLock { ($0.cost, $0.bound) = (cost, bound) }
    }

    func stop() {
        seen.withLock { $0.isStopped = true }
    }
}

extension Application {
    /// How long a search may take before another node may take it over; no form asks for longer.
    private static let rosterLeaseMinutes = 30
    private static let rosterIdleSeconds: Int64 = 2
    private static let progressSeconds: Int64 = 1

    /// Runs until it is cancelled. A database that is away for a while stops nothing.
    func runRosterRequests() async {
        while !Task.isCancelled {
            var didSomething = false
            do {
                didSomething = try await runDueRosterRequest(at: now())
            } catch {
                logger.error("Rooster zoeken wacht", metadata: ["fout": "\(type(of: error))"])
            }
            guard !didSomething else { continue }
            do {
                try await Task.sleep(for: .seconds(Self.rosterIdleSeconds))
            } catch {
                // Only cancellation ends the sleep; a search under way comes back when its lease ends.
                return
            }
        }
    }

    /// - Returns: whether there was anything to do.
    func runDueRosterRequest(at now: Instant) async throws -> Bool {
        var random = randomness()
        let lease: ID<WorkClaim> = random.id(at: now)
        let claim = try await storage.write { tx in
            try tx.claimWork(
                kinds: [RosterWork.kind], limit: 1, lease: lease, now: now,
                until: now.adding(minutes: Self.rosterLeaseMinutes))
        }.first
        guard let claim, let id = ID<RosterRequest>(claim.work.key) else { return false }
        let request = try await storage.write { tx in
            try tx.beginRosterRequest(id, at: now)
            return try tx.rosterRequest(id)
        }
        var (outcome, refusal): (RosterOutcome?, String?) = (nil, nil)
        if let request, request.state.isOpen {
            do {
                outcome = try await search(request)
            } catch let found as DutyRefusal {
                refusal = found.sentence
            } catch let error as CancellationError {
                throw error
            } catch {
                logger.error("Rooster zoeken mislukt", metadata: ["fout": "\(type(of: error))"])
                refusal = "Er ging iets mis. Zoek opnieuw; blijft het, meld het dan aan de beheerder."
            }
        }
        let (found, reason, moment) = (outcome, refusal, self.now())
        try await storage.write { tx in
            guard try tx.finishWork(claim) else { return }
            try tx.finishRosterRequest(id, found, refusal: reason, at: moment)
        }
        return true
    }

    private func search(_ request: RosterRequest) async throws -> RosterOutcome {
        let watch = SearchWatch()
        if request.state == .stopping { watch.stop() }
        let question = RosterQuestion(
            lines: request.lines, from: request.firstWeek, weeks: request.weeks,
            seconds: Double(request.seconds), seed: 1, steps: request.steps)
        return try await withThrowingTaskGroup(of: RosterOutcome?.self) { group in
            group.addTask {
                try await generateRoster(
                    question, by: .background(RosterWork.kind),
                    tell: { watch.tell(cost: $0, bound: $1) }, stop: { watch.isStopped })
            }
            group.addTask {
                try await follow(request.id, watch)
                return nil
            }
            defer { group.cancelAll() }
            while let outcome = try await group.next() {
                if let outcome { return outcome }
            }
            throw DutyRefusal.noRoster
        }
    }

    /// Writes down how far the search is, until somebody stops it or it is done.
    private func follow(_ id: ID<RosterRequest>, _ watch: SearchWatch) async throws {
        while !Task.isCancelled {
            let best = watch.best
            let goesOn = try await storage.write { tx in
                try tx.setRosterProgress(id, cost: best.cost, bound: best.bound)
            }
            if !goesOn { return watch.stop() }
            do {
                try await Task.sleep(for: .seconds(Self.progressSeconds))
            } catch {
                // The search is done.
                return
            }
        }
    }
}
