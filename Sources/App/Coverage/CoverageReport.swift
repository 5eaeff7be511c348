package import Domain
package import Storage

/// The proof as the command line and the pages tell it: figures, and gaps with their reasons.
package struct CoverageReport: Sendable {
    package let region: SafetyRegion
    package let coverage: Coverage
    /// By start, the first gap first.
    package let gaps: [Gap]
    package let people: [ID<Functionary>: Functionary]

    /// An unbroken stretch in which a line lacks the same number of people.
    package struct Gap: Sendable {
        package let line: DutyLine
        package let interval: Interval
        package let missing: Int
        package let reasons: [Reason]
    }

    /// One reason of one person, over the part of the gap in which it holds.
    package struct Reason: Sendable {
        package let person: ID<Functionary>
        package let refusal: Refusal
        package let interval: Interval
    }

    init(region: SafetyRegion, coverage: Coverage, people: [ID<Functionary>: Functionary]) {
        self.region = region
        self.coverage = coverage
        self.people = people
        let lines = Dictionary(coverage.lines.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let found = Self.stretches(of: coverage).compactMap { segments -> Gap? in
            guard let first = segments.first, let last = segments.last, let line = lines[first.line] else {
                return nil
            }
            return Gap(
                line: line, interval: Interval(first.interval.start, last.interval.end),
                missing: first.missing,
                reasons: Self.reasons(of: segments))
        }
        gaps = found.sorted { ($0.interval.start, $0.line.code) < ($1.interval.start, $1.line.code) }
    }

    /// Gap segments of one line that touch and lack the same number, together.
    private static func stretches(of coverage: Coverage) -> [[GapSegment]] {
        var stretches: [[GapSegment]] = []
        for segment in coverage.segments {
            guard case .gap(let shortage) = segment.state else { continue }
            let gap = GapSegment(
                line: segment.line, interval: segment.interval, missing: shortage.missing,
                refusals: shortage.refusals)
            if let last = stretches.last?.last, last.line == gap.line, last.missing == gap.missing,
                last.interval.end == gap.interval.start
            {
                stretches[stretches.count - 1].append(gap)
            } else {
                stretches.append([gap])
            }
        }
        return stretches
    }

    /// Every reason once for each unbroken time in which it holds.
    private static func reasons(of segments: [GapSegment]) -> [Reason] {
        var reasons: [Reason] = []
        var open: [Segment.PersonRefusal: Int] = [:]
        for segment in segments {
            var stillOpen: [Segment.PersonRefusal: Int] = [:]
            for refusal in segment.refusals {
                if let index = open[refusal] {
                    reasons[index] = Reason(
                        person: refusal.person, refusal: refusal.refusal,
                        interval: Interval(reasons[index].interval.start, segment.interval.end))
                    stillOpen[refusal] = index
                } else {
                    stillOpen[refusal] = reasons.count
                    reasons.append(
                        Reason(person: refusal.person, refusal: refusal.refusal, interval: segment.interval))
                }
            }
            open = stillOpen
        }
        return reasons
    }

    private struct GapSegment {
        let line: Code<DutyLine>
        let interval: Interval
        let missing: Int
        let refusals: [Segment.PersonRefusal]
    }
}

/// Why a proof cannot be made.
package enum CoverageFault: Error, Equatable {
    /// No region was loaded into this database yet.
    case noRegion
}

extension Transaction {
    /// - Parameter input: what was loaded already for this horizon; nil to load it.
    func coverageReport(during horizon: Interval, input known: CoverageInput? = nil) throws -> CoverageReport
    {
        guard let region = try region() else { throw CoverageFault.noRegion }
        let input = try known ?? coverageInput(during: horizon)
        let coverage = Coverage.sweep(lines: input.lines, candidates: input.candidates, horizon: horizon)
        return CoverageReport(region: region, coverage: coverage, people: input.people)
    }
}

/// The proof of a region's coverage with the time it takes, loading excluded.
package struct CoverageProof: Sendable {
    package let report: CoverageReport
    /// Best of `runs`, in milliseconds of the running thread's processor time.
    package let sweepMilliseconds: Double
}

/// - Parameter runs: how often the sweep is repeated for its time; at least 1.
package func proveCoverage(_ storage: Storage, during horizon: Interval, runs: Int = 5) async throws
    -> CoverageProof
{
    try await storage.read { tx in
        guard let region = try tx.region() else { throw CoverageFault.noRegion }
        let input = try tx.coverageInput(during: horizon)
        var best = Double.infinity
        var coverage = Coverage(lines: [], horizon: horizon, segments: [])
        for _ in 0..<max(1, runs) {
            let start = threadProcessorMilliseconds()
            coverage = Coverage.sweep(lines: input.lines, candidates: input.candidates, horizon: horizon)
            best = min(best, threadProcessorMilliseconds() - start)
        }
        return CoverageProof(
            report: CoverageReport(region: region, coverage: coverage, people: input.people),
            sweepMilliseconds: best)
    }
}

extension CoverageReport.Gap {
    /// The reasons of those who do stand on the line.
    var rosteredReasons: [CoverageReport.Reason] {
        let elsewhere = Set(
            reasons.filter { reason in
                switch reason.refusal {
                case .notOnRoster, .onOtherLine: true
                default: false
                }
            }.map(\.person))
        return reasons.filter { !elsewhere.contains($0.person) }
    }
}
