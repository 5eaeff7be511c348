import Domain

/// Takes some people out of a whole roster and plans them anew together, by columns of their own.
struct Neighbourhood {
    let problem: RosterProblem
    /// People by the rows they can count in: who shares a row can trade.
    private let byRow: [[Int]]

    init(_ problem: RosterProblem) {
        self.problem = problem
        var byRow = [[Int]](repeating: [], count: problem.rows.count)
        for (index, person) in problem.people.enumerated() {
            for row in Set(person.choices.flatMap(\.rows)) { byRow[row].append(index) }
        }
        self.byRow = byRow
    }

    /// People who can trade: from the rows around one person's choices, filled up with others at random.
    func people(_ size: Int, _ random: inout Randomness) -> [Int] {
        let size = min(size, max(2, problem.people.count * 3 / 4))
        guard size < problem.people.count else { return Array(problem.people.indices) }
        var chosen: Set<Int> = []
        let first = Int.random(in: problem.people.indices, using: &random)
        chosen.insert(first)
        let rows = problem.people[first].choices.flatMap(\.rows)
        var tries = 0
        while chosen.count < size * 2 / 3, tries < size * 4, let row = rows.randomElement(using: &random) {
            tries += 1
            if let person = byRow[row].randomElement(using: &random) { chosen.insert(person) }
        }
        while chosen.count < size { chosen.insert(Int.random(in: problem.people.indices, using: &random)) }
        return chosen.sorted()
    }

    /// - Parameters:
    ///   - prices: row prices of the whole, to begin with.
    ///   - known: good columns of everyone.
    ///   - seed: which of several equal ways is taken.
    /// - Returns: columns for these people (perhaps no better), and the columns met on the way.
    func replan(
        _ people: [Int], in roster: Incumbent, pricer: Pricer, prices: [Double], known: [[Column]],
        cap: Double,
        seed: UInt64, stop: () -> Bool
    ) -> (columns: [Column], met: [Column])? {
        var rest = roster
        for person in people { rest.take(person, problem) }
        let master = Master(pricer, people: people, others: rest.counts, cap: cap)
        master.begin(at: prices, bound: -.infinity)
        master.add(people.compactMap { roster.columns[$0] })
        for person in people { master.add(known[person]) }
        _ = master.converge(smoothing: 0.5, rounds: 60, stop: stop)
        let met = master.columns
        return Dive(share: 0.1, rounds: 3, seed: seed).run(master, stop: stop).map { ($0, met) }
    }
}
