import Domain
import Storage

extension Transaction {
    func insert(_ roster: Roster) throws {
        try execute(
            """
            INSERT INTO roster (id, state, starts_at, ends_at, made_at, vacancies, published_at)
            VALUES (\(roster.id), \(roster.state), \(roster.interval.start), \(roster.interval.end), \(roster.madeAt),
                \(roster.vacancyCount), \(roster.publishedAt))
            """)
    }

    func insert(_ stored: StoredDuty) throws {
        try execute(
            """
            INSERT INTO duty (id, roster, line, person, slot, starts_at, ends_at, state, made_by, explanation)
            VALUES (\(stored.id), \(stored.roster), \(stored.duty.line), \(stored.person), \(stored.duty.slot),
                \(stored.duty.interval.start), \(stored.duty.interval.end), \(stored.state), \(stored.maker),
                \(stored.explanation))
            """)
    }

    func roster(_ id: ID<Roster>) throws -> Roster? {
        try row(
            "SELECT id, state, starts_at, ends_at, made_at, vacancies, published_at FROM roster WHERE id = \(id)"
        )
        .map(Roster.init)
    }

    func draftRosters() throws -> [Roster] {
        try rows(
            """
            SELECT id, state, starts_at, ends_at, made_at, vacancies, published_at FROM roster
            WHERE state = \(Roster.State.draft) ORDER BY made_at DESC, id
            """
        ).map(Roster.init)
    }

    /// Those of which some duties were not made by hand, with how many duties they have; the latest first.
    func madeRosters(limit: Int) throws -> [(Roster, Int)] {
        try rows(
            """
            SELECT r.id, r.state, r.starts_at, r.ends_at, r.made_at, r.vacancies, r.published_at,
                COUNT(d.id) AS duties
            FROM roster r JOIN duty d ON d.roster = r.id
            WHERE d.made_by <> \(StoredDuty.Maker.hand)
            GROUP BY r.id, r.state, r.starts_at, r.ends_at, r.made_at, r.vacancies, r.published_at
            ORDER BY r.made_at DESC, r.id DESC LIMIT \(limit)
            """
        ).map { (try Roster($0), try $0.integer("duties")) }
    }

    func duties(ofRoster roster: ID<Roster>) throws -> [StoredDuty] {
        try rows(
            """
            SELECT id, roster, line, person, slot, starts_at, ends_at, state, made_by, explanation
            FROM duty WHERE roster = \(roster) ORDER BY starts_at, line, slot DESC, id
            """
        ).map(StoredDuty.init)
    }

    /// Ends a running duty early; what was run until then stays as it was.
    func endDuty(_ duty: ID<StoredDuty>, at end: Instant) throws {
        try execute("UPDATE duty SET ends_at = \(end) WHERE id = \(duty)")
    }

    func setState(_ state: Roster.State, ofDuty duty: ID<StoredDuty>) throws {
        try execute("UPDATE duty SET state = \(state) WHERE id = \(duty)")
    }

    func setState(_ state: Roster.State, publishedAt: Instant?, ofRoster roster: ID<Roster>) throws {
        try execute("UPDATE roster SET state = \(state), published_at = \(publishedAt) WHERE id = \(roster)")
    }

    func publishDuties(ofRoster roster: ID<Roster>) throws {
        try execute(
            """
            UPDATE duty SET state = \(Roster.State.published)
            WHERE roster = \(roster) AND state = \(Roster.State.draft)
            """)
    }
}

extension Roster {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), state: try row.kind("state"),
            interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
            madeAt: try row.instant("made_at"), vacancyCount: try row.integer("vacancies"),
            publishedAt: try row.optionalInstant("published_at"))
    }
}
