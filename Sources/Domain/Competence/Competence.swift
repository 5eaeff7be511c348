/// Whether a person is competent for a function at an instant, with the fact that decides it (spec C4).
package enum Competence: Hashable, Sendable {
    /// `through` is the last day of the ground that ends first; nil when no end is known.
    case competent(through: Day?)
    /// Something lapsed and the grace of its requirement still runs: the person counts.
    case grace(through: Day)
    case lacking(Lack)
    /// Too little is on record to say: the product does not know, and does not count the person.
    case unknown

    package enum Lack: Hashable, Sendable {
        // The base certificate.
        case expired(on: Day)
        case withdrawn
        case notYetIssued(on: Day)
        case requested
        /// The certificate of a specialisation is not there, or no longer.
        case specialisation(String)
        /// Too little was done; `since` is the last day on which it was enough, nil when it never was.
        case tooLittle(ActivityKind, since: Day?)
    }

    /// What a matrix shows of it.
    package enum State: String, CaseIterable, Sendable {
        case competent, grace, not, unknown
    }

    package var state: State {
        switch self {
        case .competent: .competent
        case .grace: .grace
        case .lacking: .not
        case .unknown: .unknown
        }
    }

    /// Whether the person counts in coverage.
    package var isCompetent: Bool {
        switch self {
        case .competent, .grace: true
        case .lacking, .unknown: false
        }
    }

    /// The weakest of what the requirements of a profile say, in the order in which they are asked.
    init(_ standings: some Sequence<RequirementStanding>) {
        var competentThrough = Int.max
        var graceThrough = Int.max
        var isUnknown = false
        for standing in standings {
            switch standing {
            case .lacking(let lack):
                self = .lacking(lack)
                return
            case .unknown: isUnknown = true
            case .grace(let through): graceThrough = min(graceThrough, through.daysSince1970)
            case .met(let through), .exempt(let through):
                if let through { competentThrough = min(competentThrough, through.daysSince1970) }
            case .settling(let through): competentThrough = min(competentThrough, through.daysSince1970)
            }
        }
        if isUnknown {
            self = .unknown
        } else if graceThrough < .max {
            self = .grace(through: Day(daysSince1970: graceThrough))
        } else {
            self = .competent(
                through: competentThrough == .max ? nil : Day(daysSince1970: competentThrough))
        }
    }
}

/// A person's competence for one function through all time: intervals that touch and never overlap, first to
/// last.
package struct CompetenceHistory: Hashable, Sendable {
    package struct Period: Hashable, Sendable {
        package let interval: Interval
        package let competence: Competence
    }

    package let periods: [Period]

    /// - Parameter periods: first days, from the first day there is, with what is so from then on.
    init(_ turns: [(from: Int, competence: Competence)]) {
        var periods: [Period] = []
        periods.reserveCapacity(turns.count)
        var start = Instant.distantPast
        for (index, turn) in turns.enumerated() {
            let end =
                index + 1 < turns.count
                ? Amsterdam.startOfDay(Day(daysSince1970: turns[index + 1].from)) : .distantFuture
            periods.append(Period(interval: Interval(start, end), competence: turn.competence))
            start = end
        }
        self.periods = periods
    }

    package func competence(at instant: Instant) -> Competence {
        periods.last { $0.interval.start <= instant }?.competence ?? .unknown
    }

    package var competentIntervals: [Interval] {
        periods.filter { $0.competence.isCompetent }.map(\.interval)
    }

    /// When the state becomes another one after `instant`; nil when it never does.
    package func change(after instant: Instant) -> (at: Instant, to: Competence)? {
        let state = competence(at: instant).state
        return periods.first { $0.interval.start > instant && $0.competence.state != state }
            .map { ($0.interval.start, $0.competence) }
    }
}
