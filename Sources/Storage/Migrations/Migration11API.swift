extension Migration {
    /// Tokens of programs, and the answers kept for those that ask the same twice.
    static let api = Migration(
        version: 11, name: "api",
        text: """
            CREATE TABLE api_token (
                id {text} NOT NULL PRIMARY KEY,
                account {text} NOT NULL REFERENCES account (id),
                name {text} NOT NULL,
                token_hash {text} NOT NULL UNIQUE,
                scopes {text} NOT NULL,
                created_at {integer} NOT NULL,
                expires_at {integer} NOT NULL,
                revoked_at {integer},
                used_at {integer}
            ) {strict};

            CREATE INDEX api_token_account ON api_token (account);

            CREATE TABLE kept_answer (
                account {text} NOT NULL REFERENCES account (id),
                idempotency_key {text} NOT NULL,
                request_hash {text} NOT NULL,
                status {integer} NOT NULL,
                headers {text} NOT NULL,
                body {bytes} NOT NULL,
                kept_at {integer} NOT NULL,
                PRIMARY KEY (account, idempotency_key)
            ) {strict};

            CREATE INDEX kept_answer_time ON kept_answer (kept_at);
            """)
}
