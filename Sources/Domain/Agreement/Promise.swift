/// An agreement that can be called (*uitvoerbare afspraak*): so many people of a function, at these hours, within so
/// many minutes, when asked so long before.
package struct Promise: Hashable, Sendable {
    package let id: ID<Promise>
    /// Short, for a list or a command: `T3`.
    package let code: Code<Promise>
    /// Nil for one that stands by itself: then all who supply are bound.
    package let agreement: ID<Agreement>?
    package let function: Code<CrisisFunction>
    /// For each municipality that calls it.
    package let people: Int
    /// How many municipalities may call it at once.
    package let callers: Int
    /// Nil: nobody said how soon.
    package let responseMinutes: Int?
    /// How long before it must be asked; 0 for at once.
    package let noticeMinutes: Int
    package let hours: PromiseHours
    package let validFrom: Day
    package let validThrough: Day?
    /// Who supply the people.
    package let suppliers: Set<Code<Municipality>>
    /// Who may call it.
    package let receivers: Set<Code<Municipality>>
    package let version: Int

    package init(
        id: ID<Promise>, code: Code<Promise>, agreement: ID<Agreement>?, function: Code<CrisisFunction>,
        people: Int, callers: Int, responseMinutes: Int?, noticeMinutes: Int, hours: PromiseHours,
        validFrom: Day, validThrough: Day?, suppliers: Set<Code<Municipality>>,
        receivers: Set<Code<Municipality>>, version: Int = 1
    ) {
        self.id = id
        self.code = code
        self.agreement = agreement
        self.function = function
        self.people = people
        self.callers = callers
        self.responseMinutes = responseMinutes
        self.noticeMinutes = noticeMinutes
        self.hours = hours
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.suppliers = suppliers
        self.receivers = receivers
        self.version = version
    }

    package func isValid(on day: Day) -> Bool {
        validFrom <= day && day <= (validThrough ?? day)
    }

    /// How many people it takes when as many call it as may.
    package var needed: Int { people * min(callers, max(1, receivers.count)) }

    /// Whether it can be called now for something that must be there within `withinMinutes`.
    ///
    /// - Parameter withinMinutes: nil when nobody said; then only what needs no notice can be counted on.
    package func isCallable(
        for municipality: Code<Municipality>, withinMinutes: Int?, at now: Instant
    ) -> Bool {
        isValid(on: Amsterdam.day(at: now)) && receivers.contains(municipality) && hours.contains(now)
            && noticeMinutes <= (withinMinutes ?? 0)
    }
}

/// A promise with the suppliers who are bound by it on a day.
package struct BoundPromise: Hashable, Sendable {
    package let promise: Promise
    /// Municipalities of that day, those that took over from others in their place.
    package let suppliers: Set<Code<Municipality>>

    package init(promise: Promise, suppliers: Set<Code<Municipality>>) {
        self.promise = promise
        self.suppliers = suppliers
    }
}

/// At which hours of the week something was promised, on the clock of Amsterdam.
package struct PromiseHours: Hashable, Sendable {
    package let weekdays: Set<Weekday>
    /// Minutes after midnight at which it begins on each of those days.
    package let fromMinute: Int
    /// Not after `fromMinute`: until that minute of the next day.
    package let toMinute: Int

    package static let minutesPerDay = 24 * 60
    static let minutesPerWeek = 7 * minutesPerDay

    package init(weekdays: Set<Weekday>, fromMinute: Int, toMinute: Int) {
        self.weekdays = weekdays
        self.fromMinute = fromMinute
        self.toMinute = toMinute
    }

    /// Day and night.
    package static let always = PromiseHours(
        weekdays: Set(Weekday.allCases), fromMinute: 0, toMinute: minutesPerDay)

    package var isAlways: Bool { self == .always }

    private var lengthMinutes: Int {
        toMinute > fromMinute ? toMinute - fromMinute : toMinute - fromMinute + Self.minutesPerDay
    }

    /// Half-open stretches of the week, in minutes after Monday 00:00; one that passes Sunday night is split.
    var stretches: [Range<Int>] {
        weekdays.map(\.rawValue).sorted().flatMap { day -> [Range<Int>] in
            let start = day * Self.minutesPerDay + fromMinute
            let end = start + lengthMinutes
            guard end > Self.minutesPerWeek else { return [start..<end] }
            return [start..<Self.minutesPerWeek, 0..<(end - Self.minutesPerWeek)]
        }
    }

    package func contains(_ instant: Instant) -> Bool {
        let clock = Amsterdam.wallClock(at: instant)
        return contains(
            weekMinute: clock.day.weekday.rawValue * Self.minutesPerDay + clock.hour * 60 + clock.minute)
    }

    func contains(weekMinute minute: Int) -> Bool {
        stretches.contains { $0.contains(minute) }
    }
}

extension [Promise] {
    /// Which of them can be called at the same moment of a week: every largest such group, each once.
    package var simultaneous: [[Promise]] {
        let moments = Set(flatMap { $0.hours.stretches.map(\.lowerBound) }).sorted()
        var groups: [Set<Int>] = []
        for moment in moments {
            let group = Set(indices.filter { self[$0].hours.contains(weekMinute: moment) })
            guard !groups.contains(where: group.isSubset(of:)) else { continue }
            groups.removeAll { $0.isSubset(of: group) }
            groups.append(group)
        }
        return groups.map { $0.sorted().map { self[$0] } }
    }
}
