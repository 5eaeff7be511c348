import Domain
import Storage

extension Transaction {
    func save(_ body: GoverningBody) throws {
        try execute(
            """
            INSERT INTO governing_body (code, name, power, chair_office, secretary_office, source)
            VALUES (\(body.code), \(body.name), \(body.power), \(body.chairOffice), \(body.secretaryOffice),
                \(body.source))
            ON CONFLICT (code)
            DO UPDATE SET name = excluded.name, power = excluded.power, chair_office = excluded.chair_office,
                secretary_office = excluded.secretary_office, source = excluded.source
            """)
    }

    func insert(_ paper: BoardPaper, at now: Instant) throws {
        try execute(
            """
            INSERT INTO board_paper (id, title, subject_kind, subject_reference, principal, created_at)
            VALUES (\(paper.id), \(paper.title), \(paper.subject.kind), \(paper.subject.reference),
                \(paper.principal), \(now))
            """)
    }

    func insert(_ version: PaperVersion, of paper: ID<BoardPaper>) throws {
        try execute(
            """
            INSERT INTO paper_version (paper, number, label, day, summary, keeps_outlines)
            VALUES (\(paper), \(version.number), \(version.label), \(version.day), \(version.summary),
                \(version.keepsOutlines))
            """)
    }

    func insert(_ step: PaperStep, of paper: ID<BoardPaper>, position: Int) throws {
        try execute(
            """
            INSERT INTO paper_step (id, paper, position, body, role, planned_on)
            VALUES (\(step.id), \(paper), \(position), \(step.body), \(step.role), \(step.plannedOn))
            """)
    }

    func deletePaperStep(_ id: ID<PaperStep>) throws {
        try execute("DELETE FROM paper_step WHERE id = \(id)")
    }

    func insert(_ outcome: PaperOutcome, of paper: ID<BoardPaper>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO paper_outcome (id, paper, version, body, day, verdict, scope, scope_part, text, agenda_point,
                recorded_at)
            VALUES (\(outcome.id), \(paper), \(outcome.version), \(outcome.body), \(outcome.day),
                \(outcome.verdict), \(outcome.scope.kind), \(outcome.scope.part), \(outcome.text),
                \(outcome.agendaPoint), \(now))
            """)
    }

    func insert(_ signature: PaperOutcome.Signature, of outcome: ID<PaperOutcome>) throws {
        try execute(
            """
            INSERT INTO paper_signature (outcome, office, office_name, day)
            VALUES (\(outcome), \(signature.office), \(signature.officeName), \(signature.day))
            """)
    }

    func insert(_ round: ConversationRound) throws {
        try execute(
            """
            INSERT INTO conversation_round (id, kind, title, first_day, last_day, body, chair, partners,
                partner_count, version)
            VALUES (\(round.id), \(round.kind), \(round.title), \(round.firstDay), \(round.lastDay),
                \(round.body), \(round.chair), \(round.partners), \(round.partnerCount), \(round.version))
            """)
    }

    /// - Returns: false when somebody else changed it since `round.version` was read.
    func update(_ round: ConversationRound) throws -> Bool {
        try execute(
            """
            UPDATE conversation_round SET kind = \(round.kind), title = \(round.title),
                first_day = \(round.firstDay), last_day = \(round.lastDay), body = \(round.body),
                chair = \(round.chair), partners = \(round.partners), partner_count = \(round.partnerCount),
                version = version + 1
            WHERE id = \(round.id) AND version = \(round.version)
            """) == 1
    }

    func insert(_ thread: RedThread) throws {
        try execute(
            """
            INSERT INTO red_thread (id, round, theme, text)
            VALUES (\(thread.id), \(thread.round), \(thread.theme), \(thread.text))
            """)
    }
}
