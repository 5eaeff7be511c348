import Domain
import Storage
import Web

extension Change {
    /// Adds or changes a round of talks.
    mutating func saveRound(_ round: ConversationRound) throws {
        try actor.require(.editDecisions)
        let before = try tx.conversationRounds().first { $0.id == round.id }
        if before == nil {
            try tx.insert(round)
        } else if !(try tx.update(round)) {
            throw WebFailure.changedMeanwhile
        }
        try record(
            JournalEntry(
                before == nil ? "round.added" : "round.edited", "round", round.id,
                before: before?.journalState, after: round.journalState))
    }

    /// Writes down what several people said in a round.
    mutating func addRedThread(_ thread: RedThread) throws {
        try actor.require(.editDecisions)
        guard try tx.conversationRounds().contains(where: { $0.id == thread.round }) else {
            throw WebFailure.notFound
        }
        try tx.insert(thread)
        try record(
            JournalEntry(
                "redThread.added", "round", thread.round,
                after: ["thema": .text(thread.theme), "tekst": .text(thread.text)]))
    }
}

extension ConversationRound {
    fileprivate var journalState: [String: JournalValue] {
        [
            "soort": .text(kind.rawValue), "titel": .text(title), "van": .day(firstDay), "tot": .day(lastDay),
            "gremium": .code(body), "voorzitter": .text(chair), "met": .text(partners),
            "aantal": partnerCount.map { .number($0) } ?? .none,
        ]
    }
}
