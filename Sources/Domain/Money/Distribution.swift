extension Money {
    /// Splits the amount in proportion to each basis by largest remainder: everybody gets the whole cents of
    /// their exact part, and the cents that are left go to the largest fractions. Equal fractions go by name,
    /// and by code where names are the same, so that the order of `shares` says nothing.
    ///
    /// The parts add up to the amount exactly, and each is less than a cent from its exact value. They come
    /// sorted by name.
    package func distribute(
        over shares: [DistributionShare]
    ) throws(DistributionRefusal) -> [DistributionPart] {
        guard cents >= 0 else { throw .negativeAmount }
        if let wrong = shares.first(where: { $0.basis < 0 }) { throw .negativeBasis(wrong) }
        // 128 bits hold the product of any two amounts, and the sum of any number of bases that fits in memory.
        let total = shares.reduce(UInt128(0)) { $0 + UInt128($1.basis) }
        guard total > 0 else { throw .noBasis }

        let ordered = shares.map { (key: NameOrder($0), share: $0) }.sorted { $0.key < $1.key }.map(\.share)
        let exact = ordered.map {
            (UInt128(cents) * UInt128($0.basis)).quotientAndRemainder(dividingBy: total)
        }
        var parts = exact.map { Int64($0.quotient) }
        let left = Int(cents - parts.reduce(0, +))
        let byFraction = exact.indices.sorted { (exact[$1].remainder, $0) < (exact[$0].remainder, $1) }
        for index in byFraction.prefix(left) { parts[index] += 1 }
        return zip(ordered, parts).map { DistributionPart(share: $0, amount: Money(cents: $1)) }
    }
}

/// How parties are told apart when their fractions are the same: "Élburg" stands under E, as in every list.
private struct NameOrder: Comparable {
    private let folded: String
    private let name: String
    private let code: Code<Municipality>

    init(_ share: DistributionShare) {
        folded = share.name.folded
        name = share.name
        code = share.code
    }

    static func < (left: NameOrder, right: NameOrder) -> Bool {
        (left.folded, left.name, left.code) < (right.folded, right.name, right.code)
    }
}
