import Domain
import Storage

/// What other features may read of gap notices.
extension Transaction {
    /// Open ones that have not passed, by start. - Parameter lines: nil for every line.
    func openGapNotices(on lines: [Code<DutyLine>]? = nil, at now: Instant) throws -> [GapNotice] {
        let notices = try rows(
            """
            SELECT id, line, starts_at, ends_at, cause, person, opened_at, closed_at FROM gap_notice
            WHERE closed_at IS NULL AND ends_at > \(now) ORDER BY starts_at, line, id
            """
        ).map { row in
            GapNotice(
                id: try row.id("id"), line: Code(try row.text("line")),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
                cause: try row.text("cause"), person: try row.optionalID("person"),
                openedAt: try row.instant("opened_at"), closedAt: try row.optionalInstant("closed_at"))
        }
        return notices.filter { lines?.contains($0.line) ?? true }
    }

    func insert(_ notice: GapNotice) throws {
        try execute(
            """
            INSERT INTO gap_notice (id, line, starts_at, ends_at, cause, person, opened_at, closed_at)
            VALUES (\(notice.id), \(notice.line), \(notice.interval.start), \(notice.interval.end), \(notice.cause),
                \(notice.person), \(notice.openedAt), \(notice.closedAt))
            """)
    }

    func closeGapNotice(_ id: ID<GapNotice>, at now: Instant) throws {
        try execute("UPDATE gap_notice SET closed_at = \(now) WHERE id = \(id)")
    }
}
