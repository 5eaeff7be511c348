/// When one weekly duty turns into the next, on the wall clock of Amsterdam.
package struct DutyChange: Hashable, Sendable {
    package let weekday: Weekday
    package let minutesOfDay: Int

    /// Monday 12:00 (domain.md §6.1), also where a region established nothing: a duty must begin at some moment.
    package static let usual = DutyChange(weekday: .monday, minutesOfDay: 12 * 60)

    package init(weekday: Weekday, minutesOfDay: Int) {
        self.weekday = weekday
        self.minutesOfDay = minutesOfDay
    }

    /// What the norms say at a moment; the number of a weekday counts from Monday, 1.
    package init(_ norms: NormSet, at instant: Instant) {
        self.init(
            weekday: norms.value(of: .dutyChangeWeekday, at: instant).flatMap { Weekday(rawValue: $0 - 1) }
                ?? Self.usual.weekday,
            minutesOfDay: norms.value(of: .dutyChangeTime, at: instant) ?? Self.usual.minutesOfDay)
    }
}

/// The weekly period of a duty line, from one change to the next: usually Monday 12:00 to Monday 12:00.
///
/// A week in which the clock changes has 167 or 169 hours.
package struct DutyPeriod: Hashable, Sendable {
    /// The Monday of the week in which it begins; it goes by that week's number.
    package let monday: Day
    package let change: DutyChange

    /// The period that begins in the week of `day`.
    package init(weekOf day: Day, _ change: DutyChange = .usual) {
        monday = day.monday
        self.change = change
    }

    package init(at instant: Instant, _ change: DutyChange = .usual) {
        let own = DutyPeriod(weekOf: Amsterdam.day(at: instant), change)
        self = instant < own.interval.start ? DutyPeriod(weekOf: own.monday.adding(days: -7), change) : own
    }

    /// The day on which it begins.
    package var firstDay: Day { monday.adding(days: change.weekday.rawValue) }

    package var interval: Interval {
        Interval(start(on: firstDay), start(on: firstDay.adding(days: 7)))
    }

    package var next: DutyPeriod {
        DutyPeriod(weekOf: monday.adding(days: 7), change)
    }

    /// The periods that together hold `horizon`, first to last.
    package static func periods(covering horizon: Interval, _ change: DutyChange = .usual) -> [DutyPeriod] {
        var periods: [DutyPeriod] = []
        var period = DutyPeriod(at: horizon.start, change)
        while period.interval.start < horizon.end {
            periods.append(period)
            period = period.next
        }
        return periods
    }

    private func start(on day: Day) -> Instant {
        let clock = change.minutesOfDay.quotientAndRemainder(dividingBy: 60)
        return Amsterdam.instant(day, hour: clock.quotient, minute: clock.remainder)
    }
}
