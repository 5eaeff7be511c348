extension Migration {
    /// How many a shelter of a municipality card holds, and what is there.
    static let shelter = Migration(
        version: 42, name: "shelter",
        text: """
            CREATE TABLE shelter_location (
                entry {text} NOT NULL PRIMARY KEY REFERENCES card_entry (id) ON DELETE CASCADE,
                capacity {integer},
                facilities {text} NOT NULL
            ) {strict};
            """)
}
