import Testing

@testable import Domain

/// What the counters of R and Q stand for: N-2 in its joint form (design.md §2, docs/adr/0005).
@Suite struct RuleBitsTests {
    /// How often the premise held, and which way it came out.
    private struct Tally {
        var survives = 0
        var fails = 0
        var severalLines = 0
        var wrong: [String] = []
    }

    private func tally(_ seeds: Range<UInt64>) -> Tally {
        var tally = Tally()
        for seed in seeds {
            let randomCase = RandomCoverageCase(seed: seed, shape: .healthy)
            let swept = randomCase.sweep().segments
            let bruteForce = BruteForceCoverage(randomCase)
            for moment in bruteForce.moments where bruteForce.allStandOneOut(at: moment) {
                let now = swept.filter { $0.interval.contains(moment.instant) }
                let isTwoOut = now.allSatisfy { $0.depth == .twoOut }
                let survives = bruteForce.matching(randomCase, at: moment).survivesEveryPair
                if isTwoOut != survives { tally.wrong.append("seed \(seed) at \(moment.instant.iso8601)") }
                if survives { tally.survives += 1 } else { tally.fails += 1 }
                if randomCase.lines.count > 1 { tally.severalLines += 1 }
            }
        }
        return tally
    }

    @Test func `when every line stands one out, all stand two out exactly if any two people may fall out`() {
        let tally = tally(0..<1500)
        #expect(tally.wrong == [])
        // The premise held often enough to mean something, both ways, and for more lines than one.
        #expect(tally.survives > 3000)
        #expect(tally.fails > 3000)
        #expect(tally.severalLines > 2000)
    }

    @Test func `a reserve is counted beyond the first word of bits, and its first three are named in order`()
    {
        let day = Interval.wall("2026-06-01 00:00", "2026-06-02 00:00")
        var people = (1...200).map { CoverageScene.person($0) }
        for index in people.indices where ![5, 63, 64, 128, 199].contains(index) {
            people[index].absent = [day]
        }

        let segments = CoverageScene.segments(people, .wall("2026-06-01 00:00", "2026-06-02 01:00"))
        people[70].duties = [CoverageScene.first(day)]
        people[70].absent = []
        let covered = CoverageScene.segments(people, day)

        #expect(segments.map(\.shortage?.missing) == [1, 1])
        #expect(covered.first?.witnesses?.reserveCount == 5)
        #expect(covered.first?.witnesses?.reserve == [5, 63, 64].map { people[$0].id })
    }

    @Test func `a person who turns fit again keeps the place in the order`() {
        let day = Interval.wall("2026-06-01 00:00", "2026-06-02 00:00")
        var people = (1...3).map { CoverageScene.person($0, duties: [CoverageScene.first(day)]) }
        people[0].absent = [.wall("2026-06-01 08:00", "2026-06-01 09:00")]

        let segments = CoverageScene.segments(people, day)

        let ids = people.map(\.id)
        #expect(segments.map { $0.witnesses?.rostered } == [ids, [ids[1], ids[2]], ids])
    }
}

extension BruteForceCoverage {
    fileprivate func allStandOneOut(at moment: BruteForceMoment) -> Bool {
        lines.allSatisfy { $0.fit(at: moment).count >= $0.line.wanted + 1 }
    }

    fileprivate func matching(_ randomCase: RandomCoverageCase, at moment: BruteForceMoment)
        -> BruteForceMatching
    {
        let available = lines.map { line in
            (line.fit(at: moment) + line.reserves(at: moment)).reduce(into: UInt64(0)) { people, member in
                let index = randomCase.people.firstIndex { $0.id == member.person.id }
                people |= index.map { 1 << UInt64($0) } ?? 0
            }
        }
        return BruteForceMatching(
            lines: lines.map(\.line), available: available, peopleCount: randomCase.people.count)
    }
}
