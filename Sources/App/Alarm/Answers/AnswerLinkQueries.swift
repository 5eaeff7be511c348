import Domain
import Storage

/// Whom a link is about.
struct LinkReader: Sendable {
    let alarm: ID<Alarm>
    let person: ID<Functionary>
}

extension Transaction {
    /// Numbers follow each other over all alarms; raising is one write at a time.
    func insertLinks(of alarm: ID<Alarm>, _ people: [ID<Functionary>]) throws {
        let last =
            try row("SELECT COALESCE(MAX(number), 0) AS number FROM alarm_link")?.integer("number") ?? 0
        for (index, person) in people.enumerated() {
            try execute(
                """
                INSERT INTO alarm_link (number, alarm, person) VALUES (\(last + 1 + index), \(alarm), \(person))
                """)
        }
    }

    func reader(ofLink number: Int) throws -> LinkReader? {
        try row("SELECT alarm, person FROM alarm_link WHERE number = \(number)").map { row in
            LinkReader(alarm: try row.id("alarm"), person: try row.id("person"))
        }
    }

    /// Nil when no address is set, no alarm was raised yet, or the master key is not at hand: a message then
    /// leaves without a link, which is better than not at all.
    func answerLinks() throws -> AnswerLinks? {
        guard let address = try siteAddress() else { return nil }
        do {
            return try secretKey(AnswerLink.keyName).map { AnswerLinks(address: address, key: $0) }
        } catch is KeyFault {
            return nil
        }
    }
}
