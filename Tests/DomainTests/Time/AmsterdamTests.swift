import Testing

@testable import Domain

@Suite struct AmsterdamTests {
    @Test
    func `from 1996 through 2100 the clock changes on the last Sundays of March and October, at 01:00 UTC`() {
        for year in 1996...2100 {
            let (spring, autumn) = (SummerTime.starts(in: year), SummerTime.ends(in: year))
            for change in [spring, autumn] {
                for minutes in [-10_000, -61, -1, 0, 1, 61, 10_000] {
                    let instant = change.adding(minutes: minutes)
                    let hours: Int64 = SummerTime.isOn(at: instant, in: year) ? 2 : 1
                    #expect(Amsterdam.offset(at: instant) == hours * 3_600_000, "\(instant.iso8601)")
                }
            }
            #expect(Amsterdam.offset(at: Instant(milliseconds: spring.milliseconds - 1)) == 3_600_000)
        }
    }

    @Test(arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-06", 24)])
    func `every minute of the day has a time on the clock, and that time leads back to it`(
        text: String, hours: Int
    ) {
        let day = Day.on(text)
        let start = Amsterdam.startOfDay(day)
        let minutes = Amsterdam.startOfDay(day.adding(days: 1)).minutes(since: start)
        #expect(minutes == hours * 60)
        for minute in 0..<minutes {
            let instant = start.adding(minutes: minute)
            let clock = Amsterdam.wallClock(at: instant)
            // In the hour that comes twice, the time on the clock means the first.
            let isSecond = hours == 25 && (180..<240).contains(minute)
            let expected = isSecond ? instant.adding(minutes: -60) : instant
            #expect(clock.day == day)
            #expect(
                Amsterdam.instant(day, hour: clock.hour, minute: clock.minute) == expected,
                "\(instant.iso8601)")
        }
    }

    @Test(arguments: [0, 1, 30, 59])
    func `a time that spring skips is as many minutes after the jump`(minute: Int) {
        let day = Day.on("2026-03-29")
        let instant = Amsterdam.instant(day, hour: 2, minute: minute)
        #expect(instant == SummerTime.starts(in: 2026).adding(minutes: minute))
        #expect(Amsterdam.wallClock(at: instant) == WallClock(day: day, hour: 3, minute: minute))
    }

    @Test(arguments: [0, 30, 59])
    func `a time that autumn shows twice is the first of the two`(minute: Int) {
        let instant = Amsterdam.instant(.on("2026-10-25"), hour: 2, minute: minute)
        #expect(instant == SummerTime.ends(in: 2026).adding(minutes: minute - 60))
    }

    @Test func `the minutes before and after each change are what the clock says`() {
        let spring = SummerTime.starts(in: 2026)
        let autumn = SummerTime.ends(in: 2026)
        func clock(_ instant: Instant) -> String {
            let clock = Amsterdam.wallClock(at: instant)
            return "\(clock.day.iso) \(twoDigits(clock.hour)):\(twoDigits(clock.minute))"
        }
        #expect(clock(spring.adding(minutes: -1)) == "2026-03-29 01:59")
        #expect(clock(spring) == "2026-03-29 03:00")
        #expect(clock(autumn.adding(minutes: -60)) == "2026-10-25 02:00")
        #expect(clock(autumn.adding(minutes: -1)) == "2026-10-25 02:59")
        #expect(clock(autumn) == "2026-10-25 02:00")
        #expect(clock(autumn.adding(minutes: 60)) == "2026-10-25 03:00")
    }

    @Test func `a day begins at 00:00 and its last minute is 23:59, all year round`() {
        for number in 0..<730 {
            let day = Day.on("2026-01-01").adding(days: number)
            let start = Amsterdam.startOfDay(day)
            #expect(Amsterdam.wallClock(at: start) == WallClock(day: day, hour: 0, minute: 0))
            #expect(Amsterdam.day(at: start.adding(minutes: -1)) == day.adding(days: -1))
            #expect(Amsterdam.day(at: Instant(milliseconds: start.milliseconds - 1)) == day.adding(days: -1))
            #expect(Amsterdam.instant(day, hour: 24) == Amsterdam.startOfDay(day.adding(days: 1)))
        }
    }

    @Test func `moments before 1970 fall on the right day`() {
        #expect(Amsterdam.day(at: Instant(milliseconds: -1)) == .on("1970-01-01"))
        #expect(Amsterdam.day(at: Instant(milliseconds: -3_600_001)) == .on("1969-12-31"))
        #expect(
            Amsterdam.wallClock(at: .wall("1965-07-14 09:41"))
                == WallClock(day: .on("1965-07-14"), hour: 9, minute: 41))
    }

    @Test func `seconds within a minute do not change what the clock shows`() {
        let noon = Instant.wall("2026-06-01 12:00")
        let almost = Instant(milliseconds: noon.milliseconds + 59_999)
        #expect(Amsterdam.wallClock(at: almost) == Amsterdam.wallClock(at: noon))
    }
}
