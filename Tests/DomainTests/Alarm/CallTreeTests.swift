import Testing

@testable import Domain

@Suite struct CallTreeTests {
    private static func function(_ code: String, _ organisation: String? = nil) -> CrisisFunction {
        CrisisFunction(
            code: Code(code), name: code, abbreviation: code, team: nil, taskOrganisation: organisation,
            level: .region, rostering: .hard, workplace: .coordinationCentre, tasks: "")
    }

    private static let officer = function("OVDBZ")
    private static let commander = function("ACBZ")
    private static let head = function("HTOABZ", "ACUTE_BEVOLKINGSZORG")
    private static let shelter = function("CO", "ACUTE_BEVOLKINGSZORG")
    private static let other = function("ICBZ")
    private static let all = [officer, commander, head, shelter, other]

    @Test func `the control room begins, and each rings the next`() {
        #expect(CallTree.caller(of: Self.officer, among: Self.all) == .controlRoom)
        #expect(CallTree.caller(of: Self.commander, among: Self.all) == .function(Code("OVDBZ")))
        #expect(CallTree.caller(of: Self.head, among: Self.all) == .function(Code("ACBZ")))
        #expect(CallTree.caller(of: Self.shelter, among: Self.all) == .function(Code("HTOABZ")))
        #expect(CallTree.caller(of: Self.other, among: Self.all) == .function(Code("ACBZ")))
        #expect(Self.all.map { CallTree.depth(of: $0, among: Self.all) } == [0, 1, 2, 3, 2])
    }

    @Test func `whoever is not on a roster is passed over`() {
        #expect(
            CallTree.caller(of: Self.shelter, among: [Self.officer, Self.shelter]) == .function(Code("OVDBZ"))
        )
        #expect(CallTree.caller(of: Self.shelter, among: [Self.shelter]) == .controlRoom)
        #expect(CallTree.depth(of: Self.shelter, among: [Self.shelter]) == 0)
    }
}
