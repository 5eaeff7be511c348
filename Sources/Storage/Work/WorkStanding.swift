package import Domain

/// How the queue stands, in figures.
package struct WorkStanding: Equatable, Sendable {
    /// Not begun, due or not.
    package let waiting: Int
    package let running: Int
    package let failed: Int
    /// When the longest waiting piece that nobody works on was due; nil when nothing is due.
    package let oldestDue: Instant?
}

/// One piece as the queue knows it, without its payload: that may be about people.
package struct WorkLine: Equatable, Sendable {
    package enum Standing: Equatable, Sendable {
        /// Due at some moment, perhaps past.
        case waiting
        case running(leasedUntil: Instant)
        case failed
    }

    package let id: ID<Work>
    package let kind: String
    package let key: String
    package let standing: Standing
    /// For failed work: when its last run was due.
    package let dueAt: Instant
    package let attempts: Int
    /// A code, never a sentence of the engine.
    package let lastError: String?
    package let createdAt: Instant
}

extension Transaction {
    package func workStanding(at now: Instant) throws -> WorkStanding {
        let row = try row(
            """
            SELECT
                SUM(CASE WHEN state = \(Work.State.waiting) AND (leased_until IS NULL OR leased_until <= \(now))
                    THEN 1 ELSE 0 END) AS waiting,
                SUM(CASE WHEN state = \(Work.State.waiting) AND leased_until > \(now) THEN 1 ELSE 0 END) AS running,
                SUM(CASE WHEN state = \(Work.State.failed) THEN 1 ELSE 0 END) AS failed,
                MIN(CASE WHEN state = \(Work.State.waiting) AND due_at <= \(now)
                    AND (leased_until IS NULL OR leased_until <= \(now)) THEN due_at END) AS oldest
            FROM work WHERE state IN (\(Work.State.waiting), \(Work.State.failed))
            """)
        return WorkStanding(
            waiting: try row?.optionalInteger("waiting") ?? 0,
            running: try row?.optionalInteger("running") ?? 0,
            failed: try row?.optionalInteger("failed") ?? 0, oldestDue: try row?.optionalInstant("oldest"))
    }

    /// Nil when no such piece was ever queued.
    package func workState(kind: String, key: String) throws -> Work.State? {
        try row("SELECT state FROM work WHERE kind = \(kind) AND work_key = \(key)").map {
            try $0.kind("state")
        }
    }

    /// What is not done: failed first, then what is due the longest.
    package func openWork(at now: Instant, limit: Int) throws -> [WorkLine] {
        try rows(
            """
            SELECT id, kind, work_key, due_at, state, attempts, leased_until, last_error, created_at FROM work
            WHERE state IN (\(Work.State.waiting), \(Work.State.failed))
            ORDER BY state, due_at, id LIMIT \(limit)
            """
        ).map { try WorkLine($0, at: now) }
    }

    /// Nil when it is done, dropped or unknown.
    package func openWork(_ id: ID<Work>, at now: Instant) throws -> WorkLine? {
        try row(
            """
            SELECT id, kind, work_key, due_at, state, attempts, leased_until, last_error, created_at FROM work
            WHERE id = \(id) AND state IN (\(Work.State.waiting), \(Work.State.failed))
            """
        ).map { try WorkLine($0, at: now) }
    }

    /// Makes work that failed or waits due at once.
    ///
    /// - Returns: its kind; nil when it is done, dropped, running or unknown.
    package func hastenWork(_ id: ID<Work>, at now: Instant) throws -> String? {
        try row(
            """
            UPDATE work SET state = \(Work.State.waiting), due_at = \(now), lease = NULL, leased_until = NULL
            WHERE id = \(id) AND state IN (\(Work.State.waiting), \(Work.State.failed))
                AND (leased_until IS NULL OR leased_until <= \(now))
            RETURNING kind
            """
        ).map { try $0.text("kind") }
    }

    /// Gives failed or waiting work up for good; it stays in the table, so that the same key is not queued
    /// again.
    ///
    /// - Returns: its kind; nil when it is done, dropped, running or unknown.
    package func dropWork(_ id: ID<Work>, at now: Instant) throws -> String? {
        try row(
            """
            UPDATE work SET state = \(Work.State.dropped), lease = NULL, leased_until = NULL
            WHERE id = \(id) AND state IN (\(Work.State.waiting), \(Work.State.failed))
                AND (leased_until IS NULL OR leased_until <= \(now))
            RETURNING kind
            """
        ).map { try $0.text("kind") }
    }
}

extension WorkLine {
    fileprivate init(_ row: Row, at now: Instant) throws {
        let state: Work.State = try row.kind("state")
        let leasedUntil = try row.optionalInstant("leased_until").flatMap { $0 > now ? $0 : nil }
        let running = leasedUntil.map { Standing.running(leasedUntil: $0) } ?? .waiting
        self.init(
            id: try row.id("id"), kind: try row.text("kind"), key: try row.text("work_key"),
            standing: state == .failed ? .failed : running, dueAt: try row.instant("due_at"),
            attempts: try row.integer("attempts"), lastError: try row.optionalText("last_error"),
            createdAt: try row.instant("created_at"))
    }
}
