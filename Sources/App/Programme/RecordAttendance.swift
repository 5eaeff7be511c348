import Domain
import Storage
import Web

/// What was said about who came cannot be so; nothing was saved.
struct AttendanceRefusal: Error {
    let faults: [(person: ID<Functionary>?, fault: AttendanceFault)]
}

extension Change {
    /// Writes down who came, for how long and with what result, and what of it counts towards competence.
    /// People about whom nothing is said stay as they were.
    ///
    /// - Parameter isFinal: the list is finished; something is then known of everybody with a place.
    /// - Throws: `AttendanceRefusal` with every fault.
    mutating func recordAttendance(
        _ said: [ID<Functionary>: Attendance], at id: ID<ActivitySession>, isFinal: Bool
    ) throws {
        let (session, activity) = try plannedSession(id)
        let enrolments = try tx.enrolments(of: id)
        let byPerson = Dictionary(uniqueKeysWithValues: enrolments.map { ($0.person, $0) })
        var faults = said.sorted { $0.key < $1.key }.compactMap { person, attendance in
            attendance.fault(of: byPerson[person], at: session, of: activity, now: now).map {
                (person: Optional(person), fault: $0)
            }
        }
        if isFinal, faults.isEmpty { faults = unfinished(enrolments, said, activity) }
        if isFinal, said.isEmpty, !session.hasBegun(at: now) {
            faults = [(nil, .notBegun(at: session.interval.start))]
        }
        guard faults.isEmpty else { throw AttendanceRefusal(faults: faults) }
        for before in enrolments {
            guard let attendance = said[before.person], attendance != before.attendance else { continue }
            var after = before
            after.attendance = attendance
            try tx.update(after)
            try record(
                JournalEntry(
                    "attendance.recorded", "enrolment", before.id, before: before.journalState,
                    after: after.journalState))
            try count(after, session, activity)
        }
        guard isFinal, session.closedAt == nil else { return }
        guard try tx.update(session.with(closedAt: now)) else { throw WebFailure.changedMeanwhile }
        try record(JournalEntry("attendance.finished", "session", id, after: ["op": .text(now.iso8601)]))
    }

    /// Opens a finished list again, to mend it.
    mutating func reopenAttendance(at id: ID<ActivitySession>) throws {
        let (session, _) = try plannedSession(id)
        guard session.closedAt != nil else { return }
        guard try tx.update(session.with(closedAt: nil)) else { throw WebFailure.changedMeanwhile }
        try record(
            JournalEntry(
                "attendance.reopened", "session", id,
                before: ["op": .text(session.closedAt?.iso8601 ?? "")]))
    }

    /// Competence reads this fact; what no longer counts is taken back.
    private mutating func count(
        _ enrolment: Enrolment, _ session: ActivitySession, _ activity: Activity
    ) throws {
        let source = PerformedActivity.Source(.session, key: session.id.description)
        guard let attendance = enrolment.attendance, attendance.counts(hasResult: activity.hasResult) else {
            return try withdrawActivity(from: source, of: enrolment.person)
        }
        try recordActivity(
            ActivityDraft(
                person: enrolment.person, kind: activity.kind, functions: Set(activity.functions),
                day: Amsterdam.day(at: session.interval.start), minutes: attendance.minutes,
                title: activity.title),
            from: source)
    }

    private func unfinished(
        _ enrolments: [Enrolment], _ said: [ID<Functionary>: Attendance], _ activity: Activity
    ) -> [(person: ID<Functionary>?, fault: AttendanceFault)] {
        enrolments.filter { $0.state == .placed }.compactMap { enrolment in
            guard let attendance = said[enrolment.person] ?? enrolment.attendance else {
                return (enrolment.person, .unsaid)
            }
            let isMissing = activity.hasResult && attendance.presence == .present && attendance.result == nil
            return isMissing ? (enrolment.person, .resultMissing) : nil
        }
    }

    /// What somebody who was there thought of it; the first word counts until the last.
    mutating func giveOpinion(_ opinion: SessionOpinion, of id: ID<ActivitySession>) throws {
        guard case .account(let signedIn) = actor, let person = signedIn.person, signedIn.may(.seeOwn) else {
            throw WebFailure.forbidden
        }
        let enrolment = try tx.enrolments(of: id).first { $0.person == person }
        guard let enrolment, enrolment.attendance?.presence == .present else { throw WebFailure.notFound }
        try tx.save(opinion, of: enrolment.id)
        // Who thought what is not for the journal: an honest word needs that.
        try record(JournalEntry("opinion.given", "session", id))
    }
}
