extension Migration {
    /// Files: their content by hash, in pieces, and who handed in what.
    static let files = Migration(
        version: 14, name: "files",
        text: """
            CREATE TABLE blob (
                hash {text} NOT NULL PRIMARY KEY,
                size {integer} NOT NULL,
                content_type {text} NOT NULL,
                touched_at {integer} NOT NULL,
                CHECK (size > 0)
            ) {strict};

            CREATE TABLE blob_piece (
                blob {text} NOT NULL REFERENCES blob (hash),
                position {integer} NOT NULL,
                content {bytes} NOT NULL,
                PRIMARY KEY (blob, position)
            ) {strict};

            CREATE TABLE stored_file (
                id {text} NOT NULL PRIMARY KEY,
                blob {text} NOT NULL REFERENCES blob (hash),
                name {text} NOT NULL,
                purpose {text} NOT NULL,
                account {text} NOT NULL REFERENCES account (id),
                stored_at {integer} NOT NULL,
                expires_at {integer}
            ) {strict};

            CREATE INDEX stored_file_blob ON stored_file (blob);
            CREATE INDEX stored_file_expiry ON stored_file (expires_at);
            """)
}
