import Testing

@testable import Domain

@Suite struct HolidayTests {
    @Test func `Easter falls where the church put it`() {
        let known = [
            2000: "2000-04-23", 2008: "2008-03-23", 2024: "2024-03-31", 2025: "2025-04-20",
            2026: "2026-04-05", 2038: "2038-04-25",
        ]
        for (year, day) in known { #expect(Holiday.easter(year).iso == day) }
    }

    @Test func `the holidays of 2026`() throws {
        let first = try #require(Day(iso: "2026-01-01"))
        let found = (0..<365).map { first.adding(days: $0) }.filter { Holiday.isHoliday($0) }.map(\.iso)
        #expect(
            found == [
                "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05",
                "2026-05-14", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26", "2026-12-31",
            ])
    }

    @Test func `the King's day moves to Saturday when it would be a Sunday`() throws {
        #expect(Holiday.isHoliday(try #require(Day(iso: "2025-04-26"))))
        #expect(!Holiday.isHoliday(try #require(Day(iso: "2025-04-27"))))
    }
}
