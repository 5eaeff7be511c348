import Testing

@testable import Domain

@Suite struct CostKeyTests {
    private static let day = Day(iso: "2020-01-01") ?? Day(daysSince1970: 0)
    /// The region of 2020 with CBS's figures of that day.
    private static let region: [CostParty] = [
        ("GM0613", "Albrandswaard", 25_590), ("GM0489", "Barendrecht", 48_714), ("GM0501", "Brielle", 17_271),
        ("GM0502", "Capelle aan den IJssel", 67_122), ("GM1924", "Goeree-Overflakkee", 50_049),
        ("GM0530", "Hellevoetsluis", 40_142), ("GM0542", "Krimpen aan den IJssel", 29_526),
        ("GM1621", "Lansingerland", 62_384), ("GM0556", "Maassluis", 33_213),
        ("GM1930", "Nissewaard", 85_219),
        ("GM0597", "Ridderkerk", 46_189), ("GM0599", "Rotterdam", 651_157), ("GM0606", "Schiedam", 78_730),
        ("GM0622", "Vlaardingen", 73_397), ("GM0614", "Westvoorne", 14_731),
    ].map { code, name, inhabitants in
        CostParty(code: Code(code), name: name, inhabitants: [day: inhabitants])
    }
    private static let plan = Money(cents: 2_500_000)

    private static func pair(_ steps: [Int64], _ names: [String] = ["A", "B"]) -> [Code<Municipality>: Int64]
    {
        Dictionary(uniqueKeysWithValues: zip(names.map { Code($0) }, steps))
    }

    private static let two = ["A", "B"].map { CostParty(code: Code($0), name: $0, inhabitants: [day: 1]) }

