extension Coverage {
    /// Proves or refutes that `lines` are covered at every minute of `horizon`.
    ///
    /// Per line at *t*: **R** are the people rostered on it who hold every rule, **Q** those rostered nowhere
    /// who hold every rule. With *c* people wanted, the line is covered when |R| ≥ c, stands one person out
    /// when |R| ≥ c + 1, and two when besides that |R ∪ Q| ≥ c + 2. Given that every line stands one out, the
    /// last equals "whichever two people fall out, all lines can be filled at once by different people": only
    /// a line that loses both its people needs Q, and then no other line has lost anyone (docs/adr/0005).
    ///
    /// Cost: O((events + output) log events), where an event is a boundary of a fact of somebody designated
    /// for or rostered on the line. The order of `candidates` is the order in which reserves are named.
    package static func sweep(
        lines: [DutyLine], candidates: [Candidate], horizon: Interval,
        rules: Set<CoverageRule> = CoverageRule.all
    ) -> Coverage {
        let index = CandidateIndex(candidates, horizon: horizon)
        let segments = lines.flatMap { line in
            LineSweep(line: line, facts: index.facts(for: line), horizon: horizon, rules: rules).segments()
        }
        return Coverage(lines: lines, horizon: horizon, segments: segments)
    }
}

/// The events of one line in order of time, with the sets R and Q kept as counters and bits.
struct LineSweep {
    private let line: DutyLine
    private let horizon: Interval
    private let rules: RuleBits
    private let participants: [LineParticipant]
    private let events: [Event]

    /// One bit of one participant's failing rules or whereabouts turns over.
    private struct Event {
        let at: Instant
        /// Nil where a norm of the line changes.
        let participant: Int?
        let bit: RuleBits
    }

    init(line: DutyLine, facts: [CandidateFacts], horizon: Interval, rules: Set<CoverageRule>) {
        self.line = line
        self.horizon = horizon
        self.rules = RuleBits(rules)
        participants = facts.compactMap { LineParticipant($0, line: line) }
        var events: [Event] = []
        for (index, participant) in participants.enumerated() {
            for (bit, set) in participant.turningBits {
                for interval in set.intervals where interval.overlaps(horizon) {
                    for instant in [interval.start, interval.end]
                    where instant > horizon.start && instant < horizon.end {
                        events.append(Event(at: instant, participant: index, bit: bit))
                    }
                }
            }
            // Where one duty touches the next no bit turns, but a refusal may name another line.
            for instant in participant.facts.dutyBoundaries
            where instant > horizon.start && instant < horizon.end {
                events.append(Event(at: instant, participant: index, bit: []))
            }
        }
        // Where a limit changes somebody may be too late for another number of minutes.
        for instant in line.staffing.turns(in: horizon) + line.response.turns(in: horizon) {
            events.append(Event(at: instant, participant: nil, bit: []))
        }
        self.events = events.sorted { $0.at < $1.at }
    }

    func segments() -> [Segment] {
        guard !horizon.isEmpty else { return [] }
        var standing = Standing(participants.map { $0.bits(at: horizon.start) }, rules: rules)
        var segments: [Segment] = []
        var start = horizon.start
        var index = 0
        while start < horizon.end {
            var end = horizon.end
            if index < events.count { end = events[index].at }
            append(standing, Interval(start, end), to: &segments)
            while index < events.count, events[index].at == end {
                if let participant = events[index].participant {
                    standing.turn(events[index].bit, of: participant)
                }
                index += 1
            }
            start = end
        }
        return segments
    }

    private func append(_ standing: Standing, _ interval: Interval, to segments: inout [Segment]) {
        let wanted = line.wanted(at: interval.start)
        let segment = Segment(
            line: line.code, interval: interval,
            isRostered: standing.rosteredCount >= wanted,
            state: state(standing, wanted, at: interval.start))
        if let last = segments.last, last.isRostered == segment.isRostered, last.state == segment.state {
            segments[segments.count - 1] = Segment(
                line: line.code, interval: Interval(last.interval.start, interval.end),
                isRostered: last.isRostered, state: last.state)
        } else {
            segments.append(segment)
        }
    }

    private func state(_ standing: Standing, _ wanted: Int, at instant: Instant) -> Segment.State {
        let missing = wanted - standing.fitCount
        if missing > 0 {
            return .gap(Segment.Shortage(missing: missing, refusals: refusals(standing, at: instant)))
        }
        let oneOut = standing.fitCount >= wanted + 1
        let twoOut = oneOut && standing.fitCount + standing.reserveCount >= wanted + 2
        let rostered = standing.fit.sorted { slotOrder($0, standing) < slotOrder($1, standing) }
        return .covered(
            Segment.Witnesses(
                rostered: rostered.map { participants[$0].facts.candidate.person },
                reserveCount: standing.reserveCount,
                reserve: standing.firstReserves(3).map { participants[$0].facts.candidate.person },
                depth: twoOut ? .twoOut : oneOut ? .oneOut : .covered))
    }

    /// First before backup, then in the order of the candidates.
    private func slotOrder(_ index: Int, _ standing: Standing) -> Int {
        standing.bits[index].contains(.onFirst) ? index : index + participants.count
    }

    private func refusals(_ standing: Standing, at instant: Instant) -> [Segment.PersonRefusal] {
        var refusals: [Segment.PersonRefusal] = []
        for (index, participant) in participants.enumerated() {
            let bits = standing.bits[index]
            let isHere = !bits.isDisjoint(with: .onThisLine)
            // Only people designated at this moment, and whoever the roster relies on without a designation.
            guard isHere || !bits.contains(.undesignated) else { continue }
            for refusal in participant.refusals(bits, at: instant, line: line) {
                refusals.append(
                    Segment.PersonRefusal(person: participant.facts.candidate.person, refusal: refusal))
            }
        }
        return refusals
    }
}
