/// Who is fit for a whole period on which line: every rule but standing on the roster holds at every moment
/// of it. Made once, asked many times over the same people.
package struct DutyFitness: Sendable {
    private let failing: RuleBits
    private let participants: [[LineParticipant]]
    /// Which candidate each participant of a line is.
    private let indices: [[Int]]

    /// - Parameter rules: which rules a person must hold throughout a period.
    package init(
        lines: [DutyLine], candidates: [Candidate], horizon: Interval,
        rules: Set<CoverageRule> = CoverageRule.all
    ) {
        failing = RuleBits(rules)
        let facts = candidates.map { CandidateFacts($0, horizon: horizon) }
        let byLine = lines.map { line in
            facts.indices.compactMap { index in LineParticipant(facts[index], line: line).map { (index, $0) }
            }
        }
        indices = byLine.map { $0.map(\.0) }
        participants = byLine.map { $0.map(\.1) }
    }

    /// Places in the list of candidates, ascending.
    package func candidates(fitFor line: Int, throughout interval: Interval) -> [Int] {
        zip(indices[line], participants[line]).filter {
            $1.isFit(throughout: interval, failing: failing)
        }.map(\.0)
    }
}

extension LineParticipant {
    /// Whether every rule but standing on the roster holds at every moment of `interval`.
    fileprivate func isFit(throughout interval: Interval, failing: RuleBits) -> Bool {
        bits(at: interval.start).isDisjoint(with: failing)
            && turningBits.allSatisfy { bit, set in failing.isDisjoint(with: bit) || !set.overlaps(interval) }
    }
}
