import Domain
import Storage

/// The outbox of alarms.
extension Transaction {
    func insert(_ message: AlarmMessage, at now: Instant) throws {
        try execute(
            """
            INSERT INTO alarm_message (id, alarm, person, purpose, generation, series, position, kind, address, subject,
                body, state, due_at, attempts, possible_duplicate, created_at)
            VALUES (\(message.id), \(message.alarm), \(message.person), \(message.purpose), \(message.generation),
                \(message.series), \(message.position), \(message.address.kind), \(message.address.address),
                \(message.subject), \(message.body), \(message.state), \(message.dueAt), 0, 0, \(now))
            """)
    }

    // MARK: Claiming

    /// Takes at most `AlarmMessage.batchMax` messages that are due, or whose worker was lost.
    ///
    /// - Returns: nil when nothing is due.
    func claimAlarmMessages(_ claim: ID<AlarmBatch>, at now: Instant) throws -> AlarmBatch? {
        let lost = try lostMessages(at: now)
        let waiting = try waitingMessages(at: now, limit: AlarmMessage.batchMax - lost.count)
        let ids = lost + waiting
        guard !ids.isEmpty else { return nil }
        let wanted = try wantedMessages(ids)
        try drop(ids.filter { !wanted.contains($0) })
        let until = now.adding(seconds: AlarmMessage.leaseSeconds)
        guard !wanted.isEmpty else { return AlarmBatch(claim: claim, messages: [], until: until) }
        // A claim that ended without a result: the message may have left.
        try execute(
            """
            UPDATE alarm_message SET possible_duplicate = 1 WHERE state = 'claimed' AND id IN (\(list: wanted))
            """)
        try execute(
            """
            UPDATE alarm_message SET state = 'claimed', claim = \(claim), claimed_until = \(until),
                attempts = attempts + 1
            WHERE id IN (\(list: wanted))
            """)
        try execute(
            """
            INSERT INTO alarm_batch (claim, claimed_at, size, sent, failed, journalled)
            VALUES (\(claim), \(now), \(wanted.count), 0, 0, 0)
            """)
        return AlarmBatch(claim: claim, messages: try outgoing(claim), until: until)
    }

    private func lostMessages(at now: Instant) throws -> [ID<AlarmMessage>] {
        try rows(
            """
            SELECT id FROM alarm_message WHERE state = 'claimed' AND claimed_until <= \(now)
            ORDER BY claimed_until, id LIMIT \(AlarmMessage.batchMax) \(sql: dialect.forUpdateSkipLocked)
            """
        ).map { try $0.id("id") }
    }

    private func waitingMessages(at now: Instant, limit: Int) throws -> [ID<AlarmMessage>] {
        guard limit > 0 else { return [] }
        return try rows(
            """
            SELECT id FROM alarm_message WHERE state = 'waiting' AND due_at <= \(now)
            ORDER BY due_at, id LIMIT \(limit) \(sql: dialect.forUpdateSkipLocked)
            """
        ).map { try $0.id("id") }
    }

    /// Those of this generation of their alarm whose reader still has something to hear. The alarms stay
    /// locked, so that a stop that returned before this claim is seen by it.
    private func wantedMessages(_ ids: [ID<AlarmMessage>]) throws -> [ID<AlarmMessage>] {
        _ = try rows(
            """
            SELECT id FROM alarm WHERE id IN (SELECT alarm FROM alarm_message WHERE id IN (\(list: ids)))
            ORDER BY id \(sql: dialect.forShare)
            """)
        let current = try rows(
            """
            SELECT m.id FROM alarm_message m JOIN alarm a ON a.id = m.alarm
            WHERE m.id IN (\(list: ids)) AND m.generation = a.generation
                AND (m.purpose <> 'call' OR EXISTS (SELECT 1 FROM alarm_callee c
                    WHERE c.alarm = m.alarm AND c.person = m.person AND c.state = 'called'))
            """)
        return try current.map { try $0.id("id") }.sorted()
    }

    private func drop(_ ids: [ID<AlarmMessage>]) throws {
        guard !ids.isEmpty else { return }
        try execute(
            """
            UPDATE alarm_message SET state = 'dropped', claim = NULL, claimed_until = NULL WHERE id IN (\(list: ids))
            """)
    }

    private func outgoing(_ claim: ID<AlarmBatch>) throws -> [OutgoingMessage] {
        let links = try answerLinks()
        return try rows(
            """
            SELECT m.id, m.kind, m.purpose, m.address, m.subject, m.body, m.possible_duplicate, a.is_exercise,
                a.raised_at, l.number AS link
            FROM alarm_message m JOIN alarm a ON a.id = m.alarm
                LEFT JOIN alarm_link l ON l.alarm = m.alarm AND l.person = m.person
            WHERE m.claim = \(claim) ORDER BY m.due_at, m.id
            """
        ).map { row in
            let kind: ChannelKind = try row.kind("kind")
            var text = try row.text("body")
            if let links, let number = try row.optionalInteger("link") {
                text = links.text(
                    text, over: kind, for: try row.kind("purpose"), number: number,
                    raisedAt: try row.instant("raised_at"))
            }
            return OutgoingMessage(
                key: try row.text("id"), kind: kind, address: try row.text("address"),
                subject: try row.text("subject"), text: text,
                possibleDuplicate: try row.flag("possible_duplicate"), exercise: try row.flag("is_exercise"))
        }
    }

    /// When a message is due, or a claim ends; nil when nothing waits.
    func nextMessageDue() throws -> Instant? {
        let waiting = try row("SELECT MIN(due_at) AS due FROM alarm_message WHERE state = 'waiting'")
        let claimed = try row(
            "SELECT MIN(claimed_until) AS due FROM alarm_message WHERE state = 'claimed'")
        return [try waiting?.optionalInstant("due"), try claimed?.optionalInstant("due")]
            .compactMap(\.self).min()
    }

