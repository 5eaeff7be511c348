/// How many came to one post of an alarm, and when, against the norm (spec A8).
package struct Turnout: Hashable, Sendable {
    package let wanted: Int
    /// The request's, else the function's norm; nil when there is none.
    package let withinMinutes: Int?
    package let raisedAt: Instant
    /// When each of those at work began, earliest first.
    package let arrivals: [Instant]

    package init(wanted: Int, withinMinutes: Int?, raisedAt: Instant, arrivals: [Instant]) {
        self.wanted = wanted
        self.withinMinutes = withinMinutes
        self.raisedAt = raisedAt
        self.arrivals = arrivals.sorted()
    }

    package enum Verdict: String, CaseIterable, Sendable {
        case inTime, late
        /// Fewer came than were wanted.
        case short
        /// Filled, and nobody established how soon it must be.
        case noNorm
    }

    /// When the last wanted place was filled; nil when it never was.
    package var filledAt: Instant? {
        arrivals.count >= wanted ? arrivals[wanted - 1] : nil
    }

    /// Whole minutes until then, a begun minute counted: norms are "within".
    package var minutesToFill: Int? {
        filledAt.map { max(0, -raisedAt.minutes(since: $0)) }
    }

    /// Of the wanted places, those filled within the norm; nil without a norm.
    package var inTimeCount: Int? {
        withinMinutes.map { minutes in
            let end = raisedAt.adding(minutes: minutes)
            return min(wanted, arrivals.count { $0 <= end })
        }
    }

    package var verdict: Verdict {
        guard arrivals.count >= wanted else { return .short }
        guard let inTimeCount else { return .noNorm }
        return inTimeCount == wanted ? .inTime : .late
    }
}

/// What the turnouts of one function come to.
package struct TurnoutFigures: Hashable, Sendable {
    package let alarms: Int
    package let wanted: Int
    package let filled: Int
    /// Of the places with a norm, and of those in time.
    package let withNorm: Int
    package let inTime: Int
    /// Of the alarms in which every place was filled; the upper one of an even number. Nil when there is none.
    package let medianMinutes: Int?

    package init(_ turnouts: [Turnout]) {
        alarms = turnouts.count
        wanted = turnouts.map(\.wanted).reduce(0, +)
        filled = turnouts.map { min($0.wanted, $0.arrivals.count) }.reduce(0, +)
        withNorm = turnouts.filter { $0.withinMinutes != nil }.map(\.wanted).reduce(0, +)
        inTime = turnouts.compactMap(\.inTimeCount).reduce(0, +)
        let minutes = turnouts.compactMap(\.minutesToFill).sorted()
        medianMinutes = minutes.isEmpty ? nil : minutes[minutes.count / 2]
    }
}
