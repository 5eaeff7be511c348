import Testing

@testable import Domain

@Suite struct CoverageSweepTests {
    @Test
    func `somebody designated for one line of the function is no reserve of another, and no gap names them`()
    {
        let horizon = Interval(.wall("2026-11-23 12:00"), .wall("2026-11-23 13:00"))
        var local = CoverageScene.person(1)
        local.designated = [CoverageScene.function: []]
        local.designatedOn = [CoverageScene.north.code: [.always]]
        let north = CoverageScene.person(2, duties: [CoverageScene.first(horizon)])
        #expect(CoverageScene.segments([local, north], horizon).map(\.witnesses?.reserveCount) == [1])
        let elsewhere = CoverageScene.segments([local], horizon, line: CoverageScene.south)
        #expect(elsewhere.map(\.shortage?.refusals) == [[]])
        #expect(!local.candidate.concerns(CoverageScene.south))
        #expect(local.candidate.concerns(CoverageScene.north))
    }

    /// A sentence about the first minute of `seed` in which the sweep and the brute force differ; nil when
    /// they agree.
    private func difference(
        seed: UInt64, shape: RandomCoverageCase.Shape = .mixed, rules: Set<CoverageRule> = CoverageRule.all
    ) -> String? {
        let randomCase = RandomCoverageCase(seed: seed, shape: shape)
        let swept = randomCase.sweep(rules: rules)
        let expected = BruteForceCoverage(randomCase, rules: rules)
        let segments = expected.segments
        if swept.segments != segments {
            let index = zip(swept.segments, segments).prefix { $0 == $1 }.count
            return """
                seed \(seed), segment \(index): swept \(swept.segments.dropFirst(index).first.debugDescription)
                expected \(segments.dropFirst(index).first.debugDescription)
                """
        }
        return swept.figures == expected.figures
            ? nil : "seed \(seed): \(swept.figures), expected \(expected.figures)"
    }

    private func firstDifference(_ seeds: Range<UInt64>, shape: RandomCoverageCase.Shape = .mixed) -> String?
    {
        for seed in seeds {
            if let difference = difference(seed: seed, shape: shape) { return difference }
        }
        return nil
    }

    @Test(arguments: 0..<10)
    func `ten thousand random cases have the segments and the figures of the brute force`(batch: UInt64) {
        #expect(firstDifference(batch * 1000..<(batch + 1) * 1000) == nil)
    }

    @Test(arguments: 0..<3)
    func `cases in which most people are fit agree too`(batch: UInt64) {
        #expect(firstDifference(batch * 500..<(batch + 1) * 500, shape: .healthy) == nil)
    }

    @Test(arguments: 0..<4)
    func `norms that change at midnight are asked at the minute in question`(batch: UInt64) {
        #expect(firstDifference(batch * 500..<(batch + 1) * 500, shape: .dated) == nil)
    }

    @Test func `a reserve of more people than fit in one word of bits is counted and named`() {
        #expect(firstDifference(0..<25, shape: .crowded) == nil)
    }

    @Test func `with some rules dropped, the sweep still is the brute force with those rules dropped`() {
        var randomness = Randomness(seed: 2)
        for seed in 20_000..<21_500 as Range<UInt64> {
            let kept = CoverageRule.allCases.filter { _ in Bool.random(using: &randomness) }
            #expect(difference(seed: seed, rules: Set(kept)) == nil)
        }
    }

    @Test
    func `over a week or more, the minutes around every boundary and some others lie in the right segment`() {
        for seed in 0..<150 as Range<UInt64> {
            let randomCase = RandomCoverageCase(seed: seed, shape: .long)
            let swept = randomCase.sweep()
            let moments = sampledMoments(randomCase, swept, seed: seed)
            for line in BruteForceCoverage(randomCase).lines {
                let segments = swept.segments.filter { $0.line == line.line.code }
                let wrong = moments.first { moment in
                    let expected = line.segment(at: moment)
                    let found = segments.first { $0.interval.contains(moment.instant) }
                    return found?.state != expected.state || found?.isRostered != expected.isRostered
                }
                #expect(wrong == nil, "seed \(seed), \(line.line.code), \(wrong?.instant.iso8601 ?? "")")
            }
        }
    }

    /// Every boundary of a fact, of a day and of a segment, a minute before and after each, and fifty minutes
    /// more.
    private func sampledMoments(
        _ randomCase: RandomCoverageCase, _ swept: Coverage, seed: UInt64
    ) -> [BruteForceMoment] {
        let horizon = randomCase.horizon
        var randomness = Randomness(seed: seed)
        let days = (0...10).map { Amsterdam.startOfDay(Amsterdam.day(at: horizon.start).adding(days: $0)) }
        let boundaries = randomCase.boundaries + days + swept.segments.map(\.interval.start) + [horizon.end]
        let others = (0..<50).map { _ in
            horizon.start.adding(minutes: Int.random(in: 0..<horizon.minutes, using: &randomness))
        }
        let near = boundaries.flatMap { boundary in (-1...1).map { boundary.adding(minutes: $0) } }
        return (near + others).filter(horizon.contains).map(BruteForceMoment.init)
    }

    @Test func `segments of a line fill the horizon from end to end, and no two neighbours are alike`() {
        for seed in 0..<400 as Range<UInt64> {
            let randomCase = RandomCoverageCase(seed: seed, shape: seed % 2 == 0 ? .long : .mixed)
            let swept = randomCase.sweep()
            #expect(swept.segments.allSatisfy { !$0.interval.isEmpty })
            for line in randomCase.lines {
                let segments = swept.segments.filter { $0.line == line.code }
                #expect(segments.first?.interval.start == randomCase.horizon.start)
                #expect(segments.last?.interval.end == randomCase.horizon.end)
                for (earlier, later) in zip(segments, segments.dropFirst()) {
                    #expect(earlier.interval.end == later.interval.start)
                    #expect(earlier.state != later.state || earlier.isRostered != later.isRostered)
                }
            }
        }
    }

    @Test func `segments come by line in the order asked for, whatever the order of the facts`() {
        for seed in 0..<200 as Range<UInt64> {
            let randomCase = RandomCoverageCase(seed: seed)
            let lines = Array(randomCase.lines.reversed())
            let swept = Coverage.sweep(
                lines: lines, candidates: randomCase.candidates, horizon: randomCase.horizon)
            let apart = lines.flatMap { line in
                Coverage.sweep(lines: [line], candidates: randomCase.candidates, horizon: randomCase.horizon)
                    .segments
            }
            #expect(swept.segments == apart)
            #expect(swept.figures == randomCase.sweep().figures)
        }
    }

    @Test(arguments: [0, -1, -600])
    func `a horizon without minutes has no segments and no figures`(minutes: Int) {
        let randomCase = RandomCoverageCase(seed: 1)
        let start = randomCase.horizon.start
        let swept = Coverage.sweep(
            lines: randomCase.lines, candidates: randomCase.candidates,
            horizon: Interval(start, start.adding(minutes: minutes)))
        #expect(swept.segments.isEmpty)
        #expect(swept.figures == CoverageFigures(posts: randomCase.lines.count, minutes: 0))
    }
}
