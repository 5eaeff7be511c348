extension Migration {
    /// Searches for a roster that run in the background, with how far they are.
    static let rosterRequests = Migration(
        version: 34, name: "roster requests",
        text: """
            CREATE TABLE roster_request (
                id {text} NOT NULL PRIMARY KEY,
                lines {text} NOT NULL,
                first_week {text} NOT NULL,
                weeks {integer} NOT NULL,
                seconds {integer} NOT NULL,
                steps {integer},
                state {text} NOT NULL,
                cost {integer},
                bound {integer},
                roster {text} REFERENCES roster (id),
                refusal {text},
                requested_at {integer} NOT NULL,
                begun_at {integer},
                finished_at {integer}
            ) {strict};

            CREATE INDEX roster_request_requested ON roster_request (requested_at);
            """)
}
