import Testing

@testable import Domain

/// Whether the random candidates of these tests come in every kind: a property that only meets easy cases
/// proves nothing.
@Suite struct CandidateTests {
    private static let cases = (0..<3000 as Range<UInt64>).map { RandomCoverageCase(seed: $0) }
    private static let segments = cases.flatMap { $0.sweep().segments }

    private func share(_ isMet: (RandomCoverageCase) -> Bool) -> Double {
        Double(Self.cases.count(where: isMet)) / Double(Self.cases.count)
    }

    private func personShare(_ isMet: (CoveragePerson) -> Bool) -> Double {
        share { $0.people.contains(where: isMet) }
    }

    @Test func `the random cases reach every state of a line often`() {
        let minutes = Self.segments.reduce(into: [Segment.Depth?: Int]()) {
            $0[$1.depth, default: 0] += $1.interval.minutes
        }
        let total = minutes.values.reduce(0, +)
        for depth in [nil, Segment.Depth.covered, .oneOut, .twoOut] {
            #expect(minutes[depth, default: 0] * 100 > total, "\(depth.debugDescription)")
        }
        #expect(Self.segments.contains { $0.isRostered && $0.depth == nil })
    }

    @Test func `the random cases reach every kind of refusal, and each with more than one fact`() {
        var facts: [String: Set<Refusal>] = [:]
        for segment in Self.segments {
            guard case .gap(let shortage) = segment.state else { continue }
            for refusal in shortage.refusals {
                facts[kind(refusal.refusal), default: []].insert(refusal.refusal)
            }
        }
        #expect(facts.count == 12 + 3, "\(facts.keys.sorted())")
        let bare: Set<String> = [
            "notDesignated", "competenceUnknown", "unreachable", "travelUnknown", "notOnRoster",
        ]
        for (kind, refusals) in facts
        where !bare.contains(kind) && !["lacks withdrawn", "lacks requested"].contains(kind) {
            #expect(refusals.count > 1, "\(kind)")
        }
    }

    /// The refusal without its facts; of competence also what lacks.
    private func kind(_ refusal: Refusal) -> String {
        guard case .notCompetent(let lack) = refusal else { return String("\(refusal)".prefix { $0 != "(" }) }
        return "lacks " + String("\(lack)".prefix { $0 != "(" })
    }

    @Test func `the random cases lie over both changes of the clock`() {
        let spring = SummerTime.starts(in: 2026)
        let autumn = SummerTime.ends(in: 2026)
        #expect(share { $0.horizon.start < spring && spring < $0.horizon.end } > 0.1)
        #expect(share { $0.horizon.start < autumn && autumn < $0.horizon.end } > 0.1)
        #expect(share { $0.boundaries.contains(spring) || $0.boundaries.contains(autumn) } > 0.05)
    }

    @Test
    func `the random people have double bookings, two places on one line, and duties nobody asked about`() {
        #expect(personShare { hasOverlap($0) { $0.line != $1.line } } > 0.1)
        #expect(personShare { hasOverlap($0) { $0.line == $1.line && $0.slot != $1.slot } } > 0.1)
        #expect(personShare { $0.duties.contains { $0.line.text == "ELDERS" } } > 0.05)
        #expect(personShare { $0.designated.count == 2 } > 0.5)
        #expect(personShare { !$0.designatedOn.isEmpty } > 0.1)
        #expect(
            share { given in
                given.people.contains { person in person.duties.contains { isOutside($0, given) } }
            } > 0.02)
        #expect(share { given in given.people.contains { isRosteredUndesignated($0, given.lines) } } > 0.1)
    }

    @Test func `the random facts touch, overlap, have no length, or run backwards`() {
        #expect(
            personShare { hasPair($0.absent) { $0.end == $1.start && !$0.isEmpty && !$1.isEmpty } } > 0.02)
        #expect(personShare { hasPair($0.absent) { $0.overlaps($1) } } > 0.02)
        #expect(personShare { $0.absent.contains { $0.start == $0.end } } > 0.05)
        #expect(personShare { $0.absent.contains { $0.end < $0.start } } > 0.02)
        #expect(personShare { $0.duties.contains { $0.interval.end < $0.interval.start } } > 0.02)
    }

    @Test func `the random certificates lapse in the middle of a duty`() {
        let lapsing = share { given in
            given.people.contains { person in
                let ends = person.certificates.compactMap { $0.interval?.end }.filter {
                    given.horizon.contains($0)
                }
                return ends.contains { end in
                    person.duties.contains { $0.interval.contains(end) && $0.interval.start < end }
                }
            }
        }
        #expect(lapsing > 0.05)
    }

    private func hasOverlap(_ person: CoveragePerson, _ isMet: (Duty, Duty) -> Bool) -> Bool {
        person.duties.contains { one in
            person.duties.contains { isMet(one, $0) && one.interval.overlaps($0.interval) }
        }
    }

    private func hasPair(_ intervals: [Interval], _ isMet: (Interval, Interval) -> Bool) -> Bool {
        zip(intervals, intervals.dropFirst()).contains(where: isMet)
    }

    private func isOutside(_ duty: Duty, _ given: RandomCoverageCase) -> Bool {
        duty.interval.end == given.horizon.start || duty.interval.start == given.horizon.end
    }

    private func isRosteredUndesignated(_ person: CoveragePerson, _ lines: [DutyLine]) -> Bool {
        lines.contains { line in
            person.designated[line.function] == nil
                && person.duties.contains { $0.line == line.code && !$0.interval.isEmpty }
        }
    }
}
