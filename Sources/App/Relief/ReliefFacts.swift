import Domain
import Storage

/// Somebody on a post of a deployment for a shift.
struct ReliefShift: Hashable, Sendable {
    let id: ID<ReliefShift>
    let deployment: ID<Deployment>
    let function: Code<CrisisFunction>
    let person: ID<Functionary>
    let interval: Interval
    let state: State
    /// Put there by hand: stays when the plan is made anew.
    let isPinned: Bool
    let madeAt: Instant
    let askedAt: Instant?
    let answeredAt: Instant?

    enum State: String, CaseIterable, Sendable {
        /// In the plan; nobody was asked yet.
        case planned
        case asked
        case accepted
        /// Said no: not asked again for this time.
        case declined
        /// Taken out of the plan.
        case cancelled

        /// Whether somebody is expected on it.
        var counts: Bool { self == .planned || self == .asked || self == .accepted }
    }

    /// Whether a new plan leaves it where it is.
    var isSettled: Bool { isPinned || state == .asked || state == .accepted }
}

/// On which moments the crews of a deployment change.
struct ReliefRhythm: Hashable, Sendable {
    let changesAt: Instant
    let shiftMinutes: Int
    let overlapMinutes: Int
    let madeAt: Instant
    let cost: Int
    let bound: Int?

    /// The first change that is still to come.
    func nextChange(after now: Instant) -> Instant {
        guard now >= changesAt else { return changesAt }
        let passed = now.minutes(since: changesAt) / shiftMinutes
        return changesAt.adding(minutes: (passed + 1) * shiftMinutes)
    }
}

/// The shift that a post of a request is about.
struct ReliefRequest: Hashable, Sendable {
    let position: Int
    let deployment: ID<Deployment>
    let function: Code<CrisisFunction>
    let interval: Interval
}

/// What other features may read and keep of relief.
extension Transaction {
    /// In the order of the posts; empty for an alarm.
    func reliefRequests(of alarm: ID<Alarm>) throws -> [ReliefRequest] {
        try rows(
            """
            SELECT position, deployment, function, starts_at, ends_at FROM relief_request
            WHERE alarm = \(alarm) ORDER BY position
            """
        ).map { row in
            ReliefRequest(
                position: try row.integer("position"), deployment: try row.id("deployment"),
                function: Code(try row.text("function")),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")))
        }
    }

    /// When the work of each post of a request begins.
    func reliefStarts(of alarm: ID<Alarm>) throws -> [Int: Instant] {
        Dictionary(
            try reliefRequests(of: alarm).map { ($0.position, $0.interval.start) },
            uniquingKeysWith: { first, _ in first })
    }

    func insert(_ request: ReliefRequest, of alarm: ID<Alarm>) throws {
        try execute(
            """
            INSERT INTO relief_request (alarm, position, deployment, function, starts_at, ends_at)
            VALUES (\(alarm), \(request.position), \(request.deployment), \(request.function),
                \(request.interval.start), \(request.interval.end))
            """)
    }

    /// Requests of a deployment that still run, by the start of their shift.
    func runningReliefRequests(of id: ID<Deployment>) throws -> [ID<Alarm>] {
        try rows(
            """
            SELECT a.id, MIN(r.starts_at) AS starts_at FROM relief_request r JOIN alarm a ON a.id = r.alarm
            WHERE r.deployment = \(id) AND a.ended_at IS NULL GROUP BY a.id ORDER BY 2, 1
            """
        ).map { try $0.id("id") }
    }

    /// Every question about a shift of a deployment that is not over yet, whether it runs or not; by begin, then as
    /// they were asked.
    func reliefAsks(
        of id: ID<Deployment>, at now: Instant
    ) throws -> [(start: Instant, alarm: ID<Alarm>)] {
        try rows(
            """
            SELECT DISTINCT starts_at, alarm FROM relief_request
            WHERE deployment = \(id) AND ends_at > \(now) ORDER BY starts_at, alarm
            """
        ).map { (try $0.instant("starts_at"), try $0.id("alarm")) }
    }

    func reliefRhythm(of id: ID<Deployment>) throws -> ReliefRhythm? {
        try row(
            """
            SELECT changes_at, shift_minutes, overlap_minutes, made_at, cost, bound FROM relief_plan
            WHERE deployment = \(id)
            """
        ).map { row in
            ReliefRhythm(
                changesAt: try row.instant("changes_at"), shiftMinutes: try row.integer("shift_minutes"),
                overlapMinutes: try row.integer("overlap_minutes"), madeAt: try row.instant("made_at"),
                cost: try row.integer("cost"), bound: try row.optionalInteger("bound"))
        }
    }

    /// By start, then function.
    func reliefShifts(of id: ID<Deployment>) throws -> [ReliefShift] {
        try shifts("WHERE deployment = \(id) ORDER BY starts_at, function, id")
    }

    func reliefShift(_ id: ID<ReliefShift>) throws -> ReliefShift? {
        try shifts("WHERE id = \(id)").first
    }

    /// Of everybody, in all deployments, by start.
    func reliefShifts(during interval: Interval) throws -> [ReliefShift] {
        try shifts(
            "WHERE ends_at > \(interval.start) AND starts_at < \(interval.end) ORDER BY starts_at, function, id"
        )
    }

    /// Of one person, the newest first.
    func reliefShifts(of person: ID<Functionary>, from instant: Instant) throws -> [ReliefShift] {
        try shifts("WHERE person = \(person) AND ends_at > \(instant) ORDER BY starts_at, id")
    }

    private func shifts(_ condition: SQL) throws -> [ReliefShift] {
        try rows(
            """
            SELECT id, deployment, function, person, starts_at, ends_at, state, is_pinned, made_at, asked_at,
                answered_at
            FROM relief_shift \(sql: condition)
            """
        ).map { row in
            ReliefShift(
                id: try row.id("id"), deployment: try row.id("deployment"),
                function: Code(try row.text("function")), person: try row.id("person"),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
                state: try row.kind("state"), isPinned: try row.flag("is_pinned"),
                madeAt: try row.instant("made_at"), askedAt: try row.optionalInstant("asked_at"),
                answeredAt: try row.optionalInstant("answered_at"))
        }
    }
}
