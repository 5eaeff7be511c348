extension Migration {
    /// Functionaries with what makes them available and competent.
    static let people = Migration(
        version: 4, name: "people",
        text: """
            CREATE TABLE functionary (
                id {text} NOT NULL PRIMARY KEY,
                municipality {text} NOT NULL REFERENCES municipality (code),
                personnel_number {text} NOT NULL,
                given {text} NOT NULL,
                prefix {text} NOT NULL,
                surname {text} NOT NULL,
                sort_key {text} NOT NULL,
                search_text {text} NOT NULL,
                work_base {text} NOT NULL REFERENCES municipality (code),
                employed_through {text},
                version {integer} NOT NULL,
                changed_at {integer} NOT NULL,
                UNIQUE (municipality, personnel_number)
            ) {strict};

            CREATE INDEX functionary_sort ON functionary (sort_key, id);

            CREATE TABLE former_employment (
                person {text} NOT NULL REFERENCES functionary (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                personnel_number {text} NOT NULL,
                valid_through {text} NOT NULL,
                PRIMARY KEY (person, municipality, personnel_number)
            ) {strict};

            CREATE TABLE contact_channel (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                position {integer} NOT NULL,
                kind {text} NOT NULL,
                address {text} NOT NULL,
                verified_at {integer},
                tested_at {integer},
                UNIQUE (person, position)
            ) {strict};

            CREATE TABLE designation (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                scope {text} NOT NULL,
                designated_by {text} NOT NULL,
                document {text} NOT NULL,
                valid_from {text},
                valid_through {text},
                state {text} NOT NULL
            ) {strict};

            CREATE INDEX designation_person ON designation (person);
            CREATE INDEX designation_function ON designation (function);

            CREATE TABLE certificate (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                function {text} NOT NULL REFERENCES crisis_function (code),
                issuer {text} NOT NULL,
                issued {text},
                valid_through {text},
                state {text} NOT NULL
            ) {strict};

            CREATE INDEX certificate_person ON certificate (person);

            CREATE TABLE absence (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL REFERENCES functionary (id),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                recorded_at {integer} NOT NULL,
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX absence_person ON absence (person, starts_at);
            """)
}
