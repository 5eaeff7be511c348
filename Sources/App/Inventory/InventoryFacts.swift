import Domain
import Storage

/// What other features may read of inventories.
extension Transaction {
    /// Newest first.
    func inventoryRounds() throws -> [InventoryRound] {
        try rows(
            """
            SELECT id, title, reference_day, closes_on FROM inventory_round ORDER BY reference_day DESC, id
            """
        ).map { row in
            InventoryRound(
                id: try row.id("id"), title: try row.text("title"),
                referenceDay: try row.day("reference_day"),
                closesOn: try row.day("closes_on"))
        }
    }

    /// The standing answers of every municipality in a round; those that were taken away are left out.
    func inventoryAnswers(in round: ID<InventoryRound>) throws
        -> [Code<Municipality>: [Code<InventoryQuestion>: String]]
    {
        try rows(
            """
            SELECT a.municipality, a.question, a.value FROM inventory_answer a
            WHERE a.round = \(round) AND a.value <> '' AND a.version = (SELECT MAX(b.version) FROM inventory_answer b
                WHERE b.round = a.round AND b.municipality = a.municipality AND b.question = a.question)
            """
        ).reduce(into: [:]) { answers, row in
            let municipality = Code<Municipality>(try row.text("municipality"))
            answers[municipality, default: [:]][Code(try row.text("question"))] = try row.text("value")
        }
    }
}
