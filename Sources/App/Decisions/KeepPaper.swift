import Domain
import Storage
import Web

extension Change {
    /// Opens a paper with its first version and the bodies on its way.
    ///
    /// - Throws: `PaperFault` when a body has no power to do what is asked of it.
    mutating func openPaper(_ paper: BoardPaper, version: PaperVersion, steps: [PaperStep] = []) throws {
        try actor.require(.editDecisions)
        try tx.insert(paper, at: now)
        try record(
            JournalEntry(
                "paper.opened", "paper", paper.id,
                after: [
                    "titel": .text(paper.title), "soort": .text(paper.subject.kind.rawValue),
                    "opdrachtgever": .text(paper.principal),
                ]))
        try addPaperVersion(version, to: paper.id)
        for step in steps { try addPaperStep(step, to: paper.id) }
    }

    /// - Throws: `PaperFault`.
    mutating func addPaperVersion(_ version: PaperVersion, to id: ID<BoardPaper>) throws {
        try actor.require(.editDecisions)
        let file = try paperFile(id)
        if let fault = file.faults(of: version).first { throw fault }
        let numbered = PaperVersion(
            number: (file.latest?.number ?? 0) + 1, label: version.label, day: version.day,
            summary: version.summary, keepsOutlines: version.keepsOutlines)
        try tx.insert(numbered, of: id)
        try record(
            JournalEntry(
                "paperVersion.added", "paper", id,
                before: file.latest.map { ["versie": .text($0.label)] },
                after: [
                    "versie": .text(version.label), "dag": .day(version.day),
                    "toelichting": .text(version.summary),
                    "hoofdlijnen gelijk": .text(version.keepsOutlines ? "ja" : "nee"),
                ]))
    }

    /// Puts a body on the way, after those that are there.
    ///
    /// - Throws: `PaperFault`.
    mutating func addPaperStep(_ step: PaperStep, to id: ID<BoardPaper>) throws {
        try actor.require(.editDecisions)
        let file = try paperFile(id)
        if let fault = file.fault(of: step.role, by: try governingBody(step.body)) { throw fault }
        // Above every place that was ever given, so that a body added after a removal comes last.
        try tx.insert(step, of: id, position: Int(now.milliseconds) + file.steps.count)
        try record(JournalEntry("paperStep.added", "paper", id, after: step.journalState))
    }

    /// Takes a body off the way; what it said about the paper stays.
    mutating func removePaperStep(_ step: ID<PaperStep>, from id: ID<BoardPaper>) throws {
        try actor.require(.editDecisions)
        guard let present = try paperFile(id).steps.first(where: { $0.id == step }) else {
            throw WebFailure.notFound
        }
        try tx.deletePaperStep(step)
        try record(JournalEntry("paperStep.removed", "paper", id, before: present.journalState))
    }

    /// Changes a body, or adds one that only this region has.
    mutating func saveGoverningBody(_ body: GoverningBody) throws {
        try actor.require(.editDecisions)
        let before = try tx.governingBodies().first { $0.code == body.code }
        guard before != body else { return }
        try tx.save(body)
        try record(
            JournalEntry(
                "governingBody.set", "governingBody", body.code, before: before?.journalState,
                after: body.journalState))
    }

    /// - Throws: `WebFailure.notFound`.
    func paperFile(_ id: ID<BoardPaper>) throws -> PaperFile {
        guard let file = try tx.paperFile(id) else { throw WebFailure.notFound }
        return file
    }

    /// - Throws: `WebFailure.notFound`.
    func governingBody(_ code: Code<GoverningBody>) throws -> GoverningBody {
        guard let body = try tx.governingBodies().first(where: { $0.code == code }) else {
            throw WebFailure.notFound
        }
        return body
    }
}

extension PaperStep {
    fileprivate var journalState: [String: JournalValue] {
        ["gremium": .code(body), "rol": .text(role.rawValue), "gepland": .day(plannedOn)]
    }
}

extension GoverningBody {
    fileprivate var journalState: [String: JournalValue] {
        [
            "naam": .text(name), "bevoegdheid": .text(power.rawValue), "voorzitter": .text(chairOffice),
            "secretaris": .text(secretaryOffice), "bron": .text(source),
        ]
    }
}
