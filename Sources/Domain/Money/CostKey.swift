/// By what a cost is shared between the municipalities of a region (*verdeelsleutel*), with how a new share is grown
/// into (*ingroeiregeling*). A key has a name before anybody filled it in; until then it splits nothing.
package struct CostKey: Hashable, Sendable {
    /// As it is called in papers: "de sleutel voor de coördinerend functionaris".
    package let name: String
    /// Nil: not established.
    package let basis: Basis?
    package let phaseIn: PhaseIn?

    package init(name: String, basis: Basis?, phaseIn: PhaseIn? = nil) {
        self.name = name
        self.basis = basis
        self.phaseIn = phaseIn
    }

    package enum Basis: Hashable, Sendable {
        /// Inhabitants on the reference date (*peildatum*).
        case inhabitants(on: Day)
        case equal
        /// Given shares, in millionths of the whole; where they come from differs.
        case shares(Origin, [Code<Municipality>: Int64])
        /// Several measures (*maatstaven*), each with its weight in millionths.
        case measures([Measure])
        /// Amounts that were agreed.
        case fixed([Code<Municipality>: Money])
    }

    /// The raw value is stored.
    package enum Origin: String, CaseIterable, Sendable {
        /// A cluster of the gemeentefonds.
        case municipalFund
        case historical
        case manual
    }

    package struct Measure: Hashable, Sendable {
        /// `woonruimten`, `oppervlakte`, `kernen`.
        package let name: String
        /// In millionths of the whole.
        package let weight: Int64
        package let values: [Code<Municipality>: Int64]

        package init(name: String, weight: Int64, values: [Code<Municipality>: Int64]) {
            self.name = name
            self.weight = weight
            self.values = values
        }
    }

    /// From the share that everybody had to the one that the basis gives, in equal steps.
    package struct PhaseIn: Hashable, Sendable {
        /// In millionths of the whole.
        package let before: [Code<Municipality>: Int64]
        /// The year in which the old shares held for the last time.
        package let lastYear: Int
        /// Years until the new shares hold wholly.
        package let steps: Int

        package init(before: [Code<Municipality>: Int64], lastYear: Int, steps: Int) {
            self.before = before
            self.lastYear = lastYear
            self.steps = steps
        }
    }

    /// The whole, in which shares are written: 1.234567 % is 12 345,67 of it rounded.
    package static let whole: Int64 = 1_000_000
}

/// Who takes part in a distribution.
package struct CostParty: Hashable, Sendable {
    package let code: Code<Municipality>
    package let name: String
    /// Inhabitants by reference date.
    package let inhabitants: [Day: Int]
    /// The municipalities that it took the place of: their shares and values are its own.
    package let predecessors: [Code<Municipality>]

    package init(
        code: Code<Municipality>, name: String, inhabitants: [Day: Int] = [:],
        predecessors: [Code<Municipality>] = []
    ) {
        self.code = code
        self.name = name
        self.inhabitants = inhabitants
        self.predecessors = predecessors
    }
}

/// Why a key cannot split an amount.
package enum CostKeyFault: Error, Equatable, Sendable {
    /// Nobody filled the key in.
    case notEstablished(name: String)
    /// Shares, weights or old shares add up to something else than the whole.
    case notWhole(millionths: Int64)
    case negative(Code<Municipality>)
    /// They take part, and the key says nothing of them.
    case missing([String])
    /// The key names who does not take part.
    case strangers([Code<Municipality>])
    case noPopulation(municipalities: [String], Day)
    /// Agreed amounts add up to something else than what is to be split.
    case otherTotal(fixed: Money)
    case measureEmpty(name: String)
    case refused(DistributionRefusal)
}

extension CostKey {
    /// Splits `amount` for `year`. Exact to the cent: parts add up to the amount by largest remainder.
    ///
    /// - Throws: the first fault; nothing is split then.
    package func split(
        _ amount: Money, over parties: [CostParty], in year: Int
    ) throws(CostKeyFault) -> [DistributionPart] {
        guard let basis else { throw .notEstablished(name: name) }
        if case .fixed(let amounts) = basis { return try Self.fixed(amounts, amount, parties) }
        let weights = try weights(basis, parties)
        guard let phaseIn, year < phaseIn.lastYear + phaseIn.steps else {
            return try Self.distribute(amount, weights, parties)
        }
        return try Self.distribute(amount, try phasedIn(weights, phaseIn, parties, year), parties)
    }

    private static func distribute(
        _ amount: Money, _ weights: [Int64], _ parties: [CostParty]
    ) throws(CostKeyFault) -> [DistributionPart] {
        let shares = zip(parties, weights).map { party, weight in
            DistributionShare(code: party.code, name: party.name, basis: weight)
        }
        do throws(DistributionRefusal) {
            return try amount.distribute(over: shares)
        } catch {
            throw .refused(error)
        }
    }

