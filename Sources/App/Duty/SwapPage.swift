import Domain
import Storage
import Web

/// A duty that is about to be offered, with who could take it.
struct OfferPage: Sendable {
    let duty: StoredDuty
    let name: String
    let lineName: String
    let candidates: [ReplacementSearch.Candidacy]
    /// Whoever plans offers for others, and may have no duties of their own.
    let isOwn: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let stored = try tx.duty(try visit.id("id")), stored.state == .published,
            stored.duty.interval.end > visit.now,
            visit.signedIn.person == stored.person || visit.signedIn.may(.editRoster)
        else { throw WebFailure.notFound }
        duty = stored
        isOwn = visit.signedIn.person == stored.person
        name = try tx.functionary(stored.person)?.name.full ?? ""
        lineName = try tx.lineNames()[stored.duty.line] ?? stored.duty.line.text
        let ahead = Interval(max(stored.duty.interval.start, visit.now), stored.duty.interval.end)
        let search = try ReplacementSearch(tx, during: ahead)
        candidates =
            search.line(stored.duty.line).map { line in
                search.ranked(line, ahead, without: [stored.id]).filter { $0.person != stored.person }
            } ?? []
    }
}

/// The open offers of the whole region.
struct SwapInboxPage: Sendable {
    let entries: [Entry]

    struct Entry: Sendable {
        let swap: Swap
        let name: String
        let lineName: String
        let asked: String
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let names = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        let lines = try tx.lineNames()
        entries = try tx.offeredSwaps().filter { $0.standing(at: visit.now) == .offered }.map { swap in
            let asked = try swap.isForPool ? [] : tx.asked(swap.id).compactMap { names[$0] }
            return Entry(
                swap: swap, name: names[swap.person] ?? "", lineName: lines[swap.line] ?? swap.line.text,
                asked: swap.isForPool ? "iedereen van de functie" : Dutch.list(asked))
        }
    }
}
