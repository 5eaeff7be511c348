import Testing

@testable import Domain

@Suite struct IntervalSetTests {
    private static let origin = Instant.wall("2026-10-25 00:00")

    private func at(_ minute: Int) -> Instant { Self.origin.adding(minutes: minute) }

    /// Up to six intervals in a world of twenty minutes, some of them empty or the wrong way round.
    private func randomIntervals(_ randomness: inout Randomness) -> [Interval] {
        (0..<Int.random(in: 0...6, using: &randomness)).map { _ in
            let start = Int.random(in: 0...20, using: &randomness)
            return Interval(at(start), at(start + Int.random(in: -2...6, using: &randomness)))
        }
    }

    private func forRandomSets(
        _ body: (_ set: IntervalSet, _ intervals: [Interval], _ minutes: Set<Int>) -> Void
    ) {
        var randomness = Randomness(seed: 1)
        for _ in 0..<2000 {
            let intervals = randomIntervals(&randomness)
            let minutes = (-3..<30).filter { minute in intervals.contains { $0.contains(at(minute)) } }
            body(IntervalSet(intervals), intervals, Set(minutes))
        }
    }

    @Test func `a set contains exactly the minutes of its intervals`() {
        forRandomSets { set, _, minutes in
            for minute in -3..<30 { #expect(set.contains(at(minute)) == minutes.contains(minute)) }
            #expect(set.isEmpty == minutes.isEmpty)
        }
    }

    @Test func `its intervals are in order, never empty, and have at least a minute between them`() {
        forRandomSets { set, _, _ in
            #expect(set.intervals.allSatisfy { !$0.isEmpty })
            for (earlier, later) in zip(set.intervals, set.intervals.dropFirst()) {
                #expect(earlier.end < later.start)
            }
        }
    }

    @Test func `the interval at a minute goes on as far as the minutes do, both ways`() {
        forRandomSets { set, _, minutes in
            for minute in -3..<30 {
                guard minutes.contains(minute) else {
                    #expect(set.interval(at: at(minute)) == nil)
                    continue
                }
                var (start, end) = (minute, minute)
                while minutes.contains(start - 1) { start -= 1 }
                while minutes.contains(end) { end += 1 }
                #expect(set.interval(at: at(minute)) == Interval(at(start), at(end)))
            }
        }
    }

    @Test func `it overlaps or contains an interval when it has one or all of its minutes`() {
        for start in 0..<20 {
            for length in 1..<4 {
                let asked = Interval(at(start), at(start + length))
                forSomeSets { set, minutes in
                    #expect(set.overlaps(asked) == (start..<start + length).contains(where: minutes.contains))
                    #expect(set.contains(asked) == (start..<start + length).allSatisfy(minutes.contains))
                }
            }
        }
    }

    private func forSomeSets(_ body: (_ set: IntervalSet, _ minutes: Set<Int>) -> Void) {
        var count = 0
        forRandomSets { set, _, minutes in
            count += 1
            if count % 40 == 0 { body(set, minutes) }
        }
    }

    @Test func `the complement has every other minute of all time, and its complement is the set again`() {
        forRandomSets { set, _, minutes in
            for minute in -3..<30 {
                #expect(set.complement.contains(at(minute)) == !minutes.contains(minute))
            }
            #expect(set.complement.complement == set)
        }
        #expect(IntervalSet([]).complement == IntervalSet([.always]))
        #expect(IntervalSet([.always]).complement.isEmpty)
    }

    @Test func `subtracting leaves the minutes that only the first set has`() {
        forSomeSets { set, minutes in
            forSomeSets { other, otherMinutes in
                let left = set.subtracting(other)
                #expect(
                    (-3..<30).allSatisfy { minute in
                        left.contains(at(minute))
                            == (minutes.contains(minute) && !otherMinutes.contains(minute))
                    })
            }
        }
    }

    @Test func `the order in which intervals come makes no difference`() {
        forRandomSets { set, intervals, _ in
            #expect(IntervalSet(intervals.reversed()) == set)
            #expect(IntervalSet(set.intervals) == set)
        }
    }
}
