import Domain
import Storage
import Web

/// What became of the answers of one form.
struct InventoryResult: Sendable {
    let savedCount: Int
    /// Somebody else answered something else meanwhile.
    let conflicts: [Code<InventoryQuestion>: InventoryAnswer]
}

extension Change {
    /// Opens a round for all municipalities.
    mutating func openInventory(_ round: InventoryRound) throws {
        try actor.require(.editAgreements)
        try tx.insert(round, at: now)
        try record(
            JournalEntry(
                "inventory.opened", "inventory", round.id,
                after: [
                    "titel": .text(round.title), "peildag": .day(round.referenceDay),
                    "sluit": .day(round.closesOn),
                ]))
    }

    /// Saves what can be saved of a part that several people may have open; every earlier answer stays.
    ///
    /// - Throws: `FormRefusal` when the round is closed.
    mutating func fillInventory(
        _ edits: [InventoryEdit], of municipality: Code<Municipality>, in round: InventoryRound
    ) throws -> InventoryResult {
        try actor.require(.answerInventory, for: municipality)
        guard round.isOpen(on: Amsterdam.day(at: now)) else {
            throw FormRefusal(
                "inhoud",
                "Deze inventarisatie is op \(Dutch.date(round.closesOn)) gesloten. Vraag de regio om uitstel."
            )
        }
        let history = try tx.inventoryAnswers(of: municipality, in: round.id)
        var conflicts: [Code<InventoryQuestion>: InventoryAnswer] = [:]
        var saved: [InventoryAnswer] = []
        for edit in edits {
            let earlier = history[edit.question] ?? []
            switch edit.outcome(earlier) {
            case .nothing: continue
            case .conflict(let theirs): conflicts[edit.question] = theirs
            case .saved:
                saved.append(
                    InventoryAnswer(
                        question: edit.question, version: (earlier.last?.version ?? 0) + 1, value: edit.value,
                        at: now, by: answererName))
            }
        }
        for answer in saved { try tx.insert(answer, of: municipality, in: round.id) }
        if !saved.isEmpty {
            try record(entry(saved, history, of: municipality, in: round))
        }
        return InventoryResult(savedCount: saved.count, conflicts: conflicts)
    }

    private func entry(
        _ saved: [InventoryAnswer], _ history: [Code<InventoryQuestion>: [InventoryAnswer]],
        of municipality: Code<Municipality>, in round: InventoryRound
    ) -> JournalEntry {
        func state(_ value: (InventoryAnswer) -> String) -> [String: JournalValue] {
            var state: [String: JournalValue] = ["gemeente": .code(municipality)]
            for answer in saved { state[answer.question.text] = .text(value(answer)) }
            return state
        }
        return JournalEntry(
            "inventory.answered", "inventory", round.id,
            before: state { history[$0.question]?.last?.value ?? "" }, after: state(\.value))
    }

    private var answererName: String {
        switch actor {
        case .account(let signedIn): signedIn.displayName
        case .command(let name), .background(let name): name
        }
    }
}
