extension Money {
    package static let zero = Money(cents: 0)

    package static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }

    package static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }

    package static func sum(_ amounts: [Money]) -> Money { amounts.reduce(.zero, +) }
}
