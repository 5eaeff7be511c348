import Domain
import Storage

extension Transaction {
    func insert(_ figure: RosterFigure, ofRoster roster: ID<Roster>) throws {
        try execute(
            """
            INSERT INTO roster_figure (roster, cost, bound, seed)
            VALUES (\(roster), \(figure.cost), \(figure.bound), \(figure.seed))
            """)
    }

    func insert(_ runnerUp: RunnerUp) throws {
        try execute(
            """
            INSERT INTO duty_runner_up (duty, person, more, reason)
            VALUES (\(runnerUp.duty), \(runnerUp.person), \(runnerUp.more), \(runnerUp.reason))
            """)
    }

    func insert(_ wish: StoredWish, at now: Instant) throws {
        try execute(
            """
            INSERT INTO duty_wish (id, person, wish, starts_at, ends_at, recorded_at)
            VALUES (\(wish.id), \(wish.person), \(wish.wish), \(wish.interval.start), \(wish.interval.end), \(now))
            """)
    }

    func deleteWish(_ id: ID<StoredWish>) throws {
        try execute("DELETE FROM duty_wish WHERE id = \(id)")
    }

    func pin(_ duty: ID<StoredDuty>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO duty_pin (duty, pinned_at) VALUES (\(duty), \(now)) ON CONFLICT (duty) DO NOTHING
            """)
    }

    func unpin(_ duty: ID<StoredDuty>) throws {
        try execute("DELETE FROM duty_pin WHERE duty = \(duty)")
    }
}
