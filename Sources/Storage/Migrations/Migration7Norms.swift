extension Migration {
    /// The norm set: rows are only added; of two that hold at one moment the later recorded counts.
    static let norms = Migration(
        version: 7, name: "norms",
        text: """
            CREATE TABLE norm (
                sequence {integer} NOT NULL PRIMARY KEY,
                code {text} NOT NULL,
                subject_kind {text} NOT NULL,
                subject {text} NOT NULL,
                value {integer},
                status {text} NOT NULL,
                source {text} NOT NULL,
                confirmed_by {text} NOT NULL,
                valid_from {text},
                valid_to {text},
                recorded_at {integer} NOT NULL,
                withdrawn_at {integer},
                CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_to > valid_from)
            ) {strict};
            """)
}
