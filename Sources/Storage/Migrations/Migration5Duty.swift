extension Migration {
    /// Duty lines and who stands on them. `first` and `backup` of a line are the slots of one period.
    static let duty = Migration(
        version: 5, name: "duty",
        text: """
            CREATE TABLE duty_line (
                code {text} NOT NULL PRIMARY KEY,
                position {integer} NOT NULL,
                function {text} NOT NULL REFERENCES crisis_function (code),
                district {text} NOT NULL REFERENCES district (code),
                wanted {integer} NOT NULL CHECK (wanted >= 1),
                UNIQUE (function, district)
            ) {strict};

            CREATE TABLE roster (
                id {text} NOT NULL PRIMARY KEY,
                state {text} NOT NULL,
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                made_at {integer} NOT NULL,
                vacancies {integer} NOT NULL,
                published_at {integer},
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE TABLE duty (
                id {text} NOT NULL PRIMARY KEY,
                roster {text} NOT NULL REFERENCES roster (id),
                line {text} NOT NULL REFERENCES duty_line (code),
                person {text} NOT NULL REFERENCES functionary (id),
                slot {text} NOT NULL,
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                state {text} NOT NULL,
                made_by {text} NOT NULL,
                explanation {text} NOT NULL,
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX duty_line_time ON duty (state, line, starts_at);
            CREATE INDEX duty_person_time ON duty (person, starts_at);
            CREATE INDEX duty_roster ON duty (roster);
            """)
}