    @Test func `the plan of 2020 on inhabitants is exact to the cent`() throws {
        let parts = try CostKey(name: "inwoners", basis: .inhabitants(on: Self.day))
            .split(Self.plan, over: Self.region, in: 2020)
        #expect(
            parts.map(\.amount.cents) == [
                48_340, 92_022, 32_625, 126_795, 94_544, 75_829, 55_776, 117_845, 62_740, 160_981, 87_252,
                1_230_052,
                148_723, 138_649, 27_827,
            ])
        #expect(parts.map(\.amount.cents).reduce(0, +) == Self.plan.cents)
    }

    @Test func `equal shares leave the cents that remain to the first by name`() throws {
        let parts = try CostKey(name: "gelijk", basis: .equal).split(Self.plan, over: Self.region, in: 2020)
        #expect(
            parts.count { $0.amount.cents == 166_667 } == 10
                && parts.count { $0.amount.cents == 166_666 } == 5)
    }

    @Test func `a key by name alone splits nothing`() {
        #expect(throws: CostKeyFault.notEstablished(name: "coördinerend functionaris")) {
            try CostKey(name: "coördinerend functionaris", basis: nil).split(
                Self.plan, over: Self.two, in: 2020)
        }
    }

    @Test(arguments: CostKey.Origin.allCases)
    func `shares must be a hundred percent of exactly those who take part`(origin: CostKey.Origin) throws {
        func split(_ shares: [Code<Municipality>: Int64]) throws -> [Int64] {
            try CostKey(name: "x", basis: .shares(origin, shares))
                .split(Money(cents: 1001), over: Self.two, in: 2026).map(\.amount.cents)
        }
        #expect(try split(Self.pair([250_000, 750_000])) == [250, 751])
        #expect(throws: CostKeyFault.notWhole(millionths: 990_000)) {
            try split(Self.pair([250_000, 740_000]))
        }
        #expect(throws: CostKeyFault.negative(Code("A"))) { try split(Self.pair([-250_000, 1_250_000])) }
        #expect(throws: CostKeyFault.missing(["B"])) { try split(Self.pair([1_000_000], ["A"])) }
        #expect(throws: CostKeyFault.strangers([Code("C")])) {
            try split(Self.pair([250_000, 500_000, 250_000], ["A", "B", "C"]))
        }
    }

    @Test func `no population on the reference date names who it is about`() {
        let other = Self.day.adding(days: 366)
        #expect(throws: CostKeyFault.noPopulation(municipalities: ["A", "B"], other)) {
            try CostKey(name: "x", basis: .inhabitants(on: other)).split(Self.plan, over: Self.two, in: 2021)
        }
    }

    @Test func `measures are mixed by weight whatever their units`() throws {
        let measures = [
            CostKey.Measure(name: "woonruimten", weight: 600_000, values: Self.pair([1, 3])),
            CostKey.Measure(name: "oppervlakte", weight: 400_000, values: Self.pair([9_000_000, 1_000_000])),
        ]
        // 0.6 of a quarter and 0.4 of nine tenths: 51 %.
        let parts = try CostKey(name: "x", basis: .measures(measures))
            .split(Money(cents: 10_000), over: Self.two, in: 2026)
        #expect(parts.map(\.amount.cents) == [5100, 4900])
        #expect(throws: CostKeyFault.notWhole(millionths: 600_000)) {
            try CostKey(name: "x", basis: .measures([measures[0]])).split(Self.plan, over: Self.two, in: 2026)
        }
    }

    @Test func `agreed amounts must be the whole amount`() throws {
        let amounts: [Code<Municipality>: Money] = [
            Code("A"): Money(cents: 400), Code("B"): Money(cents: 600),
        ]
        let key = CostKey(name: "x", basis: .fixed(amounts))
        #expect(
            try key.split(Money(cents: 1000), over: Self.two, in: 2026).map(\.amount.cents) == [400, 600])
        #expect(throws: CostKeyFault.otherTotal(fixed: Money(cents: 1000))) {
            try key.split(Money(cents: 1001), over: Self.two, in: 2026)
        }
    }

    @Test func `a new share is grown into in equal steps`() throws {
        let key = CostKey(
            name: "x", basis: .equal,
            phaseIn: CostKey.PhaseIn(before: Self.pair([900_000, 100_000]), lastYear: 2026, steps: 4))
        let shares = try (2025...2031).map { year in
            try key.split(Money(cents: 1000), over: Self.two, in: year)[0].amount.cents
        }
        #expect(shares == [900, 900, 800, 700, 600, 500, 500])
    }

    @Test func `a merged municipality brings the shares of all that it was`() throws {
        let merged = [
            CostParty(code: Code("N"), name: "Nieuw", predecessors: [Code("A"), Code("B")]),
            CostParty(code: Code("C"), name: "C"),
        ]
        let shares = Self.pair([200_000, 300_000, 500_000], ["A", "B", "C"])
        let parts = try CostKey(name: "x", basis: .shares(.historical, shares))
            .split(Money(cents: 100), over: merged, in: 2026)
        #expect(parts.map(\.share.name) == ["C", "Nieuw"] && parts.map(\.amount.cents) == [50, 50])
    }

    @Test func `whatever the key, the parts add up and no cent is lost`() throws {
        var random = Randomness(seed: 7)
        for _ in 0..<300 {
            let count = Int(random.next() % 40) + 1
            let parties = (0..<count).map { CostParty(code: Code("P\($0)"), name: "P\($0)") }
            var left = CostKey.whole
            var shares: [Code<Municipality>: Int64] = [:]
            for (index, party) in parties.enumerated() {
                let share = index == count - 1 ? left : Int64(random.next() % UInt64(left + 1))
                shares[party.code] = share
                left -= share
            }
            let amount = Money(cents: Int64(random.next() % 1_000_000_000))
            let phaseIn = CostKey.PhaseIn(before: shares, lastYear: 2026, steps: 5)
            for key in [
                CostKey(name: "x", basis: .shares(.manual, shares)),
                CostKey(name: "x", basis: .equal, phaseIn: phaseIn),
            ] {
                let parts = try key.split(amount, over: parties, in: 2028)
                #expect(parts.map(\.amount.cents).reduce(0, +) == amount.cents)
            }
        }
    }
}
