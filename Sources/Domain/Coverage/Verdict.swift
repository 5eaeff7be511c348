extension Coverage {
    /// Every reason why `candidate` does not count for `line` at `instant`; empty when they are one of its
    /// witnesses.
    ///
    /// The answer to "waarom (niet) ik?" (spec V5), from the same facts and in the same order as the sweep's
    /// refusals.
    package static func refusals(of candidate: Candidate, for line: DutyLine, at instant: Instant)
        -> [Refusal]
    {
        let moment = Interval(instant, instant.adding(minutes: 1))
        guard let participant = LineParticipant(CandidateFacts(candidate, horizon: moment), line: line) else {
            return [.notDesignated]
        }
        return participant.refusals(participant.bits(at: instant), at: instant, line: line)
    }
}

extension Coverage {
    /// Every reason, besides not standing on the roster, that holds at some moment of `interval`; each kind
    /// once.
    package static func refusals(of candidate: Candidate, for line: DutyLine, during interval: Interval)
        -> [Refusal]
    {
        guard let participant = LineParticipant(CandidateFacts(candidate, horizon: interval), line: line)
        else {
            return [.notDesignated]
        }
        let turns = participant.turningBits.flatMap { $0.1.intervals.flatMap { [$0.start, $0.end] } }
        let moments = (turns + participant.facts.dutyBoundaries).filter { interval.contains($0) }
        var found: [Refusal] = []
        for moment in Set(moments + [interval.start]).sorted() {
            for refusal in participant.refusals(participant.bits(at: moment), at: moment, line: line)
            where !refusal.isAboutRoster && !found.contains(refusal) {
                found.append(refusal)
            }
        }
        return found
    }
}

extension Refusal {
    fileprivate var isAboutRoster: Bool {
        switch self {
        case .onOtherLine, .notOnRoster: true
        case .notDesignated, .competenceUnknown, .notCompetent, .absent, .unreachable, .deployed, .resting,
            .doubleBooked,
            .travelUnknown, .tooFar:
            false
        }
    }
}
