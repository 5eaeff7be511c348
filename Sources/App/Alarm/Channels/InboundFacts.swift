import Domain
import Storage

extension Transaction {
    /// What came in and nobody looked at yet, oldest first.
    func unreadInbound(limit: Int) throws -> [InboundMessage] {
        try rows(
            """
            SELECT id, channel, kind, external_key, sender, recipient, body, reference, status, received_at
            FROM inbound_message WHERE read_at IS NULL ORDER BY received_at, id LIMIT \(limit)
            """
        ).map { row in
            InboundMessage(
                id: try row.id("id"), channel: try row.id("channel"), kind: try row.kind("kind"),
                externalKey: try row.text("external_key"), sender: try row.text("sender"),
                recipient: try row.text("recipient"), text: try row.text("body"),
                reference: try row.text("reference"), status: try row.kind("status"),
                receivedAt: try row.instant("received_at"))
        }
    }

    /// In the transaction that does what the message asks.
    ///
    /// - Returns: false when another node was first.
    func markInboundRead(_ id: ID<InboundMessage>, at now: Instant) throws -> Bool {
        try execute("UPDATE inbound_message SET read_at = \(now) WHERE id = \(id) AND read_at IS NULL") == 1
    }

    /// The same message a second time changes nothing.
    func insert(_ message: InboundMessage) throws {
        try execute(
            """
            INSERT INTO inbound_message (id, channel, kind, external_key, sender, recipient, body, reference, status,
                received_at)
            VALUES (\(message.id), \(message.channel), \(message.kind), \(message.externalKey), \(message.sender),
                \(message.recipient), \(message.text), \(message.reference), \(message.status), \(message.receivedAt))
            ON CONFLICT (channel, kind, external_key) DO NOTHING
            """)
    }
}
