/// An amount in whole euro cents. It is never a fraction, and it is split only by `distribute`, which loses no
/// cent.
package struct Money: Hashable, Comparable, Sendable {
    package let cents: Int64

    package init(cents: Int64) {
        self.cents = cents
    }

    package static func < (left: Money, right: Money) -> Bool {
        left.cents < right.cents
    }
}
