import Domain
import Storage

extension Change {
    /// Writes the figures for the norm's weeks from `day` into the journal; without a region there is nothing
    /// to prove.
    mutating func recordNightlyProof(for day: String) throws {
        guard let first = Day(iso: day), let region = try tx.region() else { return }
        let norms = try tx.normSet()
        let horizon = norms.proofHorizon(at: Amsterdam.startOfDay(first))
        let report = try tx.coverageReport(
            during: horizon, input: try tx.coverageInput(during: horizon, norms: norms))
        let figures = report.coverage.figures
        // What nobody wrote a fact about also becomes a gap: the horizon moves, certificates end.
        let opened = try settleGaps(
            on: Set(report.coverage.lines.map(\.code)), during: horizon, cause: "coverage.proven", person: nil
        )
        try tellPlanners(of: opened)
        let risks = try tx.risks(from: now).filter { $0.standing(at: now) == .accepted }
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
                    "gaten per lijn": .text(report.gapMinutesByLine),
                    "open gatmeldingen": .number(try tx.openGapNotices(at: now).count),
                    "aanvaarde risico's": .number(risks.count),
                ]))
    }
}

extension CoverageReport {
    /// `OVDBZ-NOORD 480`: minutes, for whoever checks later what was known.
    fileprivate var gapMinutesByLine: String {
        Dictionary(grouping: gaps, by: \.line.code).sorted { $0.key < $1.key }.map { line, gaps in
            "\(line) \(gaps.reduce(0) { $0 + $1.interval.minutes })"
        }.joined(separator: ", ")
    }
}
