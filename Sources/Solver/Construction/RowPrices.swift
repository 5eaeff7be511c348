/// The prices that rows may have: between what one too many and what one too few cost, and no further than
/// a cap.
///
/// Capped prices keep the search for prices calm while seats are worth ten thousand; the bound stays a
/// bound.
struct RowPrices {
    /// What a count that is never allowed costs where something must be said.
    static let never = 30_000.0

    let least: [Double]
    let most: [Double]

    init(_ problem: RosterProblem, cap: Double) {
        least = problem.rows.map { -min($0.over.map(Double.init) ?? cap, cap) }
        most = problem.rows.map { min(Double($0.under), cap) }
    }

    /// What rows add to the Lagrangian at these prices.
    static func value(_ problem: RosterProblem, _ prices: [Double]) -> Double {
        zip(problem.rows, prices).reduce(0) { sum, row in
            sum + (row.1 >= 0 ? row.1 * Double(row.0.low) : row.1 * Double(row.0.high))
        }
    }
}
