extension Migration {
    /// The channels as they are set up, mail that is to leave, and what providers hand over.
    static let channels = Migration(
        version: 17, name: "channels",
        text: """
            CREATE TABLE channel (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                name {text} NOT NULL,
                rank {integer} NOT NULL,
                is_open {integer} NOT NULL,
                form {text} NOT NULL,
                setting {text} NOT NULL,
                secrets {text} NOT NULL,
                inbound_hash {text} NOT NULL,
                version {integer} NOT NULL,
                changed_at {integer} NOT NULL,
                last_success_at {integer},
                last_failure_at {integer},
                last_fault {text}
            ) {strict};

            CREATE TABLE secret_key (
                name {text} NOT NULL PRIMARY KEY,
                secret {bytes} NOT NULL
            ) {strict};

            CREATE TABLE mail (
                id {text} NOT NULL PRIMARY KEY,
                mail_key {text} NOT NULL UNIQUE,
                person {text},
                recipient {text} NOT NULL,
                subject {text} NOT NULL,
                body {text} NOT NULL,
                parts {text} NOT NULL,
                state {text} NOT NULL,
                possible_duplicate {integer} NOT NULL,
                answer {text} NOT NULL,
                fault {text},
                created_at {integer} NOT NULL,
                settled_at {integer}
            ) {strict};

            CREATE INDEX mail_state ON mail (state, created_at);

            CREATE TABLE inbound_message (
                id {text} NOT NULL PRIMARY KEY,
                channel {text} NOT NULL REFERENCES channel (id),
                kind {text} NOT NULL,
                external_key {text} NOT NULL,
                sender {text} NOT NULL,
                recipient {text} NOT NULL,
                body {text} NOT NULL,
                reference {text} NOT NULL,
                status {text} NOT NULL,
                received_at {integer} NOT NULL,
                read_at {integer},
                UNIQUE (channel, kind, external_key)
            ) {strict};

            CREATE INDEX inbound_message_unread ON inbound_message (read_at, received_at);
            """)
}
