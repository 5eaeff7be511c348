extension Migration {
    /// What a roster knows about itself, what people wish, and which duties stay whatever is made anew.
    static let rosterLife = Migration(
        version: 22, name: "roster life",
        text: """
            CREATE TABLE roster_figure (
                roster {text} NOT NULL PRIMARY KEY REFERENCES roster (id),
                cost {integer} NOT NULL,
                bound {integer},
                seed {integer} NOT NULL
            ) {strict};

            CREATE TABLE duty_runner_up (
                duty {text} NOT NULL PRIMARY KEY REFERENCES duty (id),
                person {text} NOT NULL REFERENCES functionary (id),
                more {integer} NOT NULL,
                reason {text} NOT NULL
            ) {strict};

            CREATE TABLE duty_pin (
                duty {text} NOT NULL PRIMARY KEY REFERENCES duty (id),
                pinned_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE duty_wish (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                wish {text} NOT NULL,
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                recorded_at {integer} NOT NULL,
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX duty_wish_person ON duty_wish (person, starts_at);
            """)
}
