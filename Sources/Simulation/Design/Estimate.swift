/// A share or a difference with the interval that holds it in 95 of 100 runs.
package struct Estimate: Hashable, Codable, Sendable {
    package var value: Double
    package var low: Double
    package var high: Double

    /// Half of the two-sided 95 % of a normal distribution.
    private static let z = 1.959_963_985

    package init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// A share of independent yes-or-no outcomes, by Wilson's score: it also holds near none and all.
    package init(count: Int, of whole: Int) {
        guard whole > 0 else {
            self.init(value: 0, low: 0, high: 1)
            return
        }
        let share = Double(count) / Double(whole)
        let n = Double(whole)
        let square = Self.z * Self.z
        let centre = (share + square / (2 * n)) / (1 + square / n)
        let half =
            Self.z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        self.init(value: share, low: max(0, centre - half), high: min(1, centre + half))
    }

    /// A mean of differences, pair by pair: with the same chance on both sides the interval is narrower than
    /// that of two shares.
    package init(meanOf differences: [Double]) {
        let n = Double(differences.count)
        guard n > 1 else {
            self.init(value: differences.first ?? 0, low: -1, high: 1)
            return
        }
        let mean = differences.reduce(0, +) / n
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
        let half = Self.z * (variance / n).squareRoot()
        self.init(value: mean, low: mean - half, high: mean + half)
    }

    package var halfWidth: Double { (high - low) / 2 }
}
