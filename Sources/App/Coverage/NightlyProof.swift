import Domain
import Storage

/// Weeks that the proof kept every night looks ahead (spec V1, norm 52).
private let weeksAhead = 52

extension Change {
    /// Writes the figures for 52 weeks from `day` into the journal; without a region there is nothing to
    /// prove.
    mutating func recordNightlyProof(for day: String) throws {
        guard let first = Day(iso: day), let region = try tx.region() else { return }
        let horizon = Interval(
            Amsterdam.startOfDay(first), Amsterdam.startOfDay(first.adding(days: weeksAhead * 7)))
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
