import Domain
import Foundation
import Storage

extension Alarm {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), key: try row.text("request_key"), hash: try row.text("request_hash"),
            raisedAt: try row.instant("raised_at"), raisedBy: try row.text("raised_by"),
            municipality: Code(try row.text("municipality")), place: try row.text("place"),
            description: try row.text("description"), describedAt: try row.optionalInstant("described_at"),
            withinMinutes: try row.optionalInteger("within_minutes"), isExercise: try row.flag("is_exercise"),
            isFlexible: try row.flag("is_flexible"), isRegional: try row.flag("is_regional"),
            isCalm: try row.flag("is_calm"),
            norms: try JSONDecoder().decode(AlarmNorms.self, from: Data(try row.text("norms").utf8)),
            state: try row.kind("state"), generation: try row.integer("generation"),
            dueAt: try row.optionalInstant("due_at"), takeDueAt: try row.optionalInstant("take_due_at"),
            toldCount: try row.integer("told_count"), takenAt: try row.optionalInstant("taken_at"),
            takenBy: try row.optionalID("taken_by"), endedAt: try row.optionalInstant("ended_at"))
    }
}

extension Transaction {
    func alarm(key: String) throws -> Alarm? {
        try row("\(sql: alarmSelection) WHERE request_key = \(key)").map(Alarm.init)
    }

    /// Keeps everything else that decides about this alarm waiting until the end of the transaction.
    func lockedAlarm(_ id: ID<Alarm>) throws -> Alarm? {
        try row("\(sql: alarmSelection) WHERE id = \(id) \(sql: dialect.forUpdate)").map(Alarm.init)
    }

    /// Alarms that the engine must look at, longest due first.
    func dueAlarms(at now: Instant, limit: Int) throws -> [ID<Alarm>] {
        try rows("SELECT id FROM alarm WHERE due_at <= \(now) ORDER BY due_at, id LIMIT \(limit)")
            .map { try $0.id("id") }
    }

    /// When the engine must look at some alarm again.
    func nextAlarmDue() throws -> Instant? {
        try row("SELECT MIN(due_at) AS due FROM alarm WHERE due_at IS NOT NULL")?.optionalInstant("due")
    }

