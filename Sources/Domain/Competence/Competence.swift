/// Whether a person is competent for a function at an instant, with the fact that decides it (spec C4).
package enum Competence: Hashable, Sendable {
    /// `through` is nil when no end is known.
    case competent(through: Day?)
    case lacking(Lack)
    /// No certificate of any state is on record: the product does not know, and does not count the person.
    case unknown

    package enum Lack: Hashable, Sendable {
        case expired(on: Day)
        case withdrawn
        case notYetIssued(on: Day)
        case requested
    }

    package var isCompetent: Bool {
        switch self {
        case .competent: true
        case .lacking, .unknown: false
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

    /// - Parameter certificates: of one person and one function, in any order.
    package init(certificates: [Certificate]) {
        let boundaries = Set(certificates.compactMap(\.interval).flatMap { [$0.start, $0.end] })
            .union([.distantPast, .distantFuture]).sorted()
        var periods: [Period] = []
        for (start, end) in zip(boundaries, boundaries.dropFirst()) {
            let competence = Self.competence(certificates, at: start)
            if let last = periods.last, last.competence == competence {
                periods[periods.count - 1] = Period(
                    interval: Interval(last.interval.start, end), competence: competence)
            } else {
                periods.append(Period(interval: Interval(start, end), competence: competence))
            }
        }
        self.periods = periods
    }

    package func competence(at instant: Instant) -> Competence {
        periods.last { $0.interval.start <= instant }?.competence ?? .unknown
    }

    package var competentIntervals: [Interval] {
        periods.filter { $0.competence.isCompetent }.map(\.interval)
    }

    private static func competence(_ certificates: [Certificate], at instant: Instant) -> Competence {
        let valid = certificates.filter { $0.interval?.contains(instant) == true }
        if valid.contains(where: { $0.validThrough == nil }) { return .competent(through: nil) }
        if let through = valid.compactMap(\.validThrough).max() { return .competent(through: through) }
        if certificates.contains(where: { $0.state == .withdrawn }) { return .lacking(.withdrawn) }
        let counting = certificates.filter { $0.interval?.isEmpty == false }
        if let expired = counting.filter({ $0.interval.map { $0.end <= instant } == true }).compactMap(
            \.validThrough
        ).max() {
            return .lacking(.expired(on: expired))
        }
        if let issued = counting.compactMap(\.issued).min() { return .lacking(.notYetIssued(on: issued)) }
        if certificates.contains(where: { $0.state == .requested }) { return .lacking(.requested) }
        return .unknown
    }
}
