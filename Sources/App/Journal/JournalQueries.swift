import Domain
import Storage

extension Transaction {
    /// The end of the chain, locked: until this transaction ends no other journalled write begins.
    func lockJournalHead() throws -> (sequence: Int, hash: String) {
        guard
            let row = try row(
                "SELECT sequence, hash FROM journal_head WHERE id = 1 \(sql: dialect.forUpdate)")
        else { throw StorageFault.column("journal_head") }
        return (try row.integer("sequence"), try row.text("hash"))
    }

    func setJournalHead(sequence: Int, hash: String) throws {
        try execute("UPDATE journal_head SET sequence = \(sequence), hash = \(hash) WHERE id = 1")
    }

    func insert(_ record: JournalRecord) throws {
        try execute(
            """
            INSERT INTO journal (sequence, at, actor, origin, action, object_kind, object_id, result, before_state,
                after_state, previous_hash, hash)
            VALUES (\(record.sequence), \(record.at), \(record.actor), \(record.origin), \(record.action),
                \(record.objectKind), \(record.objectID), \(record.result), \(record.before), \(record.after),
                \(record.previousHash), \(record.hash))
            """)
    }

    /// At most `limit` records after `sequence`, in order.
    func journalRecords(after sequence: Int, limit: Int) throws -> [JournalRecord] {
        try rows(
            """
            SELECT sequence, at, actor, origin, action, object_kind, object_id, result, before_state, after_state,
                previous_hash, hash
            FROM journal WHERE sequence > \(sequence) ORDER BY sequence LIMIT \(limit)
            """
        ).map(JournalRecord.init)
    }

    /// The newest records before `sequence`, newest first.
    func latestJournalRecords(before sequence: Int, limit: Int) throws -> [JournalRecord] {
        try rows(
            """
            SELECT sequence, at, actor, origin, action, object_kind, object_id, result, before_state, after_state,
                previous_hash, hash
            FROM journal WHERE sequence < \(sequence) ORDER BY sequence DESC LIMIT \(limit)
            """
        ).map(JournalRecord.init)
    }

    /// Nil when no key was made yet; an empty list of bytes never occurs.
    func personKey(_ person: ID<Functionary>) throws -> [UInt8]? {
        guard let row = try row("SELECT secret FROM person_key WHERE person = \(person)") else { return nil }
        guard try !row.isNull("secret") else { throw PersonSecretFault.keyDestroyed }
        return try unwrapped(try row.bytes("secret"))
    }

    func insertPersonKey(_ key: [UInt8], of person: ID<Functionary>) throws {
        try execute("INSERT INTO person_key (person, secret) VALUES (\(person), \(try wrapped(key)))")
    }

    /// Makes every personal value of this person in the journal unreadable for good.
    func destroyPersonKey(_ person: ID<Functionary>, at now: Instant) throws {
        try execute("UPDATE person_key SET secret = NULL, destroyed_at = \(now) WHERE person = \(person)")
    }
}

extension JournalRecord {
    fileprivate init(_ row: Row) throws {
        self.init(
            sequence: try row.integer("sequence"), at: try row.instant("at"), actor: try row.text("actor"),
            origin: try row.text("origin"), action: try row.text("action"),
            objectKind: try row.text("object_kind"),
            objectID: try row.text("object_id"), result: try row.text("result"),
            before: try row.optionalText("before_state"), after: try row.optionalText("after_state"),
            previousHash: try row.text("previous_hash"), hash: try row.text("hash"))
    }
}
