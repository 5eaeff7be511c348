@testable import Domain

extension Day {
    /// A day that surely exists, as tests write it: `Day.on("2026-06-05")`.
    static func on(_ iso: String) -> Day {
        // Only a slip in a test gets here.
        guard let day = Day(iso: iso) else { preconditionFailure("no such day: \(iso)") }
        return day
    }
}

extension Instant {
    /// The moment at which a clock in Amsterdam shows this: `Instant.wall("2026-06-05 23:59")`.
    static func wall(_ text: String) -> Instant {
        let hour = Int(text.dropFirst(11).prefix(2))
        let minute = Int(text.suffix(2))
        // Only a slip in a test gets here.
        guard let hour, let minute else { preconditionFailure("no such time: \(text)") }
        return Amsterdam.instant(.on(String(text.prefix(10))), hour: hour, minute: minute)
    }
}

extension Interval {
    static func wall(_ start: String, _ end: String) -> Interval {
        Interval(.wall(start), .wall(end))
    }
}

/// The summer time of the European Union since 1996, by its rule and not by the machine's zone data: from the
/// last Sunday of March to the last Sunday of October, both at 01:00 UTC.
enum SummerTime {
    static func starts(in year: Int) -> Instant { changes(on: lastSunday(year, "03-31")) }

    static func ends(in year: Int) -> Instant { changes(on: lastSunday(year, "10-31")) }

    static func isOn(at instant: Instant, in year: Int) -> Bool {
        starts(in: year) <= instant && instant < ends(in: year)
    }

    static func lastSunday(_ year: Int, _ endOfMonth: String) -> Day {
        let last = Day.on("\(year)-\(endOfMonth)")
        // 1970-01-04 was a Sunday.
        return last.adding(days: -((last.daysSince1970 - 3) % 7))
    }

    private static func changes(on sunday: Day) -> Instant {
        Instant(milliseconds: Int64(sunday.daysSince1970 * 1440 + 60) * 60_000)
    }
}
