import Foundation

/// The wall clock of Europe/Amsterdam: the only zone in which duties, nights and days are reckoned.
package enum Amsterdam {
    /// Fixed by identifier: the zone of the machine is never asked.
    private static let zone: TimeZone = {
        guard let zone = TimeZone(identifier: "Europe/Amsterdam") else {
            // The zone data is inside the Swift runtime (stack.md §10), so this is a broken installation.
            preconditionFailure("Europe/Amsterdam ontbreekt in de tijdzonegegevens")
        }
        return zone
    }()

    /// Milliseconds that the wall clock is ahead of UTC at `instant`.
    package static func offset(at instant: Instant) -> Int64 {
        guard instant >= tableStart, instant < tableEnd else { return zoneOffset(at: instant) }
        var low = 0
        var high = table.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if table[middle].start <= instant.milliseconds { low = middle } else { high = middle }
        }
        return table[low].offset
    }

    private static func zoneOffset(at instant: Instant) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        return Int64(zone.secondsFromGMT(for: date)) * 1000
    }

    /// The offsets of the years in which nearly every question falls, read from the zone once: a page asks
    /// some thousand times, and the zone itself answers ten times slower.
    private static let table: [(start: Int64, offset: Int64)] = {
        var table = [(start: tableStart.milliseconds, offset: zoneOffset(at: tableStart))]
        var date = Date(timeIntervalSince1970: Double(tableStart.milliseconds) / 1000)
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date {
            let instant = Instant(next)
            guard instant < tableEnd else { break }
            table.append((instant.milliseconds, zoneOffset(at: instant)))
            date = next
        }
        return table
    }()

    /// 1 January 2000, 00:00 UTC.
    private static let tableStart = Instant(milliseconds: 946_684_800_000)
    /// 1 January 2100, 00:00 UTC.
    private static let tableEnd = Instant(milliseconds: 4_102_444_800_000)

    /// The moment at which the clock shows `hour`:`minute` on `day`.
    ///
    /// A time skipped in spring becomes the same number of minutes after the jump (02:30 is 03:30); a time
    /// that comes twice in autumn is the first of the two. `hour` may be 24: the start of the next day.
    package static func instant(_ day: Day, hour: Int, minute: Int = 0) -> Instant {
        let wall = Int64(day.daysSince1970) * 86_400_000 + Int64(hour * 60 + minute) * 60_000
        let before = offset(at: Instant(milliseconds: wall - 86_400_000))
        let after = offset(at: Instant(milliseconds: wall + 86_400_000))
        let first = Instant(milliseconds: wall - before)
        if offset(at: first) == before { return first }
        let second = Instant(milliseconds: wall - after)
        return offset(at: second) == after ? second : first
    }

    package static func startOfDay(_ day: Day) -> Instant {
        instant(day, hour: 0)
    }

    package static func wallClock(at instant: Instant) -> WallClock {
        let local = instant.milliseconds + offset(at: instant)
        let day = Day(daysSince1970: Int(local.quotientRoundedDown(by: 86_400_000)))
        let minutes = Int((local - Int64(day.daysSince1970) * 86_400_000) / 60_000)
        return WallClock(day: day, hour: minutes / 60, minute: minutes % 60)
    }

    package static func day(at instant: Instant) -> Day {
        wallClock(at: instant).day
    }
}

/// What a clock on the wall in Amsterdam shows.
package struct WallClock: Hashable, Sendable {
    package let day: Day
    package let hour: Int
    package let minute: Int
}
