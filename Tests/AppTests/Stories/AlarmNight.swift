import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// What the stories about nights have in common.
struct AlarmNight {
    let region: TestRegion
    let alarm: ID<Alarm>
    let raisedAt: Instant

    func at(_ minutes: Int) -> Instant { raisedAt.adding(minutes: minutes) }

    func state() async throws -> String? { try await region.status(alarm)?.state }

    /// What a person's progress is worth: told as it stands in the database.
    func callee(_ person: ID<Functionary>) async throws -> Callee? {
        let alarm = alarm
        return try await region.read { tx in
            try tx.alarm(alarm).flatMap { try tx.progress(of: $0).callees[person] }
        }
    }

    /// Lets the engine do everything that is due up to a moment, each at its own time, with every message taken.
    ///
    /// - Returns: what left, with when.
    func run(
        until end: Instant,
        outcome: @escaping @Sendable (OutgoingMessage) -> DeliveryOutcome = { _ in .accepted(reference: "r") }
    ) async throws -> [(at: Instant, message: OutgoingMessage)] {
        var sent: [(at: Instant, message: OutgoingMessage)] = []
        // Where the clock of the engine stands: a run that begins earlier would turn it back.
        let seen = try await region.read { tx in try tx.clockSeen() }
        var now = max(raisedAt, seen)
        while now <= end {
            sent += try await region.deliverAll(at: now, outcome: outcome).map { (now, $0) }
            let alarm = alarm
            let next = try await region.read { tx in
                [try tx.alarm(alarm)?.dueAt, try tx.nextMessageDue()].compactMap(\.self).min()
            }
            guard let next, next <= end else { break }
            // Something due in the past is done in the next round; time only goes forward.
            now = max(next, now.adding(seconds: 1))
        }
        return sent
    }

    /// People of a wave, as they stand in the frozen plan.
    func wave(_ kind: WaveKind) async throws -> [ID<Functionary>] {
        let alarm = alarm
        return try await region.read { tx in
            try tx.audience(of: alarm).filter { $0.kind == kind }.map(\.person)
        }
    }
}
