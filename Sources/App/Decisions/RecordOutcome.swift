import Domain
import Storage
import Web

/// What a body said is not recorded as such, with every reason.
struct OutcomeRefusal: Error, Equatable {
    let faults: [PaperFault]
}

extension Change {
    /// Records what a body said about one version of a paper. Advice that was not there yet does not stop a board;
    /// it stands beside the decision in the journal.
    ///
    /// - Throws: `OutcomeRefusal`.
    mutating func recordOutcome(_ outcome: PaperOutcome, of id: ID<BoardPaper>) throws {
        try actor.require(.editDecisions)
        let file = try paperFile(id)
        let faults = file.faults(
            of: outcome, by: try governingBody(outcome.body), today: Amsterdam.day(at: now))
        guard faults.isEmpty else { throw OutcomeRefusal(faults: faults) }
        let missing = outcome.verdict.role == .decision ? file.missingBefore(outcome.body) : []
        try tx.insert(outcome, of: id, at: now)
        try record(
            JournalEntry(
                "paperOutcome.recorded", "paper", id,
                after: [
                    "gremium": .code(outcome.body),
                    "versie": .text(file.version(outcome.version)?.label ?? ""),
                    "dag": .day(outcome.day), "uitkomst": .text(outcome.verdict.rawValue),
                    "reikwijdte": .text(outcome.scope.kind.rawValue), "deel": .text(outcome.scope.part),
                    "tekst": .text(outcome.text), "agendapunt": .text(outcome.agendaPoint),
                    "nog zonder": .text(missing.map(\.body.text).joined(separator: " ")),
                ]))
    }

    /// Records that an office signed what its body said.
    ///
    /// - Throws: `OutcomeRefusal`.
    mutating func signOutcome(
        _ id: ID<PaperOutcome>, of paper: ID<BoardPaper>, by office: SigningOffice, on day: Day
    ) throws {
        try actor.require(.editDecisions)
        guard let outcome = try paperFile(paper).outcomes.first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        if let fault = outcome.fault(ofSignatureBy: office, on: day, today: Amsterdam.day(at: now)) {
            throw OutcomeRefusal(faults: [fault])
        }
        let body = try governingBody(outcome.body)
        let name = office == .chair ? body.chairOffice : body.secretaryOffice
        try tx.insert(PaperOutcome.Signature(office: office, officeName: name, day: day), of: id)
        try record(
            JournalEntry(
                "paperOutcome.signed", "paper", paper,
                after: ["gremium": .code(outcome.body), "ambt": .text(name), "dag": .day(day)]))
    }
}
