import Domain
import Storage

/// One place of a person in the frozen plan, with how they stand now.
struct AudienceRow: Sendable {
    let person: ID<Functionary>
    let function: Code<CrisisFunction>
    let kind: WaveKind
    let isOpened: Bool
    let inclusion: Inclusion
    let warnings: String
    let state: CalleeState
    let isOnThisPost: Bool
    let isRemote: Bool
    let arrivesAt: Instant?
    let isAsked: Bool
    let messages: Int

    func standing(_ functions: [Code<CrisisFunction>: String]) -> AlarmPage.Standing {
        AlarmPage.Standing(
            state: state, function: functions[function] ?? function.text, isRemote: isRemote,
            arrivesAt: arrivesAt, isAsked: isAsked, inclusion: inclusion, warnings: warnings,
            messages: messages)
    }
}

/// Somebody of a function who was not called, with the reason.
struct ExclusionRow: Sendable {
    let person: ID<Functionary>
    let post: Int
    let function: Code<CrisisFunction>
    let sentence: String
}

extension Transaction {
    /// Everybody in the plan, per post, wave and rank.
    func audience(of alarm: ID<Alarm>) throws -> [AudienceRow] {
        try rows(
            """
            SELECT c.person, p.function, p.position AS post, w.kind, w.opened_at, c.inclusion, c.warnings, e.state,
                e.post AS own_post, e.is_remote, e.arrives_at, e.asked_at,
                (SELECT COUNT(*) FROM alarm_message m
                    WHERE m.alarm = p.alarm AND m.person = c.person AND m.state = 'sent') AS messages
            FROM alarm_post p JOIN alarm_wave w ON w.post = p.id
                JOIN alarm_candidate c ON c.post = p.id AND c.wave = w.number
                JOIN alarm_callee e ON e.alarm = p.alarm AND e.person = c.person
            WHERE p.alarm = \(alarm) ORDER BY p.position, w.number, c.position
            """
        ).map { row in
            AudienceRow(
                person: try row.id("person"), function: Code(try row.text("function")),
                kind: try row.kind("kind"),
                isOpened: try !row.isNull("opened_at"), inclusion: try row.kind("inclusion"),
                warnings: try row.text("warnings"), state: try row.kind("state"),
                isOnThisPost: try row.optionalInteger("own_post") == row.integer("post"),
                isRemote: try row.flag("is_remote"), arrivesAt: try row.optionalInstant("arrives_at"),
                isAsked: try !row.isNull("asked_at"), messages: try row.integer("messages"))
        }
    }

    func exclusions(of alarm: ID<Alarm>) throws -> [ExclusionRow] {
        try rows(
            """
            SELECT x.person, p.position, p.function, x.sentence
            FROM alarm_exclusion x JOIN alarm_post p ON p.id = x.post
            WHERE p.alarm = \(alarm) ORDER BY p.position, x.person
            """
        ).map { row in
            ExclusionRow(
                person: try row.id("person"), post: try row.integer("position"),
                function: Code(try row.text("function")), sentence: try row.text("sentence"))
        }
    }

    /// Messages of an alarm that may have been sent twice, or were held by a worker when it ended.
    func doubtfulCount(of alarm: ID<Alarm>) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS number FROM alarm_message
            WHERE alarm = \(alarm) AND (possible_duplicate = 1 OR (state = 'dropped' AND attempts > 0))
            """)?.integer("number") ?? 0
    }
}
