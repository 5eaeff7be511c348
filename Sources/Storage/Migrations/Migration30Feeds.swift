extension Migration {
    /// Secret addresses at which calendars read duties.
    static let feeds = Migration(
        version: 30, name: "feeds",
        text: """
            CREATE TABLE calendar_feed (
                id {text} NOT NULL PRIMARY KEY,
                secret_hash {text} NOT NULL UNIQUE,
                person {text} REFERENCES functionary (id),
                line {text} REFERENCES duty_line (code),
                account {text} NOT NULL,
                made_at {integer} NOT NULL
            ) {strict};
            """)
}
