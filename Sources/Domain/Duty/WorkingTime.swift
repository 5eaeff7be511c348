/// The standby (*consignatie*) and the work of one person against the working-time act.
///
/// Two clocks (domain.md §6.2): nights and periods of 24 hours are reckoned on the wall clock of Amsterdam,
/// so that a week in which the clock changes is a week; rest and work are reckoned in elapsed time.
package struct WorkingTime: Sendable {
    let limits: WorkingTimeLimits
    private let standby: IntervalSet
    let shifts: [Interval]
    let calls: IntervalSet

    static let dayMinutes = 1_440
    private static let blockMinutes = 2 * dayMinutes
    private static let nightWindowDays = 16 * 7
    /// A shift is a night shift with more than an hour of it between 00:00 and 06:00 (ATW 1:7).
    static let nightHours = 6
    private static let nightWorkMinutes = 60
    /// A short rest is allowed once in so many days.
    private static let shortRestDays = 7

    /// - Parameters:
    ///   - standby: when the person must be reachable: duties, first or backup.
    ///   - shifts: ordinary shifts, relief shifts; empty where the region does not know them.
    ///   - calls: work that began with a call.
    package init(
        _ limits: WorkingTimeLimits, standby: [Interval], shifts: [Interval] = [], calls: [Interval] = []
    ) {
        self.limits = limits
        self.standby = IntervalSet(standby)
        self.shifts = IntervalSet(shifts).intervals
        self.calls = IntervalSet(Self.work(of: calls, limits))
    }

    /// What is against the act, by moment.
    package var findings: [WorkingTimeFinding] {
        let all = freeTime + besideNights + work + nights + rest + weeklyRest + restAfterCalls
        return all.sorted { $0.interval.start < $1.interval.start }
    }

    /// C6: calls less than half an hour apart are one stretch of work, and each counts for at least half an
    /// hour.
    package static func work(of calls: [Interval], _ limits: WorkingTimeLimits) -> [Interval] {
        let least = limits.callMinutesLeast ?? 0
        let gap = limits.callGapMinutes ?? 0
        var work: [Interval] = []
        for call in calls.filter({ !$0.isEmpty }).sorted(by: { $0.start < $1.start }) {
            if let last = work.last, call.start.minutes(since: last.end) < gap {
                work[work.count - 1] = Interval(last.start, max(last.end, call.end))
            } else {
                work.append(call)
            }
        }
        return work.map { Interval($0.start, max($0.end, $0.start.adding(minutes: least))) }
    }

    // MARK: C1 and C2

    /// The worst window of each kind only: overlapping windows tell the same thing again.
    private var freeTime: [WorkingTimeFinding] {
        guard let days = limits.windowDays, !standby.isEmpty else { return [] }
        let busy = standby.intervals.map(Self.wall)
        let occupied = Self.union(busy + (shifts + calls.intervals).map(Self.wall))
        var worstDays: (start: Int, free: Int)?
        var worstBlocks: (start: Int, free: Int)?
        // Periods of 24 hours are reckoned from the moment at which a standby begins.
        for first in Set(busy.map(\.lowerBound)).sorted() {
            for step in 0..<days {
                let start = first - step * Self.dayMinutes
                let free = (0..<days).count { day in
                    let period = start + day * Self.dayMinutes..<start + (day + 1) * Self.dayMinutes
                    return !busy.contains { $0.overlaps(period) }
                }
                if free < worstDays?.free ?? .max { worstDays = (start, free) }
                let blocks = Self.blocks(in: start..<start + days * Self.dayMinutes, besides: occupied)
                if blocks < worstBlocks?.free ?? .max { worstBlocks = (start, blocks) }
            }
        }
        var findings: [WorkingTimeFinding] = []
        if let least = limits.freeDays, let worst = worstDays, worst.free < least {
            findings.append(
                .tooFewFreeDays(window: window(worst.start, days), free: worst.free, least: least))
        }
        if let least = limits.freeBlocks, let worst = worstBlocks, worst.free < least {
            findings.append(
                .tooFewFreeBlocks(window: window(worst.start, days), free: worst.free, least: least))
        }
        return findings
    }

    private static func blocks(in window: Range<Int>, besides occupied: [Range<Int>]) -> Int {
        var blocks = 0
        var free = window.lowerBound
        for stretch in occupied where stretch.overlaps(window) {
            blocks += max(0, stretch.lowerBound - free) / blockMinutes
            free = max(free, stretch.upperBound)
        }
        return blocks + max(0, window.upperBound - free) / blockMinutes
    }

    private static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }

    /// Minutes on the wall clock since 1970, in which every day has 1,440.
    private static func wall(_ interval: Interval) -> Range<Int> {
        wall(interval.start)..<max(wall(interval.start) + 1, wall(interval.end))
    }

    private static func wall(_ instant: Instant) -> Int {
        let clock = Amsterdam.wallClock(at: instant)
        return clock.day.daysSince1970 * dayMinutes + clock.hour * 60 + clock.minute
    }

    private func window(_ start: Int, _ days: Int) -> Interval {
        func instant(_ wall: Int) -> Instant {
            let day = wall.quotientAndRemainder(dividingBy: Self.dayMinutes)
            return Amsterdam.instant(
                Day(daysSince1970: day.quotient), hour: day.remainder / 60, minute: day.remainder % 60)
        }
        return Interval(instant(start), instant(start + days * Self.dayMinutes))
    }

    // MARK: C3 to C5, rest

    private var besideNights: [WorkingTimeFinding] {
        guard let before = limits.hoursBeforeNight, let after = limits.hoursAfterNight else { return [] }
        return shifts.filter(Self.isNight).flatMap { night in
            let around = Interval(
                night.start.adding(minutes: -before * 60), night.end.adding(minutes: after * 60))
            return standby.intervals.filter { $0.overlaps(around) }.map {
                WorkingTimeFinding.besideNight(standby: $0.clamped(to: around), night: night)
            }
        }
    }

    /// Whether a shift is a night shift (ATW 1:7).
    package static func isNight(_ shift: Interval) -> Bool {
        var day = Amsterdam.day(at: shift.start)
        var minutes = 0
        while Amsterdam.startOfDay(day) < shift.end {
            let night = Interval(Amsterdam.startOfDay(day), Amsterdam.instant(day, hour: nightHours))
            minutes = max(minutes, shift.clamped(to: night).minutes)
            day = day.adding(days: 1)
        }
        return minutes > nightWorkMinutes
    }

    private var work: [WorkingTimeFinding] {
        guard let most = limits.workHours.map({ $0 * 60 }) else { return [] }
        let work = IntervalSet(shifts + calls.intervals)
        return work.intervals.compactMap { stretch in
            let window = Interval(stretch.start, stretch.start.adding(minutes: Self.dayMinutes))
            let minutes = work.intervals.reduce(0) { $0 + $1.clamped(to: window).minutes }
            guard minutes > most, standby.overlaps(window) else { return nil }
            return .tooMuchWork(window: window, minutes: minutes, most: most)
        }
    }

    var nights: [WorkingTimeFinding] {
        guard let trigger = limits.nightsTrigger else { return [] }
        var days: Set<Int> = []
        for stretch in standby.intervals {
            var day = Amsterdam.day(at: stretch.start)
            while Amsterdam.startOfDay(day) < stretch.end {
                let night = Interval(Amsterdam.startOfDay(day), Amsterdam.instant(day, hour: Self.nightHours))
                if night.overlaps(stretch) { days.insert(day.daysSince1970) }
                day = day.adding(days: 1)
            }
        }
        let worst = days.map { first in
            (first, days.count { (first..<first + Self.nightWindowDays).contains($0) })
        }.max { ($0.1, -$0.0) < ($1.1, -$1.0) }
        guard let (first, count) = worst, count >= trigger else { return [] }
        let window = Interval(
            Amsterdam.startOfDay(Day(daysSince1970: first)),
            Amsterdam.startOfDay(Day(daysSince1970: first + Self.nightWindowDays)))
        return [.muchNightDuty(window: window, nights: count, trigger: trigger)]
    }

    /// Between shifts; work from a call is left out of it (C7).
    private var rest: [WorkingTimeFinding] {
        guard let hours = limits.restHours else { return [] }
        let short = limits.restHoursShort ?? hours
        var lastShort: Instant?
        return zip(shifts, shifts.dropFirst()).compactMap { before, after in
            let rest = Interval(before.end, after.start)
            guard rest.minutes < hours * 60 else { return nil }
            let isUsed = lastShort.map {
                rest.start < $0.adding(minutes: Self.shortRestDays * Self.dayMinutes)
            }
            if rest.minutes >= short * 60, isUsed != true {
                lastShort = rest.start
                return nil
            }
            return .shortRest(rest, minutes: rest.minutes, least: hours * 60)
        }
    }
}
