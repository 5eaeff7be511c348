import Domain
import Storage
import Web

/// A session that cannot be so; nothing was saved.
struct SessionRefusal: Error {
    let faults: [SessionFault]
}

extension Change {
    /// Plans a session, and the same one every week through `last`.
    ///
    /// - Parameter isRecord: it was held already and is written down afterwards.
    /// - Throws: `SessionRefusal` with every fault.
    mutating func planSession(
        _ session: ActivitySession, weeklyThrough last: Day? = nil, isRecord: Bool = false
    ) throws {
        try actor.require(.editProgramme)
        var faults = session.faults(before: nil, placed: 0, isRecord: isRecord, at: now)
        let repeats = last.map { session.weekly(through: $0) } ?? []
        if let last, last < Amsterdam.day(at: session.interval.start) {
            faults.append(.repeatsEndBeforeStart)
        }
        if repeats.count >= ActivitySession.repeatsMax {
            faults.append(.tooManyRepeats(max: ActivitySession.repeatsMax))
        }
        guard faults.isEmpty else { throw SessionRefusal(faults: faults) }
        _ = try activity(of: session)
        try add(session)
        for interval in repeats {
            let days =
                Amsterdam.day(at: interval.start).daysSince1970
                - Amsterdam.day(at: session.interval.start).daysSince1970
            try add(
                ActivitySession(
                    id: newID(), activity: session.activity, interval: interval, place: session.place,
                    leader: session.leader, capacity: session.capacity, cost: session.cost,
                    enrolThrough: session.enrolThrough?.adding(days: days)))
        }
    }

    private mutating func add(_ session: ActivitySession) throws {
        try tx.insert(session)
        try record(JournalEntry("session.planned", "session", session.id, after: session.journalState))
    }

    /// Changes a session. Everybody with a place hears of another time or place; people move up when there are
    /// more places.
    ///
    /// - Throws: `SessionRefusal` with every fault.
    mutating func changeSession(_ draft: ActivitySession, isRecord: Bool = false) throws {
        let (before, activity) = try plannedSession(draft.id)
        let enrolments = try tx.enrolments(of: draft.id)
        let faults = draft.faults(
            before: before, placed: enrolments.count { $0.state == .placed }, isRecord: isRecord, at: now)
        guard faults.isEmpty else { throw SessionRefusal(faults: faults) }
        let isMoved = draft.interval != before.interval || draft.place != before.place
        let after = ActivitySession(
            id: before.id, activity: before.activity, interval: draft.interval, place: draft.place,
            leader: draft.leader, capacity: draft.capacity, cost: draft.cost,
            enrolThrough: draft.enrolThrough,
            evaluation: before.evaluation, sequence: before.sequence + (isMoved ? 1 : 0),
            version: draft.version)
        guard try tx.update(after) else { throw WebFailure.changedMeanwhile }
        try record(
            JournalEntry(
                "session.changed", "session", before.id, before: before.journalState,
                after: after.journalState))
        if isMoved, !after.hasBegun(at: now) {
            for enrolment in enrolments where enrolment.state == .placed {
                try tell(enrolment, .changed, after, activity)
            }
        }
        try moveUp(after, activity)
    }

    /// Calls a session off. Everybody on the list hears why; the list stays as it was.
    mutating func cancelSession(_ id: ID<ActivitySession>, reason: String, version: Int) throws {
        let (before, activity) = try plannedSession(id)
        if before.isCancelled { throw SessionRefusal(faults: [.alreadyCancelled]) }
        if before.closedAt != nil { throw SessionRefusal(faults: [.alreadyClosed]) }
        let after = ActivitySession(
            id: before.id, activity: before.activity, interval: before.interval, place: before.place,
            leader: before.leader, capacity: before.capacity, cost: before.cost,
            enrolThrough: before.enrolThrough,
            cancellation: ActivitySession.Cancellation(at: now, reason: reason),
            evaluation: before.evaluation,
            sequence: before.sequence + 1, version: version)
        guard try tx.update(after) else { throw WebFailure.changedMeanwhile }
        try record(
            JournalEntry(
                "session.cancelled", "session", id, before: before.journalState,
                after: after.journalState.merging(["reden": .text(reason)]) { $1 }))
        for enrolment in try tx.enrolments(of: id) where enrolment.state != .withdrawn {
            try tell(enrolment, .cancelled(reason: reason), after, activity)
        }
    }

    /// Writes down what went well and what did not.
    mutating func evaluateSession(_ id: ID<ActivitySession>, text: String, version: Int) throws {
        let (before, _) = try plannedSession(id)
        guard try tx.update(before.with(evaluation: text, version: version)) else {
            throw WebFailure.changedMeanwhile
        }
        try record(
            JournalEntry(
                "session.evaluated", "session", id, before: ["evaluatie": .text(before.evaluation)],
                after: ["evaluatie": .text(text)]))
    }

    /// - Throws: `WebFailure.notFound` when there is no such session.
    func plannedSession(_ id: ID<ActivitySession>) throws -> (ActivitySession, Activity) {
        try actor.require(.editProgramme)
        guard let session = try tx.activitySession(id) else { throw WebFailure.notFound }
        return (session, try activity(of: session))
    }

    func activity(of session: ActivitySession) throws -> Activity {
        guard let activity = try tx.activities().first(where: { $0.id == session.activity }) else {
            throw WebFailure.notFound
        }
        return activity
    }
}

extension ActivitySession {
    func with(evaluation: String, version: Int) -> ActivitySession {
        ActivitySession(
            id: id, activity: activity, interval: interval, place: place, leader: leader, capacity: capacity,
            cost: cost, enrolThrough: enrolThrough, cancellation: cancellation, closedAt: closedAt,
            evaluation: evaluation, sequence: sequence, version: version)
    }

    func with(closedAt: Instant?) -> ActivitySession {
        ActivitySession(
            id: id, activity: activity, interval: interval, place: place, leader: leader, capacity: capacity,
            cost: cost, enrolThrough: enrolThrough, cancellation: cancellation, closedAt: closedAt,
            evaluation: evaluation, sequence: sequence, version: version)
    }

    fileprivate var journalState: [String: JournalValue] {
        [
            "activiteit": .text(activity.description), "van": .text(interval.start.iso8601),
            "tot": .text(interval.end.iso8601), "plaats": .text(place), "leiding": .text(leader),
            "plaatsen": capacity.map { .number($0) } ?? .none, "kosten in centen": .number(Int(cost.cents)),
            "inschrijven tot en met": .day(enrolThrough),
        ]
    }
}
