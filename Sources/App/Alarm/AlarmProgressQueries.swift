import Domain
import Storage

/// A running alarm as the engine decides about it, read from its rows and written back where it changed.
extension Transaction {
    func progress(of alarm: Alarm) throws -> AlarmProgress {
        AlarmProgress(
            state: alarm.state, norms: alarm.norms,
            posts: try progressPosts(
                of: alarm.id, starts: alarm.isCalm ? try reliefStarts(of: alarm.id) : [:]),
            callees: try callees(of: alarm.id))
    }

    /// - Parameter starts: when the work of a post begins, by position.
    private func progressPosts(
        of alarm: ID<Alarm>, starts: [Int: Instant]
    ) throws -> [AlarmProgress.Post] {
        let waves = try Dictionary(
            grouping: rows(
                """
                SELECT p.position AS post, w.number, w.kind
                FROM alarm_post p JOIN alarm_wave w ON w.post = p.id
                WHERE p.alarm = \(alarm) ORDER BY p.position, w.number
                """), by: { try $0.integer("post") })
        let people = try Dictionary(
            grouping: rows(
                """
                SELECT p.position AS post, c.wave, c.person
                FROM alarm_post p JOIN alarm_candidate c ON c.post = p.id
                WHERE p.alarm = \(alarm) ORDER BY p.position, c.wave, c.position
                """), by: { try Place(post: $0.integer("post"), wave: $0.integer("wave")) })
        return try rows(
            """
            SELECT position, wanted, within_minutes, opened_count, wave_due_at
            FROM alarm_post WHERE alarm = \(alarm) ORDER BY position
            """
        ).map { row in
            let position = try row.integer("position")
            return AlarmProgress.Post(
                wanted: try row.integer("wanted"), withinMinutes: try row.optionalInteger("within_minutes"),
                startsAt: starts[position],
                waves: try (waves[position] ?? []).map { wave in
                    let place = Place(post: position, wave: try wave.integer("number"))
                    return AlarmProgress.Wave(
                        kind: try wave.kind("kind"),
                        people: try (people[place] ?? []).map { try $0.id("person") })
                },
                openedCount: try row.integer("opened_count"),
                waveDueAt: try row.optionalInstant("wave_due_at"))
        }
    }

    private struct Place: Hashable {
        let post: Int
        let wave: Int
    }

    /// Whoever was called and has no message that left or is still being tried is not reachable: nobody waits
    /// for them, though trying goes on.
    private func callees(of alarm: ID<Alarm>) throws -> [ID<Functionary>: Callee] {
        let reached = Set(
            try rows(
                """
                SELECT DISTINCT person FROM alarm_message
                WHERE alarm = \(alarm) AND purpose = 'call'
                    AND (state = 'sent' OR (state IN ('waiting', 'claimed') AND attempts < \(AlarmMessage.triesMax)))
                """
            ).map { row -> ID<Functionary> in try row.id("person") })
        let rows = try rows(
            """
            SELECT person, is_expected, state, post, is_remote, minutes, arrives_at, asked_at, silent_at
            FROM alarm_callee WHERE alarm = \(alarm)
            """)
        return try rows.reduce(into: [:]) { callees, row in
            let person: ID<Functionary> = try row.id("person")
            let state: CalleeState = try row.kind("state")
            callees[person] = Callee(
                person: person, state: state, post: try row.optionalInteger("post"),
                isRemote: try row.flag("is_remote"), minutes: try row.optionalInteger("minutes"),
                arrivesAt: try row.optionalInstant("arrives_at"),
                askedAt: try row.optionalInstant("asked_at"),
                silentAt: try row.optionalInstant("silent_at"), isExpected: try row.flag("is_expected"),
                isReachable: state == .planned || reached.contains(person))
        }
    }

    /// Writes what differs between two states of an alarm.
    func save(_ after: AlarmProgress, before: AlarmProgress, of alarm: ID<Alarm>, at now: Instant) throws {
        for (position, post) in after.posts.enumerated() where post != before.posts[position] {
            try execute(
                """
                UPDATE alarm_post SET opened_count = \(post.openedCount), wave_due_at = \(post.waveDueAt)
                WHERE alarm = \(alarm) AND position = \(position)
                """)
            try execute(
                """
                UPDATE alarm_wave SET opened_at = \(now) WHERE opened_at IS NULL AND number <= \(post.openedCount)
                    AND post = (SELECT id FROM alarm_post WHERE alarm = \(alarm) AND position = \(position))
                """)
        }
        for (person, callee) in after.callees where callee != before.callees[person] {
            let calledAt = callee.state == .called ? now : nil
            let atWorkAt = callee.state == .atWork ? now : nil
            try execute(
                """
                UPDATE alarm_callee SET state = \(callee.state), post = \(callee.post), is_remote = \(callee.isRemote),
                    minutes = \(callee.minutes), arrives_at = \(callee.arrivesAt), asked_at = \(callee.askedAt),
                    silent_at = \(callee.silentAt), called_at = COALESCE(called_at, \(calledAt)),
                    at_work_at = COALESCE(at_work_at, \(atWorkAt))
                WHERE alarm = \(alarm) AND person = \(person)
                """)
        }
    }

