import Testing

@testable import Domain

@Suite struct CoverageDifferenceTests {
    private typealias Scene = CoverageScene
    private static let horizon = Interval(.wall("2026-11-23 12:00"), .wall("2026-11-30 12:00"))

    private func coverage(_ line: DutyLine, _ people: [CoveragePerson]) -> Coverage {
        Coverage.sweep(lines: [line], candidates: people.map(\.candidate), horizon: Self.horizon)
    }

    @Test func `a norm that one person no longer makes opens the time in which they stood alone`() throws {
        let middle = Instant.wall("2026-11-26 12:00")
        let near = Scene.person(1, duties: [Scene.first(Interval(Self.horizon.start, middle))])
        var far = Scene.person(2, duties: [Scene.first(Interval(middle, Self.horizon.end))])
        far.travelMinutes = [Scene.north.code: 50]
        let before = coverage(Scene.north, [near, far])
        let after = coverage(Scene.line(Code("NOORD"), responseMinutesMax: 30), [near, far])
        let there = try #require(before.differences(to: after).first)
        #expect(there.newGaps == [Interval(middle, Self.horizon.end)])
        #expect(there.closedGaps.isEmpty)
        #expect(there.before.coveredMinutes == Self.horizon.minutes)
        #expect(there.after.coveredMinutes == 3 * 24 * 60)
        let back = try #require(after.differences(to: before).first)
        #expect(back.closedGaps == there.newGaps)
        #expect(back.newGaps.isEmpty)
        #expect(try #require(before.differences(to: before).first).isNone)
    }

    @Test func `new and closed gaps together are the minutes that changed, case by case`() {
        for seed in 0..<300 as Range<UInt64> {
            let (one, other) = (
                RandomCoverageCase(seed: seed), RandomCoverageCase(seed: seed, shape: .dated)
            )
            let before = one.sweep()
            let after = Coverage.sweep(
                lines: one.lines, candidates: other.candidates, horizon: one.horizon)
            for difference in before.differences(to: after) {
                let lost = difference.newGaps.map(\.minutes).reduce(0, +)
                let won = difference.closedGaps.map(\.minutes).reduce(0, +)
                #expect(
                    difference.before.coveredMinutes - difference.after.coveredMinutes == lost - won,
                    "seed \(seed)")
            }
        }
    }
}
