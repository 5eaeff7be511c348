import Testing

@testable import Domain

@Suite struct DayTests {
    /// Every day from 1900 through 2100, counted by hand: the length of each month and nothing else.
    private func forEveryDay(_ body: (_ day: Day, _ parts: (year: Int, month: Int, day: Int)) -> Void) {
        var number = -25_567
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in zip(1..., lengths) {
                for day in 1...length {
                    body(Day(daysSince1970: number), (year, month, day))
                    number += 1
                }
            }
        }
    }

    @Test func `every day of two centuries is made from its parts, its text and its number alike`() {
        forEveryDay { day, parts in
            let (year, month, number) = parts
            let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(number < 10 ? "0" : "")\(number)"
            let isSame = day.parts == parts && day.iso == text && Day(iso: text) == day
            #expect(isSame && Day(year: year, month: month, day: number) == day, "\(text)")
        }
    }

    @Test func `weekdays follow each other, and Monday is the first of each week`() {
        // 1900-01-01 was a Monday.
        var index = 0
        forEveryDay { day, _ in
            let isRight = day.weekday.rawValue == index % 7 && day.monday == day.adding(days: -(index % 7))
            #expect(isRight, "\(day.iso)")
            index += 1
        }
    }

    @Test func `a week has the number of the year that has most of its days`() {
        var week = 0
        var year = 0
        forEveryDay { day, _ in
            let thursday = day.monday.adding(days: 3)
            if day.weekday == .monday {
                week = thursday.parts.year == year ? week + 1 : 1
                year = thursday.parts.year
            }
            #expect(day.weekNumber == week, "\(day.iso)")
        }
    }

    @Test(arguments: [
        ("2026-12-28", 53), ("2027-01-03", 53), ("2027-01-04", 1), ("2026-01-01", 1), ("2025-12-29", 1),
        ("2026-11-23", 48), ("2024-12-30", 1), ("2021-01-03", 53), ("2020-12-31", 53), ("2023-01-01", 52),
    ])
    func `week numbers are those of the printed calendar`(day: String, week: Int) {
        #expect(Day.on(day).weekNumber == week)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-23 ", " 2026-11-23", "2026-11-23T00:00", "26-11-23", "2026-1-23",
        "2026-11-3",
        "2026/11/23", "23-11-2026", "2026-11--3", "-026-11-23", "+026-11-23", "2026-13-01", "2026-00-10",
        "2026-11-00",
        "2026-11-31", "2026-02-29", "1900-02-29", "2026-11-2३", "２０２６-11-23", "0000-01-01", "2026-11-23-",
        "abcd-ef-gh",
    ])
    func `text that is not a day is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [
        (2026, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (2026, 1, -5), (0, 1, 1),
        (10_000, 1, 1),
    ])
    func `parts that make no day are refused`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [(2000, true), (2100, false), (2024, true), (2026, false)])
    func `a century has a 29 February only once in four`(year: Int, isLeap: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test func `days are ordered by the calendar`() {
        #expect(Day.on("2026-12-31") < Day.on("2027-01-01"))
        #expect(Day.on("2026-12-31").adding(days: 1) == Day.on("2027-01-01"))
        #expect(Day.on("0001-01-01").iso == "0001-01-01")
        #expect(Day.on("9999-12-31").iso == "9999-12-31")
    }

    @Test func `months later is the same day, or the last of a shorter month`() throws {
        let cases = [
            ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"), ("2026-01-31", 1, "2026-02-28"),
            ("2026-01-15", 12, "2027-01-15"), ("2026-01-31", -2, "2025-11-30"),
            ("2026-12-31", 0, "2026-12-31"),
            ("2026-01-30", 13, "2027-02-28"), ("2024-02-29", 12, "2025-02-28"),
            ("2026-12-01", 1, "2027-01-01"),
        ]
        for (day, months, expected) in cases {
            #expect(try #require(Day(iso: day)).adding(months: months).iso == expected, "\(day) \(months)")
        }
    }
}
