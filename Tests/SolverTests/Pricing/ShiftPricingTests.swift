import Domain
import Testing

@testable import Solver

struct ShiftPricingTests {
    @Test func `the cheapest shifts equal an exhaustive search, caps included`() {
        for seed in 0..<80 as Range<UInt64> {
            var random = Randomness(seed: seed)
            let periods = 7
            let rules = SmallProblems.shiftRules(&random)
            var choices: [RosterProblem.Choice] = []
            for day in 0..<periods {
                for kind in rules.kinds.indices where Int.random(in: 0..<6, using: &random) > 0 {
                    choices.append(
                        .init(
                            period: day, task: kind, cost: Int.random(in: -20...5, using: &random), rows: []))
                }
            }
            let person = RosterProblem.Person(choices: choices, rules: .shifts(rules))
            let problem = RosterProblem(periods: periods, rows: [], people: [person])
            let expected = SmallProblems.rosters(of: person, periods: periods)
                .compactMap { SmallProblems.cost($0, of: person, periods: periods) }.min()
            let found = Pricer(problem, threads: 1).price(0, rowPrice: { _ in 0 }, totalPrice: { _ in 0 })
            #expect(found.bound == expected.map(Double.init) ?? .infinity, "seed \(seed)")
            if let best = found.rosters.first {
                #expect(
                    SmallProblems.cost(best.choices, of: person, periods: periods) == expected, "seed \(seed)"
                )
            }
        }
    }
}
