import Domain

/// A session and people to fill it with.
struct ProgrammeScene {
    private var random = Randomness(seed: 6)
    let now = Amsterdam.instant(Day(daysSince1970: 20_780), hour: 9)

    mutating func id<Entity>(_: Entity.Type = Entity.self) -> ID<Entity> { random.id(at: now) }

    mutating func activity(
        functions: [String] = [], isJoint: Bool = false, hasResult: Bool = false
    ) -> Activity {
        Activity(
            id: id(), title: "Training opvang", kind: .training, functions: functions.map { Code($0) },
            explanation: "", isJoint: isJoint, hasResult: hasResult, version: 1)
    }

    /// Three hours, so many days from now.
    mutating func session(
        of activity: Activity, inDays days: Int = 10, capacity: Int? = nil, cost: Int64 = 0,
        enrolThrough: Day? = nil, isCancelled: Bool = false, closedAt: Instant? = nil
    ) -> ActivitySession {
        let start = now.adding(minutes: days * 24 * 60)
        return ActivitySession(
            id: id(), activity: activity.id, interval: Interval(start, start.adding(minutes: 180)),
            place: "Zaal",
            leader: "", capacity: capacity, cost: Money(cents: cost), enrolThrough: enrolThrough,
            cancellation: isCancelled ? ActivitySession.Cancellation(at: now, reason: "ziek") : nil,
            closedAt: closedAt)
    }

    mutating func enrolment(
        _ state: Enrolment.State = .placed, in session: ActivitySession, at minutes: Int = 0,
        from municipality: String = "GM0599", attendance: Attendance? = nil
    ) -> Enrolment {
        Enrolment(
            id: id(), session: session.id, person: id(), municipality: Code(municipality), state: state,
            enrolledAt: now.adding(minutes: minutes), attendance: attendance)
    }
}
