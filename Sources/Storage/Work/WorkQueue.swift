package import Domain

/// One piece of background work: what, for which thing, and when it is due.
package struct Work: Equatable, Sendable {
    package enum State: String, Sendable {
        case waiting, done, failed
        /// Given up by a person, who said why.
        case dropped
    }

    package let id: ID<Work>
    /// Names the code that does it, `nightly-proof`.
    package let kind: String
    /// Unique within the kind: queueing the same key twice queues it once.
    package let key: String
    package let payload: String
    package let dueAt: Instant
    /// Runs that were begun before this one.
    package let attempts: Int
}

/// Work taken by one runner until `leasedUntil`; after that another may take it, and this runner's result no
/// longer counts.
package struct WorkClaim: Equatable, Sendable {
    package let work: Work
    package let lease: ID<WorkClaim>
    package let leasedUntil: Instant
}

extension Transaction {
    /// Queues `work` unless its kind and key are known already.
    ///
    /// - Returns: false when it was known.
    @discardableResult
    package func queue(
        _ id: ID<Work>, kind: String, key: String, payload: String = "", dueAt: Instant, now: Instant
    ) throws -> Bool {
        try execute(
            """
            INSERT INTO work (id, kind, work_key, payload, due_at, state, attempts, created_at)
            VALUES (\(id), \(kind), \(key), \(payload), \(dueAt), \(Work.State.waiting), 0, \(now))
            ON CONFLICT (kind, work_key) DO NOTHING
            """) == 1
    }

    /// Takes at most `limit` due pieces of the given kinds, oldest first. Two runners never get the same
    /// piece while its lease lasts.
    package func claimWork(
        kinds: [String], limit: Int, lease: ID<WorkClaim>, now: Instant, until leasedUntil: Instant
    ) throws -> [WorkClaim] {
        let due = try rows(
            """
            SELECT id, kind, work_key, payload, due_at, attempts FROM work
            WHERE state = \(Work.State.waiting) AND due_at <= \(now) AND kind IN (\(list: kinds))
                AND (leased_until IS NULL OR leased_until <= \(now))
            ORDER BY due_at, id LIMIT \(limit) \(sql: dialect.forUpdateSkipLocked)
            """)
        return try due.map { row in
            let work = try Work(row)
            try execute(
                """
                UPDATE work SET lease = \(lease), leased_until = \(leasedUntil), attempts = attempts + 1
                WHERE id = \(work.id)
                """)
            return WorkClaim(work: work, lease: lease, leasedUntil: leasedUntil)
        }
    }

    /// - Returns: false when the lease had passed to another runner.
    package func renewWork(_ claim: WorkClaim, until leasedUntil: Instant) throws -> Bool {
        try execute(
            "UPDATE work SET leased_until = \(leasedUntil) WHERE id = \(claim.work.id) AND lease = \(claim.lease)"
        ) == 1
    }

    /// - Returns: false when the lease had passed to another runner; its result counts, not this one.
    package func finishWork(_ claim: WorkClaim) throws -> Bool {
        try execute(
            """
            UPDATE work SET state = \(Work.State.done), lease = NULL, leased_until = NULL, last_error = NULL
            WHERE id = \(claim.work.id) AND lease = \(claim.lease)
            """) == 1
    }

    /// Puts the work back, due again at `dueAt`; nil gives it up and leaves it visible as failed.
    package func returnWork(_ claim: WorkClaim, error: String, dueAt: Instant?) throws -> Bool {
        let state = dueAt == nil ? Work.State.failed : Work.State.waiting
        return try execute(
            """
            UPDATE work SET state = \(state), due_at = \(dueAt ?? claim.work.dueAt), last_error = \(error),
                lease = NULL, leased_until = NULL
            WHERE id = \(claim.work.id) AND lease = \(claim.lease)
            """) == 1
    }

    /// When the next piece of these kinds is due or its lease ends; nil when nothing waits.
    package func nextWork(kinds: [String]) throws -> Instant? {
        try row(
            """
            SELECT MIN(CASE WHEN leased_until IS NULL OR leased_until < due_at THEN due_at ELSE leased_until END) AS due
            FROM work WHERE state = \(Work.State.waiting) AND kind IN (\(list: kinds))
            """)?.optionalInstant("due")
    }
}

extension Work {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), kind: try row.text("kind"), key: try row.text("work_key"),
            payload: try row.text("payload"), dueAt: try row.instant("due_at"),
            attempts: try row.integer("attempts"))
    }
}
