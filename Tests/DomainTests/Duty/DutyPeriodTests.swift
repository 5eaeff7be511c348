import Testing

@testable import Domain

@Suite struct DutyPeriodTests {
    @Test(arguments: [("2026-03-23", 167), ("2026-10-19", 169), ("2026-06-01", 168), ("2026-12-28", 168)])
    func `a period is from Monday noon to Monday noon, whatever the clock does in between`(
        monday: String, hours: Int
    ) {
        let period = DutyPeriod(weekOf: .on(monday))
        #expect(period.interval.start == .wall("\(monday) 12:00"))
        #expect(period.interval.minutes == hours * 60)
    }

    @Test(arguments: [
        ("2026-06-08 11:59", "2026-06-01"), ("2026-06-08 12:00", "2026-06-08"),
        ("2026-06-08 00:00", "2026-06-01"),
        ("2026-06-07 23:59", "2026-06-01"), ("2026-06-09 08:00", "2026-06-08"),
        ("2027-01-04 11:59", "2026-12-28"),
        ("2026-03-29 03:00", "2026-03-23"), ("2026-10-25 02:30", "2026-10-19"),
    ])
    func `somebody asks at a moment, and gets the period that moment lies in`(moment: String, monday: String)
    {
        let period = DutyPeriod(at: .wall(moment))
        #expect(period.monday == .on(monday))
        #expect(period.interval.contains(.wall(moment)))
    }

    @Test func `the seconds before noon still belong to the week before`() {
        let noon = Instant.wall("2026-06-08 12:00")
        #expect(DutyPeriod(at: Instant(milliseconds: noon.milliseconds - 1)).monday == .on("2026-06-01"))
    }

    @Test(arguments: ["2026-06-01", "2026-06-04", "2026-06-07"])
    func `any day of a week leads to that week's Monday`(day: String) {
        #expect(DutyPeriod(weekOf: .on(day)).monday == .on("2026-06-01"))
    }

    @Test func `periods follow each other without a gap for ten years`() {
        var period = DutyPeriod(weekOf: .on("2026-01-01"))
        for _ in 0..<520 {
            #expect(period.interval.end == period.next.interval.start)
            period = period.next
        }
        #expect(period.monday == Day.on("2025-12-29").adding(days: 520 * 7))
    }

    @Test func `the periods of a horizon cover it, and each of them has a minute in it`() {
        var randomness = Randomness(seed: 5)
        for _ in 0..<300 {
            let start = Instant.wall("2026-01-01 00:00").adding(
                minutes: Int.random(in: 0...700_000, using: &randomness))
            let horizon = Interval(
                start, start.adding(minutes: Int.random(in: 1...60_000, using: &randomness)))
            let periods = DutyPeriod.periods(covering: horizon)
            #expect(IntervalSet(periods.map(\.interval)).contains(horizon))
            #expect(periods.allSatisfy { $0.interval.overlaps(horizon) })
            #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.next == $1 })
        }
    }

    @Test func `a horizon of one period has one, a minute more two, and an empty one at noon none`() {
        let week = DutyPeriod(weekOf: .on("2026-10-19")).interval
        #expect(DutyPeriod.periods(covering: week).map(\.monday) == [.on("2026-10-19")])
        let longer = Interval(week.start, week.end.adding(minutes: 1))
        #expect(DutyPeriod.periods(covering: longer).map(\.monday) == [.on("2026-10-19"), .on("2026-10-26")])
        #expect(DutyPeriod.periods(covering: Interval(week.start, week.start)).isEmpty)
    }

    @Test(arguments: [
        ("2026-06-05 16:59", "2026-05-25"), ("2026-06-05 17:00", "2026-06-01"),
        ("2026-06-08 09:00", "2026-06-01"),
    ])
    func `a region may change duty on another day, and the week keeps its Monday`(
        moment: String, monday: String
    ) {
        let friday = DutyChange(weekday: .friday, minutesOfDay: 17 * 60)
        let period = DutyPeriod(at: .wall(moment), friday)
        #expect(period.monday == .on(monday))
        #expect(period.interval.contains(.wall(moment)))
        #expect(period.next.interval.start == period.interval.end)
        #expect(DutyPeriod(weekOf: .on(monday), friday).interval == period.interval)
    }

    @Test func `without norms duty changes on Monday at noon`() {
        #expect(DutyChange(.empty, at: .wall("2026-06-05 16:59")) == .usual)
    }
}
