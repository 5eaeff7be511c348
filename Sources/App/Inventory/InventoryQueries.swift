import Domain
import Storage

extension Transaction {
    func insert(_ round: InventoryRound, at now: Instant) throws {
        try execute(
            """
            INSERT INTO inventory_round (id, title, reference_day, closes_on, created_at)
            VALUES (\(round.id), \(round.title), \(round.referenceDay), \(round.closesOn), \(now))
            """)
    }

    func insert(
        _ answer: InventoryAnswer, of municipality: Code<Municipality>, in round: ID<InventoryRound>
    ) throws {
        try execute(
            """
            INSERT INTO inventory_answer (round, municipality, question, version, value, answered_at, answered_by)
            VALUES (\(round), \(municipality), \(answer.question), \(answer.version), \(answer.value),
                \(answer.at), \(answer.by))
            """)
    }

    /// Every answer of one municipality, by question and first to last.
    func inventoryAnswers(
        of municipality: Code<Municipality>, in round: ID<InventoryRound>
    ) throws -> [Code<InventoryQuestion>: [InventoryAnswer]] {
        let answers = try rows(
            """
            SELECT question, version, value, answered_at, answered_by FROM inventory_answer
            WHERE round = \(round) AND municipality = \(municipality) ORDER BY question, version
            """
        ).map { row in
            InventoryAnswer(
                question: Code(try row.text("question")), version: try row.integer("version"),
                value: try row.text("value"), at: try row.instant("answered_at"),
                by: try row.text("answered_by"))
        }
        return Dictionary(grouping: answers, by: \.question)
    }
}
