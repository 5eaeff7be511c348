/// The moments at which crews change: shifts of one length, one after the other, each a little longer than the
/// time to the next so that two crews can hand over.
///
/// Shifts are reckoned in elapsed time: when the clock changes, a crew still works eight hours.
package struct ReliefGrid: Hashable, Sendable {
    package let start: Instant
    package let shiftMinutes: Int
    package let overlapMinutes: Int
    package let count: Int

    package init(start: Instant, shiftMinutes: Int, overlapMinutes: Int, count: Int) {
        self.start = start
        self.shiftMinutes = max(1, shiftMinutes)
        self.overlapMinutes = max(0, overlapMinutes)
        self.count = max(0, count)
    }

    package func start(of shift: Int) -> Instant { start.adding(minutes: shift * shiftMinutes) }

    /// From when somebody is at work until the crew after them has taken over.
    package func interval(of shift: Int) -> Interval {
        Interval(start(of: shift), start(of: shift + 1).adding(minutes: overlapMinutes))
    }

    /// The part in which nobody of the next crew is there yet.
    package func core(of shift: Int) -> Interval { Interval(start(of: shift), start(of: shift + 1)) }

    package var end: Instant { start(of: count) }

    /// The earliest shift, which may lie before the grid, that ends no sooner than this work: rest after it is
    /// never reckoned too short.
    package func shift(endingWith work: Interval) -> Int {
        let late = work.end.minutes(since: start) - shiftMinutes - overlapMinutes
        return Self.ceiling(late, shiftMinutes)
    }

    /// The last shift that begins no later than this work.
    package func shift(beginningWith work: Interval) -> Int {
        -Self.ceiling(-work.start.minutes(since: start), shiftMinutes)
    }

    static func ceiling(_ number: Int, _ unit: Int) -> Int {
        let (whole, rest) = number.quotientAndRemainder(dividingBy: unit)
        return rest > 0 ? whole + 1 : whole
    }
}
