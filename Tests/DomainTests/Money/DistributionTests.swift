import Testing

@testable import Domain

@Suite struct DistributionTests {
    private func share(_ name: String, _ basis: Int64, code: String? = nil) -> DistributionShare {
        DistributionShare(code: Code(code ?? name), name: name, basis: basis)
    }

    private func cents(_ amount: Int64, _ shares: [DistributionShare]) throws -> [String: Int64] {
        let parts = try Money(cents: amount).distribute(over: shares)
        return Dictionary(uniqueKeysWithValues: parts.map { ($0.share.code.text, $0.amount.cents) })
    }

    /// Bases and amounts of every size, with many equal bases and zeros among them.
    private struct Case {
        let amount: Int64
        let shares: [DistributionShare]
        var total: Int128 { shares.reduce(0) { $0 + Int128($1.basis) } }

        init(seed: UInt64) {
            var randomness = Randomness(seed: seed)
            let amountsMax: [Int64] = [3, 100, 2_500_000, 1_000_000_000_000, .max]
            let basesMax: [Int64] = [1, 3, 1000, 700_000, .max]
            let (amountMax, basisMax) = (
                amountsMax.randomElement(using: &randomness) ?? 0,
                basesMax.randomElement(using: &randomness) ?? 0
            )
            amount = Int64.random(in: 0...amountMax, using: &randomness)
            let count = Int.random(in: 1...30, using: &randomness)
            let bases = (0..<count).map { _ in Int64.random(in: 0...basisMax, using: &randomness) }
            shares = (bases + (bases.contains { $0 > 0 } ? [] : [1])).enumerated().map { index, basis in
                // A few names come twice, so that the code has to decide.
                DistributionShare(
                    code: Code("GM\(1000 + index)"), name: "Gemeente \(index % 20)", basis: basis)
            }
        }
    }

    private static let seeds: [UInt64] = Array(1...400)

    @Test func `€ 25,000 over the fifteen municipalities of Rotterdam-Rijnmond on inhabitants`() throws {
        let inhabitants: [(String, Int64, Int64)] = [
            ("Albrandswaard", 25_590, 48_340), ("Barendrecht", 48_714, 92_022), ("Brielle", 17_271, 32_625),
            ("Capelle aan den IJssel", 67_122, 126_795), ("Goeree-Overflakkee", 50_049, 94_544),
            ("Hellevoetsluis", 40_142, 75_829), ("Krimpen aan den IJssel", 29_526, 55_776),
            ("Lansingerland", 62_384, 117_845), ("Maassluis", 33_213, 62_740),
            ("Nissewaard", 85_219, 160_981),
            ("Ridderkerk", 46_189, 87_252), ("Rotterdam", 651_157, 1_230_052), ("Schiedam", 78_730, 148_723),
            ("Vlaardingen", 73_397, 138_649), ("Westvoorne", 14_731, 27_827),
        ]
        let parts = try Money(cents: 2_500_000).distribute(over: inhabitants.map { share($0.0, $0.1) })
        #expect(parts.map(\.share.name) == inhabitants.map(\.0))
        #expect(parts.map(\.amount.cents) == inhabitants.map(\.2))
    }

    @Test func `the same for everybody gives the cents that are left to the first names`() throws {
        let names = (0..<15).map { "Gemeente \(Character(UnicodeScalar(UInt8(65 + $0))))" }
        let parts = try Money(cents: 2_500_000).distribute(over: names.reversed().map { share($0, 1) })
        #expect(parts.map(\.share.name) == names)
        #expect(
            parts.map(\.amount.cents) == [Int64](repeating: 166_667, count: 10)
                + [Int64](repeating: 166_666, count: 5))
    }

    @Test func `equal fractions go by name without capitals or accents, then by code`() throws {
        let shares = [
            share("zand", 1), share("Élburg", 1), share("Ede", 1, code: "B"), share("Ede", 1, code: "A"),
        ]
        #expect(try cents(1, shares) == ["zand": 0, "Élburg": 0, "B": 0, "A": 1])
        #expect(try cents(2, shares) == ["zand": 0, "Élburg": 0, "B": 1, "A": 1])
        #expect(try cents(3, shares) == ["zand": 0, "Élburg": 1, "B": 1, "A": 1])
    }

    @Test func `nothing to split gives everybody nothing, and who weighs nothing gets nothing`() throws {
        #expect(try cents(0, [share("A", 3), share("B", 1)]) == ["A": 0, "B": 0])
        #expect(try cents(101, [share("A", 0), share("B", 1), share("C", 1)]) == ["A": 0, "B": 51, "C": 50])
    }

    @Test func `a negative amount, a negative basis and no basis at all are refused`() {
        #expect(throws: DistributionRefusal.negativeAmount) { try cents(-1, [share("A", 1)]) }
        #expect(throws: DistributionRefusal.negativeBasis(share("B", -2))) {
            try cents(1, [share("A", 1), share("B", -2)])
        }
        #expect(throws: DistributionRefusal.noBasis) { try cents(1, []) }
        #expect(throws: DistributionRefusal.noBasis) { try cents(1, [share("A", 0)]) }
    }

    @Test func `the largest amounts and bases do not overflow`() throws {
        let shares = (0..<9).map { share("G\($0)", .max) }
        let parts = try Money(cents: .max).distribute(over: shares)
        #expect(parts.map(\.amount.cents).reduce(0, +) == .max)
        #expect(Set(parts.map { $0.amount.cents - Int64.max / 9 }).isSubset(of: [0, 1]))
        #expect(try cents(.max, [share("A", .max), share("B", 1)])["A"] == .max - 1)
    }

    @Test(arguments: seeds)
    func `the parts add up to the amount exactly`(seed: UInt64) throws {
        let drawn = Case(seed: seed)
        let parts = try Money(cents: drawn.amount).distribute(over: drawn.shares)
        #expect(parts.reduce(Int128(0)) { $0 + Int128($1.amount.cents) } == Int128(drawn.amount))
        #expect(parts.count == drawn.shares.count)
    }

    @Test(arguments: seeds)
    func `the order in which the shares come makes no difference`(seed: UInt64) throws {
        let drawn = Case(seed: seed)
        var randomness = Randomness(seed: seed &+ 1)
        let shuffled = drawn.shares.shuffled(using: &randomness)
        let amount = Money(cents: drawn.amount)
        #expect(try amount.distribute(over: shuffled) == amount.distribute(over: drawn.shares))
    }

    @Test(arguments: seeds)
    func `each part is less than a cent from its exact value`(seed: UInt64) throws {
        let drawn = Case(seed: seed)
        for part in try Money(cents: drawn.amount).distribute(over: drawn.shares) {
            let exact = Int128(drawn.amount) * Int128(part.share.basis)
            let (low, high) = (Int128(part.amount.cents) - 1, Int128(part.amount.cents) + 1)
            // Divided rather than multiplied: three factors of 63 bits do not fit.
            let isAbove =
                low < 0 || low < exact / drawn.total
                || (low == exact / drawn.total && exact % drawn.total > 0)
            #expect(isAbove)
            #expect(high > exact / drawn.total)
        }
    }

    @Test(arguments: seeds)
    func `who weighs more never gets less`(seed: UInt64) throws {
        let drawn = Case(seed: seed)
        let byBasis = try Money(cents: drawn.amount).distribute(over: drawn.shares)
            .sorted { ($0.share.basis, $0.amount) < ($1.share.basis, $1.amount) }
        for (lighter, heavier) in zip(byBasis, byBasis.dropFirst())
        where lighter.share.basis < heavier.share.basis {
            #expect(lighter.amount <= heavier.amount)
        }
    }
}
