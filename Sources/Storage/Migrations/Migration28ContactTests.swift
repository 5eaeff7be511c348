extension Migration {
    /// Communication tests: the audience and the addresses as they were, and what became of each message.
    static let contactTests = Migration(
        version: 28, name: "contact-tests",
        text: """
            CREATE TABLE contact_test (
                id {text} NOT NULL PRIMARY KEY,
                starts_at {integer} NOT NULL,
                closes_at {integer} NOT NULL,
                audience {integer} NOT NULL,
                is_scheduled {integer} NOT NULL,
                created_at {integer} NOT NULL,
                ended_at {integer},
                CHECK (closes_at > starts_at)
            ) {strict};

            CREATE INDEX contact_test_start ON contact_test (starts_at);

            CREATE TABLE contact_test_person (
                test {text} NOT NULL REFERENCES contact_test (id),
                person {text} NOT NULL REFERENCES functionary (id),
                PRIMARY KEY (test, person)
            ) {strict};

            CREATE TABLE contact_test_line (
                number {integer} NOT NULL PRIMARY KEY,
                test {text} NOT NULL REFERENCES contact_test (id),
                person {text} NOT NULL REFERENCES functionary (id),
                kind {text} NOT NULL,
                address {text} NOT NULL,
                state {text} NOT NULL,
                fault {text},
                possible_duplicate {integer} NOT NULL,
                answered_at {integer},
                answered_by {text}
            ) {strict};

            CREATE INDEX contact_test_line_test ON contact_test_line (test, state);
            CREATE INDEX contact_test_line_address ON contact_test_line (address);
            """)
}
