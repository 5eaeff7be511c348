import Domain
import Storage
import Web

extension Change {
    /// Duties in one letter; the rest is on the page.
    private static let dutiesMax = 12

    /// Writes to everybody whose duties a published roster changes which ones they have now.
    ///
    /// - Parameters:
    ///   - before: the published duties that gave way.
    ///   - after: those of the roster that count.
    mutating func tellRoster(_ roster: Roster, from before: [StoredDuty], to after: [StoredDuty]) throws {
        let old = Dictionary(grouping: before, by: \.person)
        let new = Dictionary(grouping: after, by: \.person)
        let names = try tx.lineNames()
        let address = try tx.siteAddress().map { " \($0.url("/rooster/mijn"))" } ?? ""
        for person in Set(old.keys).union(new.keys).sorted() {
            let own = (new[person] ?? []).map(\.duty).sorted { $0.interval.start < $1.interval.start }
            guard Set(own) != Set((old[person] ?? []).map(\.duty)) else { continue }
            let lines = own.prefix(Self.dutiesMax).map { duty in
                "- \(Dutch.period(duty.interval)): \(names[duty.line] ?? duty.line.text), \(duty.slot.word)"
            }
            let rest = own.count - lines.count
            let list = (lines + (rest > 0 ? ["- en nog \(rest)"] : [])).joined(separator: "\n")
            try queueLetter(
                to: person, key: "roster-published \(roster.id) \(person)",
                subject: "Je diensten in het nieuwe rooster",
                [
                    "Het rooster is bekend voor \(Dutch.period(roster.interval)).",
                    own.isEmpty ? "Je hebt in die tijd geen dienst meer." : "Je diensten:\n\(list)",
                    "Ruilen en je wensen doorgeven doe je op de pagina Mijn diensten.\(address)",
                ])
        }
    }
}
