/// Why a person does not count for a line at an instant, with the facts. The order of the cases is the order
/// in which they are told.
///
/// One enum for page, API, tests and words (spec D5, V5).
package enum Refusal: Hashable, Sendable {
    case notDesignated
    case competenceUnknown
    case notCompetent(Competence.Lack)
    case absent(until: Instant)
    case unreachable
    case deployed(until: Instant)
    case resting(until: Instant)
    /// On duty on two lines at once: counts for neither.
    case doubleBooked(lines: [Code<DutyLine>])
    case travelUnknown
    case tooFar(minutes: Int, minutesMax: Int)
    /// Fit for this line, but standing on another.
    case onOtherLine(Code<DutyLine>)
    case notOnRoster
}

/// The conjuncts of coverage. A sweep is told which it must hold, so that a test can drop one and show that
/// it is missed.
package enum CoverageRule: Int, CaseIterable, Sendable {
    case designated, competent, present, reachable, notDeployed, rested, notDoubleBooked, inTime

    package static let all = Set(allCases)
}
