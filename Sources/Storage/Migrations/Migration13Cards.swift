extension Migration {
    /// Municipality cards: sections with who checked them, entries, officials and their leave.
    static let cards = Migration(
        version: 13, name: "cards",
        text: """
            CREATE TABLE card_section (
                id {text} NOT NULL PRIMARY KEY,
                municipality {text} NOT NULL REFERENCES municipality (code),
                section {text} NOT NULL,
                body {text} NOT NULL,
                checked_at {integer},
                checked_by {text},
                version {integer} NOT NULL,
                UNIQUE (municipality, section),
                CHECK ((checked_at IS NULL) = (checked_by IS NULL))
            ) {strict};

            CREATE TABLE card_entry (
                id {text} NOT NULL PRIMARY KEY,
                municipality {text} NOT NULL REFERENCES municipality (code),
                section {text} NOT NULL,
                name {text} NOT NULL,
                sort_key {text} NOT NULL,
                address {text} NOT NULL,
                contact {text} NOT NULL,
                phone {text},
                is_private {integer} NOT NULL,
                note {text} NOT NULL
            ) {strict};

            CREATE INDEX card_entry_section ON card_entry (municipality, section, sort_key);

            CREATE TABLE official (
                id {text} NOT NULL PRIMARY KEY,
                municipality {text} NOT NULL REFERENCES municipality (code),
                office {text} NOT NULL,
                position {integer} NOT NULL,
                name {text} NOT NULL,
                phone {text},
                is_private {integer} NOT NULL
            ) {strict};

            CREATE INDEX official_municipality ON official (municipality, office, position);

            CREATE TABLE official_leave (
                id {text} NOT NULL PRIMARY KEY,
                official {text} NOT NULL REFERENCES official (id),
                starts_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                replacement {text} REFERENCES official (id),
                CHECK (ends_at > starts_at)
            ) {strict};

            CREATE INDEX official_leave_official ON official_leave (official, starts_at);
            """)
}
