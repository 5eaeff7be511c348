import Domain
import Storage
import Web

/// What the functional administrator does with work that failed or waits.
extension Change {
    private static let reasonCharactersMax = 200

    /// Due at once; a runner sees it within 20 seconds.
    mutating func retryWork(_ id: ID<Work>) throws {
        try actor.require(.manageWork)
        guard let kind = try tx.hastenWork(id, at: now) else { throw WebFailure.changedMeanwhile }
        try record(JournalEntry("work.retried", "work", id, after: ["soort": .text(kind)]))
    }

    /// Gives work up, with why.
    mutating func dropWork(_ id: ID<Work>, reason: String) throws {
        try actor.require(.manageWork)
        guard let kind = try tx.dropWork(id, at: now) else { throw WebFailure.changedMeanwhile }
        try record(
            JournalEntry(
                "work.dropped", "work", id,
                after: [
                    "soort": .text(kind), "reden": .text(String(reason.prefix(Self.reasonCharactersMax))),
                ]))
    }
}