    // MARK: Recording

    /// A message that is still held by `claim`; nil when the claim has passed to another.
    func claimedMessage(_ id: ID<AlarmMessage>, _ claim: ID<AlarmBatch>) throws -> ClaimedMessage? {
        try row(
            """
            SELECT alarm, person, purpose, series, position, attempts FROM alarm_message
            WHERE id = \(id) AND claim = \(claim) \(sql: dialect.forUpdate)
            """
        ).map { row in
            ClaimedMessage(
                id: id, alarm: try row.id("alarm"), person: try row.id("person"),
                purpose: try row.kind("purpose"), series: try row.id("series"),
                position: try row.integer("position"), attempts: try row.integer("attempts"))
        }
    }

    func setSent(_ id: ID<AlarmMessage>, reference: String, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm_message SET state = 'sent', sent_at = \(now), reference = \(reference), fault = NULL,
                claim = NULL, claimed_until = NULL
            WHERE id = \(id)
            """)
    }

    func setFailed(_ id: ID<AlarmMessage>, fault: String) throws {
        try execute(
            """
            UPDATE alarm_message SET state = 'failed', fault = \(fault), claim = NULL, claimed_until = NULL
            WHERE id = \(id)
            """)
    }

    func setWaiting(
        _ id: ID<AlarmMessage>, fault: String, mayHaveArrived: Bool, dueAt: Instant
    ) throws {
        try execute(
            """
            UPDATE alarm_message SET state = 'waiting', due_at = \(dueAt), fault = \(fault), claim = NULL,
                claimed_until = NULL,
                possible_duplicate = CASE WHEN \(mayHaveArrived ? 1 : 0) = 1 THEN 1 ELSE possible_duplicate END
            WHERE id = \(id)
            """)
    }

    /// The next channel of the series is tried at once.
    func pullForward(after message: ClaimedMessage, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm_message SET state = 'waiting', due_at = \(now)
            WHERE series = \(message.series) AND position = \(message.position + 1) AND attempts = 0
                AND (state = 'standby' OR (state = 'waiting' AND due_at > \(now)))
            """)
    }

    func recordBatch(_ claim: ID<AlarmBatch>, sent: Int, failed: Int, at now: Instant) throws {
        try execute(
            """
            UPDATE alarm_batch SET recorded_at = \(now), sent = sent + \(sent), failed = failed + \(failed)
            WHERE claim = \(claim)
            """)
    }

    /// Recorded batches that do not stand in the journal yet, which they do from now on.
    func journalBatches(limit: Int) throws -> (batches: Int, sent: Int, failed: Int) {
        let rows = try rows(
            """
            SELECT claim, sent, failed FROM alarm_batch WHERE journalled = 0 AND recorded_at IS NOT NULL
            ORDER BY recorded_at, claim LIMIT \(limit)
            """)
        guard !rows.isEmpty else { return (0, 0, 0) }
        let claims: [ID<AlarmBatch>] = try rows.map { try $0.id("claim") }
        try execute("UPDATE alarm_batch SET journalled = 1 WHERE claim IN (\(list: claims))")
        return (
            rows.count, try rows.map { try $0.integer("sent") }.reduce(0, +),
            try rows.map { try $0.integer("failed") }.reduce(0, +)
        )
    }

    func hasUnjournalledBatch() throws -> Bool {
        try row("SELECT claim FROM alarm_batch WHERE journalled = 0 AND recorded_at IS NOT NULL LIMIT 1")
            != nil
    }

    // MARK: The clock

    /// The latest moment that any worker saw.
    func clockSeen() throws -> Instant {
        try row("SELECT seen_at FROM alarm_clock WHERE id = 1")?.instant("seen_at") ?? .distantPast
    }

    func setClockSeen(_ now: Instant) throws {
        try execute("UPDATE alarm_clock SET seen_at = \(now) WHERE id = 1")
    }

    /// Brings every due time of running alarms forward by as much as the clock went back, so that a wait of
    /// five minutes stays one of five minutes.
    func shiftDueTimes(back milliseconds: Int) throws {
        try execute(
            """
            UPDATE alarm SET due_at = due_at - \(milliseconds), take_due_at = take_due_at - \(milliseconds)
            WHERE due_at IS NOT NULL
            """)
        try execute(
            """
            UPDATE alarm_post SET wave_due_at = wave_due_at - \(milliseconds)
            WHERE alarm IN (SELECT id FROM alarm WHERE ended_at IS NULL)
            """)
        try execute(
            """
            UPDATE alarm_callee SET arrives_at = arrives_at - \(milliseconds), asked_at = asked_at - \(milliseconds)
            WHERE alarm IN (SELECT id FROM alarm WHERE ended_at IS NULL)
            """)
        try execute("UPDATE alarm_message SET due_at = due_at - \(milliseconds) WHERE state = 'waiting'")
        try execute(
            "UPDATE alarm_message SET claimed_until = claimed_until - \(milliseconds) WHERE state = 'claimed'"
        )
    }

    func reader(of message: ID<AlarmMessage>) throws -> AlarmReader? {
        try row("SELECT person, purpose FROM alarm_message WHERE id = \(message)").map { row in
            AlarmReader(person: try row.id("person"), purpose: try row.kind("purpose"))
        }
    }

    func calledCount(of alarm: ID<Alarm>) throws -> Int {
        try row(
            "SELECT COUNT(*) AS number FROM alarm_callee WHERE alarm = \(alarm) AND called_at IS NOT NULL")?
            .integer("number") ?? 0
    }
}
