extension Migration {
    /// Which master key the secrets of people are under; the keys themselves are outside the database.
    static let keys = Migration(
        version: 10, name: "keys",
        text: """
            CREATE TABLE master_key (
                id {text} NOT NULL PRIMARY KEY,
                check_value {bytes} NOT NULL,
                used_from {integer} NOT NULL,
                retired_at {integer}
            ) {strict};
            """)
}
