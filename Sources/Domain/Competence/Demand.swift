/// A requirement as it holds in one step of a profile, with the region's numbers filled in.
struct Demand: Hashable {
    let subject: Requirement.Subject
    let municipality: Code<Municipality>?
    let terms: Requirement.Terms
    /// Of a certificate without a last day, or of what was done.
    let validityMonths: Int?
    let graceDays: Int

    init(
        _ subject: Requirement.Subject, municipality: Code<Municipality>? = nil,
        terms: Requirement.Terms = Requirement.Terms(), certificateMonths: Int?, graceDays: Int?
    ) {
        self.subject = subject
        self.municipality = municipality
        self.terms = terms
        switch subject {
        case .baseLevel, .specialisation: validityMonths = terms.validityMonths ?? certificateMonths
        case .activity: validityMonths = terms.validityMonths
        }
        self.graceDays = terms.graceDays ?? graceDays ?? 0
    }
}

/// Days in which one fact satisfies a demand, both ends included, as days since 1970.
struct FactSpan {
    let from: Int
    /// `Int.max` when no end is known.
    let through: Int
    let kind: Kind
    let ground: CompetenceReason.Ground

    enum Kind { case met, settling, exempt }
}

/// What is on record of one person for one demand, ready to be asked about any day.
///
/// Every standing turns only at `boundaries`, which is what makes the intervals of a history exact.
struct DemandedFacts {
    private let demand: Demand
    private var spans: [FactSpan] = []
    /// First days on which a withdrawal holds.
    private var withdrawals: [Int] = []
    private var isRequested = false
    private let isRecordEmpty: Bool

    init(_ demand: Demand, of record: CompetenceRecord) {
        self.demand = demand
        isRecordEmpty = record.isEmpty
        switch demand.subject {
        case .baseLevel: readCertificates(record, "")
        case .specialisation(let name): readCertificates(record, name)
        case .activity(let kind):
            spans = ActivitySpans(demand, kind, record).spans
        }
        for exemption in record.exemptions where exemption.subject == demand.subject {
            guard demand.terms.mayBeExempt else { continue }
            spans.append(
                FactSpan(
                    from: exemption.from.daysSince1970,
                    through: exemption.through?.daysSince1970 ?? .max, kind: .exempt,
                    ground: .exemption(exemption.id)))
        }
    }

    private mutating func readCertificates(_ record: CompetenceRecord, _ specialisation: String) {
        for certificate in record.certificates where certificate.specialisation == specialisation {
            var through = certificate.validThrough?.daysSince1970 ?? .max
            switch certificate.state {
            case .requested:
                isRequested = true
                continue
            case .withdrawn:
                withdrawals.append(certificate.withdrawnOn?.daysSince1970 ?? .min)
                guard let first = certificate.withdrawnOn else { continue }
                through = min(through, first.daysSince1970 - 1)
            case .held, .exempt: break
            }
            if certificate.validThrough == nil, certificate.state != .exempt,
                let issued = certificate.issued, let months = demand.validityMonths
            {
                through = min(through, issued.adding(months: months).daysSince1970 - 1)
            }
            let from = certificate.issued?.daysSince1970 ?? .min
            guard from <= through else { continue }
            spans.append(
                FactSpan(
                    from: from, through: through, kind: .met, ground: .certificate(certificate.id)))
        }
    }

    /// Adds every day on which the standing may turn.
    func addBoundaries(to days: inout [Int]) {
        for span in spans {
            if span.from > .min { days.append(span.from) }
            guard span.through < .max else { continue }
            days.append(span.through + 1)
            if demand.graceDays > 0 { days.append(span.through + 1 + demand.graceDays) }
        }
        for day in withdrawals where day > .min { days.append(day) }
    }

    func standing(on day: Int) -> RequirementStanding {
        found(on: day).standing
    }

    /// The standing with the fact it rests on. Cost: O(facts).
    func found(on day: Int) -> (standing: RequirementStanding, ground: CompetenceReason.Ground?) {
        var best: FactSpan?
        var past: FactSpan?
        var comingFrom = Int.max
        for span in spans {
            if span.from > day {
                if span.kind == .met { comingFrom = min(comingFrom, span.from) }
            } else if span.through >= day {
                if span.through > best?.through ?? .min { best = span }
            } else if span.kind != .exempt, span.through > past?.through ?? .min {
                past = span
            }
        }
        if let best { return (best.standing, best.ground) }
        if withdrawals.contains(where: { $0 <= day }) { return (.lacking(lack(.withdrawn)), nil) }
        if let past {
            let graceThrough = past.through + demand.graceDays
            let last = Day(daysSince1970: past.through)
            return day <= graceThrough
                ? (.grace(through: Day(daysSince1970: graceThrough)), past.ground)
                : (.lacking(lapsed(on: last)), past.ground)
        }
        return (missing(comingFrom), nil)
    }

    private func missing(_ comingFrom: Int) -> RequirementStanding {
        if case .activity(let kind) = demand.subject {
            return isRecordEmpty ? .unknown : .lacking(.tooLittle(kind, since: nil))
        }
        if comingFrom < .max { return .lacking(lack(.notYetIssued(on: Day(daysSince1970: comingFrom)))) }
        if isRequested { return .lacking(lack(.requested)) }
        if case .specialisation(let name) = demand.subject, !isRecordEmpty {
            return .lacking(.specialisation(name))
        }
        return .unknown
    }

    private func lapsed(on last: Day) -> Competence.Lack {
        if case .activity(let kind) = demand.subject { return .tooLittle(kind, since: last) }
        return lack(.expired(on: last))
    }

    /// What is wrong with the base certificate is told apart; of a specialisation only that it is not there.
    private func lack(_ ofBase: Competence.Lack) -> Competence.Lack {
        if case .specialisation(let name) = demand.subject { return .specialisation(name) }
        return ofBase
    }
}

extension FactSpan {
    fileprivate var standing: RequirementStanding {
        let last = through == .max ? nil : Day(daysSince1970: through)
        switch (kind, last) {
        case (.met, _): return .met(through: last)
        case (.exempt, _): return .exempt(through: last)
        case (.settling, .some(let last)): return .settling(through: last)
        case (.settling, .none): return .met(through: nil)
        }
    }
}
