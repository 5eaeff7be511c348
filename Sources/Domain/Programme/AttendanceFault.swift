/// What is wrong with what somebody says about who came.
package enum AttendanceFault: Error, Hashable, Sendable {
    /// The person is not on the list of the session.
    case notEnrolled
    /// On the waiting list, without a place.
    case onlyWaiting
    case notBegun(at: Instant)
    case cancelled
    case closed
    /// Passed or failed without having been there.
    case resultWithoutPresence
    /// The activity has no results.
    case noResults
    /// There, at an activity with results, and nothing said about it when the list is finished.
    case resultMissing
    case minutesOutOfRange(max: Int)
    /// Nothing was said about somebody when the list is finished.
    case unsaid
}

extension Attendance {
    /// Nil when it can be so.
    package func fault(
        of enrolment: Enrolment?, at session: ActivitySession, of activity: Activity, now: Instant
    ) -> AttendanceFault? {
        if session.isCancelled { return .cancelled }
        if session.closedAt != nil { return .closed }
        guard session.hasBegun(at: now) else { return .notBegun(at: session.interval.start) }
        switch enrolment?.state {
        case .placed: break
        case .waiting: return .onlyWaiting
        case .withdrawn, nil: return .notEnrolled
        }
        if result != nil {
            guard presence == .present else { return .resultWithoutPresence }
            guard activity.hasResult else { return .noResults }
        }
        // Somebody may stay to clear up or arrive early; twice as long is a typing error.
        let most = session.interval.minutes * 2
        return (0...most).contains(minutes) ? nil : .minutesOutOfRange(max: most)
    }
}
