/// What is wrong with a proposed norm; a form shows all of them at once.
package enum NormFault: Error, Hashable, Sendable {
    case notANumber(text: String)
    case negative
    case notWhole(NormUnit)
    /// Outside what can be meant.
    case absurd(ClosedRange<Int>, NormUnit)
    /// Words after the number that are no unit, or one that cannot be written for this norm's.
    case unknownUnit(text: String, NormUnit)
    /// The product cannot go on without this number.
    case cannotBeEmpty
    /// The law allows less: it stands in the way until the law itself changes.
    case looserThanLaw(Norm)
    /// The end is not after the beginning.
    case endBeforeStart
    /// Another value is recorded already for days after this one begins.
    case overlaps(Norm)
    /// The same value, status, source and dates as what holds.
    case nothingChanges
}

/// A norm as somebody wants it, before it is recorded.
package struct NormProposal: Hashable, Sendable {
    package let code: NormCode
    package let subject: NormSubject
    package let value: Int?
    package let status: NormStatus
    package let source: String
    package let confirmedBy: String
    package let validFrom: Day
    /// First day on which it no longer holds.
    package let validTo: Day?

    package init(
        code: NormCode, subject: NormSubject, value: Int?, status: NormStatus, source: String,
        confirmedBy: String, validFrom: Day, validTo: Day?
    ) {
        self.code = code
        self.subject = subject
        self.value = value
        self.status = status
        self.source = source
        self.confirmedBy = confirmedBy
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package func norm(sequence: Int, recordedAt: Instant) -> Norm {
        Norm(
            code: code, subject: subject, value: value, status: status, source: source,
            confirmedBy: confirmedBy, validFrom: validFrom, validTo: validTo, sequence: sequence,
            recordedAt: recordedAt)
    }

    /// Why this cannot be recorded in `set`; empty when it can.
    package func faults(in set: NormSet) -> [NormFault] {
        var faults: [NormFault] = []
        if let value, !code.range.contains(value) { faults.append(.absurd(code.range, code.unit)) }
        if value == nil, VitalNorm(code) != nil { faults.append(.cannotBeEmpty) }
        if let validTo, validTo <= validFrom { return faults + [.endBeforeStart] }
        let own = norm(sequence: .max, recordedAt: .distantFuture)
        let others = set.norms.filter {
            $0.code == code && $0.withdrawnAt == nil && $0.interval.overlaps(own.interval)
        }
        if status != .statutory, let law = others.last(where: { isLooser(than: $0) }) {
            faults.append(.looserThanLaw(law))
        }
        let same = others.filter { $0.subject == subject }
        if let planned = same.first(where: { $0.interval.start > own.interval.start }) {
            faults.append(.overlaps(planned))
        }
        if let present = set.series(of: code, for: subject).norm(at: own.interval.start),
            present.subject == subject, repeats(present)
        {
            faults.append(.nothingChanges)
        }
        return faults
    }

    private func isLooser(than norm: Norm) -> Bool {
        guard norm.status == .statutory, norm.subject == subject || norm.subject == .region,
            let law = norm.value
        else { return false }
        guard let value else { return true }
        return code.bound.isLooser(value, than: law)
    }

    private func repeats(_ norm: Norm) -> Bool {
        norm.value == value && norm.status == status && norm.source == source
            && norm.confirmedBy == confirmedBy && norm.validTo == validTo
    }
}

extension NormCode {
    /// What can be meant by a number for this norm.
    package var range: ClosedRange<Int> {
        switch self {
        // The year page shows a column a week and must stay readable; the sweep itself could do more.
        case .coverageHorizon: 1...104
        case .response: 1...1_440
        case .staffing: 1...50
        case .dutyFrequency, .rosterGap: 1...52
        default: unit.range
        }
    }
}
