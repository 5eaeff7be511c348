import Domain
import Storage

extension Change {
    /// Writes the figures for the norm's weeks from `day` into the journal; without a region there is nothing
    /// to prove.
    mutating func recordNightlyProof(for day: String) throws {
        guard let first = Day(iso: day), let region = try tx.region() else { return }
        let horizon = try tx.normSet().proofHorizon(at: Amsterdam.startOfDay(first))
        let report = try tx.coverageReport(during: horizon)
        let figures = report.coverage.figures
        try record(
            JournalEntry(
                "coverage.proven", "region", region.code,
                after: [
                    "vanaf": .text(day), "minuten": .number(figures.minutes),
                    "op rooster": .number(figures.rosteredMinutes),
                    "bezet": .number(figures.coveredMinutes),
                    "ook bij één uitval": .number(figures.oneOutMinutes),
                    "ook bij twee uitval": .number(figures.twoOutMinutes),
                    "gaten": .number(report.gaps.count),
                ]))
    }
}
