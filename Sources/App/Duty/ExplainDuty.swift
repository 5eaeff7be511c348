package import Domain
import Storage
import Web

/// Why somebody has a place, who was next, and how the others stand (spec V5).
package struct DutyExplanation: Sendable {
    package let line: String
    package let week: String
    package let slot: String
    package let person: String?
    package let name: String?
    package let explanation: String?
    package let next: Other?
    /// Best first.
    package let others: [Other]

    package struct Other: Sendable {
        package let person: String
        package let name: String
        package let isFit: Bool
        package let points: Int
        package let text: String
    }
}

extension Application {
    /// - Throws: `DutyRefusal`.
    package func explainDuty(line: String, weekOf day: Day, slot: DutySlot) async throws -> DutyExplanation {
        try await storage.read { tx in
            let period = try tx.dutyPeriod(weekOf: day)
            let code = Code<DutyLine>(line)
            let search = try ReplacementSearch(tx, during: period.interval)
            guard let dutyLine = search.line(code) else { throw DutyRefusal.unknownLine }
            let stored = try tx.duties(during: period.interval, line: code).last { $0.duty.slot == slot }
            let names = Dictionary(
                try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
            let runnerUp = try stored.flatMap { try tx.runnersUp(ofRoster: $0.roster)[$0.id] }
            let others = search.ranked(
                dutyLine, period.interval, without: Set([stored?.id].compactMap(\.self))
            )
            .filter { $0.person != stored?.person }
            return DutyExplanation(
                line: line, week: ISOWeek(period).text, slot: slot.rawValue,
                person: stored?.person.description, name: stored.flatMap { names[$0.person] },
                explanation: stored?.explanation,
                next: runnerUp.map {
                    .init(
                        person: $0.person.description, name: names[$0.person] ?? "", isFit: true,
                        points: $0.more, text: $0.reason)
                },
                others: others.map {
                    .init(
                        person: $0.person.description, name: $0.name, isFit: $0.isFit, points: $0.points,
                        text: $0.sentence)
                })
        }
    }
}
