import Domain
import Storage

/// A session with what it is a session of, and how full it is.
struct ProgrammeEntry: Sendable {
    let session: ActivitySession
    let activity: Activity
    let placed: Int
    let waiting: Int

    /// Nil where there is no limit.
    var freePlaces: Int? {
        session.capacity.map { max(0, $0 - placed - waiting) }
    }
}

/// A session on which people can still enrol, for whoever advises them.
struct OpenSession: Sendable {
    let id: ID<ActivitySession>
    let title: String
    let kind: ActivityKind
    /// Empty: for everybody.
    let functions: Set<Code<CrisisFunction>>
    let interval: Interval
    let minutes: Int
    /// `Int.max` where there is no limit.
    let freePlaces: Int
    let enrolled: Set<ID<Functionary>>
}

/// What other features may read of the programme.
extension Transaction {
    /// Sessions that begin in `interval`, cancelled ones too, by start.
    func programme(during interval: Interval) throws -> [ProgrammeEntry] {
        let activities = Dictionary(
            try activities().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let counts = try enrolmentCounts(during: interval)
        return try activitySessions(during: interval).compactMap { session in
            guard let activity = activities[session.activity] else { return nil }
            let count = counts[session.id]
            return ProgrammeEntry(
                session: session, activity: activity, placed: count?.placed ?? 0, waiting: count?.waiting ?? 0
            )
        }
    }

    /// Where people can still enrol.
    func openSessions(after now: Instant) throws -> [OpenSession] {
        let enrolments = try enrolments(during: Interval(now, .distantFuture))
        return try programme(during: Interval(now, .distantFuture)).filter { $0.session.isOpen(at: now) }
            .map { entry in
                OpenSession(
                    id: entry.session.id, title: entry.activity.title, kind: entry.activity.kind,
                    functions: Set(entry.activity.functions), interval: entry.session.interval,
                    minutes: entry.session.interval.minutes, freePlaces: entry.freePlaces ?? .max,
                    enrolled: Set(
                        (enrolments[entry.session.id] ?? []).filter { $0.state != .withdrawn }.map(\.person)))
            }
    }

    /// Whether the joint exercise of a year is held or planned.
    func jointExercise(in year: Int, norms: NormSet, at now: Instant) throws -> JointExercise {
        let interval = Interval(
            from: Day(year: year, month: 1, day: 1), through: Day(year: year, month: 12, day: 31))
        let joint = try programme(during: interval).filter(\.activity.isJoint).map(\.session)
        // The norm as it stands on the last day of the year: what changes in a year holds for that year.
        return JointExercise.state(
            in: year, sessions: joint,
            perYear: norms.value(of: .exerciseJoint, at: interval.end.adding(minutes: -1)),
            at: now)
    }
}
