import Domain
import Storage

/// What other features may read of accepted risks.
extension Transaction {
    /// Those whose gap has not passed, by start; of whatever standing.
    func risks(from now: Instant) throws -> [AcceptedRisk] {
        let answers = try rows(
            """
            SELECT a.risk, a.municipality, a.answer FROM risk_answer a JOIN accepted_risk r ON r.id = a.risk
            WHERE r.ends_at > \(now) ORDER BY a.risk, a.municipality
            """)
        let byRisk = try Dictionary(grouping: answers) { try $0.text("risk") }
        return try rows(
            """
            SELECT id, line, starts_at, ends_at, reason, asked_at, lapses_at, withdrawn_at FROM accepted_risk
            WHERE ends_at > \(now) ORDER BY starts_at, line, id
            """
        ).map { try AcceptedRisk($0, answers: byRisk[try $0.text("id")] ?? []) }
    }

    func risk(_ id: ID<AcceptedRisk>) throws -> AcceptedRisk? {
        let answers = try rows(
            "SELECT risk, municipality, answer FROM risk_answer WHERE risk = \(id) ORDER BY municipality")
        return try row(
            """
            SELECT id, line, starts_at, ends_at, reason, asked_at, lapses_at, withdrawn_at FROM accepted_risk
            WHERE id = \(id)
            """
        ).map { try AcceptedRisk($0, answers: answers) }
    }

    func insert(_ risk: AcceptedRisk) throws {
        try execute(
            """
            INSERT INTO accepted_risk (id, line, starts_at, ends_at, reason, asked_at, lapses_at)
            VALUES (\(risk.id), \(risk.line), \(risk.interval.start), \(risk.interval.end), \(risk.reason),
                \(risk.askedAt), \(risk.lapsesAt))
            """)
        for municipality in risk.answers.keys.sorted() {
            try execute(
                """
                INSERT INTO risk_answer (risk, municipality, answer)
                VALUES (\(risk.id), \(municipality), \(AcceptedRisk.Answer.waiting))
                """)
        }
    }

    func save(
        _ answer: AcceptedRisk.Answer, to risk: ID<AcceptedRisk>, of municipality: Code<Municipality>,
        by account: ID<Account>?, at now: Instant
    ) throws {
        try execute(
            """
            UPDATE risk_answer SET answer = \(answer), account = \(account), answered_at = \(now)
            WHERE risk = \(risk) AND municipality = \(municipality)
            """)
    }

    func withdrawRisk(_ id: ID<AcceptedRisk>, at now: Instant) throws {
        try execute("UPDATE accepted_risk SET withdrawn_at = \(now) WHERE id = \(id)")
    }
}

extension AcceptedRisk {
    fileprivate init(_ row: Row, answers: [Row]) throws {
        var own: [Code<Municipality>: Answer] = [:]
        for answer in answers { own[Code(try answer.text("municipality"))] = try answer.kind("answer") }
        self.init(
            id: try row.id("id"), line: Code(try row.text("line")),
            interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
            reason: try row.text("reason"), askedAt: try row.instant("asked_at"),
            lapsesAt: try row.instant("lapses_at"), withdrawnAt: try row.optionalInstant("withdrawn_at"),
            answers: own)
    }
}
