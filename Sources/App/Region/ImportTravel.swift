import Domain
import Storage
import Web

/// Travel minutes from one municipality to another, with where they come from.
struct TravelTime: Equatable, Sendable {
    let minutes: Int
    let source: String
    let status: FactStatus
}

extension Transaction {
    /// What an import of `file` would do, without doing it.
    func travelPreview(_ file: TravelFile, source: String) throws -> TableOutcome {
        try TravelPlan(file, source: source, self).outcome(isApplied: false)
    }
}

extension Change {
    /// Writes the good rows of `file` with their source; a pair that the file leaves out keeps its estimate. The next
    /// question about coverage reckons with them.
    mutating func importTravel(_ file: TravelFile, source: String) throws -> TableOutcome {
        try actor.require(.editRegion)
        let plan = try TravelPlan(file, source: source, tx)
        try noticingGaps(cause: "travel.imported") { change in
            for row in plan.changes { try change.tx.save(row.after, of: row.pair) }
        }
        let changes = Dictionary(grouping: plan.changes, by: \.pair.origin)
        for (origin, rows) in changes.sorted(by: { $0.key < $1.key }) {
            try record(
                JournalEntry(
                    "travel.changed", "municipality", origin, before: state(rows) { $0.before },
                    after: state(rows) { $0.after }))
        }
        try record(
            JournalEntry(
                "travel.imported", "region", try tx.region()?.code.text ?? "",
                after: [
                    "rijen": .number(file.count), "gewijzigd": .number(plan.changes.count),
                    "bron": .text(source),
                ]))
        return plan.outcome(isApplied: true)
    }

    /// Minutes by destination.
    private func state(
        _ rows: [TravelPlan.Row], _ time: (TravelPlan.Row) -> TravelTime?
    ) -> [String: JournalValue] {
        Dictionary(
            rows.map { row in
                (
                    row.pair.destination.text,
                    time(row).map { .text("\($0.minutes) \($0.status.rawValue)") } ?? .none
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// The rows of a travel table beside what is on record.
private struct TravelPlan {
    struct Row {
        let pair: TravelFile.Pair
        let before: TravelTime?
        let after: TravelTime
    }

    let file: TravelFile
    let changes: [Row]
    private let names: [Code<Municipality>: String]

    init(_ file: TravelFile, source: String, _ tx: Transaction) throws {
        self.file = file
        names = try tx.municipalityNames()
        let known = try tx.travelTimes()
        changes = file.rows.compactMap { entry in
            let after = TravelTime(minutes: entry.minutes, source: source, status: .established)
            let before = known[entry.pair]
            return before == after ? nil : Row(pair: entry.pair, before: before, after: after)
        }
    }

    func outcome(isApplied: Bool) -> TableOutcome {
        TableOutcome(
            count: file.count, rejected: file.rejected, faults: file.faults, tableWarnings: file.warnings,
            differences: changes.map { row in
                TableOutcome.Difference(
                    subject: "\(name(row.pair.origin)) naar \(name(row.pair.destination))",
                    isNew: row.before == nil,
                    before: row.before?.shown ?? "", after: row.after.shown)
            }, unchanged: file.rows.count - changes.count, isApplied: isApplied)
    }

    private func name(_ code: Code<Municipality>) -> String { names[code] ?? code.text }
}

extension TravelTime {
    fileprivate var shown: String { "\(Dutch.count(minutes, "minuut", "minuten")) (\(status.word))" }
}
