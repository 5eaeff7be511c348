import Domain
import Storage
import Web

extension Change {
    /// Adds or changes a promise. An alarm that runs keeps what it was raised with.
    mutating func savePromise(_ promise: Promise) throws {
        try actor.require(.editAgreements)
        let before = try tx.promises().first { $0.id == promise.id }
        if before == nil {
            try tx.insert(promise)
        } else if !(try tx.update(promise)) {
            throw WebFailure.changedMeanwhile
        }
        try record(
            JournalEntry(
                before == nil ? "promise.added" : "promise.edited", "promise", promise.code,
                before: before?.journalState, after: promise.journalState))
    }

    /// The next free code; one that ended keeps its own.
    func nextPromiseCode() throws -> Code<Promise> {
        let numbers = try tx.promises().compactMap { Int($0.code.text.dropFirst()) }
        return Code("T\((numbers.max() ?? 0) + 1)")
    }
}

extension Promise {
    fileprivate var journalState: [String: JournalValue] {
        func text(_ codes: Set<Code<Municipality>>) -> JournalValue {
            .text(codes.map(\.text).sorted().joined(separator: " "))
        }
        return [
            "functie": .code(function), "mensen": .number(people), "tegelijk": .number(callers),
            "binnen": responseMinutes.map { .number($0) } ?? .none, "vooraf": .number(noticeMinutes),
            "uren": .text(hours.words), "vanaf": .day(validFrom), "tot en met": .day(validThrough),
            "levert": text(suppliers), "ontvangt": text(receivers),
        ]
    }
}
