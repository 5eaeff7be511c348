import Testing

@testable import Domain

@Suite struct IntervalTests {
    private static let origin = Instant.wall("2026-06-01 00:00")

    private func interval(_ start: Int, _ end: Int) -> Interval {
        Interval(Self.origin.adding(minutes: start), Self.origin.adding(minutes: end))
    }

    /// The minutes of the small world below that lie in `interval`.
    private func minutes(_ interval: Interval) -> Set<Int> {
        Set((-1..<9).filter { interval.contains(Self.origin.adding(minutes: $0)) })
    }

    private var allSmall: [Interval] {
        (0..<8).flatMap { start in (0..<8).map { interval(start, $0) } }
    }

    @Test func `the start belongs to an interval and the end does not`() {
        #expect(minutes(interval(2, 5)) == [2, 3, 4])
    }

    @Test func `an interval whose end is not after its start is empty and has no minutes`() {
        for small in allSmall {
            #expect(small.minutes == minutes(small).count)
            #expect(small.isEmpty == minutes(small).isEmpty)
        }
    }

    @Test func `two intervals overlap when they share a minute, and then clamping gives the shared minutes`()
    {
        for one in allSmall {
            for other in allSmall {
                let shared = minutes(one).intersection(minutes(other))
                #expect(one.overlaps(other) == !shared.isEmpty)
                #expect(minutes(one.clamped(to: other)) == shared)
            }
        }
    }

    @Test func `an interval contains another when it has all of its minutes`() {
        for one in allSmall {
            for other in allSmall where !other.isEmpty {
                #expect(one.contains(other) == minutes(one).isSuperset(of: minutes(other)))
            }
        }
    }

    @Test(arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-06", 24)])
    func `a day is from midnight to midnight on the wall clock`(day: String, hours: Int) {
        let whole = Interval(from: .on(day), through: .on(day))
        #expect(whole.start == .wall("\(day) 00:00"))
        #expect(whole.minutes == hours * 60)
    }

    @Test func `valid through Friday ends when Saturday begins`() {
        let valid = Interval(from: nil, through: .on("2026-06-05"))
        #expect(valid.contains(.wall("2026-06-05 23:59")))
        #expect(!valid.contains(.wall("2026-06-06 00:00")))
        #expect(valid.start == .distantPast)
        #expect(Interval(from: .on("2026-06-05"), through: nil).end == .distantFuture)
        #expect(Interval(from: nil, through: nil) == .always)
    }

    @Test func `an interval through the day before it begins is empty`() {
        #expect(Interval(from: .on("2026-06-05"), through: .on("2026-06-04")).isEmpty)
        #expect(Interval(from: .on("2026-06-05"), through: .on("2026-05-04")).isEmpty)
    }
}
