import Testing

@testable import Domain

@Suite struct FunctionMandateTests {
    private static let function = Code<CrisisFunction>("OVDBZ")
    private static let north = Code<Municipality>("GM0001")
    private static let near = Code<Municipality>("GM0002")
    private static let south = Code<Municipality>("GM0003")
    private static let served = ServedMunicipalities(
        all: [north, near, south], districts: [function: [[north, near], [south]]])

    private func others(
        _ scope: Designation.Scope, in function: Code<CrisisFunction> = Self.function
    ) -> Set<Code<Municipality>> {
        var random = Randomness(seed: 1)
        let now = Amsterdam.startOfDay(.on("2026-11-23"))
        let designation = Designation(
            id: random.id(at: now), person: random.id(at: now), function: function, scope: scope,
            designatedBy: "", document: "", validFrom: nil, validThrough: nil, state: .designated)
        return Self.served.others(of: designation, employedBy: Self.north)
    }

    @Test func `who works locally serves nobody else, a cluster its district, the region everybody`() {
        #expect(others(.local).isEmpty)
        #expect(others(.cluster) == [Self.near])
        #expect(others(.region) == [Self.near, Self.south])
    }

    @Test func `a function without lines is not divided into districts`() {
        #expect(others(.cluster, in: Code("HTONF")) == [Self.near, Self.south])
    }

    @Test(arguments: [
        ("2026-11-22", false), ("2026-11-23", true), ("2026-12-31", true), ("2027-01-01", false),
    ])
    func `a mandate holds from its first day through its last`(day: String, holds: Bool) {
        var random = Randomness(seed: 1)
        let mandate = FunctionMandate(
            id: random.id(at: Amsterdam.startOfDay(.on("2026-11-23"))), municipality: Self.near,
            function: Self.function, document: "Besluit", validFrom: .on("2026-11-23"),
            validThrough: .on("2026-12-31"))
        #expect(mandate.holds(on: .on(day)) == holds)
    }
}
