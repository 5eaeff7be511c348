import Domain
import Storage

extension Transaction {
    /// Who does not count as reachable by the last communication test, each since its end.
    ///
    /// - Parameter channels: everybody's as they are now.
    func unreachable(
        among channels: [ID<Functionary>: [ContactChannel]]
    ) throws -> [ID<Functionary>: Instant] {
        let last = try row(
            """
            SELECT id, closes_at, ended_at FROM contact_test WHERE ended_at IS NOT NULL
            ORDER BY ended_at DESC, id LIMIT 1
            """)
        guard let last else { return [:] }
        let (closesAt, endedAt) = (try last.instant("closes_at"), try last.instant("ended_at"))
        let lines = Dictionary(grouping: try contactTestLines(of: try last.id("id")), by: \.person)
        return lines.reduce(into: [:]) { unreachable, own in
            let addresses = (channels[own.key] ?? []).map(\.address)
            if ContactTest.isUnreachable(addresses: addresses, lines: own.value, closesAt: closesAt) {
                unreachable[own.key] = endedAt
            }
        }
    }

    /// The last message of a test that went to this address after `since`; nil when there was none.
    func contactTestMessage(to address: String, since: Instant) throws -> Int? {
        try row(
            """
            SELECT l.number FROM contact_test_line l JOIN contact_test t ON t.id = l.test
            WHERE l.address = \(address) AND t.starts_at > \(since) AND l.answered_at IS NULL
            ORDER BY l.number DESC LIMIT 1
            """)?.integer("number")
    }
}
