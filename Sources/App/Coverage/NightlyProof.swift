import Domain
import Storage

/// The proof that is kept every night, so that a board can later see what was known when (spec V4).
enum NightlyProof {
    static let kind = "nightly-proof"
    /// Between the last and the first of most people's working days; exists in every night, the clock changes
    /// at 02:00.
    static let hour = 3
    static let minute = 30
    static let weeks = 52
}

extension Change {
    /// Writes the figures for 52 weeks from `day` into the journal; without a region there is nothing to
    /// prove.
    mutating func recordNightlyProof(for day: String) throws {
        guard let first = Day(iso: day), let region = try tx.region() else { return }
        let horizon = Interval(
            Amsterdam.startOfDay(first), Amsterdam.startOfDay(first.adding(days: NightlyProof.weeks * 7)))
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
