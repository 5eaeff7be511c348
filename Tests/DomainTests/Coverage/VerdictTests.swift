import Testing

@testable import Domain

@Suite struct VerdictTests {
    /// One line at one minute of a random case.
    private struct Sample {
        let randomCase: RandomCoverageCase
        let line: DutyLine
        let segment: Segment
        let instant: Instant

        func refusals(of person: ID<Functionary>) -> [Refusal]? {
            let candidate = randomCase.candidates.first { $0.person == person }
            return candidate.map { Coverage.refusals(of: $0, for: line, at: instant) }
        }
    }

    /// The first, the last and a middle minute of every segment.
    private func samples(_ seeds: Range<UInt64>) -> [Sample] {
        seeds.flatMap { seed -> [Sample] in
            let randomCase = RandomCoverageCase(seed: seed)
            return randomCase.sweep().segments.flatMap { segment -> [Sample] in
                guard let line = randomCase.lines.first(where: { $0.code == segment.line }) else { return [] }
                let last = segment.interval.minutes - 1
                return Set([0, last / 2, last]).sorted().map { minute in
                    let instant = segment.interval.start.adding(minutes: minute)
                    return Sample(randomCase: randomCase, line: line, segment: segment, instant: instant)
                }
            }
        }
    }

    @Test func `whoever a gap tells of hears the same reasons when asking for themselves`() {
        var count = 0
        for sample in samples(0..<500) {
            guard let shortage = sample.segment.shortage else { continue }
            for (person, told) in Dictionary(grouping: shortage.refusals, by: \.person) {
                #expect(sample.refusals(of: person) == told.map(\.refusal), "\(sample.instant.iso8601)")
                count += 1
            }
        }
        #expect(count > 3000)
    }

    @Test func `a witness hears no reason, and a reserve only that they are not on the roster`() {
        var count = 0
        for sample in samples(0..<500) {
            guard let witnesses = sample.segment.witnesses else { continue }
            #expect(witnesses.rostered.allSatisfy { sample.refusals(of: $0) == [] })
            #expect(witnesses.reserve.allSatisfy { sample.refusals(of: $0) == [.notOnRoster] })
            count += witnesses.rostered.count
        }
        #expect(count > 1000)
    }

    @Test func `everybody hears at any minute what the brute force says of them`() {
        for sample in samples(5000..<5300) {
            for person in sample.randomCase.people {
                let member = BruteForceMember(person, line: sample.line)
                let expected = member?.refusals(at: BruteForceMoment(sample.instant)) ?? [.notDesignated]
                #expect(sample.refusals(of: person.id) == expected)
            }
        }
    }

    @Test func `whoever has nothing to do with the function is only told that they are not designated`() {
        var stranger = CoveragePerson(id: CoverageScene.person(1).id)
        stranger.absent = [.always]
        let refusals = Coverage.refusals(
            of: stranger.candidate, for: CoverageScene.north, at: .wall("2026-06-01 12:00"))
        #expect(refusals == [.notDesignated])
    }

    @Test func `an absence that touches the next lasts until the end of both`() {
        var anna = CoverageScene.person(1)
        anna.absent = [
            .wall("2026-06-02 00:00", "2026-06-03 00:00"), .wall("2026-06-01 00:00", "2026-06-02 00:00"),
        ]
        let refusals = Coverage.refusals(
            of: anna.candidate, for: CoverageScene.north, at: .wall("2026-06-01 12:00"))
        #expect(refusals == [.absent(until: .wall("2026-06-03 00:00")), .notOnRoster])
    }

    @Test func `over an interval everybody hears each reason once, by the first minute at which it holds`() {
        var randomness = Randomness(seed: 6)
        for seed in 6000..<6400 as Range<UInt64> {
            let given = RandomCoverageCase(seed: seed)
            let begin = given.horizon.start.adding(minutes: Int.random(in: -10...30, using: &randomness))
            let interval = Interval(begin, begin.adding(minutes: Int.random(in: 1...60, using: &randomness)))
            for line in given.lines {
                for person in given.people {
                    let told = Coverage.refusals(of: person.candidate, for: line, during: interval)
                    #expect(
                        told == reasons(person, line, interval), "seed \(seed), \(line.code), \(person.id)")
                }
            }
        }
    }

    /// Minute by minute; where somebody stands is left out.
    private func reasons(_ person: CoveragePerson, _ line: DutyLine, _ interval: Interval) -> [Refusal] {
        guard let member = BruteForceMember(person, line: line) else { return [.notDesignated] }
        var reasons: [Refusal] = []
        for minute in 0..<interval.minutes {
            for refusal in member.refusals(at: BruteForceMoment(interval.start.adding(minutes: minute))) {
                if case .onOtherLine = refusal { continue }
                if refusal != .notOnRoster, !reasons.contains(refusal) { reasons.append(refusal) }
            }
        }
        return reasons
    }
}
