package import Domain
package import Storage

/// What other features may read of the norms.
extension Transaction {
    /// Every norm with its history. Read it once for a page or an operation, and ask it at the instant in
    /// question.
    package func normSet() throws -> NormSet {
        NormSet(
            try rows(
                """
                SELECT sequence, code, subject_kind, subject, value, status, source, confirmed_by, valid_from, valid_to,
                    recorded_at, withdrawn_at
                FROM norm ORDER BY sequence
                """
            ).map(Norm.init))
    }
}

extension Norm {
    fileprivate init(_ row: Row) throws {
        self.init(
            code: try row.kind("code"),
            subject: NormSubject(try row.kind("subject_kind"), key: try row.text("subject")),
            value: try row.optionalInteger("value"), status: try row.kind("status"),
            source: try row.text("source"), confirmedBy: try row.text("confirmed_by"),
            validFrom: try row.optionalDay("valid_from"), validTo: try row.optionalDay("valid_to"),
            sequence: try row.integer("sequence"), recordedAt: try row.instant("recorded_at"),
            withdrawnAt: try row.optionalInstant("withdrawn_at"))
    }
}

extension NormSet {
    /// The time over which the proof of today is made: whole weeks from the start of the day.
    package func proofHorizon(at now: Instant) -> Interval {
        Interval(weeks: number(of: .coverageHorizon, at: now), from: Amsterdam.day(at: now))
    }
}

extension Interval {
    /// So many weeks from the midnight with which `day` begins.
    package init(weeks: Int, from day: Day) {
        self.init(Amsterdam.startOfDay(day), Amsterdam.startOfDay(day.adding(days: weeks * 7)))
    }
}
