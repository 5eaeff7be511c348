import Domain
import Storage
import Web

extension Change {
    /// Adds a document with its first version.
    mutating func addDocument(
        _ document: RegionalDocument, version: DocumentVersion, file: StoredFile?
    ) throws {
        try actor.require(.editAgreements)
        try tx.insert(document, at: now)
        try record(
            JournalEntry(
                "document.added", "document", document.id,
                after: [
                    "soort": .text(document.kind.rawValue), "titel": .text(document.title),
                    "lezers": .text(document.storedReaders),
                ]))
        try addDocumentVersion(version, of: document.id, file: file)
    }

    /// A next version; who read the one before is asked again.
    mutating func addDocumentVersion(
        _ version: DocumentVersion, of id: ID<RegionalDocument>, file: StoredFile?
    ) throws {
        try actor.require(.editAgreements)
        guard let document = try tx.regionalDocuments().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        let last = document.versions.last
        let next = try following(last, version)
        if let file { try tx.keepForGood(file.id) }
        try tx.insert(next, of: id, file: file?.id)
        try record(
            entry("documentVersion.added", "document", "\(id)", before: last, after: next, file: file?.name))
    }

    /// The region's own version of a task card, for everybody; the local annexes stay.
    mutating func addTaskCardVersion(_ version: DocumentVersion, of card: TaskCard) throws {
        try actor.require(.editAgreements)
        let last = try tx.taskCardVersions()[card.code]?.last ?? card.shippedVersion
        let next = try following(last, version)
        try tx.insert(next, ofTaskCard: card.code)
        try record(
            entry("taskCardVersion.added", "taskCard", card.code, before: last, after: next, file: nil))
    }

    /// Somebody says that they read a version.
    mutating func confirmReading(_ subject: ReadingSubject, version: Int) throws {
        guard case .account(let signedIn) = actor else { throw WebFailure.forbidden }
        let present = try tx.readConfirmations(by: signedIn.account)[subject.key] ?? []
        guard !present.contains(where: { $0.version == version }) else { return }
        try tx.insertConfirmation(of: subject, version: version, by: signedIn.account, at: now)
        try record(
            JournalEntry(
                "reading.confirmed", "document", subject.key, after: ["versie": .number(version)]))
    }

    /// - Throws: `FormRefusal` for a version that begins before the one before it.
    private func following(_ last: DocumentVersion?, _ version: DocumentVersion) throws -> DocumentVersion {
        if let last, version.day < last.day {
            throw FormRefusal(
                "dag",
                "Versie \(last.number) geldt vanaf \(Dutch.date(last.day)); een volgende begint niet eerder.")
        }
        return DocumentVersion(
            number: (last?.number ?? 0) + 1, day: version.day, text: version.text, note: version.note)
    }

    private func entry(
        _ action: String, _ kind: String, _ id: String, before: DocumentVersion?, after: DocumentVersion,
        file: String?
    ) -> JournalEntry {
        JournalEntry(
            action, kind, id, before: before.map { ["versie": .number($0.number)] },
            after: [
                "versie": .number(after.number), "vanaf": .day(after.day), "tekst": .text(after.text),
                "nieuw": .text(after.note), "bestand": .text(file ?? ""),
            ])
    }
}
