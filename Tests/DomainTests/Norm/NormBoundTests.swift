import Testing

@testable import Domain

@Suite struct NormBoundTests {
    @Test(arguments: [
        (NormCode.responseCareTeam, 90, 91, 60), (.restDaily, 11, 10, 12), (.shelterMost, 200, 201, 150),
        (.rosterNotice, 28, 27, 30),
    ])
    func `looser is longer for a maximum and less for a minimum`(
        code: NormCode, law: Int, looser: Int, stricter: Int
    ) {
        #expect(code.bound.isLooser(looser, than: law))
        #expect(!code.bound.isLooser(stricter, than: law))
        #expect(!code.bound.isLooser(law, than: law))
    }

    @Test func `an agreement is never looser`() {
        #expect(!NormCode.planHours.bound.isLooser(1, than: 8))
        #expect(!NormCode.planHours.bound.isLooser(100, than: 8))
    }
}
