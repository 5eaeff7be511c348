/// That a gap is known and borne for a time (*aanvaard risico*, spec V3): the planner asks, and the secretary of
/// every municipality that the line serves accepts.
package struct AcceptedRisk: Hashable, Sendable {
    package let id: ID<AcceptedRisk>
    package let line: Code<DutyLine>
    /// The gap, or the part of it, that it is about.
    package let interval: Interval
    package let reason: String
    package let askedAt: Instant
    /// From when on it shows as an open gap again, also when the gap itself goes on.
    package let lapsesAt: Instant
    package let withdrawnAt: Instant?
    /// What each municipality concerned answered.
    package let answers: [Code<Municipality>: Answer]

    /// The raw value is stored.
    package enum Answer: String, CaseIterable, Sendable {
        case waiting, accepted, declined
    }

    package enum Standing: Hashable, Sendable {
        /// So many of the municipalities concerned have still to answer.
        case asked(waiting: Int)
        case accepted
        case declined, withdrawn, lapsed
    }

    package init(
        id: ID<AcceptedRisk>, line: Code<DutyLine>, interval: Interval, reason: String, askedAt: Instant,
        lapsesAt: Instant, withdrawnAt: Instant?, answers: [Code<Municipality>: Answer]
    ) {
        self.id = id
        self.line = line
        self.interval = interval
        self.reason = reason
        self.askedAt = askedAt
        self.lapsesAt = lapsesAt
        self.withdrawnAt = withdrawnAt
        self.answers = answers
    }

    package func standing(at now: Instant) -> Standing {
        if withdrawnAt != nil { return .withdrawn }
        if answers.values.contains(.declined) { return .declined }
        if now >= min(lapsesAt, interval.end) { return .lapsed }
        let waiting = answers.values.count { $0 == .waiting }
        return waiting == 0 ? .accepted : .asked(waiting: waiting)
    }
}

/// Why a risk is not asked for or answered. One enum for page and tests.
package enum RiskRefusal: Error, Hashable, Sendable {
    /// The line is covered in that time, or nobody was told that it is not.
    case noGap
    case noReason
    /// The last day lies in the past or after the gap.
    case badDay
    case alreadyAsked
    /// Nobody serves as the one concerned: the line is of no municipality.
    case nobodyConcerned
    /// No longer to be answered.
    case closed(AcceptedRisk.Standing)
}
