import Domain
import Storage

extension Transaction {
    /// Every contact point, newest first.
    func contactPoints() throws -> [ContactPoint] {
        try rows(
            """
            SELECT id, valid_from, name, holder, deputy, phone, mailbox, hours, away_from, away_through
            FROM contact_point ORDER BY valid_from DESC
            """
        ).map(ContactPoint.init)
    }

    /// One that begins on the same day takes the place of the other.
    func save(_ point: ContactPoint) throws {
        try execute(
            """
            INSERT INTO contact_point (id, valid_from, name, holder, deputy, phone, mailbox, hours, away_from,
                away_through)
            VALUES (\(point.id), \(point.validFrom), \(point.name), \(point.holder), \(point.deputy),
                \(point.phone.e164), \(point.mailbox.description), \(point.hours), \(point.away?.from),
                \(point.away?.through))
            ON CONFLICT (valid_from)
            DO UPDATE SET name = excluded.name, holder = excluded.holder, deputy = excluded.deputy,
                phone = excluded.phone, mailbox = excluded.mailbox, hours = excluded.hours,
                away_from = excluded.away_from, away_through = excluded.away_through
            """)
    }
}

extension ContactPoint {
    fileprivate init(_ row: Row) throws {
        guard let phone = Phone(try row.text("phone")) else { throw StorageFault.column("phone") }
        guard case .success(let mailbox) = EmailAddress.parse(try row.text("mailbox")) else {
            throw StorageFault.column("mailbox")
        }
        var away: Away?
        if let from = try row.optionalDay("away_from"), let through = try row.optionalDay("away_through") {
            away = Away(from: from, through: through)
        }
        self.init(
            id: try row.id("id"), validFrom: try row.day("valid_from"), name: try row.text("name"),
            holder: try row.text("holder"), deputy: try row.text("deputy"), phone: phone, mailbox: mailbox,
            hours: try row.text("hours"), away: away)
    }
}
