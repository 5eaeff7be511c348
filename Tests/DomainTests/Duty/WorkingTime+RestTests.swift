import Testing

@testable import Domain

@Suite struct WorkingTimeRestTests {
    private static let start = Amsterdam.instant(
        Day(year: 2026, month: 11, day: 30) ?? Day(daysSince1970: 0), hour: 0)

    private static var limits: WorkingTimeLimits {
        var limits = WorkingTimeLimits(.empty, at: .distantPast)
        (limits.weeklyRestHours, limits.fortnightRestHours, limits.fortnightPartHours) = (36, 72, 32)
        (limits.nightsTrigger, limits.callRestHours) = (16, 8)
        return limits
    }

    /// Shifts by the hour at which they begin and end.
    private static func shifts(_ hours: [(Int, Int)]) -> [Interval] {
        hours.map { Interval(start.adding(minutes: $0.0 * 60), start.adding(minutes: $0.1 * 60)) }
    }

    /// So many days of eight hours in a row, from a day on.
    private static func days(_ days: Range<Int>) -> [(Int, Int)] { days.map { ($0 * 24 + 8, $0 * 24 + 16) } }

    private func isFine(_ shifts: [Interval]) -> Bool {
        WorkingTime(Self.limits, standby: [], shifts: shifts).findings.isEmpty
    }

    @Test func `five days and a weekend are fine; twelve days in a row are not`() {
        #expect(isFine(Self.shifts(Self.days(0..<5) + Self.days(7..<12))))
        #expect(!isFine(Self.shifts(Self.days(0..<14))))
    }

    @Test func `a fortnight with its rest at once makes up for a week without`() {
        // Ten days, then four free; the first of the two weeks has no rest of 36 hours.
        #expect(isFine(Self.shifts(Self.days(0..<10) + Self.days(14..<24))))
        #expect(!isFine(Self.shifts(Self.days(0..<11) + Self.days(13..<24))))
    }

    @Test func `the worst week is told with the longest rest in it`() {
        let found = WorkingTime(Self.limits, standby: [], shifts: Self.shifts(Self.days(0..<14))).findings
        let rests = found.compactMap { finding -> Int? in
            if case .shortWeeklyRest(_, let minutes, 2_160) = finding { minutes } else { nil }
        }
        #expect(rests == [16 * 60])
    }

    /// Every window of every minute, told apart by nothing but counting.
    @Test(arguments: 0..<12)
    func `it says what every window of every minute says`(seed: Int) {
        var random = Randomness(seed: UInt64(seed))
        var hours: [(Int, Int)] = []
        var hour = 0
        while hour < 19 * 24 {
            hour += [14, 16, 16, 24, 31, 32, 33, 35, 36, 37, 40, 60].randomElement(using: &random) ?? 16
            hours.append((hour, hour + 8))
            hour += 8
        }
        let shifts = Self.shifts(hours)
        #expect(isFine(shifts) == Self.everyWindowIsFine(hours))
    }

    private static func everyWindowIsFine(_ hours: [(Int, Int)]) -> Bool {
        let work = hours.map { ($0.0 * 60, $0.1 * 60) }
        func rests(_ start: Int, _ length: Int) -> [Int] {
            var (free, found) = (start, [Int]())
            for (begin, end) in work where end > start && begin < start + length {
                found.append(max(0, begin - free))
                free = max(free, end)
            }
            return found + [max(0, start + length - free)]
        }
        let last = work.last?.1 ?? 0
        let weeks = (-7 * 1_440..<last).allSatisfy { (rests($0, 7 * 1_440).max() ?? 0) >= 36 * 60 }
        let fortnights = (-14 * 1_440..<last).allSatisfy { start in
            rests(start, 14 * 1_440).filter { $0 >= 32 * 60 }.reduce(0, +) >= 72 * 60
        }
        return weeks || fortnights
    }

    @Test func `with much night duty a shift soon after a call at night is told, and only then`() {
        let week = DutyPeriod(weekOf: Amsterdam.day(at: Self.start))
        let standby = [week, week.next.next, week.next.next.next.next].map(\.interval)
        let night = Interval(Self.start.adding(minutes: 27 * 60), Self.start.adding(minutes: 28 * 60))
        let shifts = Self.shifts([(33, 41)])
        func isTold(_ standby: [Interval], _ shifts: [Interval]) -> Bool {
            WorkingTime(Self.limits, standby: standby, shifts: shifts, calls: [night]).findings.contains {
                if case .shortRestAfterCall(_, 300, 480) = $0 { true } else { false }
            }
        }
        #expect(isTold(standby, shifts))
        #expect(!isTold(Array(standby.prefix(2)), shifts))
        #expect(!isTold(standby, Self.shifts([(37, 41)])))
    }
}
