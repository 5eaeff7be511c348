import Testing

@testable import Domain

@Suite struct NormFaultTests {
    private static let start = Day(daysSince1970: 20_780)
    private static let law = Norm(
        code: .responseCareTeam, value: 90, status: .statutory, source: "Bvr 2.3.2", sequence: 1,
        recordedAt: .distantPast)

    private func proposal(
        _ value: Int?, _ code: NormCode = .responseCareTeam, status: NormStatus = .regionalDecision,
        from: Int = 10, to: Int? = nil
    ) -> NormProposal {
        NormProposal(
            code: code, subject: .region, value: value, status: status, source: "besluit", confirmedBy: "",
            validFrom: Self.start.adding(days: from), validTo: to.map { Self.start.adding(days: $0) })
    }

    private func planned(from: Int, withdrawn: Bool = false) -> Norm {
        Norm(
            code: .responseCareTeam, value: 60, status: .regionalDecision, source: "later",
            validFrom: Self.start.adding(days: from), sequence: 2, recordedAt: .distantPast,
            withdrawnAt: withdrawn ? .distantPast : nil)
    }

    private let set = NormSet([law])

    @Test func `stricter than the law is allowed, looser is not`() {
        #expect(proposal(60).faults(in: set).isEmpty)
        #expect(proposal(91).faults(in: set) == [.looserThanLaw(Self.law)])
        #expect(proposal(nil).faults(in: set) == [.looserThanLaw(Self.law)])
    }

    @Test func `a change of the law itself may be looser`() {
        #expect(proposal(120, status: .statutory).faults(in: set).isEmpty)
    }

    @Test func `a law that a stricter decision covers still stands in the way`() {
        let covered = set.adding(planned(from: 0))
        #expect(proposal(91).faults(in: covered) == [.looserThanLaw(Self.law)])
    }

    @Test func `what cannot be meant is refused at both ends`() {
        let range = NormCode.coverageHorizon.range
        for value in [range.lowerBound - 1, range.upperBound + 1] {
            #expect(proposal(value, .coverageHorizon).faults(in: set) == [.absurd(range, .weeks)])
        }
        #expect(proposal(range.upperBound, .coverageHorizon).faults(in: set).isEmpty)
    }

    @Test func `what the product cannot go on without cannot be emptied`() {
        #expect(proposal(nil, .alarmWave).faults(in: set) == [.cannotBeEmpty])
        #expect(proposal(nil, .planHours).faults(in: set).isEmpty)
    }

    @Test func `an end on or before the first day is refused`() {
        #expect(proposal(60, from: 10, to: 10).faults(in: set) == [.endBeforeStart])
        #expect(proposal(60, from: 10, to: 9).faults(in: set) == [.endBeforeStart])
        #expect(proposal(60, from: 10, to: 11).faults(in: set).isEmpty)
    }

    @Test func `a value that is planned for later is not covered without saying so`() {
        let busy = set.adding(planned(from: 20))
        #expect(proposal(45).faults(in: busy) == [.overlaps(planned(from: 20))])
        #expect(proposal(45, to: 20).faults(in: busy).isEmpty)
        #expect(proposal(45, from: 20).faults(in: busy).isEmpty)
        #expect(proposal(45).faults(in: set.adding(planned(from: 20, withdrawn: true))).isEmpty)
    }

    @Test func `the same once more is no change`() {
        let present = proposal(60).norm(sequence: 2, recordedAt: .distantPast)
        #expect(proposal(60).faults(in: set.adding(present)) == [.nothingChanges])
        #expect(proposal(60, from: 30).faults(in: set.adding(present)) == [.nothingChanges])
        #expect(proposal(60, status: .practice).faults(in: set.adding(present)).isEmpty)
    }

    @Test(arguments: NormCode.allCases)
    func `the range of every norm lies within that of its unit`(code: NormCode) {
        #expect(code.unit.range.lowerBound <= code.range.lowerBound)
        #expect(code.range.upperBound <= code.unit.range.upperBound)
    }
}
