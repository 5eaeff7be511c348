/// The master program: one column for each person, rows at their price, for all people or some.
///
/// Its optimum, once nothing prices out, is a lower bound on every roster; at any other prices the
/// Lagrangian value is one.
final class Master {
    let pricer: Pricer
    let people: [Int]
    /// What the others count in every row.
    let others: [Int]
    private let program: LinearProgram
    /// The rows that these people count in, and where each row of the problem stands among them (−1:
    /// nowhere).
    private let rows: [Int]
    private let place: [Int32]
    private let seat: [Int: Int32]
    private let slacks: Int
    private let cap: Double
    /// Slacks whose price is capped: the price now and the true one.
    private var capped: [(column: Int, now: Double, full: Double)] = []
    private(set) var columns: [Column] = []
    private var known: Set<Column> = []
    /// No roster of these people costs less (rows included, the problem's constant not).
    private(set) var bound = -Double.infinity
    private var centre: [Double] = []
    private(set) var duals: [Double] = []

    init(_ pricer: Pricer, people: [Int], others: [Int], cap: Double) {
        let problem = pricer.problem
        (self.pricer, self.people, self.others, self.cap) = (pricer, people, others, cap)
        var used = Set<Int>()
        for person in people {
            for choice in problem.people[person].choices { used.formUnion(choice.rows) }
            if let total = problem.people[person].totalRow { used.insert(total) }
        }
        rows = used.sorted()
        var place = [Int32](repeating: -1, count: problem.rows.count)
        for (index, row) in rows.enumerated() { place[row] = Int32(index) }
        self.place = place
        let first = rows.count
        seat = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, Int32(first + $0)) })
        let one = people.map { _ in 1.0 }
        program = LinearProgram(
            rowLower: rows.map { Double(problem.rows[$0].low - others[$0]) } + one,
            rowUpper: rows.map { Double(problem.rows[$0].high - others[$0]) } + one)
        var entries: [LinearProgram.Entry] = []
        for (index, row) in rows.enumerated() {
            let rule = problem.rows[row]
            for (full, sign) in [
                (Double(rule.under), 1.0), (rule.over.map(Double.init) ?? RowPrices.never, -1.0),
            ]
            where full > 0 || sign < 0 {
                if full > cap { capped.append((entries.count, cap, full)) }
                entries.append(.init(cost: min(full, cap), rows: [Int32(index)], values: [sign]))
            }
        }
        program.add(entries)
        slacks = entries.count
    }

    /// Prices to begin with, known to give this bound (none: −∞).
    func begin(at prices: [Double], bound: Double) {
        centre = rows.map { prices[$0] }
        self.bound = bound
    }

    /// - Returns: how many were new.
    @discardableResult
    func add(_ fresh: [Column]) -> Int {
        var entries: [LinearProgram.Entry] = []
        for column in fresh where known.insert(column).inserted {
            guard let seat = seat[column.person] else { continue }
            let person = pricer.problem.people[column.person]
            var counts: [Int32: Double] = [:]
            for choice in column.choices {
                for row in person.choices[Int(choice)].rows { counts[place[row], default: 0] += 1 }
            }
            if let total = person.totalRow, !column.choices.isEmpty {
                counts[place[total], default: 0] += Double(column.choices.count)
            }
            let sorted = counts.sorted { $0.key < $1.key }
            entries.append(
                .init(
                    cost: Double(column.cost), rows: sorted.map(\.key) + [seat],
                    values: sorted.map(\.value) + [1]))
            columns.append(column)
        }
        program.add(entries)
        return entries.count
    }

    func solve(dual: Bool = false) -> Bool {
        guard program.solve(dual: dual) else { return false }
        duals = program.duals
        return true
    }

    var objective: Double { program.objective }
    var values: [Double] { Array(program.values[slacks...]) }
    var reducedCosts: [Double] { Array(program.reducedCosts[slacks...]) }

    var rowPrices: [Double] {
        var prices = [Double](repeating: 0, count: pricer.problem.rows.count)
        for (index, row) in rows.enumerated() { prices[row] = duals[index] }
        return prices
    }

    /// Raises the capped prices of slacks that are in use.
    /// - Returns: whether there were any.
    func uncap() -> Bool {
        let values = program.values
        var changed = false
        for index in capped.indices
        where values[capped[index].column] > 1e-7 && capped[index].now < capped[index].full {
            capped[index].now = min(capped[index].full, capped[index].now * 4)
            program.setCost(capped[index].column, capped[index].now)
            changed = true
        }
        return changed
    }

    /// Gives counts that are never allowed their full price at once.
    func forbidOverfull() {
        for index in capped.indices where capped[index].full == RowPrices.never {
            capped[index].now = capped[index].full
            program.setCost(capped[index].column, capped[index].now)
        }
    }

    func settle(_ column: Int) { program.setBounds(slacks + column, 1...1) }
    func rule(out column: Int) { program.setBounds(slacks + column, 0...0) }

    /// One round of pricing, at prices between the best known (`smoothing` of them; Wentges, 1997) and the
    /// newest.
    /// - Parameter asked: only these people; the bound then stays as it is.
    /// - Returns: how many columns came in.
    func price(smoothing: Double, asked: [Int]? = nil, rosters: Int = 2) -> Int {
        let problem = pricer.problem
        var rowPrices = [Double](repeating: 0, count: problem.rows.count)
        var value = 0.0
        var prices = Array(duals[..<rows.count])
        for (index, row) in rows.enumerated() {
            let rule = problem.rows[row]
            if smoothing > 0, centre.count == rows.count {
                prices[index] = smoothing * centre[index] + (1 - smoothing) * prices[index]
            }
            prices[index] = min(prices[index], Double(rule.under))
            if let over = rule.over { prices[index] = max(prices[index], -Double(over)) }
            rowPrices[row] = -prices[index]
            let edge = (prices[index] >= 0 ? rule.low : rule.high) - others[row]
            value += prices[index] * Double(edge)
        }
        var fresh: [Column] = []
        for (person, price) in zip(asked ?? people, pricer.price(asked ?? people, rowPrices: rowPrices)) {
            value += price.bound
            for roster in price.rosters.prefix(rosters) {
                let column = pricer.column(person, roster.choices)
                if reducedCost(column) < -1e-6 { fresh.append(column) }
            }
        }
        if asked == nil, value > bound { (bound, centre) = (value, prices) }
        return add(fresh)
    }

    /// What a column costs beyond what the newest prices pay for it.
    private func reducedCost(_ column: Column) -> Double {
        let person = pricer.problem.people[column.person]
        var cost = Double(column.cost)
        if let seat = seat[column.person] { cost -= duals[Int(seat)] }
        for choice in column.choices {
            for row in person.choices[Int(choice)].rows { cost -= duals[Int(place[row])] }
        }
        if let total = person.totalRow, !column.choices.isEmpty {
            cost -= duals[Int(place[total])] * Double(column.choices.count)
        }
        return cost
    }

    /// Prices until nothing comes in, or `stop`.
    /// - Returns: whether the optimum was reached.
    func converge(smoothing: Double, rounds: Int = .max, stop: () -> Bool) -> Bool {
        guard solve() else { return false }
        var round = 0
        while round < rounds {
            if stop() { return false }
            round += 1
            var added = price(smoothing: round > 40 ? 0 : smoothing)
            if added == 0, smoothing > 0 { added = price(smoothing: 0) }
            if added == 0, !uncap() { return true }
            guard solve() else { return false }
        }
        return false
    }
}
