import Domain
import Testing

@testable import Solver

struct RosterSearchTests {
    /// The optimum by trying every combination of everybody's rosters.
    private func optimum(_ problem: RosterProblem) -> Int? {
        let each = problem.people.enumerated().map { number, person in
            SmallProblems.rosters(of: person, periods: problem.periods).compactMap { roster in
                SmallProblems.cost(roster, of: person, periods: problem.periods).map {
                    Column(person: number, choices: roster, cost: $0)
                }
            }
        }
        var best: Int?
        func go(_ person: Int, _ roster: Incumbent) {
            if person == each.count {
                if let cost = roster.cost(problem), cost < best ?? .max { best = cost }
                return
            }
            for column in each[person] {
                var next = roster
                next.put(column, problem)
                go(person + 1, next)
            }
        }
        go(0, Incumbent(problem))
        return best
    }

    @Test func `small duty rosters come out as good as an exhaustive search, and the bound never passes it`()
    {
        for seed in 0..<40 as Range<UInt64> {
            let problem = SmallProblems.duty(seed: seed, people: 3, periods: 6)
            var search = RosterSearch(problem, seed: seed, threads: 1, steps: 600)
            let answer = search.run()
            let best = optimum(problem)
            #expect(answer?.cost == best, "seed \(seed)")
            if let best, let bound = answer?.bound { #expect(bound <= best, "seed \(seed)") }
        }
    }

    @Test(arguments: [1, 2]) func `the same seed, threads and steps give the same roster`(threads: Int) {
        let problem = SmallProblems.duty(seed: 7, people: 12, periods: 20)
        let answers = (0..<2).map { _ -> RosterAnswer? in
            var search = RosterSearch(problem, seed: 5, threads: threads, steps: 230)
            return search.run()
        }
        #expect(answers[0]?.choices == answers[1]?.choices)
        #expect(answers[0]?.cost == answers[1]?.cost)
        #expect(answers[0]?.bound == answers[1]?.bound)
    }

    @Test func `a search that is stopped at once still answers with a whole roster`() {
        let problem = SmallProblems.duty(seed: 7, people: 12, periods: 20)
        var search = RosterSearch(problem, seed: 5, threads: 2, steps: 1)
        #expect(search.run() != nil)
    }

    @Test func `a small problem whose bound stays below its best roster is searched on and on`() {
        // Each two of three people share a row that only one may count in: half of everybody is the best on paper.
        let rules = ShiftRules(
            kinds: [.init(minutes: 480, mayNotPrecede: [], max: 1)], minutes: 0...480, run: 1...1,
            minDaysOff: 1, maxWeekends: 1)
        let shared = RosterProblem.Row(low: 0, high: 1, under: 0, over: 50)
        let own = RosterProblem.Row(low: 1, high: 1, under: 2, over: nil)
        let people = (0..<3).map { person in
            RosterProblem.Person(
                choices: [
                    .init(period: 0, task: 0, cost: 0, rows: [person, (person + 1) % 3, 3 + person])
                ], rules: .shifts(rules))
        }
        let problem = RosterProblem(
            periods: 1, rows: [shared, shared, shared, own, own, own], people: people)
        var search = RosterSearch(problem, seed: 1, threads: 1, steps: 4_000)
        let answer = search.run()
        #expect(answer?.cost == 4)
        #expect(answer?.bound == 3)
    }
}
