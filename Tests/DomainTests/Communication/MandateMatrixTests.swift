import Testing

@testable import Domain

@Suite struct MandateMatrixTests {
    private func message(_ kind: MessageKind, by speaker: Speaker, approvedBy: String = "") -> PublicMessage {
        PublicMessage(
            kind: kind, goal: .information, audience: "inwoners", channel: "website", speaker: speaker,
            approvedBy: approvedBy)
    }

    @Test(arguments: [MandatePhase.local, .grip2, .grip3, .grip4])
    func `advice and confirmed facts go out at once`(phase: MandatePhase) {
        for kind in [MessageKind.behaviouralAdvice, .confirmedFacts] {
            #expect(MandateMatrix().deviations(of: message(kind, by: .region), in: phase).isEmpty)
        }
    }

    @Test(arguments: [MessageKind.meaning, .victims, .blame])
    func `meaning, victims and blame ask for approval first`(kind: MessageKind) {
        let matrix = MandateMatrix()
        #expect(matrix.deviations(of: message(kind, by: .municipality), in: .grip3) == [.noApproval])
        #expect(
            matrix.deviations(of: message(kind, by: .municipality, approvedBy: "burgemeester"), in: .grip3)
                .isEmpty)
    }

    @Test func `in the aftermath the municipality speaks`() {
        #expect(
            MandateMatrix().deviations(of: message(.confirmedFacts, by: .region), in: .aftermath)
                == [.otherSpeaker(expected: .municipality)])
    }

    @Test func `what the region decided goes before the proposal`() {
        let own = MandateRule(kind: .care, phase: .grip2, speaker: .region, needsApproval: true)
        let matrix = MandateMatrix([own])
        #expect(matrix.rule(.care, .grip2) == own)
        #expect(matrix.deviations(of: message(.care, by: .region), in: .grip2) == [.noApproval])
        #expect(matrix.rule(.care, .grip3) == MandateMatrix.usual(.care, .grip3))
    }

    @Test(arguments: [
        (nil, false, MandatePhase.local), (GRIPLevel.one, false, .local), (.two, false, .grip2),
        (.five, false, .grip4), (.three, true, .aftermath),
    ])
    func `a level belongs to a phase`(level: GRIPLevel?, isOver: Bool, phase: MandatePhase) {
        #expect(MandatePhase(level: level, isOver: isOver) == phase)
    }
}
