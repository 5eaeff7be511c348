import Domain
import Storage

extension Transaction {
    func insert(_ feed: CalendarFeed, hash: String, account: ID<Account>) throws {
        try execute(
            """
            INSERT INTO calendar_feed (id, secret_hash, person, line, account, made_at)
            VALUES (\(feed.id), \(hash), \(feed.person), \(feed.line?.text), \(account), \(feed.madeAt))
            """)
    }

    func calendarFeed(hash: String) throws -> CalendarFeed? {
        try row("SELECT id, person, line, made_at FROM calendar_feed WHERE secret_hash = \(hash)").map(
            CalendarFeed.init)
    }

    func calendarFeeds() throws -> [CalendarFeed] {
        try rows("SELECT id, person, line, made_at FROM calendar_feed ORDER BY made_at, id").map(
            CalendarFeed.init)
    }

    func deleteCalendarFeed(_ id: ID<CalendarFeed>) throws {
        try execute("DELETE FROM calendar_feed WHERE id = \(id)")
    }
}

extension CalendarFeed {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), person: try row.optionalID("person"),
            line: try row.optionalText("line").map { Code($0) }, madeAt: try row.instant("made_at"))
    }
}
