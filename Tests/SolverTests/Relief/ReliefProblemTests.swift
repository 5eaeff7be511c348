import Domain
import Testing

@testable import Solver

struct ReliefProblemTests {
    private let start = Instant(milliseconds: 1_790_000_000_000)

    private func model(
        seed: UInt64, people: Int, posts: Int, shifts: Int, rest: ReliefRest, planned: Bool = false
    ) -> ReliefModel {
        var random = Randomness(seed: seed)
        let members = (0..<people).map { _ -> ReliefModel.Member in
            let can = (0..<posts).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
            return ReliefModel.Member(
                person: random.id(at: start),
                able: (0..<shifts).map { _ in Int.random(in: 0..<5, using: &random) > 0 ? can : [] },
                rest: rest,
                before: Int.random(in: 0..<4, using: &random) == 0
                    ? [-Int.random(in: 1...2, using: &random)] : [],
                travelMinutes: Int.random(in: 0...60, using: &random))
        }
        return ReliefModel(
            grid: ReliefGrid(start: start, shiftMinutes: 480, overlapMinutes: 30, count: shifts),
            posts: (0..<posts).map {
                .init(function: Code("F\($0)"), wanted: Array(repeating: 1, count: shifts))
            },
            members: members)
    }

    /// Every rule that a plan must keep, restated.
    private func isSound(_ plan: ReliefPlan, _ model: ReliefModel) -> Bool {
        let byMember = Dictionary(grouping: plan.places, by: \.member)
        return byMember.allSatisfy { number, places in
            let member = model.members[number]
            let starts = places.map(\.shift)
            return places.allSatisfy { member.able[$0.shift].contains($0.post) }
                && starts.indices.allSatisfy {
                    member.rest.allows(starts[$0], after: member.before + starts[..<$0])
                }
        }
    }

