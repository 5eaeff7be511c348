extension Migration {
    /// What goes on after a deployment, a file for each municipality.
    static let aftermath = Migration(
        version: 43, name: "aftermath",
        text: """
            CREATE TABLE aftermath_file (
                id {text} NOT NULL PRIMARY KEY,
                deployment {text} NOT NULL REFERENCES deployment (id),
                municipality {text} NOT NULL REFERENCES municipality (code),
                opened_at {integer} NOT NULL,
                offered_at {integer},
                offered_by {text},
                offered_name {text},
                accepted_at {integer},
                accepted_by {text},
                accepted_name {text},
                ended_at {integer},
                ended_by {text},
                ended_name {text},
                decision {text} NOT NULL,
                UNIQUE (deployment, municipality)
            ) {strict};

            CREATE INDEX aftermath_file_open ON aftermath_file (municipality) WHERE ended_at IS NULL;

            CREATE TABLE aftermath_point (
                id {text} NOT NULL PRIMARY KEY,
                file {text} NOT NULL REFERENCES aftermath_file (id),
                topic {text} NOT NULL,
                what {text} NOT NULL,
                owner {text} NOT NULL,
                due_on {text},
                is_done {integer} NOT NULL,
                cents {integer},
                source {text},
                recorded_at {integer} NOT NULL,
                UNIQUE (file, source)
            ) {strict};
            """)
}
