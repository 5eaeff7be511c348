import Domain
import Storage
import Web

/// Instructions, documents and task cards, and what this visitor must still read.
struct DocumentsPage: Sendable {
    struct Entry: Sendable {
        let document: RegionalDocument
        let version: DocumentVersion?
        let standing: ReadingStanding
        /// This visitor has one of the functions that must read it.
        let isAsked: Bool
    }

    let entries: [Entry]
    let cards: [TaskCard]
    let mayEdit: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        let read = try tx.readConfirmations(by: visit.signedIn.account)
        let own = try visit.ownFunctions(tx)
        entries = try tx.regionalDocuments().map { document in
            let version = document.version(on: visit.today)
            let key = ReadingSubject.document(document.id).key
            return Entry(
                document: document, version: version,
                standing: ReadingStanding(read[key] ?? [], version: version?.number ?? 1),
                isAsked: version != nil && !document.readers.isDisjoint(with: own))
        }
        cards = try tx.taskCards(on: visit.today)
        mayEdit = visit.signedIn.may(.editAgreements)
    }

    var toRead: [Entry] { entries.filter { $0.isAsked && !$0.standing.isRead } }
}

/// One document with its versions, and who of its readers read it.
struct DocumentPage: Sendable {
    let document: RegionalDocument
    let present: DocumentVersion?
    let standing: ReadingStanding
    let isAsked: Bool
    let files: [Int: ID<StoredFile>]
    let readers: [String]
    /// How many people have a function that must read it, and how many of them did; nil for who does not keep it.
    let figures: (read: Int, asked: Int)?
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        let id: ID<RegionalDocument> = try visit.id("id")
        guard let document = try tx.regionalDocuments().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        self.document = document
        let present = document.version(on: visit.today)
        self.present = present
        let subject = ReadingSubject.document(id)
        let read = try tx.readConfirmations(by: visit.signedIn.account)[subject.key] ?? []
        standing = ReadingStanding(read, version: present?.number ?? 1)
        isAsked = try !document.readers.isDisjoint(with: visit.ownFunctions(tx))
        files = try tx.documentFiles(of: id)
        readers = try tx.functions().filter { document.readers.contains($0.code) }.map(\.name)
        csrf = visit.signedIn.csrf
        guard visit.signedIn.may(.editAgreements), let present else {
            figures = nil
            return
        }
        let asked = Set(
            try tx.designations().filter {
                document.readers.contains($0.function) && $0.interval?.contains(visit.now) == true
            }.map(\.person))
        figures = (
            try tx.peopleWhoRead(subject, version: present.number).intersection(asked).count, asked.count
        )
    }

    var path: String { "/documenten/\(document.id)" }
}

/// How a task card stands: its version, and whether this visitor read it.
struct TaskCardReading: Sendable {
    let version: DocumentVersion
    let standing: ReadingStanding
    let mayEdit: Bool
    /// How many confirmed that they read it; nil for who does not keep it.
    let readCount: Int?

    init(_ card: TaskCard, _ visit: Visit, _ tx: Transaction) throws {
        let own = try tx.taskCardVersions()[card.code]?.last { $0.day <= visit.today }
        version = own ?? card.shippedVersion
        let subject = ReadingSubject.taskCard(card.code)
        let read = try tx.readConfirmations(by: visit.signedIn.account)[subject.key] ?? []
        standing = ReadingStanding(read, version: version.number)
        mayEdit = visit.signedIn.may(.editAgreements)
        readCount = mayEdit ? try tx.confirmationCount(of: subject, version: version.number) : nil
    }
}

extension Visit {
    /// The functions for which the visitor is designated now; none for who is not in the register.
    fileprivate func ownFunctions(_ tx: Transaction) throws -> Set<Code<CrisisFunction>> {
        guard let person = signedIn.person else { return [] }
        return Set(
            try tx.designations().filter { $0.person == person && $0.interval?.contains(now) == true }.map(
                \.function))
    }
}
