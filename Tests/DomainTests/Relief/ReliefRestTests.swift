import Testing

@testable import Domain

struct ReliefRestTests {
    private let norms = ReliefNorms(
        shiftMinutes: 480, overlapMinutes: 30, restMinutes: 14 * 60, weeklyRestMinutes: 36 * 60,
        longRestMinutes: 46 * 60, weekMinutesMax: 60 * 60)

    @Test func `eight hours and a hand-over leave a day between two starts, and more for who travels far`() {
        #expect(ReliefRest(norms, travelMinutes: 0).gap == 3)
        #expect(ReliefRest(norms, travelMinutes: 45).gap == 3)
        #expect(ReliefRest(norms, travelMinutes: 46).gap == 4)
    }

    @Test func `after four days there is a long rest, which keeps a week under sixty hours by itself`() {
        let rest = ReliefRest(norms, travelMinutes: 0)
        #expect(rest.run == .init(gap: 7, span: 10))
        #expect(rest.week == nil)
        #expect(rest.allows([0, 3, 6, 9]))
        #expect(!rest.allows([0, 3, 6, 9, 12]))
        #expect(rest.allows([0, 3, 6, 9, 16]))
        #expect(!rest.allows([0, 3, 6, 9, 15]))
        #expect(rest.most(in: 21) == 6)
    }

    @Test func `in any seven days lies a weekly rest whole, whatever is allowed`() {
        let rest = ReliefRest(norms, travelMinutes: 0)
        var random = Randomness(seed: 3)
        for _ in 0..<200 {
            var starts: [Int] = []
            for shift in 0..<84 where Int.random(in: 0..<3, using: &random) > 0 {
                if rest.allows(shift, after: starts) { starts.append(shift) }
            }
            let work = starts.map { $0 * 480..<$0 * 480 + 510 }
            for start in stride(from: 0, to: 63 * 480, by: 60) {
                let window = start..<start + 7 * 1_440
                var free = window.lowerBound
                var longest = 0
                for stretch in work where stretch.overlaps(window) {
                    longest = max(longest, stretch.lowerBound - free)
                    free = stretch.upperBound
                }
                longest = max(longest, window.upperBound - free)
                #expect(longest >= 36 * 60)
            }
        }
    }

    @Test func `twelve-hour shifts are held to sixty hours a week`() {
        var long = norms
        long.shiftMinutes = 720
        long.restMinutes = 11 * 60
        let rest = ReliefRest(long, travelMinutes: 0)
        #expect(rest.gap == 2)
        #expect(rest.week == .init(length: 14, most: 4))
        #expect(!rest.allows([0, 2, 4, 6, 11]))
    }

    @Test func `the densest week is never less than what a person can do`() {
        for seed in 0..<60 as Range<UInt64> {
            let member = SmallCrews.model(seed: seed, people: 1, posts: 1, shifts: 9).members[0]
            let free = ReliefModel.Member(
                person: member.person, able: Array(repeating: [0], count: 9), rest: member.rest)
            let best = SmallCrews.ways(free, posts: 1).map(\.nonzeroBitCount).max() ?? 0
            #expect(member.rest.most(in: 9) >= best, "seed \(seed)")
        }
    }
}
