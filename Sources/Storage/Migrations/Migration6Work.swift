extension Migration {
    /// What must still be done: one queue for every kind of background work.
    static let work = Migration(
        version: 6, name: "work",
        text: """
            CREATE TABLE work (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                work_key {text} NOT NULL,
                payload {text} NOT NULL,
                due_at {integer} NOT NULL,
                state {text} NOT NULL,
                attempts {integer} NOT NULL,
                lease {text},
                leased_until {integer},
                last_error {text},
                created_at {integer} NOT NULL,
                UNIQUE (kind, work_key)
            ) {strict};

            CREATE INDEX work_due ON work (state, due_at);
            """)
}
