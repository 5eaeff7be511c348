extension Migration {
    /// The chain of every write. `journal_head` is also the lock row: one journalled write at a time (ADR 2).
    static let journal = Migration(
        version: 1, name: "journal",
        text: """
            CREATE TABLE journal_head (
                id {integer} NOT NULL PRIMARY KEY CHECK (id = 1),
                sequence {integer} NOT NULL,
                hash {text} NOT NULL
            ) {strict};

            INSERT INTO journal_head (id, sequence, hash) VALUES (1, 0, '');

            CREATE TABLE journal (
                sequence {integer} NOT NULL PRIMARY KEY,
                at {integer} NOT NULL,
                actor {text} NOT NULL,
                origin {text} NOT NULL,
                action {text} NOT NULL,
                object_kind {text} NOT NULL,
                object_id {text} NOT NULL,
                result {text} NOT NULL,
                before_state {text},
                after_state {text},
                previous_hash {text} NOT NULL,
                hash {text} NOT NULL
            ) {strict};

            CREATE INDEX journal_object ON journal (object_kind, object_id, sequence);

            CREATE TABLE person_key (
                person {text} NOT NULL PRIMARY KEY,
                secret {bytes},
                destroyed_at {integer},
                CHECK ((secret IS NULL) <> (destroyed_at IS NULL))
            ) {strict};
            """)
}
