extension Migration {
    /// Gaps that are known and borne for a time, with what each municipality concerned says of it.
    static let risks = Migration(
        version: 33, name: "risks",
        text: """
            CREATE TABLE accepted_risk (
                id {text} NOT NULL PRIMARY KEY,
                line {text} NOT NULL REFERENCES duty_line (code),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                reason {text} NOT NULL,
                asked_at {integer} NOT NULL,
                lapses_at {integer} NOT NULL,
                withdrawn_at {integer},
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX accepted_risk_line ON accepted_risk (line, starts_at);

            CREATE TABLE risk_answer (
                risk {text} NOT NULL REFERENCES accepted_risk (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                answer {text} NOT NULL,
                account {text},
                answered_at {integer},
                PRIMARY KEY (risk, municipality)
            ) {strict};
            """)
}
