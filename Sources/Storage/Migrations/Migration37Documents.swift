extension Migration {
    /// Instructions and documents in versions, the region's own versions of task cards, and who read what.
    static let documents = Migration(
        version: 37, name: "documents",
        text: """
            CREATE TABLE regional_document (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL,
                title {text} NOT NULL,
                readers {text} NOT NULL,
                created_at {integer} NOT NULL
            ) {strict};

            CREATE TABLE document_version (
                document {text} NOT NULL REFERENCES regional_document (id),
                number {integer} NOT NULL CHECK (number >= 1),
                day {text} NOT NULL,
                text {text} NOT NULL,
                note {text} NOT NULL,
                file {text} REFERENCES stored_file (id),
                PRIMARY KEY (document, number)
            ) {strict};

            CREATE TABLE task_card_version (
                card {text} NOT NULL,
                number {integer} NOT NULL CHECK (number >= 2),
                day {text} NOT NULL,
                text {text} NOT NULL,
                note {text} NOT NULL,
                PRIMARY KEY (card, number)
            ) {strict};

            CREATE TABLE read_confirmation (
                subject {text} NOT NULL,
                version {integer} NOT NULL,
                account {text} NOT NULL REFERENCES account (id),
                confirmed_at {integer} NOT NULL,
                PRIMARY KEY (subject, version, account)
            ) {strict};

            CREATE INDEX read_confirmation_account ON read_confirmation (account);
            """)
}
