extension Migration {
    /// Accounts, their roles, sessions and failed sign-ins.
    static let access = Migration(
        version: 2, name: "access",
        text: """
            CREATE TABLE account (
                id {text} NOT NULL PRIMARY KEY,
                name {text} NOT NULL UNIQUE,
                display_name {text} NOT NULL,
                person {text},
                password {text} NOT NULL,
                must_change {integer} NOT NULL,
                created_at {integer} NOT NULL,
                disabled_at {integer}
            ) {strict};

            CREATE TABLE account_role (
                account {text} NOT NULL REFERENCES account (id),
                role {text} NOT NULL,
                municipality {text} NOT NULL,
                PRIMARY KEY (account, role, municipality)
            ) {strict};

            CREATE TABLE session (
                token_hash {text} NOT NULL PRIMARY KEY,
                account {text} NOT NULL REFERENCES account (id),
                csrf {text} NOT NULL,
                created_at {integer} NOT NULL,
                expires_at {integer} NOT NULL
            ) {strict};

            CREATE INDEX session_expiry ON session (expires_at);

            CREATE TABLE sign_in_failure (
                subject {text} NOT NULL,
                at {integer} NOT NULL,
                number {integer} NOT NULL,
                PRIMARY KEY (subject, at, number)
            ) {strict};
            """)
}
