import Domain
import Foundation

/// How long an amount takes to be split over every municipality of the country, by each kind of key. Figures of
/// inhabitants are made up; the number of municipalities is that of 2024. usage: money-bench
@main
enum MoneyBench {
    private static let municipalities = 342
    private static let amount = Money(cents: 2_500_000_000)
    private static let runs = 200

    static func main() throws {
        guard let day = Day(iso: "2024-01-01") else { return }
        let parties = (0..<municipalities).map { number in
            CostParty(
                code: Code("GM\(1000 + number)"), name: "Gemeente \(number * 7_919 % 1_000)",
                inhabitants: [day: 9_000 + number * 2_657 % 90_000])
        }
        var shares = Dictionary(
            uniqueKeysWithValues: parties.map { ($0.code, CostKey.whole / Int64(municipalities)) })
        let rest = CostKey.whole - shares.values.reduce(0, +)
        shares[parties[0].code, default: 0] += rest
        let measures = ["inwoners", "oppervlakte"].map { name in
            CostKey.Measure(
                name: name, weight: CostKey.whole / 2,
                values: Dictionary(
                    uniqueKeysWithValues: parties.enumerated().map { ($1.code, Int64($0 + 1)) }))
        }
        let phaseIn = CostKey.PhaseIn(before: shares, lastYear: 2023, steps: 4)
        let keys: [(String, CostKey)] = [
            ("inhabitants", CostKey(name: "", basis: .inhabitants(on: day))),
            ("equal", CostKey(name: "", basis: .equal)),
            ("percentages", CostKey(name: "", basis: .shares(.manual, shares))),
            ("two measures", CostKey(name: "", basis: .measures(measures))),
            ("inhabitants, growing in", CostKey(name: "", basis: .inhabitants(on: day), phaseIn: phaseIn)),
        ]
        let clock = ContinuousClock()
        for (name, key) in keys {
            var best = Duration.seconds(1)
            for _ in 0..<runs {
                let start = clock.now
                let parts = try key.split(amount, over: parties, in: 2024)
                best = min(best, clock.now - start)
                guard Money.sum(parts.map(\.amount)) == amount else { throw DistributionRefusal.noBasis }
            }
            let microseconds = Int(best.components.attoseconds / 1_000_000_000_000)
            print("\(name): \(municipalities) municipalities in \(microseconds) us, exact to the cent")
        }
    }
}
