/// By what an amount is split over municipalities (*verdeelsleutel*).
package enum DistributionKey: String, CaseIterable, Sendable {
    /// Inhabitants on the reference date.
    case inhabitants
    /// Every municipality the same.
    case equal
}

/// What one party weighs in a distribution.
package struct DistributionShare: Equatable, Sendable {
    package let code: Code<Municipality>
    package let name: String
    /// In the unit of the key, such as inhabitants; never negative.
    package let basis: Int64

    package init(code: Code<Municipality>, name: String, basis: Int64) {
        self.code = code
        self.name = name
        self.basis = basis
    }
}

/// What one party pays or gets.
package struct DistributionPart: Equatable, Sendable {
    package let share: DistributionShare
    package let amount: Money
}

/// Why an amount cannot be split.
package enum DistributionRefusal: Error, Equatable, Sendable {
    case negativeAmount
    case negativeBasis(DistributionShare)
    /// Nobody to split over, or everybody weighs nothing.
    case noBasis
}
