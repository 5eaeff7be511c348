extension Migration {
    /// Relief of crews in a deployment: the grid on which crews change, who is on which shift, and the requests
    /// by which people are asked; a request is an alarm without urgency.
    static let relief = Migration(
        version: 41, name: "relief",
        text: """
            CREATE TABLE relief_plan (
                deployment {text} NOT NULL PRIMARY KEY REFERENCES deployment (id),
                changes_at {integer} NOT NULL,
                shift_minutes {integer} NOT NULL,
                overlap_minutes {integer} NOT NULL,
                made_at {integer} NOT NULL,
                cost {integer} NOT NULL,
                bound {integer}
            ) {strict};

            CREATE TABLE relief_post (
                deployment {text} NOT NULL REFERENCES deployment (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                wanted {integer} NOT NULL,
                PRIMARY KEY (deployment, function)
            ) {strict};

            CREATE TABLE relief_shift (
                id {text} NOT NULL PRIMARY KEY,
                deployment {text} NOT NULL REFERENCES deployment (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                person {text} NOT NULL REFERENCES functionary (id),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                state {text} NOT NULL,
                is_pinned {integer} NOT NULL,
                made_at {integer} NOT NULL,
                asked_at {integer},
                answered_at {integer},
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX relief_shift_deployment ON relief_shift (deployment, starts_at);
            CREATE INDEX relief_shift_person ON relief_shift (person, ends_at);

            CREATE TABLE relief_request (
                alarm {text} NOT NULL REFERENCES alarm (id),
                position {integer} NOT NULL,
                deployment {text} NOT NULL REFERENCES deployment (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                PRIMARY KEY (alarm, position)
            ) {strict};

            CREATE INDEX relief_request_deployment ON relief_request (deployment, starts_at);

            ALTER TABLE alarm ADD COLUMN is_calm {integer} NOT NULL DEFAULT 0;
            """)
}
