import Testing

@testable import Domain

@Suite struct MunicipalityTests {
    private func municipality(from first: String?, through last: String?) -> Municipality {
        Municipality(
            code: Code("GM1930"), name: "Nissewaard", validFrom: first.map(Day.on),
            validThrough: last.map(Day.on),
            position: Position(latitude: 51.8, longitude: 4.3))
    }

    @Test(arguments: [
        ("2014-12-31", false), ("2015-01-01", true), ("2020-06-01", true), ("2022-12-31", true),
        ("2023-01-01", false),
    ])
    func `a municipality exists from its first day through its last`(day: String, exists: Bool) {
        #expect(municipality(from: "2015-01-01", through: "2022-12-31").exists(on: .on(day)) == exists)
    }

    @Test func `without a first or a last day there is no boundary`() {
        #expect(municipality(from: nil, through: nil).exists(on: .on("2026-06-01")))
        #expect(municipality(from: nil, through: "2022-12-31").exists(on: .on("1900-01-01")))
        #expect(!municipality(from: nil, through: "2022-12-31").exists(on: .on("2023-01-01")))
        #expect(municipality(from: "2015-01-01", through: nil).exists(on: .on("2100-01-01")))
    }
}
