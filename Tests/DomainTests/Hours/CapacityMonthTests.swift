import Testing

@testable import Domain

@Suite struct CapacityMonthTests {
    private static func month(_ iso: String) -> Day { Day(iso: iso) ?? Day(daysSince1970: 0) }

    private static func entries(_ lines: [(String?, String, Int)]) -> [HourEntry] {
        var random = Randomness(seed: 1)
        return lines.map { place, day, minutes in
            HourEntry(
                id: random.id(at: Instant(milliseconds: 0)), municipality: place.map { Code($0) },
                day: month(day),
                minutes: minutes, part: nil, note: "")
        }
    }

    @Test func `fifteen municipalities of eight hours are a hundred and twenty`() {
        let places = (1...15).map { (code: Code<Municipality>("GM\($0)"), agreedHours: Optional(8)) }
        let month = CapacityMonth(month: Self.month("2020-02-01"), municipalities: places, entries: [])
        #expect(month.agreedHours == 120 && month.shortfall == 120 * 60)
    }

    @Test func `a surplus of one fills no shortfall of another, and the region counts beside`() {
        let entries = Self.entries([
            ("A", "2026-10-01", 600), ("B", "2026-10-31", 300), ("B", "2026-11-01", 300),
            ("B", "2026-09-30", 300),
            (nil, "2026-10-15", 900),
        ])
        let month = CapacityMonth(
            month: Self.month("2026-10-01"),
            municipalities: [(Code("A"), 8), (Code("B"), 8), (Code("C"), nil)],
            entries: entries)
        #expect(month.rows.map(\.minutes) == [600, 300, 0])
        #expect(month.rows.map(\.shortfall) == [0, 180, 0])
        #expect(month.shortfall == 180 && month.minutes == 900 && month.regionMinutes == 900)
        #expect(month.agreedHours == nil)
    }

    @Test func `a request asks what is missing at the present pace, and nothing where a figure is unknown`() {
        let months = ["2026-09-01", "2026-10-01"].map { start in
            CapacityMonth(
                month: Self.month(start), municipalities: [(Code("A"), 8)],
                entries: Self.entries([("A", "2026-09-02", 360), ("A", "2026-10-02", 480)]))
        }
        let request = CapacityRequest(months: months, hoursNeeded: 25, monthsLeft: 3)
        #expect(
            request.hoursPerMonth == 7 && request.hoursNeededPerMonth == 9 && request.missingPerMonth == 2)
        #expect(CapacityRequest(months: months, hoursNeeded: nil, monthsLeft: 3).missingPerMonth == nil)
        #expect(CapacityRequest(months: months, hoursNeeded: 25, monthsLeft: 0).missingPerMonth == nil)
        #expect(CapacityRequest(months: [], hoursNeeded: 25, monthsLeft: 3).missingPerMonth == nil)
        #expect(CapacityRequest(months: months, hoursNeeded: 3, monthsLeft: 3).missingPerMonth == 0)
    }
}
