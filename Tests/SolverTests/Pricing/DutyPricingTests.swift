import Domain
import Testing

@testable import Solver

struct DutyPricingTests {
    @Test func `the cheapest duties equal an exhaustive search`() {
        for seed in 0..<300 as Range<UInt64> {
            var random = Randomness(seed: seed)
            let periods = 9
            var problem = SmallProblems.duty(seed: seed, people: 1, periods: periods)
            if let pinned = problem.people[0].choices.randomElement(using: &random), seed % 3 == 0 {
                let old = problem.people[0]
                problem = RosterProblem(
                    periods: periods, rows: problem.rows,
                    people: [.init(choices: old.choices, bound: [pinned.period], rules: old.rules)])
            }
            let person = problem.people[0]
            let prices = problem.rows.map { _ in Double(Int.random(in: -60...20, using: &random)) }
            let expected = SmallProblems.rosters(of: person, periods: periods).compactMap {
                roster -> Double? in
                SmallProblems.cost(roster, of: person, periods: periods).map { cost in
                    Double(cost) + roster.reduce(0) { $0 + prices[person.choices[Int($1)].rows[0]] }
                }
            }.min()
            let pricer = Pricer(problem, threads: 1)
            let found = pricer.price(0, rowPrice: { prices[$0] }, totalPrice: { _ in 0 })
            #expect(found.bound == expected ?? .infinity, "seed \(seed)")
            if let best = found.rosters.first {
                let column = pricer.column(0, best.choices)
                #expect(
                    SmallProblems.cost(best.choices, of: person, periods: periods) == column.cost,
                    "seed \(seed)")
            }
        }
    }

    @Test func `of every set of duties it is known whether it keeps the rules, and what it costs`() {
        for seed in 0..<40 as Range<UInt64> {
            let problem = SmallProblems.duty(seed: seed, people: 1, periods: 9)
            let pricer = Pricer(problem, threads: 1)
            for roster in SmallProblems.rosters(of: problem.people[0], periods: 9) {
                let cost = SmallProblems.cost(roster, of: problem.people[0], periods: 9)
                #expect(pricer.cost(0, roster) == cost, "seed \(seed), \(roster)")
            }
        }
    }
}
