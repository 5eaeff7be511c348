/// Climbs the Lagrangian bound by the volume algorithm (Barahona and Anbil, 2000): good prices and good
/// columns for the cost of pricing alone, before the linear program begins.
struct Ascent {
    let pricer: Pricer
    private let limits: RowPrices
    private(set) var prices: [Double]
    /// No roster costs less (without the problem's constant).
    private(set) var bound: Double
    private var average: [Double]
    private var length = 0.1
    private var failures = 0
    private var step = 0

    init(_ pricer: Pricer, cap: Double) {
        self.pricer = pricer
        limits = RowPrices(pricer.problem, cap: cap)
        prices = Array(repeating: 0, count: pricer.problem.rows.count)
        let first = Self.evaluate(prices, pricer)
        (bound, average) = (first.bound, first.counts)
    }

    private static func evaluate(
        _ prices: [Double], _ pricer: Pricer
    ) -> (bound: Double, counts: [Double], columns: [Column]) {
        let problem = pricer.problem
        var value = RowPrices.value(problem, prices)
        var counts = [Int](repeating: 0, count: problem.rows.count)
        var columns: [Column] = []
        let found = pricer.price(Array(problem.people.indices), rowPrices: prices.map { -$0 })
        for (person, price) in found.enumerated() {
            value += price.bound
            guard let best = price.rosters.first else { continue }
            let column = pricer.column(person, best.choices)
            problem.count(column, 1, in: &counts)
            columns.append(column)
        }
        return (value, counts.map(Double.init), columns)
    }

    /// One step.
    /// - Returns: everyone's cheapest roster at the prices tried.
    mutating func climb() -> [Column] {
        let problem = pricer.problem
        step += 1
        var pull = [Double](repeating: 0, count: prices.count)
        var norm = 0.0
        for (index, row) in problem.rows.enumerated() {
            pull[index] = Self.pull(row, count: average[index], price: prices[index])
            if (prices[index] >= limits.most[index] && pull[index] > 0)
                || (prices[index] <= limits.least[index] && pull[index] < 0)
            {
                pull[index] = 0
            }
            norm += pull[index] * pull[index]
        }
        guard norm > 1e-9 else { return [] }
        let hope = max(abs(bound) * 0.05, 20)
        var trial = prices
        for (index, row) in problem.rows.enumerated() {
            var price = prices[index] + length * hope / norm * pull[index]
            // What a row counts changes where its price changes sign, so a price stops at nought.
            if row.low != row.high, prices[index] * price < 0 { price = 0 }
            trial[index] = min(max(price, limits.least[index]), limits.most[index])
        }
        let found = Self.evaluate(trial, pricer)
        let share = step < 100 ? 0.1 : 0.05
        for index in average.indices {
            average[index] = share * found.counts[index] + (1 - share) * average[index]
        }
        if found.bound > bound {
            let agrees = zip(pull.indices, pull).reduce(0.0) { sum, entry in
                sum + entry.1
                    * Self.pull(problem.rows[entry.0], count: found.counts[entry.0], price: trial[entry.0])
            }
            if agrees > 0 { length = min(length * 1.3, 2) }
            (bound, prices, failures) = (found.bound, trial, 0)
        } else {
            failures += 1
            if failures >= 8 { (length, failures) = (max(length * 0.66, 0.0005), 0) }
        }
        return found.columns
    }

    /// Towards which side, and how much, a count asks its price to move.
    private static func pull(_ row: RosterProblem.Row, count: Double, price: Double) -> Double {
        let low = Double(row.low) - count
        let high = Double(row.high) - count
        if price > 0 { return low }
        if price < 0 { return high }
        return low > 0 ? low : min(high, 0)
    }
}