    func setAnswered(_ person: ID<Functionary>, in alarm: ID<Alarm>, at now: Instant) throws {
        try execute(
            "UPDATE alarm_callee SET answered_at = \(now) WHERE alarm = \(alarm) AND person = \(person)")
    }

    /// Everybody who was called and is not at work or declined: they are told that they are no longer needed.
    /// Who never got as far as a message is not woken to hear that.
    func releaseCallees(of alarm: ID<Alarm>) throws -> [ID<Functionary>] {
        let people: [ID<Functionary>] = try rows(
            """
            SELECT c.person FROM alarm_callee c
            WHERE c.alarm = \(alarm) AND c.state IN ('called', 'promised', 'reserve')
                AND EXISTS (SELECT 1 FROM alarm_message m WHERE m.alarm = c.alarm AND m.person = c.person
                    AND (m.attempts > 0 OR m.state IN ('sent', 'claimed')))
            ORDER BY c.person
            """
        ).map { try $0.id("person") }
        try execute(
            """
            UPDATE alarm_callee SET state = \(CalleeState.released)
            WHERE alarm = \(alarm) AND state IN ('called', 'promised', 'reserve')
            """)
        return people
    }

    /// - Returns: false for who holds no place and is not asked.
    func releaseCallee(_ person: ID<Functionary>, of alarm: ID<Alarm>) throws -> Bool {
        try execute(
            """
            UPDATE alarm_callee SET state = \(CalleeState.released), post = NULL, arrives_at = NULL
            WHERE alarm = \(alarm) AND person = \(person) AND state IN ('called', 'promised', 'reserve')
            """) == 1
    }

    func insertEvent(_ event: AlarmEvent, of alarm: ID<Alarm>) throws {
        try execute(
            """
            INSERT INTO alarm_event (alarm, number, at, kind, post, person, count, text)
            VALUES (\(alarm), (SELECT COALESCE(MAX(number), 0) + 1 FROM alarm_event WHERE alarm = \(alarm)),
                \(event.at), \(event.kind), \(event.post), \(event.person), \(event.count), \(event.text))
            """)
    }

    func events(of alarm: ID<Alarm>) throws -> [AlarmEvent] {
        try rows(
            "SELECT at, kind, post, person, count, text FROM alarm_event WHERE alarm = \(alarm) ORDER BY number"
        ).map { row in
            AlarmEvent(
                at: try row.instant("at"), kind: try row.kind("kind"), post: try row.optionalInteger("post"),
                person: try row.optionalID("person"), count: try row.optionalInteger("count"),
                text: try row.text("text"))
        }
    }
}

/// One thing that happened in an alarm, for its timeline.
struct AlarmEvent: Sendable {
    let at: Instant
    let kind: Kind
    var post: Int?
    var person: ID<Functionary>?
    var count: Int?
    var text = ""

    enum Kind: String, CaseIterable, Sendable {
        case raised, wave, answered, reserveUsed, overdueAsked, silent, exhausted, told, nobodyToTell, taken
        case described, informed, takenOff, filled, stopped
    }
}

extension Transaction {
    func insertAnswer(
        _ id: ID<AlarmAnswer>, of alarm: ID<Alarm>, person: ID<Functionary>?, at now: Instant, way: AnswerWay,
        text: String, reply: AlarmReply, effect: AnswerEffect, recordedBy: String
    ) throws {
        try execute(
            """
            INSERT INTO alarm_answer (id, alarm, person, received_at, way, text, reply, effect, recorded_by)
            VALUES (\(id), \(alarm), \(person), \(now), \(way), \(text), \(reply.code), \(effect.code), \(recordedBy))
            """)
    }

    /// What the newest answer of a person did; nil before the first.
    func lastEffect(of person: ID<Functionary>?, in alarm: ID<Alarm>) throws -> String? {
        try row(
            """
            SELECT effect FROM alarm_answer WHERE alarm = \(alarm) AND person = \(person)
            ORDER BY received_at DESC, id DESC LIMIT 1
            """
        ).map { try $0.text("effect") }
    }

    /// In the order in which they came in.
    func answers(of alarm: ID<Alarm>) throws -> [AlarmAnswer] {
        try rows(
            """
            SELECT person, received_at, way, text, reply, effect FROM alarm_answer
            WHERE alarm = \(alarm) ORDER BY received_at, id
            """
        ).map { row in
            AlarmAnswer(
                person: try row.optionalID("person"), receivedAt: try row.instant("received_at"),
                way: try row.kind("way"), text: try row.text("text"), reply: try row.text("reply"),
                effect: try row.text("effect"))
        }
    }
}

/// An answer as it was kept, with its effect.
struct AlarmAnswer: Sendable {
    let person: ID<Functionary>?
    let receivedAt: Instant
    let way: AnswerWay
    let text: String
    let reply: String
    let effect: String
}
