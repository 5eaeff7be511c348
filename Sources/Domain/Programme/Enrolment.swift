/// Somebody's place, or place in the queue, for a session (*inschrijving*). One for a person and session: who
/// withdrew and comes back joins the queue anew.
package struct Enrolment: Hashable, Sendable {
    package let id: ID<Enrolment>
    package let session: ID<ActivitySession>
    package let person: ID<Functionary>
    /// The employer at that time, which hours and cost are reckoned to; a later merger changes nothing.
    package let municipality: Code<Municipality>
    package var state: State
    package var enrolledAt: Instant
    package var attendance: Attendance?

    /// The raw value is stored.
    package enum State: String, CaseIterable, Sendable {
        case placed, waiting, withdrawn
    }

    package init(
        id: ID<Enrolment>, session: ID<ActivitySession>, person: ID<Functionary>,
        municipality: Code<Municipality>,
        state: State, enrolledAt: Instant, attendance: Attendance? = nil
    ) {
        self.id = id
        self.session = session
        self.person = person
        self.municipality = municipality
        self.state = state
        self.enrolledAt = enrolledAt
        self.attendance = attendance
    }
}

/// What became of somebody's place (*aanwezigheid* and *resultaat*).
package struct Attendance: Hashable, Sendable {
    package let presence: Presence
    /// Only of who was present at an activity that has results.
    package let result: Result?
    /// Of being there; 0 for who was not.
    package let minutes: Int

    /// The raw value is stored.
    package enum Presence: String, CaseIterable, Sendable {
        case present
        /// Said so beforehand.
        case excused
        case absent
    }

    /// The raw value is stored.
    package enum Result: String, CaseIterable, Sendable {
        case passed, failed
    }

    package init(presence: Presence, result: Result?, minutes: Int) {
        self.presence = presence
        self.result = result
        self.minutes = minutes
    }

    /// Whether it counts towards somebody's competence: they were there and did not fail.
    package func counts(hasResult: Bool) -> Bool {
        presence == .present && (hasResult ? result == .passed : result != .failed)
    }
}
