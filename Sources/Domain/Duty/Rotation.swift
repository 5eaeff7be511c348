/// The simplest fair roster: in every period the longest-rested people who are fit for all of it share the
/// places of a line.
///
/// Of those, whoever stood first longest ago stands first: people who were on duty together are equally
/// rested, and without this the same one of them would stand first for ever.
package struct Rotation: Sendable {
    /// One place on one line in one period, with why this person has it.
    package struct Choice: Hashable, Sendable {
        package let line: Code<DutyLine>
        package let slot: DutySlot
        package let interval: Interval
        package let person: ID<Functionary>
        /// End of the person's duty before this one; nil when there was none.
        package let restedSince: Instant?
        /// How many people were fit for this place, the chosen one included.
        package let fitCount: Int
    }

    /// A place nobody was fit for.
    package struct Vacancy: Hashable, Sendable {
        package let line: Code<DutyLine>
        package let slot: DutySlot
        package let interval: Interval
    }

    package private(set) var choices: [Choice] = []
    package private(set) var vacancies: [Vacancy] = []

    /// Per candidate: where they stand already and, from that, since when they rest.
    private var duties: [[Interval]]
    /// Per candidate: the end of every duty as first.
    private var firstEnds: [[Instant]]
    private let fitness: DutyFitness
    private let people: [ID<Functionary>]

    /// - Parameters:
    ///   - candidates: duties they already have count as duty and as the moment from which they rest; ties
    ///     between people who
    ///     rested equally long are broken by this order.
    ///   - slots: which places of a line to fill, per period.
    ///   - rules: which rules a chosen person must hold throughout the period.
    package init(
        lines: [DutyLine], candidates: [Candidate], periods: [DutyPeriod],
        slots: [DutySlot] = DutySlot.allCases,
        rules: Set<CoverageRule> = CoverageRule.all
    ) {
        let horizon = Interval(
            periods.first?.interval.start ?? .distantPast, periods.last?.interval.end ?? .distantPast)
        fitness = DutyFitness(lines: lines, candidates: candidates, horizon: horizon, rules: rules)
        people = candidates.map(\.person)
        duties = candidates.map { $0.duties.map(\.interval).filter { !$0.isEmpty } }
        firstEnds = candidates.map { candidate in
            candidate.duties.filter { $0.slot == .first && !$0.interval.isEmpty }.map(\.interval.end)
        }
        for period in periods {
            for (index, line) in lines.enumerated() {
                fill(line, at: index, slots, period.interval)
            }
        }
    }

    private mutating func fill(
        _ line: DutyLine, at lineIndex: Int, _ slots: [DutySlot], _ interval: Interval
    ) {
        let fit = fitness.candidates(fitFor: lineIndex, throughout: interval).filter { index in
            !duties[index].contains { $0.overlaps(interval) }
        }
        let start = interval.start
        let rested = fit.sorted {
            (restedSince($0, before: start), $0) < (restedSince($1, before: start), $1)
        }
        let chosen = rested.prefix(slots.count).sorted {
            (lastFirst($0, before: start), $0) < (lastFirst($1, before: start), $1)
        }
        for (slot, index) in zip(slots, chosen) {
            let since = restedSince(index, before: start)
            choices.append(
                Choice(
                    line: line.code, slot: slot, interval: interval, person: people[index],
                    restedSince: since == .distantPast ? nil : since, fitCount: fit.count))
            duties[index].append(interval)
            if slot == .first { firstEnds[index].append(interval.end) }
        }
        for slot in slots.dropFirst(chosen.count) {
            vacancies.append(Vacancy(line: line.code, slot: slot, interval: interval))
        }
    }

    /// Before all time for somebody who had no duty yet.
    private func restedSince(_ index: Int, before start: Instant) -> Instant {
        duties[index].map(\.end).filter { $0 <= start }.max() ?? .distantPast
    }

    private func lastFirst(_ index: Int, before start: Instant) -> Instant {
        firstEnds[index].filter { $0 <= start }.max() ?? .distantPast
    }
}
