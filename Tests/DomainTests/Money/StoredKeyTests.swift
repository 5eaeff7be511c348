import Testing

@testable import Domain

@Suite struct StoredKeyTests {
    private let merged = Day(iso: "2023-01-01")

    private func place(_ code: String, through: Day? = nil, successor: String? = nil, from: Day? = nil)
        -> Municipality
    {
        Municipality(
            code: Code(code), name: "Gemeente \(code)", validFrom: from, validThrough: through,
            successor: successor.map { Code($0) }, position: Position(latitude: 52, longitude: 4.5))
    }

    private func places() throws -> [Municipality] {
        let day = try #require(merged)
        return [
            place("A", through: day.adding(days: -1), successor: "C"),
            place("B", through: day.adding(days: -1), successor: "C"), place("C", from: day), place("D"),
        ]
    }

    @Test func `after a merger the new municipality pays with the figures of those before it`() throws {
        let then = try #require(Day(iso: "2020-01-01"))
        let now = try #require(Day(iso: "2024-01-01"))
        let figures: [Code<Municipality>: [Day: Int]] = [
            Code("A"): [then: 10], Code("B"): [then: 20], Code("C"): [now: 33],
            Code("D"): [then: 30, now: 31],
        ]
        let parties = CostParty.parties(in: 2024, of: try places(), inhabitants: figures)
        #expect(parties.map(\.code.text) == ["C", "D"])
        #expect(parties[0].inhabitants == [then: 30, now: 33])
        let key = CostKey(name: "Inwoners", basis: .inhabitants(on: then))
        let parts = try key.split(Money(cents: 1_001), over: parties, in: 2024)
        #expect(parts.map(\.amount.cents) == [501, 500])
        let before = CostParty.parties(in: 2022, of: try places(), inhabitants: figures)
        #expect(before.map(\.code.text) == ["A", "B", "D"])
    }

    @Test func `a figure of one of two that merged is not the figure of both`() throws {
        let then = try #require(Day(iso: "2020-01-01"))
        let parties = CostParty.parties(
            in: 2024, of: try places(), inhabitants: [Code("A"): [then: 10], Code("D"): [then: 30]])
        #expect(parties[0].inhabitants == [:])
        #expect(throws: CostKeyFault.noPopulation(municipalities: ["Gemeente C"], then)) {
            try CostKey(name: "", basis: .inhabitants(on: then)).split(
                Money(cents: 1), over: parties, in: 2024)
        }
    }

    @Test func `of several years the last that has begun holds, and names are read as people write them`() {
        var random = Randomness(seed: 1)
        var keys: [StoredKey] = []
        for year in [2020, 2024, 2026] {
            keys.append(
                StoredKey(
                    id: random.id(at: Instant(milliseconds: 0)), fromYear: year, source: "",
                    key: CostKey(name: "De sleutel", basis: .equal)))
        }
        #expect(StoredKey.holding("de sleutel", in: 2025, of: keys)?.fromYear == 2024)
        #expect(StoredKey.holding("De sleutel", in: 2019, of: keys) == nil)
        #expect(StoredKey.holding("andere", in: 2026, of: keys) == nil)
    }
}
