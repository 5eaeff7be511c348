import Domain
import Storage

/// What other features may read of papers, decisions and rounds of talks.
extension Transaction {
    /// What ships, with what the region changed and added, in the order in which a paper usually goes.
    func governingBodies() throws -> [GoverningBody] {
        let own = try rows(
            """
            SELECT code, name, power, chair_office, secretary_office, source FROM governing_body ORDER BY name, code
            """
        ).map { row in
            GoverningBody(
                code: Code(try row.text("code")), name: try row.text("name"), power: try row.kind("power"),
                chairOffice: try row.text("chair_office"),
                secretaryOffice: try row.text("secretary_office"), source: try row.text("source"))
        }
        let shipped = GoverningBodyFile.shipped
        let changed = shipped.map { body in own.first { $0.code == body.code } ?? body }
        return changed + own.filter { body in !shipped.contains { $0.code == body.code } }
    }

    /// Every paper, the one that was made last first.
    func boardPapers() throws -> [BoardPaper] {
        try rows(
            """
            SELECT id, title, subject_kind, subject_reference, principal FROM board_paper
            ORDER BY created_at DESC, id
            """
        ).map(BoardPaper.init)
    }

    /// Papers about one thing, the one that was made last first.
    func boardPapers(about subject: BoardPaper.Subject) throws -> [BoardPaper] {
        try rows(
            """
            SELECT id, title, subject_kind, subject_reference, principal FROM board_paper
            WHERE subject_kind = \(subject.kind) AND subject_reference = \(subject.reference)
            ORDER BY created_at DESC, id
            """
        ).map(BoardPaper.init)
    }

    /// A paper with everything that belongs to it; nil when there is none.
    func paperFile(_ id: ID<BoardPaper>) throws -> PaperFile? {
        let paper = try row(
            """
            SELECT id, title, subject_kind, subject_reference, principal FROM board_paper WHERE id = \(id)
            """
        ).map(BoardPaper.init)
        guard let paper else { return nil }
        let versions = try rows(
            """
            SELECT number, label, day, summary, keeps_outlines FROM paper_version WHERE paper = \(id)
            ORDER BY number
            """
        ).map { row in
            PaperVersion(
                number: try row.integer("number"), label: try row.text("label"), day: try row.day("day"),
                summary: try row.text("summary"), keepsOutlines: try row.flag("keeps_outlines"))
        }
        let steps = try rows(
            "SELECT id, body, role, planned_on FROM paper_step WHERE paper = \(id) ORDER BY position, id"
        ).map { row in
            PaperStep(
                id: try row.id("id"), body: Code(try row.text("body")), role: try row.kind("role"),
                plannedOn: try row.optionalDay("planned_on"))
        }
        return PaperFile(paper: paper, versions: versions, steps: steps, outcomes: try outcomes(of: id))
    }

    private func outcomes(of paper: ID<BoardPaper>) throws -> [PaperOutcome] {
        let signatures = try Dictionary(
            grouping: rows(
                """
                SELECT s.outcome, s.office, s.office_name, s.day FROM paper_signature s
                    JOIN paper_outcome o ON o.id = s.outcome
                WHERE o.paper = \(paper) ORDER BY s.day, s.office
                """), by: { try $0.text("outcome") })
        return try rows(
            """
            SELECT id, body, version, day, verdict, scope, scope_part, text, agenda_point FROM paper_outcome
            WHERE paper = \(paper) ORDER BY day, recorded_at, id
            """
        ).map { row in
            PaperOutcome(
                id: try row.id("id"), body: Code(try row.text("body")), version: try row.integer("version"),
                day: try row.day("day"), verdict: try row.kind("verdict"),
                scope: PaperOutcome.Scope(try row.kind("scope"), part: try row.text("scope_part")),
                text: try row.text("text"), agendaPoint: try row.text("agenda_point"),
                signatures: try (signatures[try row.text("id")] ?? []).map { row in
                    PaperOutcome.Signature(
                        office: try row.kind("office"), officeName: try row.text("office_name"),
                        day: try row.day("day"))
                })
        }
    }

    /// Newest first.
    func conversationRounds() throws -> [ConversationRound] {
        try rows(
            """
            SELECT id, kind, title, first_day, last_day, body, chair, partners, partner_count, version
            FROM conversation_round ORDER BY last_day DESC, first_day DESC, id
            """
        ).map { row in
            ConversationRound(
                id: try row.id("id"), kind: try row.kind("kind"), title: try row.text("title"),
                firstDay: try row.day("first_day"), lastDay: try row.day("last_day"),
                body: try row.optionalText("body").map { Code($0) }, chair: try row.text("chair"),
                partners: try row.text("partners"), partnerCount: try row.optionalInteger("partner_count"),
                version: try row.integer("version"))
        }
    }

    /// In the order in which they were written down.
    func redThreads() throws -> [RedThread] {
        try rows("SELECT id, round, theme, text FROM red_thread ORDER BY id").map { row in
            RedThread(
                id: try row.id("id"), round: try row.id("round"), theme: try row.text("theme"),
                text: try row.text("text"))
        }
    }
}

/// How a scope is stored: its kind, and the part beside it.
enum PaperScopeKind: String, CaseIterable, Sendable {
    case whole, outlines, part
}

extension PaperOutcome.Scope {
    init(_ kind: PaperScopeKind, part: String) {
        self =
            switch kind {
            case .whole: .whole
            case .outlines: .outlines
            case .part: .part(part)
            }
    }

    var kind: PaperScopeKind {
        switch self {
        case .whole: .whole
        case .outlines: .outlines
        case .part: .part
        }
    }

    /// The part that was named; empty for the others.
    var part: String {
        if case .part(let part) = self { part } else { "" }
    }
}

extension BoardPaper {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), title: try row.text("title"),
            subject: Subject(try row.kind("subject_kind"), reference: try row.text("subject_reference")),
            principal: try row.text("principal"))
    }
}
