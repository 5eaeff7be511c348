/// What one function asks of the people of one municipality, through all time (*eisenprofiel*; spec C1, C4).
///
/// The regional standard and what the municipality adds are asked together, so that an addition can never
/// lower. Where the region recorded nothing about the base level, it is asked: that is the step with which
/// "Basis op orde" begins.
package struct RequirementProfile: Sendable {
    /// From one day to the next step: the same demands.
    private struct Step {
        let from: Int
        let demands: [Demand]
    }

    private let steps: [Step]

    /// The base level alone, without an end that a norm would set.
    package static let baseLevel = RequirementProfile(requirements: [])

    /// - Parameters:
    ///   - requirements: of one function: the region's and those of municipalities.
    ///   - municipality: whose additions are asked; nil for the regional standard.
    ///   - certificateMonths: how long a certificate without a last day is good.
    ///   - graceDays: where a requirement says nothing of its own.
    package init(
        requirements: [Requirement], municipality: Code<Municipality>? = nil,
        certificateMonths: NormSeries = .empty, graceDays: NormSeries = .empty
    ) {
        let asked = requirements.filter { $0.municipality == nil || $0.municipality == municipality }
        var turns: Set<Int> = [.min]
        for requirement in asked {
            if let day = requirement.validFrom { turns.insert(day.daysSince1970) }
            if let day = requirement.validThrough { turns.insert(day.daysSince1970 + 1) }
        }
        for step in certificateMonths.steps + graceDays.steps where step.interval.start > .distantPast {
            turns.insert(Amsterdam.day(at: step.interval.start).daysSince1970)
        }
        steps = turns.sorted().map { from in
            let day = Day(daysSince1970: max(from, Self.firstDay))
            let start = Amsterdam.startOfDay(day)
            return Step(
                from: from,
                demands: Self.demands(
                    asked.filter { $0.holds(on: day) }, months: certificateMonths.value(at: start),
                    days: graceDays.value(at: start)))
        }
    }

    /// 1 January of the year 1: before every day the product knows.
    private static let firstDay = -719_162

    private static func demands(_ requirements: [Requirement], months: Int?, days: Int?) -> [Demand] {
        var demands: [Demand] = []
        let base = requirements.filter { $0.subject == .baseLevel }
        if !base.contains(where: { $0.municipality == nil }) {
            demands.append(Demand(.baseLevel, certificateMonths: months, graceDays: days))
        }
        for requirement in requirements.sorted(by: Self.comesFirst) where requirement.terms.isAsked {
            demands.append(
                Demand(
                    requirement.subject, municipality: requirement.municipality, terms: requirement.terms,
                    certificateMonths: months, graceDays: days))
        }
        return demands
    }

    /// Base level, specialisations, activities; the region's before a municipality's.
    private static func comesFirst(_ left: Requirement, _ right: Requirement) -> Bool {
        let (first, second) = (left.subject.rank, right.subject.rank)
        if first != second { return first < second }
        return (left.municipality?.text ?? "", left.id) < (right.municipality?.text ?? "", right.id)
    }

    /// What is asked on a day, for people to read.
    package func asked(on day: Day) -> [(subject: Requirement.Subject, terms: Requirement.Terms)] {
        demands(on: day.daysSince1970).map { ($0.subject, $0.terms) }
    }

    private func demands(on day: Int) -> [Demand] {
        (steps.last { $0.from <= day } ?? steps[0]).demands
    }
}

extension RequirementProfile {
    /// The point function: what holds at one instant.
    package func competence(of record: CompetenceRecord, at instant: Instant) -> Competence {
        let day = Amsterdam.day(at: instant).daysSince1970
        return Competence(demands(on: day).map { DemandedFacts($0, of: record).standing(on: day) })
    }

    /// The same through all time. Equal to the point function at every instant, because a standing turns only
    /// at the boundaries of a fact. Cost: O(boundaries × facts) of one person.
    package func history(of record: CompetenceRecord) -> CompetenceHistory {
        var turns: [(from: Int, competence: Competence)] = []
        for (index, step) in steps.enumerated() {
            let end = index + 1 < steps.count ? steps[index + 1].from : Int.max
            let facts = step.demands.map { DemandedFacts($0, of: record) }
            var days = [step.from]
            for fact in facts { fact.addBoundaries(to: &days) }
            days.sort()
            var last: Int?
            for day in days where day >= step.from && day < end && day != last {
                last = day
                let competence = Competence(facts.lazy.map { $0.standing(on: day) })
                if turns.last?.competence != competence { turns.append((day, competence)) }
            }
        }
        return CompetenceHistory(turns)
    }

    /// Competence with every reason, and when it changes.
    package func assessment(of record: CompetenceRecord, at instant: Instant) -> CompetenceAssessment {
        let day = Amsterdam.day(at: instant).daysSince1970
        let facts = demands(on: day).map { ($0, DemandedFacts($0, of: record)) }
        let reasons = facts.map { demand, facts in
            let found = facts.found(on: day)
            var turns: [Int] = []
            facts.addBoundaries(to: &turns)
            let end = turns.sorted().first { $0 > day && facts.standing(on: $0) != found.standing }
            return CompetenceReason(
                subject: demand.subject, municipality: demand.municipality, terms: demand.terms,
                standing: found.standing, ground: found.ground,
                until: end.map { Amsterdam.startOfDay(Day(daysSince1970: $0)) })
        }
        return CompetenceAssessment(
            competence: Competence(reasons.map(\.standing)), reasons: reasons,
            changesAt: history(of: record).change(after: instant)?.at)
    }
}

extension Requirement.Terms {
    /// Zero times takes a requirement out.
    fileprivate var isAsked: Bool {
        switch amount {
        case .times(let number), .hours(let number): number > 0
        }
    }
}

extension Requirement.Subject {
    fileprivate var rank: Int {
        switch self {
        case .baseLevel: 0
        case .specialisation: 1
        case .activity(let kind): 2 + (ActivityKind.allCases.firstIndex(of: kind) ?? 0)
        }
    }
}
