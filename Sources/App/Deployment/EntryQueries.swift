import Domain
import Storage

extension Transaction {
    /// The entry that a request with this key made before.
    func entry(key: String, in id: ID<Deployment>) throws -> DeploymentEntry? {
        try row("\(sql: entrySelection) WHERE deployment = \(id) AND request_key = \(key)")
            .map(DeploymentEntry.init)
    }

    func entry(_ number: Int, in id: ID<Deployment>) throws -> DeploymentEntry? {
        try row("\(sql: entrySelection) WHERE deployment = \(id) AND number = \(number)")
            .map(DeploymentEntry.init)
    }

    /// 0 before the first.
    func lastEntryNumber(of id: ID<Deployment>) throws -> Int {
        try row("SELECT version FROM deployment WHERE id = \(id)")?.integer("version") ?? 0
    }

    func insert(_ entry: DeploymentEntry, key: String, in id: ID<Deployment>) throws {
        let isForPicture = if case .note(let note) = entry.content { note.kind.isForPicture } else { false }
        try execute(
            """
            INSERT INTO deployment_entry (deployment, number, id, request_key, kind, is_state, thing, occurred_at,
                received_at, recorded_at, author, author_name, author_function, source, text, is_confidential,
                is_for_picture, payload, superseded_by, processed_by)
            VALUES (\(id), \(entry.number), \(entry.id), \(key), \(entry.content.kind), \(entry.content.isState),
                \(entry.thing), \(entry.occurredAt), \(entry.receivedAt), \(entry.recordedAt),
                \(entry.author.account), \(entry.author.name), \(entry.author.function), \(entry.source),
                \(entry.text), \(entry.isConfidential), \(isForPicture), \(try entry.content.encoded()), NULL, NULL)
            """)
    }

    /// What was replaced by somebody else meanwhile stays so.
    ///
    /// - Parameter thing: nil for entries of any thing, as a settlement replaces them.
    /// - Returns: how many gave way.
    func supersede(
        _ numbers: [Int], by number: Int, of thing: ID<DeploymentThing>?, in id: ID<Deployment>
    ) throws -> Int {
        guard !numbers.isEmpty else { return 0 }
        var condition: SQL = ""
        if let thing { condition = "AND thing = \(thing)" }
        return try execute(
            """
            UPDATE deployment_entry SET superseded_by = \(number)
            WHERE deployment = \(id) AND number IN (\(list: numbers)) AND superseded_by IS NULL AND is_state = 1
                AND number < \(number) \(sql: condition)
            """)
    }

    func process(_ numbers: [Int], by number: Int, in id: ID<Deployment>) throws {
        guard !numbers.isEmpty else { return }
        try execute(
            """
            UPDATE deployment_entry SET processed_by = \(number)
            WHERE deployment = \(id) AND number IN (\(list: numbers)) AND processed_by IS NULL
            """)
    }

    /// Everything that stands now.
    func standingEntries(of id: ID<Deployment>) throws -> [DeploymentEntry] {
        try rows(
            """
            \(sql: entrySelection) WHERE deployment = \(id) AND is_state = 1 AND superseded_by IS NULL
            ORDER BY number
            """
        ).map(DeploymentEntry.init)
    }

    /// Everything that stood when `number` was the last entry.
    func standingEntries(of id: ID<Deployment>, at number: Int) throws -> [DeploymentEntry] {
        try rows(
            """
            \(sql: entrySelection) WHERE deployment = \(id) AND is_state = 1 AND number <= \(number)
                AND (superseded_by IS NULL OR superseded_by > \(number))
            ORDER BY number
            """
        ).map(DeploymentEntry.init)
    }

    /// The last entry that was written down by then; 0 before the first.
    func entryNumber(of id: ID<Deployment>, at instant: Instant) throws -> Int {
        let row = try row(
            """
            SELECT number FROM deployment_entry WHERE deployment = \(id) AND recorded_at <= \(instant)
            ORDER BY recorded_at DESC, number DESC LIMIT 1
            """)
        return try row?.integer("number") ?? 0
    }

    /// Newest first, from `number` back.
    func entries(of id: ID<Deployment>, through number: Int, limit: Int) throws -> [DeploymentEntry] {
        try rows(
            """
            \(sql: entrySelection) WHERE deployment = \(id) AND number <= \(number)
            ORDER BY number DESC LIMIT \(limit)
            """
        ).map(DeploymentEntry.init)
    }

    /// Oldest first, from the one after `number` on.
    func entries(
        of id: ID<Deployment>, after number: Int, through last: Int, limit: Int
    ) throws -> [DeploymentEntry] {
        try rows(
            """
            \(sql: entrySelection) WHERE deployment = \(id) AND number > \(number) AND number <= \(last)
            ORDER BY number LIMIT \(limit)
            """
        ).map(DeploymentEntry.init)
    }

    /// All of them, oldest first.
    func entries(of id: ID<Deployment>, through number: Int) throws -> [DeploymentEntry] {
        try rows(
            "\(sql: entrySelection) WHERE deployment = \(id) AND number <= \(number) ORDER BY number"
        ).map(DeploymentEntry.init)
    }

    func entries(of id: ID<Deployment>, kind: EntryContent.Kind) throws -> [DeploymentEntry] {
        try rows("\(sql: entrySelection) WHERE deployment = \(id) AND kind = \(kind) ORDER BY number")
            .map(DeploymentEntry.init)
    }

    /// Facts and assumptions that no statement took in and nobody set aside until now, oldest first.
    func unprocessedNotes(of id: ID<Deployment>) throws -> [DeploymentEntry] {
        try rows(
            """
            \(sql: entrySelection) WHERE deployment = \(id) AND is_for_picture = 1 AND processed_by IS NULL
            ORDER BY number
            """
        ).map(DeploymentEntry.init)
    }

    /// The same as it was when `number` was the last entry.
    func unprocessedNotes(of id: ID<Deployment>, at number: Int) throws -> [DeploymentEntry] {
        try rows(
            """
            \(sql: entrySelection) WHERE deployment = \(id) AND is_for_picture = 1 AND number <= \(number)
                AND (processed_by IS NULL OR processed_by > \(number))
            ORDER BY number
            """
        ).map(DeploymentEntry.init)
    }

    private var entrySelection: SQL {
        """
        SELECT id, number, kind, thing, occurred_at, received_at, recorded_at, author, author_name, author_function,
            source, text, is_confidential, payload, superseded_by, processed_by
        FROM deployment_entry
        """
    }
}

extension DeploymentEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), number: try row.integer("number"), thing: try row.optionalID("thing"),
            content: try EntryContent(try row.kind("kind"), try row.text("payload")),
            text: try row.text("text"),
            occurredAt: try row.instant("occurred_at"), receivedAt: try row.instant("received_at"),
            recordedAt: try row.instant("recorded_at"),
            author: EntryAuthor(
                account: try row.text("author"), name: try row.text("author_name"),
                function: try row.optionalText("author_function")),
            source: try row.text("source"), isConfidential: try row.flag("is_confidential"),
            supersededBy: try row.optionalInteger("superseded_by"),
            processedBy: try row.optionalInteger("processed_by"))
    }
}
