import Domain
import Storage

/// An alarm for which somebody was called, or which they may take.
struct AnswerableAlarm: Sendable {
    let alarm: ID<Alarm>
    let person: ID<Functionary>
    let municipality: Code<Municipality>
    let isRunning: Bool
}

extension Transaction {
    /// Whoever has this number or address, now or when an alarm that still matters froze it.
    func senders(_ address: String, since: Instant) throws -> [ID<Functionary>] {
        let frozen: [ID<Functionary>] = try rows(
            """
            SELECT DISTINCT d.person FROM alarm_address d JOIN alarm a ON a.id = d.alarm
            WHERE d.address = \(address) AND (a.ended_at IS NULL OR a.ended_at > \(since))
            """
        ).map { try $0.id("person") }
        return Set(try people(atAddress: address) + frozen).sorted()
    }

    /// Alarms that these people can answer, newest first, those that ended after `since` too.
    func answerableAlarms(_ people: [ID<Functionary>], since: Instant) throws -> [AnswerableAlarm] {
        guard !people.isEmpty else { return [] }
        return try rows(
            """
            SELECT a.id, a.municipality, a.ended_at, a.raised_at, c.person
            FROM alarm_callee c JOIN alarm a ON a.id = c.alarm
            WHERE c.person IN (\(list: people)) AND c.state <> 'planned'
                AND (a.ended_at IS NULL OR a.ended_at > \(since))
            UNION
            SELECT a.id, a.municipality, a.ended_at, a.raised_at, t.person
            FROM alarm_contact t JOIN alarm a ON a.id = t.alarm
            WHERE t.role = 'lastResort' AND t.person IN (\(list: people)) AND a.state IN ('exhausted', 'taken')
            ORDER BY 4 DESC, 1, 5
            """
        ).map { row in
            AnswerableAlarm(
                alarm: try row.id("id"), person: try row.id("person"),
                municipality: Code(try row.text("municipality")), isRunning: try row.isNull("ended_at"))
        }
    }

    /// What became of what this sender sent before; nil when there was nothing since.
    func lastOutcome(of sender: String, before message: ID<InboundMessage>, since: Instant) throws -> String?
    {
        try row(
            """
            SELECT outcome FROM inbound_message
            WHERE sender = \(sender) AND received_at > \(since) AND id <> \(message) AND outcome IS NOT NULL
            ORDER BY received_at DESC, id DESC LIMIT 1
            """
        ).map { try $0.text("outcome") }
    }

    /// In the transaction that did it.
    func setOutcome(_ outcome: InboundOutcome, of id: ID<InboundMessage>) throws {
        try execute("UPDATE inbound_message SET outcome = \(outcome) WHERE id = \(id)")
    }

    /// How many texts came in from numbers that nobody has.
    func unknownSenderCount(since: Instant) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS number FROM inbound_message
            WHERE received_at > \(since) AND outcome = \(InboundOutcome.unknownSender)
            """)?.integer("number") ?? 0
    }

    // MARK: Reports of delivery

    /// The message that a report is about: by our key, else by the provider's own number for it.
    func reportedMessage(_ reference: String) throws -> ClaimedMessage? {
        let row =
            try row(
                """
                SELECT id, alarm, person, purpose, series, position, attempts FROM alarm_message
                WHERE id = \(reference) AND state = 'sent' \(sql: dialect.forUpdate)
                """)
            ?? row(
                """
                SELECT id, alarm, person, purpose, series, position, attempts FROM alarm_message
                WHERE reference = \(reference) AND state = 'sent' \(sql: dialect.forUpdate)
                """)
        return try row.map { row in
            ClaimedMessage(
                id: try row.id("id"), alarm: try row.id("alarm"), person: try row.id("person"),
                purpose: try row.kind("purpose"), series: try row.id("series"),
                position: try row.integer("position"), attempts: try row.integer("attempts"))
        }
    }

    func setDelivered(_ id: ID<AlarmMessage>, at now: Instant) throws {
        try execute(
            "UPDATE alarm_message SET delivered_at = COALESCE(delivered_at, \(now)) WHERE id = \(id)")
    }
}
