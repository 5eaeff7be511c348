import Domain
import Testing

@testable import Solver

struct ChainsTests {
    private struct Option {
        var place: Int
        var cost = 0
    }

    /// Everybody takes at most one of their places; each is wanted once and costs a hundred when empty.
    private func problem(_ people: [[Option]], bound: Set<Int> = []) -> RosterProblem {
        let rules = DutyRules(
            minGap: 1, idealGap: 1, gapCost: 0, windows: [], countCost: [0, 0], heavy: [], firstHeavyCost: 0,
            nextHeavyCost: 0)
        let places = people.joined().map(\.place).max() ?? 0
        return RosterProblem(
            periods: places + 1,
            rows: (0...places).map { _ in .init(low: 1, high: 1, under: 100, over: nil) },
            people: people.enumerated().map { number, options in
                .init(
                    choices: options.map {
                        .init(period: $0.place, task: 0, cost: $0.cost, rows: [$0.place])
                    }, bound: bound.contains(number) ? [options[0].place] : [], rules: .duty(rules))
            })
    }

    private func roster(_ taken: [[Int32]], _ pricer: Pricer) -> Incumbent {
        var roster = Incumbent(pricer.problem)
        for (person, choices) in taken.enumerated() {
            roster.put(pricer.column(person, choices), pricer.problem)
        }
        return roster
    }

    private func improved(_ taken: [[Int32]], _ problem: RosterProblem) -> [[Int32]] {
        let pricer = Pricer(problem, threads: 1)
        var roster = roster(taken, pricer)
        Chains(pricer).improve(&roster)
        return roster.columns.map { $0?.choices ?? [] }
    }

    @Test func `a place that only somebody busy can take is filled by passing theirs on`() {
        let problem = problem([
            [Option(place: 0), Option(place: 1)], [Option(place: 1), Option(place: 2)], [Option(place: 2)],
        ])
        let pricer = Pricer(problem, threads: 1)
        var alone = roster([[1], [1], []], pricer)
        BestResponse(pricer).improve(&alone, order: [0, 1, 2])
        #expect(alone.cost(problem) == 100)
        #expect(improved([[1], [1], []], problem) == [[0], [0], [0]])
    }

    @Test func `three people change places round when no two of them can`() {
        let problem = problem([
            [Option(place: 0, cost: 9), Option(place: 1)], [Option(place: 1, cost: 9), Option(place: 2)],
            [Option(place: 0), Option(place: 2, cost: 9)],
        ])
        #expect(improved([[0], [0], [1]], problem) == [[1], [1], [0]])
    }

    @Test func `whoever must be in a period gives it to nobody`() {
        let people = [[Option(place: 0, cost: 9)], [Option(place: 0)]]
        #expect(improved([[0], []], problem(people)) == [[], [0]])
        #expect(improved([[0], []], problem(people, bound: [0])) == [[0], []])
    }

    @Test func `no chain breaks a rule, costs more or says another cost than it has`() {
        var gained = 0
        for seed in 0..<60 as Range<UInt64> {
            let problem = SmallProblems.duty(seed: seed, people: 8, periods: 14)
            let pricer = Pricer(problem, threads: 1)
            var roster = BestResponse(pricer).construct(order: Array(problem.people.indices))
            guard let before = roster.cost(problem) else { continue }
            Chains(pricer).improve(&roster)
            let after = roster.cost(problem) ?? .max
            #expect(after <= before, "seed \(seed)")
            gained += after < before ? 1 : 0
            var counted = Incumbent(problem)
            for (person, column) in zip(problem.people, roster.columns) {
                guard let column else { continue }
                let cost = SmallProblems.cost(column.choices, of: person, periods: problem.periods)
                #expect(cost == column.cost, "seed \(seed)")
                counted.put(column, problem)
            }
            #expect(counted.counts == roster.counts, "seed \(seed)")
        }
        #expect(gained > 20)
    }
}