    /// The cost of one person's shifts by the rules of the roster: what the solver prices.
    private func optimum(_ problem: RosterProblem) -> Int? {
        let each = problem.people.enumerated().map { number, person in
            SmallProblems.rosters(of: person, periods: problem.periods).compactMap { roster -> Column? in
                guard case .duty(let rules) = person.rules else { return nil }
                let at = roster.map { person.choices[Int($0)].period }
                let all = person.before + at
                guard at.count < rules.countCost.count else { return nil }
                for (index, period) in all.enumerated() where period >= 0 && index > 0 {
                    if period - all[index - 1] < rules.minGap { return nil }
                    guard let run = rules.run else { continue }
                    var first = index
                    while first > 0, all[first] - all[first - 1] < run.gap { first -= 1 }
                    if period - all[first] > run.span { return nil }
                }
                let nights = at.count(where: rules.heavy.contains)
                let cost =
                    rules.countCost[at.count] + roster.reduce(0) { $0 + person.choices[Int($1)].cost }
                    + max(0, nights - 1) * rules.nextHeavyCost
                return Column(person: number, choices: roster, cost: cost)
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

    @Test func `small plans come out as good as an exhaustive search, and keep every rest`() {
        for seed in 0..<25 as Range<UInt64> {
            let rest = ReliefRest(
                gap: 2 + Int(seed % 2), run: seed % 3 == 0 ? nil : .init(gap: 4, span: 3))
            let model = model(seed: seed, people: 3, posts: 2, shifts: 6, rest: rest)
            let problem = ReliefProblem(model, nights: [1, 4])
            var search = RosterSearch(problem.roster, seed: seed, threads: 1, steps: 600)
            guard let answer = search.run() else {
                Issue.record("seed \(seed): no plan")
                continue
            }
            let plan = problem.plan(answer)
            #expect(plan.cost == optimum(problem.roster), "seed \(seed)")
            #expect(plan.bound ?? 0 <= plan.cost, "seed \(seed)")
            #expect(isSound(plan, model), "seed \(seed)")
            let wanted = model.posts.reduce(0) { $0 + $1.wanted.reduce(0, +) }
            #expect(plan.places.count + plan.gaps.reduce(0) { $0 + $1.missing } == wanted, "seed \(seed)")
        }
    }

    @Test func `where many can take each place the first plans are as cheap as any`() {
        for seed in 0..<4 as Range<UInt64> {
            let rest = ReliefRest(gap: 3, run: .init(gap: 7, span: 10))
            let model = model(seed: seed, people: 30, posts: 3, shifts: 12, rest: rest)
            let problem = ReliefProblem(model, nights: [1, 4, 7, 10])
            func answer(steps: Int) -> RosterAnswer? {
                var search = RosterSearch(problem.roster, seed: seed, threads: 1, steps: steps)
                return search.run()
            }
            let proof = answer(steps: 600)
            #expect(proof?.proven == true, "seed \(seed)")
            #expect(answer(steps: 6)?.cost == proof?.bound, "seed \(seed)")
        }
    }

    @Test func `when one person drops out the others keep their shifts`() {
        let rest = ReliefRest(gap: 3, run: .init(gap: 7, span: 10))
        let model = model(seed: 5, people: 20, posts: 2, shifts: 12, rest: rest)
        let problem = ReliefProblem(model, nights: [])
        var search = RosterSearch(problem.roster, seed: 5, threads: 1, steps: 30)
        guard let answer = search.run() else {
            Issue.record("no plan")
            return
        }
        let first = problem.plan(answer)
        #expect(first.gaps.isEmpty)
        let gone = first.places[0].member
        let members = model.members.enumerated().map { number, member in
            let mine = first.places.filter { $0.member == number }.map { ($0.shift, $0.post) }
            return ReliefModel.Member(
                person: member.person, able: number == gone ? member.able.map { _ in [] } : member.able,
                rest: member.rest, before: member.before, travelMinutes: member.travelMinutes,
                planned: Dictionary(uniqueKeysWithValues: mine))
        }
        let changed = ReliefModel(grid: model.grid, posts: model.posts, members: members)
        let again = ReliefProblem(changed, nights: []).replanned()
        #expect(again?.gaps.isEmpty == true)
        #expect(again.map { isSound($0, changed) } == true)
        #expect(again?.places.contains { $0.member == gone } == false)
        let kept = Set(first.places.filter { $0.member != gone })
        let stayed = kept.intersection(again?.places ?? [])
        #expect(stayed.count * 10 >= kept.count * 9)
    }

    @Test func `whoever is put on a full shift by hand takes the place of one who was planned`() {
        let rest = ReliefRest(gap: 2)
        let grid = ReliefGrid(start: start, shiftMinutes: 480, overlapMinutes: 0, count: 2)
        var random = Randomness(seed: 2)
        let people = (0..<3).map { number in
            ReliefModel.Member(
                person: random.id(at: start), able: [[0], [0]], rest: rest,
                settled: number == 2 ? [0] : [], planned: number == 2 ? [:] : [0: 0])
        }
        // Two are wanted, and one of them is the third.
        let model = ReliefModel(
            grid: grid, posts: [.init(function: Code("ACBZ"), wanted: [1, 0], people: 2)], members: people)
        let plan = ReliefProblem(model, nights: []).replanned()
        #expect(plan?.places.count == 1)
        #expect(plan?.places.first?.member != 2)
        #expect(plan?.gaps == [])
    }

    @Test func `what is settled stays, and the rest after it is kept`() {
        let rest = ReliefRest(gap: 3)
        let grid = ReliefGrid(start: start, shiftMinutes: 480, overlapMinutes: 0, count: 6)
        var random = Randomness(seed: 1)
        let member = ReliefModel.Member(
            person: random.id(at: start), able: Array(repeating: [0], count: 6), rest: rest, settled: [2])
        let model = ReliefModel(
            grid: grid, posts: [.init(function: Code("ACBZ"), wanted: [1, 1, 0, 1, 1, 1])],
            members: [member])
        let problem = ReliefProblem(model, nights: [])
        var search = RosterSearch(problem.roster, seed: 1, threads: 1, steps: 200)
        let plan = search.run().map(problem.plan)
        #expect(plan?.places == [.init(post: 0, shift: 5, member: 0)])
    }
}
