import Domain
import Storage

/// What came of the messages with which people were called, or asked in calm time.
struct CallDelivery: Hashable, Sendable {
    let asked: Int
    /// Somebody took a message for them.
    let reached: Int
    /// Something for them is still being tried.
    let waiting: Int
    /// Nothing left for them, nobody wrote down an answer, and they are still wanted: they know of nothing.
    let unreached: Int

    /// Whoever asked must ring.
    var isSilent: Bool { unreached > 0 && reached == 0 && waiting == 0 }
}

extension Transaction {
    /// Whether any message can leave at all.
    func hasOpenChannel() throws -> Bool { try channelSetups().contains(where: \.isOpen) }

    func callDelivery(of alarm: ID<Alarm>) throws -> CallDelivery {
        let isTrying = try hasOpenChannel()
        let people = try rows(
            """
            SELECT c.person, c.state,
                (SELECT COUNT(*) FROM alarm_message m WHERE m.alarm = c.alarm AND m.person = c.person
                    AND m.purpose = 'call' AND m.state = 'sent') AS sent,
                (SELECT COUNT(*) FROM alarm_message m WHERE m.alarm = c.alarm AND m.person = c.person
                    AND m.purpose = 'call' AND m.state IN ('waiting', 'claimed')
                    AND m.attempts < \(AlarmMessage.triesMax)) AS trying
            FROM alarm_callee c WHERE c.alarm = \(alarm) AND c.called_at IS NOT NULL ORDER BY c.person
            """
        ).map { row in
            let sent = try row.integer("sent") > 0
            let waits = try !sent && isTrying && row.integer("trying") > 0
            let isOpen = try row.kind("state") == CalleeState.called
            return (sent: sent, waits: waits && isOpen, isUnreached: isOpen && !sent && !waits)
        }
        return CallDelivery(
            asked: people.count, reached: people.count(where: \.sent), waiting: people.count(where: \.waits),
            unreached: people.count(where: \.isUnreached))
    }
}
