extension Migration {
    /// Call lists for when everything is down: who keeps a copy, each edition, and who has which number of it.
    static let callLists = Migration(
        version: 27, name: "call lists",
        text: """
            CREATE TABLE call_list_holder (
                id {text} NOT NULL PRIMARY KEY,
                person {text} NOT NULL UNIQUE REFERENCES functionary (id),
                added_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE call_list (
                id {text} NOT NULL PRIMARY KEY,
                made_at {integer} NOT NULL,
                valid_until {integer} NOT NULL,
                content {text} NOT NULL
            ) {strict};

            CREATE INDEX call_list_made ON call_list (made_at);

            CREATE TABLE call_list_copy (
                list {text} NOT NULL REFERENCES call_list (id),
                number {integer} NOT NULL,
                person {text} NOT NULL REFERENCES functionary (id),
                opened_at {integer},
                PRIMARY KEY (list, number),
                UNIQUE (list, person)
            ) {strict};
            """)
}
