import Domain
import Storage

/// The auditor's own statements. Each starts from a partial index in which nothing that is over stands, so that an
/// audit costs the same with a hundred thousand closed alarms; a test asks the plan of every one.
enum AuditStatements {
    /// Reports of providers older than this are no news.
    private static let reportHours = 24

    static let running: SQL = """
        SELECT a.id, a.state, a.raised_at, a.due_at,
            (SELECT COUNT(*) FROM alarm_callee c WHERE c.alarm = a.id AND c.state = 'atWork') AS at_work,
            (SELECT COUNT(*) FROM alarm_contact k
                WHERE k.alarm = a.id AND k.role = 'lastResort' AND k.told_at IS NOT NULL) AS told,
            CASE WHEN EXISTS (SELECT 1 FROM alarm_message m WHERE m.alarm = a.id) THEN 1 ELSE 0 END AS has_messages,
            (SELECT MAX(e.at) FROM alarm_event e WHERE e.alarm = a.id AND e.kind = 'exhausted') AS exhausted_at
        FROM alarm a WHERE a.ended_at IS NULL
        """

    static let wanted: SQL = """
        SELECT alarm, wanted FROM alarm_post WHERE alarm IN (SELECT id FROM alarm WHERE ended_at IS NULL)
        """

    static func due(at now: Instant) -> SQL {
        """
        SELECT kind, COUNT(*) AS number, MIN(due_at) AS since FROM alarm_message
        WHERE state = 'waiting' AND due_at <= \(now) GROUP BY kind ORDER BY kind
        """
    }

    static func lostClaims(at now: Instant) -> SQL {
        """
        SELECT COUNT(*) AS number, MIN(claimed_until) AS since FROM alarm_message
        WHERE state = 'claimed' AND claimed_until <= \(now)
        """
    }

    static func reports(at now: Instant) -> SQL {
        """
        SELECT reference, received_at FROM inbound_message
        WHERE kind = 'report' AND received_at > \(now.adding(minutes: -reportHours * 60))
        """
    }

    static func message(_ id: ID<AlarmMessage>) -> SQL {
        "SELECT id FROM alarm_message WHERE id = \(id)"
    }

    static let mail: SQL = """
        SELECT COUNT(*) AS number, MIN(created_at) AS since FROM mail WHERE state = 'waiting'
        """

    static let links: SQL = """
        SELECT kind, last_success_at, last_failure_at FROM channel WHERE is_open = 1 ORDER BY kind, rank
        """
}

extension Transaction {
    /// - Parameter engineSeen: when the engine of this node last finished a step; nil where none runs.
    func alarmAudit(at now: Instant, engineSeen: Instant?) throws -> AlarmAudit {
        var audit = AlarmAudit()
        let wanted = try Dictionary(grouping: rows(AuditStatements.wanted), by: { try $0.text("alarm") })
            .mapValues { rows in try rows.map { try $0.integer("wanted") }.reduce(0, +) }
        audit.running = try rows(AuditStatements.running).map { row in
            let alarm = try row.text("id")
            let state: AlarmState = try row.kind("state")
            return AlarmAudit.Running(
                alarm: alarm, state: state, raisedAt: try row.instant("raised_at"),
                dueAt: try row.optionalInstant("due_at"), wanted: wanted[alarm] ?? 0,
                atWork: try row.integer("at_work"),
                isHumanTold: try state == .taken || row.integer("told") > 0,
                hasMessages: try row.flag("has_messages"),
                exhaustedAt: try row.optionalInstant("exhausted_at"))
        }
        audit.due = try rows(AuditStatements.due(at: now)).map { row in
            AlarmAudit.Waiting(
                try row.text("kind"), count: try row.integer("number"), since: try row.instant("since"))
        }
        audit.lostClaims = try waiting(AuditStatements.lostClaims(at: now))
        audit.unknownReports = try unknownReports(at: now)
        audit.mail = try waiting(AuditStatements.mail)
        audit.links = try rows(AuditStatements.links).map { row in
            AlarmAudit.Link(
                try row.kind("kind"), lastSuccess: try row.optionalInstant("last_success_at"),
                lastFailure: try row.optionalInstant("last_failure_at"))
        }
        audit.engineSeen = engineSeen
        return audit
    }

