import Domain
import Storage
import Web

/// The longest description of where a table comes from.
let tableSourceMax = 200

extension Transaction {
    /// What an import of `file` would do, without doing it.
    func populationPreview(_ file: PopulationFile, source: String) throws -> TableOutcome {
        try PopulationPlan(file, source: source, self).outcome(isApplied: false)
    }
}

extension Change {
    /// Writes the good rows of `file` with their source; the figures become established. Nothing is deleted: figures
    /// of other reference dates stay, and what stood at the same date stands in the journal.
    mutating func importPopulation(_ file: PopulationFile, source: String) throws -> TableOutcome {
        try actor.require(.editRegion)
        let plan = try PopulationPlan(file, source: source, tx)
        for row in plan.changes {
            try tx.save(row.after, of: row.municipality)
            try record(
                JournalEntry(
                    "population.changed", "municipality", row.municipality, before: row.before?.journalState,
                    after: row.after.journalState))
        }
        try record(
            JournalEntry(
                "population.imported", "region", try tx.region()?.code.text ?? "",
                after: [
                    "rijen": .number(file.count), "gewijzigd": .number(plan.changes.count),
                    "bron": .text(source),
                ]))
        return plan.outcome(isApplied: true)
    }
}

/// The rows of a population table beside what is on record.
private struct PopulationPlan {
    struct Row {
        let municipality: Code<Municipality>
        let name: String
        let before: Population?
        let after: Population
    }

    let file: PopulationFile
    let changes: [Row]

    init(_ file: PopulationFile, source: String, _ tx: Transaction) throws {
        self.file = file
        let names = try tx.municipalityNames()
        let known = try tx.populationHistory()
        changes = file.rows.compactMap { entry in
            let before = known.first {
                $0.municipality == entry.municipality && $0.population.referenceDate == entry.referenceDate
            }?.population
            let after = Population(
                referenceDate: entry.referenceDate, inhabitants: entry.inhabitants, source: source,
                status: .established)
            guard before != after else { return nil }
            return Row(
                municipality: entry.municipality, name: names[entry.municipality] ?? entry.municipality.text,
                before: before, after: after)
        }
    }

    func outcome(isApplied: Bool) -> TableOutcome {
        TableOutcome(
            count: file.count, rejected: file.rejected, faults: file.faults, tableWarnings: file.warnings,
            differences: changes.map { row in
                TableOutcome.Difference(
                    subject: "\(row.name), \(Dutch.shortDate(row.after.referenceDate))",
                    isNew: row.before == nil,
                    before: row.before?.shown ?? "", after: row.after.shown)
            }, unchanged: file.rows.count - changes.count, isApplied: isApplied)
    }
}

extension Population {
    /// `651.157 (te bevestigen)`
    fileprivate var shown: String { "\(Dutch.number(inhabitants)) (\(status.word))" }

    fileprivate var journalState: [String: JournalValue] {
        [
            "peildatum": .day(referenceDate), "inwoners": .number(inhabitants), "bron": .text(source),
            "status": .text(status.rawValue),
        ]
    }
}
