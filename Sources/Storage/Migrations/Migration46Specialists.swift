extension Migration {
    /// Who may be called for what they know.
    static let specialists = Migration(
        version: 46, name: "specialists",
        text: """
            CREATE TABLE specialist (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                field {text} NOT NULL,
                remark {text} NOT NULL,
                proposed_at {integer} NOT NULL,
                consented_at {integer}
            ) {strict};

            CREATE UNIQUE INDEX specialist_person ON specialist (person, field);
            """)
}
