extension Coverage {
    /// When somebody stands on a line and holds every rule but competence: the time that a training could win.
    package static func timeButForCompetence(
        of candidate: Candidate, on line: DutyLine, during horizon: Interval
    ) -> IntervalSet {
        guard let participant = LineParticipant(CandidateFacts(candidate, horizon: horizon), line: line)
        else { return IntervalSet([]) }
        var time = IntervalSet(
            candidate.duties.filter { $0.line == line.code }.map { $0.interval.clamped(to: horizon) })
        let passes: RuleBits = [.incompetent, .onFirst, .onBackup, .onAnyLine]
        for (bit, failing) in participant.turningBits where bit.isDisjoint(with: passes) {
            time = time.subtracting(failing)
        }
        return time
    }
}
