import Testing

@testable import Domain

@Suite struct WorkingTimeTests {
    private static let monday = Day(year: 2026, month: 11, day: 30) ?? Day(daysSince1970: 0)

    private static var limits: WorkingTimeLimits {
        var limits = WorkingTimeLimits(.empty, at: .distantPast)
        (limits.windowDays, limits.freeDays, limits.freeBlocks) = (28, 14, 2)
        (limits.hoursBeforeNight, limits.hoursAfterNight, limits.workHours) = (11, 14, 13)
        (limits.nightsTrigger, limits.restHours, limits.restHoursShort) = (16, 11, 8)
        (limits.callMinutesLeast, limits.callGapMinutes) = (30, 30)
        return limits
    }

    /// Duty weeks by number, from a Monday.
    private func weeks(_ numbers: [Int], from monday: Day = monday) -> [Interval] {
        numbers.map { DutyPeriod(weekOf: monday.adding(days: 7 * $0)).interval }
    }

    private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        Amsterdam.instant(Self.monday.adding(days: day), hour: hour, minute: minute)
    }

    private func findings(
        _ standby: [Interval], shifts: [Interval] = [], calls: [Interval] = []
    ) -> [WorkingTimeFinding] {
        WorkingTime(Self.limits, standby: standby, shifts: shifts, calls: calls).findings.filter {
            !$0.isNotice
        }
    }

    @Test(arguments: [
        ([0], true), ([0, 1], true), ([0, 2], true), ([0, 1, 4, 5], true), ([0, 1, 2], false),
        ([0, 2, 3], false), ([0, 1, 3], false), ([0, 3], true), ([0, 2, 4, 6], true),
    ])
    func `two weeks in four may be standby, three may not`(numbers: [Int], isFine: Bool) {
        #expect(findings(weeks(numbers)).isEmpty == isFine)
    }

    /// The clock goes back on 25 October 2026 and forward on 28 March 2027: 169 and 167 hours.
    @Test(arguments: ["2026-10-12", "2026-10-19", "2027-03-15", "2027-03-22"])
    func `a week in which the clock changes is a week`(text: String) throws {
        let monday = try #require(Day(iso: text))
        #expect(findings(weeks([0, 1], from: monday)).isEmpty)
        #expect(findings(weeks([0, 2], from: monday)).isEmpty)
        #expect(!findings(weeks([0, 1, 2], from: monday)).isEmpty)
    }

    @Test func `the worst window is told with what is free in it`() {
        let found = findings(weeks([0, 1, 2]))
        let free = found.compactMap { finding -> Int? in
            if case .tooFewFreeDays(let window, let free, 14) = finding, window.minutes == 28 * 1_440 {
                free
            } else {
                nil
            }
        }
        #expect(free == [7])
    }

    @Test func `two blocks of 48 hours must be free of work too`() {
        let standby = weeks([0, 1])
        // Work every day of the other two weeks leaves no 48 hours in between.
        let shifts = (14..<29).map { Interval(at($0, 13), at($0, 21)) }
        let blocks = findings(standby, shifts: shifts).filter {
            if case .tooFewFreeBlocks = $0 { true } else { false }
        }
        #expect(blocks.count == 1)
        #expect(
            findings(standby, shifts: Array(shifts.prefix(5))).allSatisfy {
                if case .tooFewFreeBlocks = $0 { false } else { true }
            })
    }

    @Test func `standby stays eleven hours before and fourteen hours after a night shift`() {
        let night = Interval(at(1, 23), at(2, 7))
        func standby(_ start: Instant, _ end: Instant) -> [WorkingTimeFinding] {
            findings([Interval(start, end)], shifts: [night])
        }
        #expect(standby(at(1, 8), at(1, 12)).isEmpty)
        #expect(!standby(at(1, 8), at(1, 12, 1)).isEmpty)
        #expect(!standby(at(2, 20, 59), at(3, 12)).isEmpty)
        #expect(standby(at(2, 21), at(3, 12)).isEmpty)
        // An hour between midnight and six makes no night shift; more does.
        #expect(findings([Interval(at(1, 2), at(1, 5))], shifts: [Interval(at(1, 5), at(1, 13))]).isEmpty)
    }

    @Test func `thirteen hours of work in 24 hours are the most beside standby`() {
        let standby = [Interval(at(0, 12), at(7, 12))]
        let calls = [Interval(at(1, 0), at(1, 5))]
        #expect(findings(standby, shifts: [Interval(at(1, 9), at(1, 17))], calls: calls).isEmpty)
        #expect(!findings(standby, shifts: [Interval(at(1, 9), at(1, 17, 1))], calls: calls).isEmpty)
        #expect(findings([], shifts: [Interval(at(1, 6), at(1, 20))]).isEmpty)
    }

    @Test func `calls less than half an hour apart are one stretch, and one counts half an hour`() {
        let calls = [Interval(at(1, 2), at(1, 2, 10)), Interval(at(1, 2, 35), at(1, 2, 40))]
        #expect(WorkingTime.work(of: calls, Self.limits) == [Interval(at(1, 2), at(1, 2, 40))])
        #expect(
            WorkingTime.work(of: [calls[0]], Self.limits) == [Interval(at(1, 2), at(1, 2, 30))])
        let apart = [calls[0], Interval(at(1, 2, 40), at(1, 2, 50))]
        #expect(WorkingTime.work(of: apart, Self.limits).count == 2)
    }

    @Test(arguments: [([0, 7], 14, false), ([0, 7, 14], 21, true)])
    func `three duty weeks in sixteen are much night duty, which is a notice`(
        numbers: [Int], nights: Int, isTold: Bool
    ) {
        let found = WorkingTime(Self.limits, standby: weeks(numbers)).findings
        #expect(found.contains { $0.isNotice } == isTold)
        if isTold, case .muchNightDuty(_, let count, _) = found[0] { #expect(count == nights) }
    }

    @Test func `eleven hours lie between two shifts, once a week eight`() {
        func day(_ number: Int, _ begin: Int, _ end: Int) -> Interval {
            Interval(at(number, begin), at(number, end))
        }
        #expect(findings([], shifts: [day(0, 9, 21), day(1, 8, 16)]).isEmpty)
        // 23:00 to 07:00 is eight hours: once, and not again within the week.
        #expect(findings([], shifts: [day(0, 14, 23), day(1, 7, 16)]).isEmpty)
        #expect(findings([], shifts: [day(0, 14, 23), day(1, 7, 23), day(2, 7, 16)]).count == 1)
        #expect(findings([], shifts: [day(0, 14, 23), day(1, 6, 16)]).count == 1)
    }

    /// Rest is elapsed time: in the night of 28 March 2027 an hour is missing.
    @Test func `a rest over the change of the clock is counted in hours that passed`() throws {
        let saturday = try #require(Day(iso: "2027-03-27"))
        let shifts = [
            Interval(Amsterdam.instant(saturday, hour: 12), Amsterdam.instant(saturday, hour: 21)),
            Interval(
                Amsterdam.instant(saturday.adding(days: 1), hour: 5, minute: 30),
                Amsterdam.instant(saturday.adding(days: 1), hour: 12)),
        ]
        #expect(findings([], shifts: shifts).count == 1)
    }
}
