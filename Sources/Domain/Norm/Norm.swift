/// One dated value of a norm with where it comes from: a row of the norm set, never changed once recorded.
package struct Norm: Hashable, Sendable {
    package let code: NormCode
    package let subject: NormSubject
    /// Nil: not established (*niet vastgesteld*) in this time.
    package let value: Int?
    package let status: NormStatus
    package let source: String
    /// The body or office that established it; empty when nobody has yet.
    package let confirmedBy: String
    /// First day on which it holds; nil when it has held since before the product knows.
    package let validFrom: Day?
    /// First day on which it no longer holds; nil when no end is known.
    package let validTo: Day?
    /// The order of recording: of two rows for the same moment the later recorded one counts.
    package let sequence: Int
    package let recordedAt: Instant
    /// Taken back before it began; the row stays, and counts no longer.
    package let withdrawnAt: Instant?

    package init(
        code: NormCode, subject: NormSubject = .region, value: Int?, status: NormStatus, source: String,
        confirmedBy: String = "", validFrom: Day? = nil, validTo: Day? = nil, sequence: Int,
        recordedAt: Instant, withdrawnAt: Instant? = nil
    ) {
        self.code = code
        self.subject = subject
        self.value = value
        self.status = status
        self.source = source
        self.confirmedBy = confirmedBy
        self.validFrom = validFrom
        self.validTo = validTo
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.withdrawnAt = withdrawnAt
    }

    /// Days begin and end at midnight in Amsterdam.
    package var interval: Interval {
        Interval(
            validFrom.map(Amsterdam.startOfDay) ?? .distantPast,
            validTo.map(Amsterdam.startOfDay) ?? .distantFuture)
    }
}

/// How firm a number is (spec R2).
package enum NormStatus: String, Codable, CaseIterable, Sendable {
    case statutory, regionalDecision, practice, assumption
}
