extension Migration {
    /// Inventories of how municipalities stand; an answer is only ever added to.
    static let inventory = Migration(
        version: 36, name: "inventory",
        text: """
            CREATE TABLE inventory_round (
                id {text} NOT NULL PRIMARY KEY,
                title {text} NOT NULL,
                reference_day {text} NOT NULL,
                closes_on {text} NOT NULL,
                created_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE inventory_answer (
                round {text} NOT NULL REFERENCES inventory_round (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                question {text} NOT NULL,
                version {integer} NOT NULL CHECK (version >= 1),
                value {text} NOT NULL,
                answered_at {integer} NOT NULL,
                answered_by {text} NOT NULL,
                PRIMARY KEY (round, municipality, question, version)
            ) {strict};
            """)
}
