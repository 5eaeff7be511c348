import Domain
import Storage

/// What a reading confirmation is about.
enum ReadingSubject: Hashable, Sendable {
    case document(ID<RegionalDocument>)
    case taskCard(String)

    /// As it is stored.
    var key: String {
        switch self {
        case .document(let id): "document:\(id)"
        case .taskCard(let code): "taakkaart:\(code)"
        }
    }
}

/// What other features may read of documents and task cards.
extension Transaction {
    /// By title.
    func regionalDocuments() throws -> [RegionalDocument] {
        let versions = try Dictionary(
            grouping: rows(
                """
                SELECT document, number, day, text, note FROM document_version ORDER BY document, number
                """), by: { try $0.text("document") })
        return try rows("SELECT id, kind, title, readers FROM regional_document ORDER BY title, id").map {
            row in
            RegionalDocument(
                id: try row.id("id"), kind: try row.kind("kind"), title: try row.text("title"),
                readers: Set(try row.text("readers").split(separator: " ").map { Code(String($0)) }),
                versions: try (versions[try row.text("id")] ?? []).map(DocumentVersion.init))
        }
    }

    /// What the region wrote itself of a task card, after what ships; by number, from 2.
    func taskCardVersions() throws -> [String: [DocumentVersion]] {
        try Dictionary(
            grouping: rows(
                "SELECT card, number, day, text, note FROM task_card_version ORDER BY card, number"),
            by: { try $0.text("card") }
        ).mapValues { try $0.map(DocumentVersion.init) }
    }

    /// The confirmations of one account, by subject.
    func readConfirmations(by account: ID<Account>) throws -> [String: [ReadConfirmation]] {
        try Dictionary(
            grouping: rows(
                """
                SELECT subject, version, confirmed_at FROM read_confirmation WHERE account = \(account)
                ORDER BY subject, version
                """), by: { try $0.text("subject") }
        ).mapValues { rows in
            try rows.map {
                ReadConfirmation(version: try $0.integer("version"), at: try $0.instant("confirmed_at"))
            }
        }
    }

    /// How many documents somebody must still read, by their functions of this moment.
    func unreadDocumentCount(of person: ID<Functionary>, _ account: ID<Account>, at now: Instant) throws
        -> Int
    {
        let documents = try regionalDocuments().filter { !$0.readers.isEmpty }
        guard !documents.isEmpty else { return 0 }
        let own = Set(
            try designations().filter { $0.person == person && $0.interval?.contains(now) == true }.map(
                \.function))
        let read = try readConfirmations(by: account)
        return documents.count { document in
            guard !document.readers.isDisjoint(with: own),
                let version = document.version(on: Amsterdam.day(at: now))
            else { return false }
            let key = ReadingSubject.document(document.id).key
            return !ReadingStanding(read[key] ?? [], version: version.number).isRead
        }
    }
}

extension DocumentVersion {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: try row.integer("number"), day: try row.day("day"), text: try row.text("text"),
            note: try row.text("note"))
    }
}
