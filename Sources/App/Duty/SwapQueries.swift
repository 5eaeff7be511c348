import Domain
import Storage

extension Transaction {
    func insert(_ swap: Swap, asked: [ID<Functionary>]) throws {
        try execute(
            """
            INSERT INTO duty_swap (id, duty, person, line, starts_at, ends_at, for_pool, offered_at, expires_at, state)
            VALUES (\(swap.id), \(swap.duty), \(swap.person), \(swap.line), \(swap.interval.start), \(swap.interval.end),
                \(swap.isForPool ? 1 : 0), \(swap.offeredAt), \(swap.expiresAt), \(swap.state))
            """)
        for person in asked {
            try execute("INSERT INTO duty_swap_asked (swap, person) VALUES (\(swap.id), \(person))")
        }
    }

    func swap(_ id: ID<Swap>) throws -> Swap? {
        try row(
            """
            SELECT id, duty, person, line, starts_at, ends_at, for_pool, offered_at, expires_at, state, taken_by
            FROM duty_swap WHERE id = \(id)
            """
        ).map(Swap.init)
    }

    /// Offers that nobody settled, by start; some may have expired.
    func offeredSwaps() throws -> [Swap] {
        try rows(
            """
            SELECT id, duty, person, line, starts_at, ends_at, for_pool, offered_at, expires_at, state, taken_by
            FROM duty_swap WHERE state = \(Swap.Standing.offered) ORDER BY starts_at, id
            """
        ).map(Swap.init)
    }

    /// Whom an offer was made to.
    func asked(_ swap: ID<Swap>) throws -> [ID<Functionary>] {
        try rows("SELECT person FROM duty_swap_asked WHERE swap = \(swap) ORDER BY person").map {
            try $0.id("person")
        }
    }

    func settle(_ swap: ID<Swap>, _ state: Swap.Standing, by person: ID<Functionary>?, at now: Instant) throws
    {
        try execute(
            "UPDATE duty_swap SET state = \(state), taken_by = \(person), settled_at = \(now) WHERE id = \(swap)"
        )
    }
}

extension Swap {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), duty: try row.id("duty"), person: try row.id("person"),
            line: Code(try row.text("line")),
            interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
            isForPool: try row.integer("for_pool") == 1, offeredAt: try row.instant("offered_at"),
            expiresAt: try row.instant("expires_at"), state: try row.kind("state"),
            takenBy: try row.optionalID("taken_by"))
    }
}
