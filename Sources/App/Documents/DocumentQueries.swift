import Domain
import Storage

extension Transaction {
    func insert(_ document: RegionalDocument, at now: Instant) throws {
        try execute(
            """
            INSERT INTO regional_document (id, kind, title, readers, created_at)
            VALUES (\(document.id), \(document.kind), \(document.title), \(document.storedReaders), \(now))
            """)
    }

    func insert(
        _ version: DocumentVersion, of document: ID<RegionalDocument>, file: ID<StoredFile>?
    ) throws {
        try execute(
            """
            INSERT INTO document_version (document, number, day, text, note, file)
            VALUES (\(document), \(version.number), \(version.day), \(version.text), \(version.note), \(file))
            """)
    }

    func insert(_ version: DocumentVersion, ofTaskCard card: String) throws {
        try execute(
            """
            INSERT INTO task_card_version (card, number, day, text, note)
            VALUES (\(card), \(version.number), \(version.day), \(version.text), \(version.note))
            """)
    }

    /// The files of a document, by version.
    func documentFiles(of document: ID<RegionalDocument>) throws -> [Int: ID<StoredFile>] {
        try rows(
            """
            SELECT number, file FROM document_version WHERE document = \(document) AND file IS NOT NULL
            """
        ).reduce(into: [:]) { files, row in files[try row.integer("number")] = try row.id("file") }
    }

    /// Said twice is said once.
    func insertConfirmation(
        of subject: ReadingSubject, version: Int, by account: ID<Account>, at now: Instant
    ) throws {
        try execute(
            """
            INSERT INTO read_confirmation (subject, version, account, confirmed_at)
            VALUES (\(subject.key), \(version), \(account), \(now)) ON CONFLICT (subject, version, account) DO NOTHING
            """)
    }

    /// People who confirmed that they read a version.
    func peopleWhoRead(_ subject: ReadingSubject, version: Int) throws -> Set<ID<Functionary>> {
        Set(
            try rows(
                """
                SELECT a.person FROM read_confirmation r JOIN account a ON a.id = r.account
                WHERE r.subject = \(subject.key) AND r.version = \(version) AND a.person IS NOT NULL
                """
            ).map { try $0.id("person") })
    }

    /// How many accounts confirmed that they read a version.
    func confirmationCount(of subject: ReadingSubject, version: Int) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS number FROM read_confirmation
            WHERE subject = \(subject.key) AND version = \(version)
            """)?.integer("number") ?? 0
    }
}

extension RegionalDocument {
    var storedReaders: String { readers.map(\.text).sorted().joined(separator: " ") }
}