    func insert(_ alarm: Alarm) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let norms = String(decoding: try encoder.encode(alarm.norms), as: UTF8.self)
        try execute(
            """
            INSERT INTO alarm (id, request_key, request_hash, raised_at, raised_by, municipality, place, description,
                described_at, within_minutes, is_exercise, is_flexible, is_regional, is_calm, norms, state,
                generation, due_at, told_count)
            VALUES (\(alarm.id), \(alarm.key), \(alarm.hash), \(alarm.raisedAt), \(alarm.raisedBy),
                \(alarm.municipality), \(alarm.place), \(alarm.description), \(alarm.describedAt),
                \(alarm.withinMinutes), \(alarm.isExercise), \(alarm.isFlexible), \(alarm.isRegional), \(alarm.isCalm),
                \(norms), \(alarm.state), \(alarm.generation), \(alarm.dueAt), \(alarm.toldCount))
            """)
    }

    /// What the engine decided about the alarm itself.
    func setProgress(
        of alarm: ID<Alarm>, state: AlarmState, dueAt: Instant?, takeDueAt: Instant?, toldCount: Int
    ) throws {
        try execute(
            """
            UPDATE alarm SET state = \(state), due_at = \(dueAt), take_due_at = \(takeDueAt), told_count = \(toldCount)
            WHERE id = \(alarm)
            """)
    }

    /// Ends the alarm: every message of the old generation stays where it is.
    func end(_ alarm: ID<Alarm>, _ state: AlarmState, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm SET state = \(state), generation = generation + 1, due_at = NULL, take_due_at = NULL,
                ended_at = \(now)
            WHERE id = \(alarm)
            """)
    }

    func setTaken(_ alarm: ID<Alarm>, by person: ID<Functionary>?, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm SET state = \(AlarmState.taken), taken_at = \(now), taken_by = \(person), take_due_at = NULL
            WHERE id = \(alarm)
            """)
    }

    func setDescription(_ text: String, of alarm: ID<Alarm>, at now: Instant) throws {
        try execute(
            "UPDATE alarm SET description = \(text), described_at = \(now) WHERE id = \(alarm)")
    }

    /// The engine looks at the alarm at once, unless it is over.
    func wakeAlarm(_ alarm: ID<Alarm>, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm SET due_at = \(now)
            WHERE id = \(alarm) AND ended_at IS NULL AND (due_at IS NULL OR due_at > \(now))
            """)
    }

    // MARK: The frozen plan

    func insert(_ post: AlarmPlan.Post, id: ID<AlarmPost>, of alarm: ID<Alarm>, position: Int) throws {
        try execute(
            """
            INSERT INTO alarm_post (id, alarm, position, function, wanted, within_minutes, opened_count)
            VALUES (\(id), \(alarm), \(position), \(post.function), \(post.wanted), \(post.withinMinutes), 0)
            """)
        for (index, wave) in post.waves.enumerated() {
            try execute(
                "INSERT INTO alarm_wave (post, number, kind) VALUES (\(id), \(index + 1), \(wave.kind))")
            for (rank, place) in wave.people.enumerated() {
                try execute(
                    """
                    INSERT INTO alarm_candidate (post, person, wave, position, inclusion, travel_minutes, warnings)
                    VALUES (\(id), \(place.person), \(index + 1), \(rank), \(place.inclusion), \(place.travelMinutes),
                        \(place.warnings.map(\.sentence).joined(separator: " ")))
                    """)
            }
        }
        for exclusion in post.exclusions {
            try execute(
                """
                INSERT INTO alarm_exclusion (post, person, reason, sentence)
                VALUES (\(id), \(exclusion.person), \(exclusion.reason.code), \(exclusion.reason.sentence))
                """)
        }
    }

    func insertCallee(_ person: ID<Functionary>, of alarm: ID<Alarm>, isExpected: Bool) throws {
        try execute(
            """
            INSERT INTO alarm_callee (alarm, person, is_expected, state, is_remote)
            VALUES (\(alarm), \(person), \(isExpected), \(CalleeState.planned), 0)
            """)
    }

    func insertContact(
        _ role: AlarmContact.Role, _ position: Int, person: ID<Functionary>?,
        municipality: Code<Municipality>?, of alarm: ID<Alarm>
    ) throws {
        try execute(
            """
            INSERT INTO alarm_contact (alarm, role, position, person, municipality)
            VALUES (\(alarm), \(role), \(position), \(person), \(municipality))
            """)
    }

    func insertAddress(
        _ address: AlarmAddress, _ position: Int, of person: ID<Functionary>, _ alarm: ID<Alarm>
    ) throws {
        try execute(
            """
            INSERT INTO alarm_address (alarm, person, position, kind, address)
            VALUES (\(alarm), \(person), \(position), \(address.kind), \(address.address))
            """)
    }

    func addresses(of person: ID<Functionary>, in alarm: ID<Alarm>) throws -> [AlarmAddress] {
        try rows(
            """
            SELECT kind, address FROM alarm_address
            WHERE alarm = \(alarm) AND person = \(person) ORDER BY position
            """
        ).map { AlarmAddress(kind: try $0.kind("kind"), address: try $0.text("address")) }
    }

    func contacts(of alarm: ID<Alarm>) throws -> [AlarmContact] {
        try rows(
            """
            SELECT role, position, person, municipality, told_at FROM alarm_contact
            WHERE alarm = \(alarm) ORDER BY role, position
            """
        ).map { row in
            AlarmContact(
                role: try row.kind("role"), position: try row.integer("position"),
                person: try row.optionalID("person"),
                municipality: try row.optionalText("municipality").map { Code($0) },
                toldAt: try row.optionalInstant("told_at"))
        }
    }

    func setTold(
        _ role: AlarmContact.Role, position: Int, of alarm: ID<Alarm>, at now: Instant
    ) throws {
        try execute(
            """
            UPDATE alarm_contact SET told_at = \(now)
            WHERE alarm = \(alarm) AND role = \(role) AND position = \(position) AND told_at IS NULL
            """)
    }

    /// Whoever has one of these offices in this alarm and got a message was told by it.
    func setTold(_ person: ID<Functionary>, roles: [AlarmContact.Role], of alarm: ID<Alarm>, at now: Instant)
        throws
    {
        try execute(
            """
            UPDATE alarm_contact SET told_at = \(now)
            WHERE alarm = \(alarm) AND person = \(person) AND role IN (\(list: roles.map(\.rawValue))) AND told_at IS NULL
            """)
    }
}

/// Somebody with a part in an alarm besides being called: leads, is the last resort, or is informed.
struct AlarmContact: Sendable {
    let role: Role
    let position: Int
    let person: ID<Functionary>?
    let municipality: Code<Municipality>?
    let toldAt: Instant?

    enum Role: String, CaseIterable, Sendable {
        case leader, lastResort, mayor, chair

        static let offices: [Role] = [.mayor, .chair]
    }
}

/// Where somebody is reached, as it was when the alarm was raised.
struct AlarmAddress: Hashable, Sendable {
    let kind: ChannelKind
    let address: String
}

extension Transaction {
    /// The message to a named human failed on every channel: the next is told at once. Once round only, so
    /// that a gateway that is down does not make the engine run in circles.
    func hastenTelling(_ alarm: ID<Alarm>, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm SET take_due_at = \(now), due_at = \(now)
            WHERE id = \(alarm) AND state = 'exhausted'
                AND told_count < (SELECT COUNT(*) FROM alarm_contact
                    WHERE alarm = \(alarm) AND role = 'lastResort')
            """)
    }
}

extension Transaction {
    /// The waves of all posts together, each with its different people.
    func waveCounts(of alarm: ID<Alarm>) throws -> [AlarmReport.Wave] {
        try rows(
            """
            SELECT w.number, w.kind, COUNT(DISTINCT c.person) AS people
            FROM alarm_post p JOIN alarm_wave w ON w.post = p.id
                LEFT JOIN alarm_candidate c ON c.post = w.post AND c.wave = w.number
            WHERE p.alarm = \(alarm) GROUP BY w.number, w.kind ORDER BY w.number
            """
        ).map { row in
            AlarmReport.Wave(
                number: try row.integer("number"), kind: try row.text("kind"),
                people: try row.integer("people"))
        }
    }
}
