import Domain
import Storage

/// What the auditor found, as it was written down.
extension Transaction {
    /// Findings that still stand, the grave ones and the oldest first.
    func openFindings() throws -> [StoredFinding] {
        try rows(
            """
            SELECT id, kind, object, number, since, found_at, told_at, told_name FROM audit_finding
            WHERE ended_at IS NULL ORDER BY since, id
            """
        ).map { try StoredFinding($0) }.sorted { $0.finding.kind.isGrave && !$1.finding.kind.isGrave }
    }

    /// Findings that passed, the last first.
    func pastFindings(limit: Int) throws -> [StoredFinding] {
        try rows(
            """
            SELECT id, kind, object, number, since, found_at, told_at, told_name, ended_at FROM audit_finding
            WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, id LIMIT \(limit)
            """
        ).map { try StoredFinding($0, endedAt: $0.instant("ended_at")) }
    }

    func insert(_ finding: AuditFinding, _ id: ID<StoredFinding>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO audit_finding (id, kind, object, number, since, found_at)
            VALUES (\(id), \(finding.kind), \(finding.object), \(finding.count), \(finding.since), \(now))
            """)
    }

    func setCount(_ count: Int, of id: ID<StoredFinding>) throws {
        try execute("UPDATE audit_finding SET number = \(count) WHERE id = \(id)")
    }

    func endFinding(_ id: ID<StoredFinding>, at now: Instant) throws {
        try execute("UPDATE audit_finding SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
    }

    /// Keeps other nodes from telling the same, until `until`.
    ///
    /// - Returns: those of `ids` that nobody else is telling.
    func claimTelling(_ ids: [ID<StoredFinding>], at now: Instant, until: Instant) throws -> [ID<
        StoredFinding
    >] {
        try ids.filter { id in
            try execute(
                """
                UPDATE audit_finding SET telling_until = \(until)
                WHERE id = \(id) AND (telling_until IS NULL OR telling_until <= \(now))
                """) == 1
        }
    }

    func setTold(_ ids: [ID<StoredFinding>], name: String, at now: Instant) throws {
        try execute(
            """
            UPDATE audit_finding SET told_at = \(now), told_name = \(name), telling_until = NULL
            WHERE id IN (\(list: ids))
            """)
    }

    func deleteFindings(endedBefore moment: Instant) throws {
        try execute("DELETE FROM audit_finding WHERE ended_at < \(moment)")
    }

    // MARK: The auditor itself
}

/// A finding as it was written down.
struct StoredFinding: Sendable {
    let id: ID<StoredFinding>
    let finding: AuditFinding
    let foundAt: Instant
    let toldAt: Instant?
    /// Whom the auditor told; empty when nobody yet.
    let toldName: String
    let endedAt: Instant?

    fileprivate init(_ row: Row, endedAt: Instant? = nil) throws {
        id = try row.id("id")
        finding = AuditFinding(
            try row.kind("kind"), try row.text("object"), count: try row.integer("number"),
            since: try row.instant("since"))
        foundAt = try row.instant("found_at")
        toldAt = try row.optionalInstant("told_at")
        toldName = try row.optionalText("told_name") ?? ""
        self.endedAt = endedAt
    }
}
