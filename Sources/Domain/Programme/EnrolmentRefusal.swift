/// Why somebody does not get on the list of a session, or not off it.
package enum EnrolmentRefusal: Error, Hashable, Sendable {
    case cancelled
    case begun
    case closed(on: Day)
    case alreadyPlaced
    case alreadyWaiting
    case notEnrolled
    /// None of the person's functions is one that the activity is for; only whoever plans may make an exception.
    case otherFunctions([Code<CrisisFunction>])
    /// They are at another session at that time.
    case elsewhere(title: String, Interval)
    case leftEmployment(on: Day)
    /// The attendance list was finished.
    case listClosed
}

/// What is known of somebody who wants a place.
package struct EnrolmentRequest: Sendable {
    package let person: ID<Functionary>
    /// Functions that the person is designated for or in training for.
    package let functions: Set<Code<CrisisFunction>>
    package let employedThrough: Day?
    /// Sessions at which the person has a place, with their titles.
    package let elsewhere: [(title: String, interval: Interval)]
    /// By whoever plans; they may also add somebody who simply came.
    package let isByPlanner: Bool

    package init(
        person: ID<Functionary>, functions: Set<Code<CrisisFunction>>, employedThrough: Day?,
        elsewhere: [(title: String, interval: Interval)], isByPlanner: Bool
    ) {
        self.person = person
        self.functions = functions
        self.employedThrough = employedThrough
        self.elsewhere = elsewhere
        self.isByPlanner = isByPlanner
    }

    /// Nil when the person may get on the list. The order of the questions is the order of what somebody can do
    /// about the answer: nothing about a session that is off, something about their own calendar.
    package func refusal(
        for session: ActivitySession, of activity: Activity, _ enrolments: [Enrolment], at now: Instant
    ) -> EnrolmentRefusal? {
        if session.isCancelled { return .cancelled }
        if session.closedAt != nil { return .listClosed }
        switch enrolments.first(where: { $0.person == person })?.state {
        case .placed: return .alreadyPlaced
        case .waiting: return .alreadyWaiting
        case .withdrawn, nil: break
        }
        if !isByPlanner {
            if session.hasBegun(at: now) { return .begun }
            if let last = session.enrolThrough, last < Amsterdam.day(at: now) { return .closed(on: last) }
            if !activity.functions.isEmpty, functions.isDisjoint(with: activity.functions) {
                return .otherFunctions(activity.functions)
            }
        }
        if let last = employedThrough, last < Amsterdam.day(at: session.interval.start) {
            return .leftEmployment(on: last)
        }
        if let other = elsewhere.first(where: { $0.interval.overlaps(session.interval) }) {
            return .elsewhere(title: other.title, other.interval)
        }
        return nil
    }
}
