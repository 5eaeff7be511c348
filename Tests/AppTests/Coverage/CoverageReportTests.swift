import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct CoverageReportTests {
    /// 52 weeks from Monday 23 November 2026, 00:00: one clock change each way, so exactly 52 · 7 · 24 hours.
    private static let year = Interval(
        TestMoments.start, Amsterdam.startOfDay(TestMoments.startDay.adding(days: 52 * 7)))

    private func report(_ region: TestRegion, during horizon: Interval = year) async throws -> CoverageReport
    {
        try await region.read { tx in try tx.coverageReport(during: horizon) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a year of eleven posts is 11 times 524,160 minutes, and the figures nest`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let figures = try await report(region).coverage.figures
            #expect(figures.posts == 11)
            #expect(figures.minutes == 11 * 524_160)
            let nested = [
                0, figures.twoOutMinutes, figures.oneOutMinutes, figures.coveredMinutes,
                figures.rosteredMinutes, figures.minutes,
            ]
            #expect(nested == nested.sorted())
            // The sample has gaps and thin weeks, or a demonstration would show nothing.
            #expect(figures.twoOutMinutes > 0)
            #expect(figures.oneOutMinutes < figures.coveredMinutes)
            #expect(figures.coveredMinutes < figures.minutes)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the gaps are exactly the minutes that are not covered`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let report = try await report(region)
            let figures = report.coverage.figures
            let gapMinutes = report.gaps.map(\.interval.minutes).reduce(0, +)
            #expect(gapMinutes == figures.minutes - figures.coveredMinutes)
            #expect(!report.gaps.isEmpty)
            for gap in report.gaps {
                #expect(!gap.interval.isEmpty)
                #expect(Self.year.contains(gap.interval))
                #expect(gap.missing >= 1 && gap.missing <= gap.line.wanted(at: gap.interval.start))
            }
            for (line, gaps) in Dictionary(grouping: report.gaps, by: \.line.code) {
                for (gap, next) in zip(gaps, gaps.dropFirst()) {
                    // Touching gaps that lack the same number are one gap.
                    #expect(gap.interval.end < next.interval.start, "\(line) \(gap.interval.start.iso8601)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `every reason lies inside its gap, and no reason of a person overlaps itself`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let report = try await report(region)
            for gap in report.gaps {
                #expect(!gap.reasons.isEmpty)
                for reason in gap.reasons {
                    #expect(gap.interval.contains(reason.interval), "\(gap.line.code) \(reason.refusalCode)")
                    #expect(!reason.interval.isEmpty)
                    #expect(report.people[reason.person] != nil)
                    #expect(!reason.sentence.isEmpty)
                }
                let same = Dictionary(grouping: gap.reasons) {
                    Segment.PersonRefusal(person: $0.person, refusal: $0.refusal)
                }
                for reasons in same.values where reasons.count > 1 {
                    let ordered = reasons.sorted { $0.interval.start < $1.interval.start }
                    for (one, next) in zip(ordered, ordered.dropFirst()) {
                        #expect(one.interval.end < next.interval.start)
                    }
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `in every minute of a gap nobody who stands on the line is without a reason`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let report = try await report(region)
            let duties = try await region.read { tx in try tx.duties(during: Self.year) }
            for gap in report.gaps {
                let onLine = duties.filter {
                    $0.duty.line == gap.line.code && $0.duty.interval.overlaps(gap.interval)
                }
                for stored in onLine {
                    let stood = stored.duty.interval.clamped(to: gap.interval)
                    let told = IntervalSet(
                        gap.reasons.filter { $0.person == stored.person }.map(\.interval))
                    #expect(told.contains(stood), "\(gap.line.code) \(stood.start.iso8601)")
                }
            }
        }
    }

    @Test func `both engines prove the same`() async throws {
        func proof(_ engine: TestEngine) async throws -> [String] {
            try await TestRegion.with(engine) { region in
                let report = try await report(region)
                let gaps = report.gaps.map { gap in
                    let reasons = gap.reasons.map {
                        "\($0.person) \($0.refusalCode) \($0.interval.start.iso8601) \($0.interval.end.iso8601)"
                    }
                    return
                        "\(gap.line.code) \(gap.interval.start.iso8601) \(gap.interval.end.iso8601) \(reasons)"
                }
                return ["\(report.coverage.figures) \(report.coverage.segments.count)"] + gaps
            }
        }
        let (sqlite, postgres) = try await (proof(.sqlite), proof(.postgres))
        #expect(sqlite == postgres)
    }

    @Test(arguments: TestEngine.allCases)
    func `the command's proof is the pages' proof with its time`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let proof = try await proveCoverage(region.storage, during: Self.year, runs: 1)
            let report = try await report(region)
            #expect(proof.report.coverage.figures == report.coverage.figures)
            #expect(proof.report.gaps.count == report.gaps.count)
            #expect(proof.sweepMilliseconds > 0 && proof.sweepMilliseconds < 1000)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a region without people is one gap a line, and no region no proof`(engine: TestEngine) async throws
    {
        try await engine.withStorage { storage in
            await #expect(throws: CoverageFault.noRegion) {
                _ = try await proveCoverage(storage, during: Self.year)
            }
            try await storage.change(by: .command("test"), at: TestMoments.start, randomness: .system) {
                try $0.loadRegion("VR17")
            }
            let report = try await storage.read { tx in try tx.coverageReport(during: Self.year) }
            #expect(report.coverage.figures.coveredMinutes == 0)
            #expect(report.coverage.figures.rosteredMinutes == 0)
            #expect(report.gaps.map(\.interval) == Array(repeating: Self.year, count: 11))
            #expect(report.gaps.allSatisfy { $0.reasons.isEmpty })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an absence opens exactly its own minutes, and withdrawing it closes them`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))
            let line = try await region.line("OGA-REGIO")
            let person = try #require(try await region.fitAndFree(line, week).first)
            try await region.change(as: "bureau") { change in
                try change.assignDuty(line.code, .first, week, person: person.id, explanation: "")
                try change.assignDuty(line.code, .backup, week, person: nil, explanation: "")
            }
            func gaps() async throws -> [Interval] {
                try await report(region, during: week.interval).gaps.filter { $0.line == line }.map(
                    \.interval)
            }
            #expect(try await gaps().isEmpty)
            let start = Amsterdam.instant(week.monday.adding(days: 2), hour: 9)
            let absence = Interval(start, start.adding(minutes: 37))
            try await region.change(as: "bureau") { try $0.recordAbsence(of: person.id, during: absence) }
            #expect(try await gaps() == [absence])
            let id = try #require(
                try await region.read { tx in try tx.absences(of: person.id, during: absence).first?.id })
            try await region.change(as: "bureau") { try $0.withdrawAbsence(id, of: person.id) }
            #expect(try await gaps().isEmpty)
        }
    }
}
