/// Gives one person after another the best roster given everybody else's. Exact for each person, cheap, and
/// enough to repair a roster after one change.
struct BestResponse {
    let pricer: Pricer
    private var problem: RosterProblem { pricer.problem }

    init(_ pricer: Pricer) { self.pricer = pricer }

    /// A first whole roster. An empty seat is worth little at first and more every round, so that nobody
    /// takes all of them.
    func construct(order: [Int]) -> Incumbent {
        var roster = Incumbent(problem)
        for cap in [40, 160, 640, Int.max] {
            for person in order { respond(person, &roster, underMost: cap) }
        }
        return roster
    }

    /// Rounds until nobody gains, or `stop`.
    func improve(_ roster: inout Incumbent, order: [Int], stop: () -> Bool = { false }) {
        var changed = true
        while changed, !stop() {
            changed = false
            for person in order where respond(person, &roster, underMost: .max) { changed = true }
        }
    }

    /// - Parameter underMost: the most that a missing unit is taken to cost.
    /// - Returns: whether the person has another roster that costs less.
    @discardableResult
    func respond(_ person: Int, _ roster: inout Incumbent, underMost: Int) -> Bool {
        let old = roster.columns[person]
        roster.take(person, problem)
        let counts = roster.counts
        func step(_ row: Int, _ count: Int) -> Double? {
            var rule = problem.rows[row]
            rule.under = min(rule.under, underMost)
            guard let after = rule.cost(of: counts[row] + count) else { return nil }
            return Double(after - (rule.cost(of: counts[row]) ?? 0))
        }
        let total = problem.people[person].totalRow
        let found = pricer.price(
            person, rowPrice: { step($0, 1) ?? RowPrices.never },
            totalPrice: { count in total.flatMap { step($0, count) } ?? 0 })
        guard let best = found.rosters.first else {
            if let old { roster.put(old, problem) }
            return false
        }
        let column = pricer.column(person, best.choices)
        guard let old else {
            roster.put(column, problem)
            return true
        }
        let better = added(column, counts, underMost) < added(old, counts, underMost)
        roster.put(better ? column : old, problem)
        return better
    }

    /// What a column adds to what the others make.
    private func added(_ column: Column, _ counts: [Int], _ underMost: Int) -> Double {
        var with = counts
        problem.count(column, 1, in: &with)
        var cost = Double(column.cost)
        var rows = Set<Int>()
        let person = problem.people[column.person]
        for choice in column.choices { rows.formUnion(person.choices[Int(choice)].rows) }
        if let total = person.totalRow { rows.insert(total) }
        for row in rows {
            var rule = problem.rows[row]
            rule.under = min(rule.under, underMost)
            let full = RowPrices.never * Double(max(0, with[row] - rule.high))
            let before = RowPrices.never * Double(max(0, counts[row] - rule.high))
            cost +=
                (rule.cost(of: with[row]).map(Double.init) ?? full)
                - (rule.cost(of: counts[row]).map(Double.init) ?? before)
        }
        return cost
    }
}
