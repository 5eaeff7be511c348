import Domain
import Storage

extension Transaction {
    func save(_ rhythm: ReliefRhythm, of id: ID<Deployment>) throws {
        try execute(
            """
            INSERT INTO relief_plan (deployment, changes_at, shift_minutes, overlap_minutes, made_at, cost, bound)
            VALUES (\(id), \(rhythm.changesAt), \(rhythm.shiftMinutes), \(rhythm.overlapMinutes),
                \(rhythm.madeAt), \(rhythm.cost), \(rhythm.bound))
            ON CONFLICT (deployment) DO UPDATE SET changes_at = excluded.changes_at,
                shift_minutes = excluded.shift_minutes, overlap_minutes = excluded.overlap_minutes,
                made_at = excluded.made_at, cost = excluded.cost, bound = excluded.bound
            """)
    }

    func insert(_ shift: ReliefShift) throws {
        try execute(
            """
            INSERT INTO relief_shift (id, deployment, function, person, starts_at, ends_at, state, is_pinned,
                made_at, asked_at, answered_at)
            VALUES (\(shift.id), \(shift.deployment), \(shift.function), \(shift.person),
                \(shift.interval.start), \(shift.interval.end), \(shift.state), \(shift.isPinned),
                \(shift.madeAt), \(shift.askedAt), \(shift.answeredAt))
            """)
    }

    /// What was planned, and nobody was told of, gives way to a new plan.
    func deletePlannedShifts(of id: ID<Deployment>, from instant: Instant) throws {
        try execute(
            """
            DELETE FROM relief_shift WHERE deployment = \(id) AND starts_at >= \(instant)
                AND state = \(ReliefShift.State.planned) AND is_pinned = \(false)
            """)
    }

    /// Of a plan that nobody was told of.
    func deleteReliefShift(_ id: ID<ReliefShift>) throws {
        try execute("DELETE FROM relief_shift WHERE id = \(id)")
    }

    /// The numbers that somebody gave for this deployment, above what its level asks.
    func reliefPosts(of id: ID<Deployment>) throws -> [Code<CrisisFunction>: Int] {
        let rows = try rows("SELECT function, wanted FROM relief_post WHERE deployment = \(id)")
        return try rows.reduce(into: [:]) { counts, row in
            counts[Code(try row.text("function"))] = try row.integer("wanted")
        }
    }

    /// What the first plan went by, unless somebody gave a number.
    func insertReliefPost(_ function: Code<CrisisFunction>, wanted: Int, of id: ID<Deployment>) throws {
        try execute(
            """
            INSERT INTO relief_post (deployment, function, wanted) VALUES (\(id), \(function), \(wanted))
            ON CONFLICT (deployment, function) DO NOTHING
            """)
    }

    func setReliefShift(
        _ id: ID<ReliefShift>, _ state: ReliefShift.State, askedAt: Instant?, answeredAt: Instant?
    ) throws {
        try execute(
            """
            UPDATE relief_shift SET state = \(state), asked_at = \(askedAt), answered_at = \(answeredAt)
            WHERE id = \(id)
            """)
    }

    func saveReliefPost(_ function: Code<CrisisFunction>, wanted: Int, of id: ID<Deployment>) throws {
        try execute(
            """
            INSERT INTO relief_post (deployment, function, wanted) VALUES (\(id), \(function), \(wanted))
            ON CONFLICT (deployment, function) DO UPDATE SET wanted = excluded.wanted
            """)
    }
}
