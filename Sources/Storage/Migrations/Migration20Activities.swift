extension Migration {
    /// What people did that counts towards their competence.
    static let activities = Migration(
        version: 20, name: "activities",
        text: """
            CREATE TABLE performed_activity (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                kind {text} NOT NULL,
                function {text} REFERENCES crisis_function (code),
                performed_on {text} NOT NULL,
                minutes {integer} NOT NULL,
                title {text} NOT NULL,
                source {text} NOT NULL,
                source_key {text} NOT NULL,
                recorded_at {integer} NOT NULL,
                CHECK (minutes >= 0)
            ) {strict};

            CREATE INDEX performed_activity_person ON performed_activity (person, performed_on);
            CREATE INDEX performed_activity_source ON performed_activity (source, source_key);
            """)
}
