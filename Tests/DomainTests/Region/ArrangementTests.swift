import Domain
import Testing

@Suite struct ArrangementTests {
    private static let subject = Arrangement.Subject.process(Code("OPVANG"))

    private func arrangement(_ level: Arrangement.Level, from day: String) throws -> Arrangement {
        Arrangement(
            subject: Self.subject, level: level, taskOrganisation: nil, reason: "", responsible: "",
            executes: "",
            validFrom: try #require(Day(iso: day)), status: .established, source: "")
    }

    @Test func `the last that has begun is in force, whatever the order in which they were written`() throws {
        let all = [
            try arrangement(.regional, from: "2027-01-01"), try arrangement(.local, from: "2020-01-01"),
            try arrangement(.intermunicipal, from: "2026-11-23"),
        ]
        func level(_ day: String) throws -> Arrangement.Level? {
            Arrangement.inForce(all, on: try #require(Day(iso: day)))[Self.subject]?.level
        }
        #expect(try level("2019-12-31") == nil)
        #expect(try level("2026-11-22") == .local)
        #expect(try level("2026-11-23") == .intermunicipal)
        #expect(try level("2027-01-01") == .regional)
    }

    @Test(arguments: [
        ([15], 15, Arrangement.Level.regional), ([7, 8], 15, .intermunicipal), ([1, 15], 15, .local),
        ([], 15, nil),
    ])
    func `lines tell the level by the smallest district they serve`(
        served: [Int], count: Int, level: Arrangement.Level?
    ) {
        #expect(Arrangement.Level(served: served, of: count) == level)
    }
}
