import Domain
import Storage

extension Transaction {
    /// Everything that can be planned, by title.
    func activities() throws -> [Activity] {
        let functions = try rows(
            "SELECT activity, function FROM activity_function ORDER BY activity, function"
        )
        .reduce(into: [ID<Activity>: [Code<CrisisFunction>]]()) { functions, row in
            functions[try row.id("activity"), default: []].append(Code(try row.text("function")))
        }
        return try rows(
            """
            SELECT id, title, kind, explanation, is_joint, has_result, version FROM activity ORDER BY title, id
            """
        ).map { row in
            let id: ID<Activity> = try row.id("id")
            return Activity(
                id: id, title: try row.text("title"), kind: try row.kind("kind"),
                functions: functions[id] ?? [],
                explanation: try row.text("explanation"), isJoint: try row.flag("is_joint"),
                hasResult: try row.flag("has_result"), version: try row.integer("version"))
        }
    }

    func insert(_ activity: Activity) throws {
        try execute(
            """
            INSERT INTO activity (id, title, kind, explanation, is_joint, has_result, version)
            VALUES (\(activity.id), \(activity.title), \(activity.kind), \(activity.explanation),
                \(activity.isJoint), \(activity.hasResult), \(activity.version))
            """)
        try replaceFunctions(of: activity)
    }

    /// - Returns: false when somebody else changed it since `activity.version`.
    func update(_ activity: Activity) throws -> Bool {
        let changed = try execute(
            """
            UPDATE activity SET title = \(activity.title), kind = \(activity.kind),
                explanation = \(activity.explanation), is_joint = \(activity.isJoint),
                has_result = \(activity.hasResult), version = version + 1
            WHERE id = \(activity.id) AND version = \(activity.version)
            """)
        guard changed == 1 else { return false }
        try replaceFunctions(of: activity)
        return true
    }

    private func replaceFunctions(of activity: Activity) throws {
        try execute("DELETE FROM activity_function WHERE activity = \(activity.id)")
        for function in activity.functions {
            try execute(
                "INSERT INTO activity_function (activity, function) VALUES (\(activity.id), \(function))")
        }
    }

    func activitySession(_ id: ID<ActivitySession>) throws -> ActivitySession? {
        try row(
            """
            SELECT id, activity, starts_at, ends_at, place, leader, capacity, cost, enrol_through, cancelled_at,
                cancel_reason, closed_at, evaluation, sequence, version
            FROM activity_session WHERE id = \(id)
            """
        ).map(ActivitySession.init)
    }

    func activitySessions(during interval: Interval) throws -> [ActivitySession] {
        try rows(
            """
            SELECT id, activity, starts_at, ends_at, place, leader, capacity, cost, enrol_through, cancelled_at,
                cancel_reason, closed_at, evaluation, sequence, version
            FROM activity_session WHERE starts_at >= \(interval.start) AND starts_at < \(interval.end)
            ORDER BY starts_at, id
            """
        ).map(ActivitySession.init)
    }

    func insert(_ session: ActivitySession) throws {
        try execute(
            """
            INSERT INTO activity_session (id, activity, starts_at, ends_at, place, leader, capacity, cost,
                enrol_through, cancelled_at, cancel_reason, closed_at, evaluation, sequence, version)
            VALUES (\(session.id), \(session.activity), \(session.interval.start), \(session.interval.end),
                \(session.place), \(session.leader), \(session.capacity), \(session.cost.cents),
                \(session.enrolThrough), \(session.cancellation?.at), \(session.cancellation?.reason),
                \(session.closedAt), \(session.evaluation), \(session.sequence), \(session.version))
            """)
    }

    /// - Returns: false when somebody else changed it since `session.version`.
    func update(_ session: ActivitySession) throws -> Bool {
        try execute(
            """
            UPDATE activity_session SET starts_at = \(session.interval.start), ends_at = \(session.interval.end),
                place = \(session.place), leader = \(session.leader), capacity = \(session.capacity),
                cost = \(session.cost.cents), enrol_through = \(session.enrolThrough),
                cancelled_at = \(session.cancellation?.at), cancel_reason = \(session.cancellation?.reason),
                closed_at = \(session.closedAt), evaluation = \(session.evaluation),
                sequence = \(session.sequence), version = version + 1
            WHERE id = \(session.id) AND version = \(session.version)
            """) == 1
    }
}

extension ActivitySession {
    fileprivate init(_ row: Row) throws {
        var cancellation: Cancellation?
        if let at = try row.optionalInstant("cancelled_at") {
            cancellation = Cancellation(at: at, reason: try row.text("cancel_reason"))
        }
        self.init(
            id: try row.id("id"), activity: try row.id("activity"),
            interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
            place: try row.text("place"), leader: try row.text("leader"),
            capacity: try row.optionalInteger("capacity"),
            cost: Money(cents: Int64(try row.integer("cost"))),
            enrolThrough: try row.optionalDay("enrol_through"), cancellation: cancellation,
            closedAt: try row.optionalInstant("closed_at"), evaluation: try row.text("evaluation"),
            sequence: try row.integer("sequence"), version: try row.integer("version"))
    }
}
