/// A cost key as it holds from a year on; a later year's takes its place, and the earlier stays for the years
/// before.
package struct StoredKey: Hashable, Sendable {
    package let id: ID<StoredKey>
    package let fromYear: Int
    /// Where the shares stand; empty while nobody filled the key in.
    package let source: String
    package let key: CostKey

    package init(id: ID<StoredKey>, fromYear: Int, source: String, key: CostKey) {
        self.id = id
        self.fromYear = fromYear
        self.source = source
        self.key = key
    }

    /// Which of `keys` holds for `year` under `name`; of one year the last written.
    package static func holding(
        _ name: String, in year: Int, of keys: [StoredKey]
    ) -> StoredKey? {
        keys.filter { $0.key.name.foldedKey == name.foldedKey && $0.fromYear <= year }
            .max { ($0.fromYear, $0.id) < ($1.fromYear, $1.id) }
    }
}

extension CostParty {
    /// Those who pay in `year`: the municipalities that exist on its first day, each with the figures and
    /// shares of those it took the place of.
    ///
    /// - Parameter inhabitants: by municipality and reference date.
    package static func parties(
        in year: Int, of municipalities: [Municipality],
        inhabitants: [Code<Municipality>: [Day: Int]]
    ) -> [CostParty] {
        guard let first = Day(year: year, month: 1, day: 1) else { return [] }
        let days = Set(inhabitants.values.flatMap(\.keys))
        return municipalities.filter { $0.exists(on: first) }.map { place in
            let before = predecessors(of: place.code, among: municipalities)
            var figures = inhabitants[place.code] ?? [:]
            for day in days where figures[day] == nil && !before.isEmpty {
                // Of a day before the merger the sum is its own; of one predecessor alone it is not.
                let then = before.filter { code in
                    municipalities.first { $0.code == code }?.exists(on: day) == true
                }
                let parts = then.map { inhabitants[$0]?[day] }
                if !parts.isEmpty, !parts.contains(nil) {
                    figures[day] = parts.compactMap(\.self).reduce(0, +)
                }
            }
            return CostParty(code: place.code, name: place.name, inhabitants: figures, predecessors: before)
        }
    }

    /// All of them, also those of predecessors.
    private static func predecessors(
        of code: Code<Municipality>, among municipalities: [Municipality]
    ) -> [Code<Municipality>] {
        municipalities.filter { $0.successor == code }.flatMap { place in
            [place.code] + predecessors(of: place.code, among: municipalities)
        }
    }
}
