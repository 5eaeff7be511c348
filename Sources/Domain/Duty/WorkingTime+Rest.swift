/// Rest over a week, and after calls at night (ATW 5:5, 5:9 lid 5 and 6).
extension WorkingTime {
    private static let weekMinutes = 7 * dayMinutes
    private static let fortnightMinutes = 14 * dayMinutes

    /// Work from a call is left out of it (C7). The worst week only: others that overlap it tell the same.
    var weeklyRest: [WorkingTimeFinding] {
        guard let least = limits.weeklyRestHours.map({ $0 * 60 }), !shifts.isEmpty else { return [] }
        // The rest before a shift counts for nothing in a window that begins a minute too late for it.
        let weeks = shifts.map { shift -> (window: Interval, minutes: Int) in
            let start = shift.start.adding(minutes: 1 - least)
            let window = Interval(start, start.adding(minutes: Self.weekMinutes))
            return (window, free(in: window).map(\.minutes).max() ?? 0)
        }
        guard let worst = weeks.min(by: { $0.minutes < $1.minutes }), worst.minutes < least,
            !hasFortnights
        else { return [] }
        return [.shortWeeklyRest(window: worst.window, minutes: worst.minutes, least: least)]
    }

    /// Whether every 14 × 24 hours hold enough rest, in parts that are long enough.
    private var hasFortnights: Bool {
        guard let least = limits.fortnightRestHours.map({ $0 * 60 }),
            let part = limits.fortnightPartHours.map({ $0 * 60 })
        else { return false }
        let length = Self.fortnightMinutes
        // A part counts for nothing as soon as a window cuts it short, at its beginning or at its end.
        let starts = shifts.flatMap { shift in
            [
                shift.start, shift.start.adding(minutes: 1 - part), shift.end.adding(minutes: -length),
                shift.end.adding(minutes: part - 1 - length), shift.start.adding(minutes: -length),
            ]
        }
        return starts.allSatisfy { start in
            let window = Interval(start, start.adding(minutes: length))
            return free(in: window).map(\.minutes).filter { $0 >= part }.reduce(0, +) >= least
        }
    }

    private func free(in window: Interval) -> [Interval] {
        IntervalSet([window]).subtracting(IntervalSet(shifts)).intervals
    }

    /// With much night duty the average week may be longer only for who rests after a call at night. Whether
    /// the average is kept the region does not know, so it is told.
    var restAfterCalls: [WorkingTimeFinding] {
        guard let least = limits.callRestHours.map({ $0 * 60 }), !nights.isEmpty else { return [] }
        return calls.intervals.filter(Self.isAtNight).compactMap { call in
            guard let next = shifts.first(where: { $0.start >= call.end }) else { return nil }
            let rest = Interval(call.end, next.start)
            return rest.minutes < least ? .shortRestAfterCall(rest, minutes: rest.minutes, least: least) : nil
        }
    }

    private static func isAtNight(_ call: Interval) -> Bool {
        [Amsterdam.day(at: call.start), Amsterdam.day(at: call.end)].contains { day in
            Interval(Amsterdam.startOfDay(day), Amsterdam.instant(day, hour: nightHours)).overlaps(call)
        }
    }
}
