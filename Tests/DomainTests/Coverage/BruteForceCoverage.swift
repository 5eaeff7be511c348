@testable import Domain

/// Coverage straight from its definition (design.md §2): minute by minute and person by person, without
/// events, sets or counters.
///
/// It shares nothing with the sweep but the values: competence is read from the certificates by calendar day,
/// and the day from the rule of the summer time.
struct BruteForceCoverage {
    let lines: [BruteForceLine]
    let horizon: Interval

    init(_ randomCase: RandomCoverageCase, rules: Set<CoverageRule> = CoverageRule.all) {
        horizon = randomCase.horizon
        lines = randomCase.lines.map { line in
            BruteForceLine(
                line: line, members: randomCase.people.compactMap { BruteForceMember($0, line: line) },
                rules: CoverageRule.allCases.filter(rules.contains))
        }
    }

    /// Minutes of equal coverage joined, by line and then by time.
    var segments: [Segment] {
        lines.flatMap { line in
            var segments: [Segment] = []
            for moment in moments {
                let minute = line.segment(at: moment)
                if let last = segments.last, last.isRostered == minute.isRostered, last.state == minute.state
                {
                    segments[segments.count - 1] = Segment(
                        line: last.line, interval: Interval(last.interval.start, minute.interval.end),
                        isRostered: last.isRostered, state: last.state)
                } else {
                    segments.append(minute)
                }
            }
            return segments
        }
    }

    /// Minute by minute, nothing joined.
    var figures: CoverageFigures {
        var figures = CoverageFigures(posts: lines.count, minutes: lines.count * moments.count)
        for line in lines {
            for moment in moments {
                let wanted = line.wanted(at: moment)
                let fit = line.fit(at: moment).count
                if line.rosteredCount(at: moment) >= wanted { figures.rosteredMinutes += 1 }
                if fit >= wanted { figures.coveredMinutes += 1 }
                if fit >= wanted + 1 { figures.oneOutMinutes += 1 }
                if fit >= wanted + 1, fit + line.reserves(at: moment).count >= wanted + 2 {
                    figures.twoOutMinutes += 1
                }
            }
        }
        return figures
    }

    var moments: [BruteForceMoment] {
        (0..<max(0, horizon.end.minutes(since: horizon.start))).map {
            BruteForceMoment(horizon.start.adding(minutes: $0))
        }
    }
}

/// One line, a minute at a time.
struct BruteForceLine {
    let line: DutyLine
    let members: [BruteForceMember]
    let rules: [CoverageRule]

    /// Read from the steps one by one.
    func wanted(at moment: BruteForceMoment) -> Int {
        line.staffing.steps.first { $0.interval.contains(moment.instant) }?.value ?? line.wantedOtherwise
    }

    /// R, first before backup and then in the order of the candidates; nobody twice.
    func fit(at moment: BruteForceMoment) -> [BruteForceMember] {
        let here = members.filter { $0.standsHere(at: moment) && holdsRules($0, at: moment) }
        return here.filter { $0.stands(in: .first, at: moment) }
            + here.filter { !$0.stands(in: .first, at: moment) }
    }

    /// Q.
    func reserves(at moment: BruteForceMoment) -> [BruteForceMember] {
        members.filter { !$0.standsSomewhere(at: moment) && holdsRules($0, at: moment) }
    }

    /// R with competence left out.
    func rosteredCount(at moment: BruteForceMoment) -> Int {
        members.count { $0.standsHere(at: moment) && holdsRules($0, but: .competent, at: moment) }
    }

    private func holdsRules(
        _ member: BruteForceMember, but left: CoverageRule? = nil, at moment: BruteForceMoment
    ) -> Bool {
        rules.allSatisfy { $0 == left || member.holds($0, at: moment) }
    }

    /// This minute alone.
    func segment(at moment: BruteForceMoment) -> Segment {
        let fit = fit(at: moment)
        let isGap = fit.count < wanted(at: moment)
        return Segment(
            line: line.code, interval: Interval(moment.instant, moment.instant.adding(minutes: 1)),
            isRostered: rosteredCount(at: moment) >= wanted(at: moment),
            state: isGap ? .gap(shortage(fit, at: moment)) : .covered(witnesses(fit, at: moment)))
    }

    private func witnesses(_ fit: [BruteForceMember], at moment: BruteForceMoment) -> Segment.Witnesses {
        let reserves = reserves(at: moment)
        let isOneOut = fit.count >= wanted(at: moment) + 1
        let isTwoOut = isOneOut && fit.count + reserves.count >= wanted(at: moment) + 2
        return Segment.Witnesses(
            rostered: fit.map(\.person.id), reserveCount: reserves.count,
            reserve: reserves.prefix(3).map(\.person.id),
            depth: isTwoOut ? .twoOut : isOneOut ? .oneOut : .covered)
    }

    private func shortage(_ fit: [BruteForceMember], at moment: BruteForceMoment) -> Segment.Shortage {
        let told = members.filter { $0.isDesignated(at: moment) || $0.standsHere(at: moment) }
        return Segment.Shortage(
            missing: wanted(at: moment) - fit.count,
            refusals: told.flatMap { member in
                member.refusals(at: moment).map {
                    Segment.PersonRefusal(person: member.person.id, refusal: $0)
                }
            })
    }
}
