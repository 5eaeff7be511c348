import Domain

/// Makes a whole roster from a master's optimum: settles the surest columns, prices again for those left,
/// and so on.
struct Dive {
    /// Part of those left that is settled at once; at least one person.
    let share: Double
    /// Rounds of pricing after each time.
    let rounds: Int
    /// Shuffles which columns seem surest, so that one master gives several rosters; nil leaves them as
    /// they are.
    var seed: UInt64?

    /// - Parameter master: at its optimum; it is of no use afterwards.
    /// - Returns: a column for everyone of the master; counts that are not allowed may remain.
    func run(_ master: Master, stop: () -> Bool) -> [Column]? {
        let problem = master.pricer.problem
        var settled: [Int: Column] = [:]
        var counts = master.others
        var random = seed.map(Randomness.init(seed:))
        master.forbidOverfull()
        guard master.solve() else { return nil }
        while settled.count < master.people.count {
            guard let taken = surest(master, settled, counts, &random) else { return nil }
            for index in taken {
                let column = master.columns[index]
                settled[column.person] = column
                problem.count(column, 1, in: &counts)
                master.settle(index)
            }
            for (index, column) in master.columns.enumerated()
            where settled[column.person].map({ $0 != column }) ?? false { master.rule(out: index) }
            let left = master.people.filter { settled[$0] == nil }
            if left.isEmpty { break }
            if stop() { return nil }
            guard master.solve(dual: true) else { return nil }
            for _ in 0..<rounds {
                if master.price(smoothing: 0, asked: left) == 0, !master.uncap() { break }
                guard master.solve() else { return nil }
            }
            if left.count * 5 < master.people.count * 3, left.count > 8 {
                let smaller = Master(master.pricer, people: left, others: counts, cap: RowPrices.never)
                smaller.add(promising(master, left))
                smaller.forbidOverfull()
                guard smaller.solve() else { return nil }
                let rest = Dive(share: share, rounds: rounds, seed: random?.next()).run(smaller, stop: stop)
                return rest.map { $0 + settled.values }
            }
        }
        return Array(settled.values)
    }

    /// The columns with the highest values that fit together.
    private func surest(
        _ master: Master, _ settled: [Int: Column], _ counts: [Int], _ random: inout Randomness?
    ) -> [Int]? {
        let problem = master.pricer.problem
        var values = master.values
        if var generator = random {
            for index in values.indices where values[index] > 0 && values[index] < 0.999 {
                values[index] *= Double.random(in: 0.4...1, using: &generator)
            }
            random = generator
        }
        var best: [Int: Int] = [:]
        for (index, column) in master.columns.enumerated() where settled[column.person] == nil {
            if let known = best[column.person], values[known] >= values[index] { continue }
            best[column.person] = index
        }
        let order = best.values.sorted { (values[$1], $0) < (values[$0], $1) }
        guard !order.isEmpty else { return nil }
        let least = max(1, Int(share * Double(order.count)))
        var counts = counts
        var taken: [Int] = []
        for (place, index) in order.enumerated() where values[index] > 0.999 || place < least {
            let column = master.columns[index]
            let person = problem.people[column.person]
            let fits = column.choices.allSatisfy { choice in
                person.choices[Int(choice)].rows.allSatisfy {
                    problem.rows[$0].cost(of: counts[$0] + 1) != nil
                }
            }
            guard fits || taken.isEmpty else { continue }
            problem.count(column, 1, in: &counts)
            taken.append(index)
        }
        return taken
    }

    /// The columns of those left that may still play a part.
    private func promising(_ master: Master, _ left: [Int]) -> [Column] {
        let costs = master.reducedCosts
        let left = Set(left)
        return master.columns.indices
            .filter { left.contains(master.columns[$0].person) && costs[$0] < 60 }
            .map { master.columns[$0] }
    }
}
