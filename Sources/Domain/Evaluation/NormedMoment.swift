/// One moment of a deployment against its norm (spec E1).
package struct NormedMoment: Hashable, Sendable {
    package let subject: Subject
    /// Which one: a function, a shelter, the text of an action.
    package let name: String
    /// From when the norm counts.
    package let from: Instant
    /// Nil: it did not happen.
    package let at: Instant?
    /// Nil: nobody established a norm.
    package let withinMinutes: Int?
    /// Until when it is looked at: the end of the deployment, or now. Nil: for ever.
    package let until: Instant?

    package enum Subject: String, CaseIterable, Sendable {
        /// From the declaration or request until people are called (Bvr 2.2.3).
        case alarmStarted
        /// Until the first message with a description leaves (Bvr 2.2.4).
        case described
        /// Until mayor or chair knows (Bvr 2.2.3).
        case informed
        /// Until all who were wanted in a function are at work (Bvr 2.3.2).
        case atWork
        /// From the begin until the first message to the public, and from one to the next.
        case firstMessage, nextMessage
        /// From hearing something until the own picture holds it (Bvr 2.4.2).
        case pictured
        case shelterOpened
        /// An action or the check of a decision, against the moment that was agreed.
        case action, effectCheck
    }

    package enum Verdict: String, CaseIterable, Sendable {
        case inTime, late, never, noNorm
        /// It did not happen, and the norm had not run out: nothing was missed.
        case ahead
    }

    package init(
        _ subject: Subject, _ name: String, from: Instant, at: Instant?, withinMinutes: Int?,
        until: Instant? = nil
    ) {
        self.subject = subject
        self.name = name
        self.from = from
        self.at = at
        self.withinMinutes = withinMinutes
        self.until = until
    }

    /// The same, with what did not happen by then looked at as of then.
    package func judged(at end: Instant) -> NormedMoment {
        NormedMoment(subject, name, from: from, at: at, withinMinutes: withinMinutes, until: end)
    }

    /// Whole minutes it took, a begun minute counted: norms are "within".
    package var minutes: Int? {
        at.map { max(0, Int(($0.milliseconds - from.milliseconds + 59_999) / 60_000)) }
    }

    /// Did not happen, and is not late yet.
    package func isAhead(at now: Instant) -> Bool {
        guard at == nil, let withinMinutes else { return false }
        return now <= from.adding(minutes: withinMinutes)
    }

    package var verdict: Verdict {
        if let until, isAhead(at: until) { return .ahead }
        guard let minutes else { return .never }
        guard let withinMinutes else { return .noNorm }
        return minutes <= withinMinutes ? .inTime : .late
    }
}

/// All moments of one subject.
package struct NormedGroup: Hashable, Sendable {
    package let subject: NormedMoment.Subject
    package let moments: [NormedMoment]

    package func count(_ verdict: NormedMoment.Verdict) -> Int { moments.count { $0.verdict == verdict } }

    /// Those that a norm could be held to: it was established, and the time for it came.
    package var measured: [NormedMoment] {
        moments.filter { $0.withinMinutes != nil && $0.verdict != .ahead }
    }

    package var longestMinutes: Int? { moments.compactMap(\.minutes).max() }

    /// In the order of the subjects; a subject without a moment has no group.
    package static func groups(_ moments: [NormedMoment]) -> [NormedGroup] {
        let grouped = Dictionary(grouping: moments, by: \.subject)
        return NormedMoment.Subject.allCases.compactMap { subject in
            grouped[subject].map { NormedGroup(subject: subject, moments: $0) }
        }
    }
}
