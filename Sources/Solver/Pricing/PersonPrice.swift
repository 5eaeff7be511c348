/// What pricing says about one person at given prices.
struct PersonPrice: Sendable {
    /// No roster of this person costs less; infinite when there is none at all.
    var bound: Double
    /// Cheapest first; the first equals the bound where pricing is exact.
    var rosters: [(value: Double, choices: [Int32])]
}

/// Tables of one thread, kept between people so that they are made once.
struct PricingRoom {
    var table: [Double] = []
    /// Cheapest choice of each period (duties) or of each period and class (shifts), and its price.
    var price: [Double] = []
    var choice: [Int32] = []

    /// Room for at least so many numbers; what was there is of no use any more.
    mutating func ready(table size: Int, prices: Int) {
        if table.count < size { table = [Double](repeating: .infinity, count: size) }
        if price.count < prices {
            price = [Double](repeating: .infinity, count: prices)
            choice = [Int32](repeating: -1, count: prices)
        }
    }
}