    private func weights(_ basis: Basis, _ parties: [CostParty]) throws(CostKeyFault) -> [Int64] {
        switch basis {
        case .equal: return parties.map { _ in 1 }
        case .inhabitants(let day):
            let unknown = parties.filter { $0.inhabitants[day] == nil }.map(\.name).sorted()
            guard unknown.isEmpty else { throw .noPopulation(municipalities: unknown, day) }
            return parties.map { Int64($0.inhabitants[day] ?? 0) }
        case .shares(_, let shares): return try Self.checked(shares, parties)
        case .measures(let measures): return try Self.mixed(measures, parties)
        case .fixed(let amounts):
            return try Self.values(amounts.mapValues(\.cents), parties)
        }
    }

    /// Shares of exactly those who take part, that make the whole.
    private static func checked(
        _ shares: [Code<Municipality>: Int64], _ parties: [CostParty]
    ) throws(CostKeyFault) -> [Int64] {
        let total = shares.values.reduce(0, +)
        guard total == whole else { throw .notWhole(millionths: total) }
        return try values(shares, parties)
    }

    /// What each has, with what it took over from those it took the place of.
    private static func values(
        _ given: [Code<Municipality>: Int64], _ parties: [CostParty]
    ) throws(CostKeyFault) -> [Int64] {
        if let negative = given.filter({ $0.value < 0 }).keys.min() { throw .negative(negative) }
        let known = Set(parties.flatMap { [$0.code] + $0.predecessors })
        let strangers = given.filter { $0.value != 0 && !known.contains($0.key) }.keys.sorted()
        guard strangers.isEmpty else { throw .strangers(strangers) }
        let missing = parties.filter { party in
            ([party.code] + party.predecessors).allSatisfy { given[$0] == nil }
        }.map(\.name).sorted()
        guard missing.isEmpty else { throw .missing(missing) }
        return parties.map { party in
            ([party.code] + party.predecessors).compactMap { given[$0] }.reduce(0, +)
        }
    }

    /// Each measure split over the whole first, so that units do not matter.
    private static func mixed(
        _ measures: [Measure], _ parties: [CostParty]
    ) throws(CostKeyFault) -> [Int64] {
        let total = measures.map(\.weight).reduce(0, +)
        guard total == whole else { throw .notWhole(millionths: total) }
        var weights = parties.map { _ in Int64(0) }
        for measure in measures {
            guard measure.values.values.contains(where: { $0 > 0 }) else {
                throw .measureEmpty(name: measure.name)
            }
            // A million millionths, so that the rounding of one measure is far below a cent of any budget.
            let parts = try distribute(
                Money(cents: measure.weight * whole), try values(measure.values, parties), parties)
            let byCode = Dictionary(uniqueKeysWithValues: parts.map { ($0.share.code, $0.amount.cents) })
            for (index, party) in parties.enumerated() { weights[index] += byCode[party.code] ?? 0 }
        }
        return weights
    }

    /// Old and new shares mixed by how many steps were taken; both are brought to the same whole first.
    private func phasedIn(
        _ new: [Int64], _ phaseIn: PhaseIn, _ parties: [CostParty], _ year: Int
    ) throws(CostKeyFault) -> [Int64] {
        let old = try Self.checked(phaseIn.before, parties)
        let fine = Money(cents: Self.whole * Self.whole)
        let target = Dictionary(
            uniqueKeysWithValues: try Self.distribute(fine, new, parties).map {
                ($0.share.code, $0.amount.cents)
            })
        let taken = Int64(max(0, year - phaseIn.lastYear))
        let steps = Int64(phaseIn.steps)
        return zip(parties, old).map { party, before in
            before * Self.whole * (steps - taken) + (target[party.code] ?? 0) * taken
        }
    }

    private static func fixed(
        _ amounts: [Code<Municipality>: Money], _ amount: Money, _ parties: [CostParty]
    ) throws(CostKeyFault) -> [DistributionPart] {
        let cents = try values(amounts.mapValues(\.cents), parties)
        let total = cents.reduce(0, +)
        guard total == amount.cents else { throw .otherTotal(fixed: Money(cents: total)) }
        return zip(parties, cents).map { party, cents in
            DistributionPart(
                share: DistributionShare(code: party.code, name: party.name, basis: cents),
                amount: Money(cents: cents))
        }.sorted { ($0.share.name.folded, $0.share.code) < ($1.share.name.folded, $1.share.code) }
    }
}
