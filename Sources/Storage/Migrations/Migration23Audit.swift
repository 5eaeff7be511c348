extension Migration {
    /// What the auditor of alarms found, and how it stands itself.
    static let audit = Migration(
        version: 23, name: "audit",
        text: """
            CREATE TABLE audit (
                id {integer} NOT NULL PRIMARY KEY,
                ran_at {integer},
                milliseconds {integer} NOT NULL,
                heartbeat {text} NOT NULL,
                heartbeat_host {text} NOT NULL,
                heartbeat_at {integer},
                heartbeat_fault {text},
                contact_name {text} NOT NULL,
                contact_phone {text} NOT NULL,
                contact_mail {text} NOT NULL,
                version {integer} NOT NULL
            ) {strict};

            INSERT INTO audit (id, milliseconds, heartbeat, heartbeat_host, contact_name, contact_phone, contact_mail,
                version)
            VALUES (1, 0, '', '', '', '', '', 1);

            CREATE TABLE audit_finding (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                object {text} NOT NULL,
                number {integer} NOT NULL,
                since {integer} NOT NULL,
                found_at {integer} NOT NULL,
                told_at {integer},
                told_name {text},
                telling_until {integer},
                ended_at {integer}
            ) {strict};

            CREATE UNIQUE INDEX audit_finding_open ON audit_finding (kind, object) WHERE ended_at IS NULL;
            CREATE INDEX audit_finding_ended ON audit_finding (ended_at) WHERE ended_at IS NOT NULL;
            CREATE INDEX inbound_message_report ON inbound_message (received_at) WHERE kind = 'report';
            """)
}