    private func waiting(_ statement: SQL) throws -> [AlarmAudit.Waiting] {
        try rows(statement).compactMap { row in
            try row.optionalInstant("since").map { since in
                AlarmAudit.Waiting(count: try row.integer("number"), since: since)
            }
        }
    }

    /// Who leads alarms that run, or is their last resort; each once.
    func leadsOfRunningAlarms() throws -> [ID<Functionary>] {
        try rows(
            """
            SELECT person, MIN(position) AS place FROM alarm_contact
            WHERE alarm IN (SELECT id FROM alarm WHERE ended_at IS NULL) AND person IS NOT NULL
                AND role IN ('leader', 'lastResort')
            GROUP BY person ORDER BY place, person
            """
        ).map { try $0.id("person") }
    }

    /// What a provider says of a key of ours that stands in no row: it was sent, and nobody wrote it down. Its own
    /// numbers, and the keys of trials, are no keys of alarms.
    private func unknownReports(at now: Instant) throws -> [AlarmAudit.Waiting] {
        var unknown: [Instant] = []
        for row in try rows(AuditStatements.reports(at: now)) {
            guard let key = ID<AlarmMessage>(try row.text("reference")),
                try self.row(AuditStatements.message(key)) == nil
            else { continue }
            unknown.append(try row.instant("received_at"))
        }
        return unknown.min().map { [AlarmAudit.Waiting(count: unknown.count, since: $0)] } ?? []
    }

    // MARK: What was found

    func auditStatus() throws -> AuditStatus {
        guard
            let row = try row(
                """
                SELECT ran_at, milliseconds, heartbeat_host, heartbeat_at, heartbeat_fault, contact_name, contact_phone,
                    contact_mail, version
                FROM audit WHERE id = 1
                """)
        else { throw StorageFault.column("audit") }
        return AuditStatus(
            ranAt: try row.optionalInstant("ran_at"), milliseconds: try row.integer("milliseconds"),
            heartbeatHost: try row.text("heartbeat_host"),
            heartbeatAt: try row.optionalInstant("heartbeat_at"),
            heartbeatFault: try row.optionalText("heartbeat_fault"),
            contact: AuditContact(
                name: try row.text("contact_name"), phone: try row.text("contact_phone"),
                mail: try row.text("contact_mail")),
            version: try row.integer("version"))
    }

    /// The address as it was sealed; empty when there is none.
    func sealedHeartbeat() throws -> String {
        try row("SELECT heartbeat FROM audit WHERE id = 1")?.text("heartbeat") ?? ""
    }

    func setAudited(at now: Instant, milliseconds: Int) throws {
        try execute("UPDATE audit SET ran_at = \(now), milliseconds = \(milliseconds) WHERE id = 1")
    }

    /// - Parameter fault: nil when the monitor took it.
    func setHeartbeat(fault: String?, at now: Instant) throws {
        if let fault {
            try execute("UPDATE audit SET heartbeat_fault = \(fault) WHERE id = 1")
        } else {
            try execute("UPDATE audit SET heartbeat_at = \(now), heartbeat_fault = NULL WHERE id = 1")
        }
    }

    /// - Parameter sealed: nil keeps the address that is there.
    /// - Returns: false when somebody else changed it since `version`.
    func setAudit(_ contact: AuditContact, sealed: String?, host: String, version: Int) throws -> Bool {
        let isChanged =
            try execute(
                """
                UPDATE audit SET contact_name = \(contact.name), contact_phone = \(contact.phone),
                    contact_mail = \(contact.mail), version = version + 1
                WHERE id = 1 AND version = \(version)
                """) == 1
        guard isChanged, let sealed else { return isChanged }
        try execute(
            """
            UPDATE audit SET heartbeat = \(sealed), heartbeat_host = \(host), heartbeat_at = NULL,
                heartbeat_fault = NULL
            WHERE id = 1
            """)
        return true
    }
}

/// How the auditor itself stands.
struct AuditStatus: Sendable {
    let ranAt: Instant?
    let milliseconds: Int
    /// Of the outside monitor; its whole address is a secret. Empty when there is none.
    let heartbeatHost: String
    let heartbeatAt: Instant?
    /// Why the monitor did not take the last one.
    let heartbeatFault: String?
    let contact: AuditContact
    let version: Int
}

/// The named human who hears of findings.
struct AuditContact: Equatable, Sendable {
    let name: String
    let phone: String
    let mail: String
}
