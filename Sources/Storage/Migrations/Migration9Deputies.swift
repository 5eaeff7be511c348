extension Migration {
    /// Who stands in for whom, in which role and when; and in whose name a session acts.
    static let deputies = Migration(
        version: 9, name: "deputies",
        text: """
            CREATE TABLE deputyship (
                id {text} NOT NULL PRIMARY KEY,
                holder {text} NOT NULL REFERENCES account (id),
                role {text} NOT NULL,
                municipality {text} NOT NULL,
                deputy {text} NOT NULL REFERENCES account (id),
                first_day {text} NOT NULL,
                last_day {text} NOT NULL,
                appointed_by {text} NOT NULL,
                appointed_at {integer} NOT NULL,
                ended_at {integer},
                CHECK (holder <> deputy),
                CHECK (first_day <= last_day)
            ) {strict};

            CREATE INDEX deputyship_deputy ON deputyship (deputy, last_day);

            ALTER TABLE session ADD COLUMN acting_for {text} REFERENCES deputyship (id);
            """)
}
