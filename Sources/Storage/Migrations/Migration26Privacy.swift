extension Migration {
    /// Who saw whose data, what people confirmed of it, and who leaves.
    static let privacy = Migration(
        version: 26, name: "privacy",
        text: """
            CREATE TABLE data_view (
                person {text} NOT NULL REFERENCES functionary (id),
                account {text} NOT NULL REFERENCES account (id),
                kind {text} NOT NULL,
                day {text} NOT NULL,
                at {integer} NOT NULL,
                PRIMARY KEY (person, account, kind, day)
            ) {strict};

            CREATE INDEX data_view_day ON data_view (day);

            CREATE TABLE contact_confirmation (
                person {text} NOT NULL PRIMARY KEY REFERENCES functionary (id),
                asked_at {integer},
                confirmed_at {integer}
            ) {strict};

            CREATE TABLE departure (
                person {text} NOT NULL PRIMARY KEY REFERENCES functionary (id),
                last_day {text} NOT NULL,
                recorded_at {integer} NOT NULL,
                anonymised_at {integer},
                records_deleted_at {integer}
            ) {strict};

            CREATE TABLE incident_name (
                person {text} NOT NULL PRIMARY KEY REFERENCES functionary (id),
                name {text} NOT NULL
            ) {strict};
            """)
}
