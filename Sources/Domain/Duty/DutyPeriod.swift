/// The weekly period of a duty line: Monday 12:00 to Monday 12:00 on the wall clock of Amsterdam (domain.md
/// §6.1).
///
/// A week in which the clock changes has 167 or 169 hours.
package struct DutyPeriod: Hashable, Sendable {
    package static let changeHour = 12

    package let monday: Day

    /// The period that begins on the Monday of `day`'s week.
    package init(weekOf day: Day) {
        monday = day.monday
    }

    package init(at instant: Instant) {
        let clock = Amsterdam.wallClock(at: instant)
        let isBeforeChange = clock.day.weekday == .monday && clock.hour < Self.changeHour
        monday = clock.day.monday.adding(days: isBeforeChange ? -7 : 0)
    }

    package var interval: Interval {
        Interval(
            Amsterdam.instant(monday, hour: Self.changeHour),
            Amsterdam.instant(monday.adding(days: 7), hour: Self.changeHour))
    }

    package var next: DutyPeriod {
        DutyPeriod(weekOf: monday.adding(days: 7))
    }

    /// The periods that together hold `horizon`, first to last.
    package static func periods(covering horizon: Interval) -> [DutyPeriod] {
        var periods: [DutyPeriod] = []
        var period = DutyPeriod(at: horizon.start)
        while period.interval.start < horizon.end {
            periods.append(period)
            period = period.next
        }
        return periods
    }
}
