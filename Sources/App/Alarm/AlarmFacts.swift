import Domain
import Storage

/// An alarm as it is stored, without its people.
struct Alarm: Sendable {
    let id: ID<Alarm>
    let key: String
    let hash: String
    let raisedAt: Instant
    /// Who raised it, as it stands in the journal.
    let raisedBy: String
    let municipality: Code<Municipality>
    let place: String
    let description: String
    /// When a better description was sent to everybody who was called.
    let describedAt: Instant?
    let withinMinutes: Int?
    let isExercise: Bool
    let isFlexible: Bool
    let isRegional: Bool
    /// Asked in calm time about work to come: no alarm for whoever reads it, and in no list of alarms.
    var isCalm = false
    let norms: AlarmNorms
    let state: AlarmState
    /// Rises when the alarm ends: messages of an older generation no longer leave.
    let generation: Int
    /// When the engine looks at it again.
    let dueAt: Instant?
    /// When the next named human is told that too few people were found.
    let takeDueAt: Instant?
    /// How often a named human was told.
    let toldCount: Int
    let takenAt: Instant?
    let takenBy: ID<Functionary>?
    let endedAt: Instant?
}

/// A post of an alarm with its figures.
struct AlarmPost: Sendable {
    let id: ID<AlarmPost>
    let function: Code<CrisisFunction>
    let wanted: Int
    /// By when people must be at work; nil without a norm.
    let by: Instant?
    let promised: Int
    let atWork: Int
    let openedCount: Int
    let waveDueAt: Instant?
}

/// That somebody was at work in an alarm.
struct AlarmWorked: Sendable {
    let person: ID<Functionary>
    let startedAt: Instant
    /// When the alarm ended; nil while it runs.
    let endedAt: Instant?
    let place: String
    let isExercise: Bool
}

/// What other features may read of alarms.
extension Transaction {
    /// How everybody stands who is in the plan of an alarm.
    func standings(of alarm: Alarm) throws -> [Callee] { Array(try progress(of: alarm).callees.values) }

    func alarm(_ id: ID<Alarm>) throws -> Alarm? {
        try row("\(sql: alarmSelection) WHERE id = \(id)").map(Alarm.init)
    }

    /// Those that run, newest first.
    func runningAlarms() throws -> [Alarm] {
        try rows("\(sql: alarmSelection) WHERE ended_at IS NULL ORDER BY raised_at DESC, id").map(Alarm.init)
    }

    /// Those that are over, newest first; requests in calm time are not among them.
    func endedAlarms(limit: Int) throws -> [Alarm] {
        try rows(
            """
            \(sql: alarmSelection) WHERE ended_at IS NOT NULL AND is_calm = 0
            ORDER BY raised_at DESC, id DESC LIMIT \(limit)
            """
        ).map(Alarm.init)
    }

    /// Who was at work after a call in `interval`, by when it began.
    func workedAlarms(during interval: Interval) throws -> [AlarmWorked] {
        try rows(
            """
            SELECT c.person, c.at_work_at, a.ended_at, a.place, a.is_exercise
            FROM alarm_callee c JOIN alarm a ON a.id = c.alarm
            WHERE c.at_work_at < \(interval.end) AND (a.ended_at IS NULL OR a.ended_at > \(interval.start))
            ORDER BY c.at_work_at, c.person
            """
        ).map { row in
            AlarmWorked(
                person: try row.id("person"), startedAt: try row.instant("at_work_at"),
                endedAt: try row.optionalInstant("ended_at"), place: try row.text("place"),
                isExercise: try row.flag("is_exercise"))
        }
    }

    /// Running alarms for which a person was called, newest first.
    func runningCalls(of person: ID<Functionary>) throws -> [Alarm] {
        try rows(
            """
            \(sql: alarmSelection) WHERE ended_at IS NULL AND id IN (SELECT alarm FROM alarm_callee
                WHERE person = \(person) AND state IN ('called', 'promised', 'reserve'))
            ORDER BY raised_at DESC, id
            """
        ).map(Alarm.init)
    }

    /// Alarms with this person in the plan, or passed over, newest first, with how they stand.
    func ownAlarms(of person: ID<Functionary>, limit: Int) throws -> [(Alarm, CalleeState?)] {
        let found = try rows(
            """
            SELECT a.id, a.raised_at, c.state FROM alarm_callee c JOIN alarm a ON a.id = c.alarm
            WHERE c.person = \(person)
            UNION
            SELECT a.id, a.raised_at, NULL AS state
            FROM alarm_exclusion x JOIN alarm_post p ON p.id = x.post JOIN alarm a ON a.id = p.alarm
            WHERE x.person = \(person)
                AND NOT EXISTS (SELECT 1 FROM alarm_callee c WHERE c.alarm = a.id AND c.person = x.person)
            ORDER BY 2 DESC, 1 LIMIT \(limit)
            """)
        return try found.compactMap { row in
            try alarm(try row.id("id")).map {
                ($0, try row.optionalText("state").flatMap(CalleeState.init(rawValue:)))
            }
        }
    }

    /// In the order of the request.
    func posts(of alarm: Alarm) throws -> [AlarmPost] {
        try rows(
            """
            SELECT p.id, p.function, p.wanted, p.within_minutes, p.opened_count, p.wave_due_at,
                (SELECT COUNT(*) FROM alarm_callee c
                    WHERE c.alarm = p.alarm AND c.post = p.position AND c.state = 'promised') AS promised,
                (SELECT COUNT(*) FROM alarm_callee c
                    WHERE c.alarm = p.alarm AND c.post = p.position AND c.state = 'atWork') AS at_work
            FROM alarm_post p WHERE p.alarm = \(alarm.id) ORDER BY p.position
            """
        ).map { row in
            AlarmPost(
                id: try row.id("id"), function: Code(try row.text("function")),
                wanted: try row.integer("wanted"),
                by: try row.optionalInteger("within_minutes").map { alarm.raisedAt.adding(minutes: $0) },
                promised: try row.integer("promised"), atWork: try row.integer("at_work"),
                openedCount: try row.integer("opened_count"),
                waveDueAt: try row.optionalInstant("wave_due_at"))
        }
    }

    /// How many messages an alarm has, by state.
    func messageCounts(of alarm: ID<Alarm>) throws -> [AlarmMessage.State: Int] {
        let rows = try rows(
            "SELECT state, COUNT(*) AS number FROM alarm_message WHERE alarm = \(alarm) GROUP BY state")
        return try rows.reduce(into: [:]) { counts, row in
            counts[try row.kind("state")] = try row.integer("number")
        }
    }

    var alarmSelection: SQL {
        """
        SELECT id, request_key, request_hash, raised_at, raised_by, municipality, place, description, described_at,
            within_minutes, is_exercise, is_flexible, is_regional, is_calm, norms, state, generation, due_at,
            take_due_at, told_count, taken_at, taken_by, ended_at
        FROM alarm
        """
    }
}
