/// A candidate's facts that are the same for every line, with overlapping intervals merged.
struct CandidateFacts {
    let candidate: Candidate
    let absent: IntervalSet
    let unreachable: IntervalSet
    let deployed: IntervalSet
    let resting: IntervalSet
    let onAnyLine: IntervalSet
    let doubleBooked: IntervalSet
    /// Starts and ends of duties, each of which may change the line that somebody stands on.
    let dutyBoundaries: [Instant]

    init(_ candidate: Candidate, horizon: Interval) {
        self.candidate = candidate
        absent = IntervalSet(candidate.absent)
        unreachable = IntervalSet(candidate.reachable).complement
        deployed = IntervalSet(candidate.deployed)
        resting = IntervalSet(candidate.resting)
        let duties = candidate.duties.filter { $0.interval.overlaps(horizon) }
        onAnyLine = IntervalSet(duties.map(\.interval))
        dutyBoundaries = duties.flatMap { [$0.interval.start, $0.interval.end] }
        doubleBooked = Self.doubleBooked(duties)
    }

    /// Where duties on different lines overlap. First and backup of one line at once is one person on one
    /// line.
    private static func doubleBooked(_ duties: [Duty]) -> IntervalSet {
        let sorted = duties.sorted { $0.interval.start < $1.interval.start }
        var overlaps: [Interval] = []
        for (index, duty) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                guard other.interval.start < duty.interval.end else { break }
                guard other.line != duty.line else { continue }
                overlaps.append(duty.interval.clamped(to: other.interval))
            }
        }
        return IntervalSet(overlaps)
    }
}

/// Which candidates have anything to do with a line, found without asking all of them for each line.
struct CandidateIndex {
    private let facts: [CandidateFacts]
    private var byFunction: [Code<CrisisFunction>: [Int]] = [:]
    private var byLine: [Code<DutyLine>: [Int]] = [:]

    init(_ candidates: [Candidate], horizon: Interval) {
        facts = candidates.map { CandidateFacts($0, horizon: horizon) }
        for (index, candidate) in candidates.enumerated() {
            for function in candidate.fitness.keys { byFunction[function, default: []].append(index) }
            for line in Set(candidate.duties.map(\.line)) { byLine[line, default: []].append(index) }
        }
    }

    /// In the order of the candidates.
    func facts(for line: DutyLine) -> [CandidateFacts] {
        Set((byFunction[line.function] ?? []) + (byLine[line.code] ?? [])).sorted().map { facts[$0] }
    }
}

/// A candidate on one line: the bits that turn over time, and the refusals behind them.
struct LineParticipant {
    let facts: CandidateFacts
    private let fitness: Candidate.Fitness?
    private let undesignated: IntervalSet
    private let incompetent: IntervalSet
    private let onFirst: IntervalSet
    private let onBackup: IntervalSet
    private let travelMinutes: Int?
    private let tooLate: IntervalSet

    /// Nil for somebody who has nothing to do with the line.
    init?(_ facts: CandidateFacts, line: DutyLine) {
        let candidate = facts.candidate
        guard candidate.concerns(line) else { return nil }
        fitness = candidate.fitness[line.function]
        let duties = candidate.duties.filter { $0.line == line.code }
        self.facts = facts
        undesignated = IntervalSet(fitness?.designated(on: line) ?? []).complement
        incompetent = IntervalSet(fitness?.competence.competentIntervals ?? []).complement
        onFirst = IntervalSet(duties.filter { $0.slot == .first }.map(\.interval))
        onBackup = IntervalSet(duties.filter { $0.slot == .backup }.map(\.interval))
        let minutes = candidate.travelMinutes[line.code]
        travelMinutes = minutes
        // Without a norm nobody is too late; with a norm, an unknown travel time does not count as in time.
        tooLate = IntervalSet(
            line.response.steps.filter { step in
                step.value.map { limit in minutes.map { $0 > limit } ?? true } ?? false
            }.map(\.interval))
    }

    var turningBits: [(RuleBits, IntervalSet)] {
        [
            (.undesignated, undesignated), (.incompetent, incompetent), (.absent, facts.absent),
            (.unreachable, facts.unreachable), (.deployed, facts.deployed), (.resting, facts.resting),
            (.doubleBooked, facts.doubleBooked), (.onFirst, onFirst), (.onBackup, onBackup),
            (.onAnyLine, facts.onAnyLine), (.tooLate, tooLate),
        ]
    }

    func bits(at instant: Instant) -> RuleBits {
        turningBits.reduce(into: []) { bits, turning in
            if turning.1.contains(instant) { bits.formUnion(turning.0) }
        }
    }

    /// Every reason at `instant`, in the order of `Refusal`.
    func refusals(_ bits: RuleBits, at instant: Instant, line: DutyLine) -> [Refusal] {
        var refusals: [Refusal] = []
        if bits.contains(.undesignated) { refusals.append(.notDesignated) }
        switch fitness?.competence.competence(at: instant) ?? .unknown {
        case .competent, .grace: break
        case .unknown: refusals.append(.competenceUnknown)
        case .lacking(let lack): refusals.append(.notCompetent(lack))
        }
        if let absence = facts.absent.interval(at: instant) { refusals.append(.absent(until: absence.end)) }
        if bits.contains(.unreachable) { refusals.append(.unreachable) }
        if let deployment = facts.deployed.interval(at: instant) {
            refusals.append(.deployed(until: deployment.end))
        }
        if let rest = facts.resting.interval(at: instant) { refusals.append(.resting(until: rest.end)) }
        if bits.contains(.doubleBooked) { refusals.append(.doubleBooked(lines: lines(at: instant))) }
        if bits.contains(.tooLate) { refusals.append(lateness(line, at: instant)) }
        return refusals + whereabouts(bits, at: instant, line: line)
    }

    private func lateness(_ line: DutyLine, at instant: Instant) -> Refusal {
        guard let travelMinutes, let limit = line.responseMinutesMax(at: instant) else {
            return .travelUnknown
        }
        return .tooFar(minutes: travelMinutes, minutesMax: limit)
    }

    private func whereabouts(_ bits: RuleBits, at instant: Instant, line: DutyLine) -> [Refusal] {
        guard bits.isDisjoint(with: .onThisLine) else { return [] }
        // Most people stand on no line; looking their duties up made half the time of a sweep with gaps.
        guard bits.contains(.onAnyLine) else { return [.notOnRoster] }
        guard let other = lines(at: instant).first else { return [.notOnRoster] }
        return [.onOtherLine(other)]
    }

    private func lines(at instant: Instant) -> [Code<DutyLine>] {
        Set(facts.candidate.duties.filter { $0.interval.contains(instant) }.map(\.line)).sorted()
    }
}
