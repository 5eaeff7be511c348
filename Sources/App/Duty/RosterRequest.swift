import Domain
import Storage
import Web

/// A search for the best roster, asked from a page and done in the background.
struct RosterRequest: Sendable {
    let id: ID<RosterRequest>
    let lines: [Code<DutyLine>]
    let firstWeek: Day
    let weeks: Int
    let seconds: Int
    /// Most steps of the search, for an answer that is the same every time; nil for as long as there is time.
    let steps: Int?
    let state: State
    /// The best so far, in points; nil while there is none.
    let cost: Int?
    /// No roster costs less, as far as known.
    let bound: Int?
    let roster: ID<Roster>?
    /// Why there is no draft, in Dutch.
    let refusal: String?
    let requestedAt: Instant
    let begunAt: Instant?

    /// The raw value is stored.
    enum State: String, Sendable {
        case waiting, running
        /// Somebody takes what there is.
        case stopping
        case finished, failed

        var isOpen: Bool {
            switch self {
            case .waiting, .running, .stopping: true
            case .finished, .failed: false
            }
        }
    }
}

extension Change {
    /// Searches that may wait or run at once: each takes both cores.
    private static let openMax = 3

    /// Queues a search; a server does it.
    ///
    /// - Throws: `DutyRefusal`.
    mutating func requestRoster(
        lines: [Code<DutyLine>], from day: Day, weeks: Int, seconds: Int, steps: Int? = nil
    ) throws -> ID<RosterRequest> {
        try actor.require(.editRoster)
        guard try tx.dutyPeriod(weekOf: day).interval.start >= now else { throw DutyRefusal.alreadyBegun }
        guard try tx.openRosterRequests() < Self.openMax else { throw DutyRefusal.tooManySearches }
        let request = RosterRequest(
            id: newID(), lines: lines, firstWeek: day.monday, weeks: weeks, seconds: seconds, steps: steps,
            state: .waiting, cost: nil, bound: nil, roster: nil, refusal: nil, requestedAt: now, begunAt: nil)
        try tx.insert(request)
        try tx.queue(newID(), kind: RosterWork.kind, key: request.id.description, dueAt: now, now: now)
        try record(
            JournalEntry(
                "roster.requested", "roster-request", request.id,
                after: [
                    "vanaf": .day(request.firstWeek), "weken": .number(weeks), "seconden": .number(seconds),
                    "lijnen": .text(lines.map(\.text).sorted().joined(separator: " ")),
                ]))
        return request.id
    }

    /// Takes the best roster found until now.
    mutating func stopRosterRequest(_ id: ID<RosterRequest>) throws {
        try actor.require(.editRoster)
        guard let request = try tx.rosterRequest(id) else { throw WebFailure.notFound }
        guard request.state.isOpen, request.state != .stopping else { return }
        try tx.setState(.stopping, ofRequest: id)
        try record(JournalEntry("roster-request.stopped", "roster-request", id))
    }
}
