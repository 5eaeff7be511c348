import Domain
import Storage

extension Transaction {
    func insert(_ request: RosterRequest) throws {
        try execute(
            """
            INSERT INTO roster_request (id, lines, first_week, weeks, seconds, steps, state, requested_at)
            VALUES (\(request.id), \(request.lines.map(\.text).joined(separator: " ")), \(request.firstWeek),
                \(request.weeks), \(request.seconds), \(request.steps), \(request.state), \(request.requestedAt))
            """)
    }

    func rosterRequest(_ id: ID<RosterRequest>) throws -> RosterRequest? {
        try row(
            """
            SELECT id, lines, first_week, weeks, seconds, steps, state, cost, bound, roster, refusal, requested_at,
                begun_at
            FROM roster_request WHERE id = \(id)
            """
        ).map { row in
            RosterRequest(
                id: try row.id("id"),
                lines: try row.text("lines").split(separator: " ").map { Code(String($0)) },
                firstWeek: try row.day("first_week"), weeks: try row.integer("weeks"),
                seconds: try row.integer("seconds"), steps: try row.optionalInteger("steps"),
                state: try row.kind("state"), cost: try row.optionalInteger("cost"),
                bound: try row.optionalInteger("bound"), roster: try row.optionalID("roster"),
                refusal: try row.optionalText("refusal"), requestedAt: try row.instant("requested_at"),
                begunAt: try row.optionalInstant("begun_at"))
        }
    }

    func openRosterRequests() throws -> Int {
        let open = [RosterRequest.State.waiting, .running, .stopping].map(\.rawValue)
        return try row("SELECT COUNT(*) AS count FROM roster_request WHERE state IN (\(list: open))")?
            .integer("count") ?? 0
    }

    func setState(_ state: RosterRequest.State, ofRequest id: ID<RosterRequest>) throws {
        try execute("UPDATE roster_request SET state = \(state) WHERE id = \(id)")
    }

    /// Marks a search that waits, or whose runner was lost, as running.
    func beginRosterRequest(_ id: ID<RosterRequest>, at now: Instant) throws {
        try execute(
            """
            UPDATE roster_request SET state = \(RosterRequest.State.running), begun_at = \(now)
            WHERE id = \(id) AND state = \(RosterRequest.State.waiting)
            """)
    }

    /// - Returns: whether the search goes on.
    func setRosterProgress(_ id: ID<RosterRequest>, cost: Int?, bound: Int?) throws -> Bool {
        try execute(
            """
            UPDATE roster_request SET cost = \(cost), bound = \(bound)
            WHERE id = \(id) AND state = \(RosterRequest.State.running)
            """) == 1
    }

    /// - Parameter outcome: nil when there is no draft.
    func finishRosterRequest(
        _ id: ID<RosterRequest>, _ outcome: RosterOutcome?, refusal: String?, at now: Instant
    ) throws {
        let state: RosterRequest.State = outcome == nil ? .failed : .finished
        try execute(
            """
            UPDATE roster_request SET state = \(state), roster = \(outcome?.roster), cost = \(outcome?.cost),
                bound = \(outcome?.bound), refusal = \(refusal), finished_at = \(now)
            WHERE id = \(id)
            """)
    }
}
