import Domain
import Storage
import Web

/// The register: what was decided, what is on its way, and what was heard in talks.
struct DecisionsPage: Sendable {
    struct Said: Sendable {
        let file: PaperFile
        let outcome: PaperOutcome
    }

    let files: [PaperFile]
    let bodies: [GoverningBody]
    let mayEdit: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        files = try tx.boardPapers().compactMap { try tx.paperFile($0.id) }
        bodies = try tx.governingBodies()
        mayEdit = visit.signedIn.may(.editDecisions)
    }

    /// Newest first.
    var decisions: [Said] {
        files.flatMap { file in
            file.outcomes.filter { $0.verdict.role == .decision }.map { Said(file: file, outcome: $0) }
        }.sorted { $0.outcome.day > $1.outcome.day }
    }

    /// Papers about which a body still has to say something.
    var underway: [PaperFile] { files.filter { $0.next != nil } }

    func name(_ code: Code<GoverningBody>) -> String {
        bodies.first { $0.code == code }?.name ?? code.text
    }
}

/// One paper with its way through the bodies.
struct BoardPaperPage: Sendable {
    let file: PaperFile
    let bodies: [GoverningBody]
    let mayEdit: Bool
    let csrf: String
    let today: Day

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let file = try tx.paperFile(try visit.id("id")) else { throw WebFailure.notFound }
        self.file = file
        bodies = try tx.governingBodies()
        mayEdit = visit.signedIn.may(.editDecisions)
        csrf = visit.signedIn.csrf
        today = visit.today
    }

    var path: String { "/besluiten/stukken/\(file.paper.id)" }

    func name(_ code: Code<GoverningBody>) -> String {
        bodies.first { $0.code == code }?.name ?? code.text
    }

    /// What is so now, as a sentence.
    var heading: String {
        let title = file.paper.title
        if let settled = file.settled, file.next == nil {
            return "\(title): \(settled.verdict.word) op \(Dutch.date(settled.day))"
        }
        guard let next = file.next else { return "\(title): nog geen route" }
        let when = next.plannedOn.map { " (\(Dutch.date($0)))" } ?? ""
        return "\(title): nu aan \(name(next.body)) om te \(next.role.word)\(when)"
    }
}

/// The rounds of talks with their red threads.
struct RoundsPage: Sendable {
    let rounds: [ConversationRound]
    let threads: [ID<ConversationRound>: [RedThread]]
    let bodies: [GoverningBody]
    let mayEdit: Bool
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        rounds = try tx.conversationRounds()
        threads = Dictionary(grouping: try tx.redThreads(), by: \.round)
        bodies = try tx.governingBodies()
        mayEdit = visit.signedIn.may(.editDecisions)
        csrf = visit.signedIn.csrf
    }

    /// - Throws: `WebFailure.notFound`.
    func round(_ visit: Visit) throws -> ConversationRound {
        let id: ID<ConversationRound> = try visit.id("id")
        guard let round = rounds.first(where: { $0.id == id }) else { throw WebFailure.notFound }
        return round
    }
}
