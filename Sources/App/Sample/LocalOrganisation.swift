import Domain

/// How the people of a sample are spread when each municipality keeps its own lines: the same number of people in each
/// function as in the pooled sample, so that the two can be compared.
struct LocalOrganisation {
    private let served: [Code<CrisisFunction>: [Code<Municipality>]]
    private let entries: [Code<Municipality>: SituationFile.MunicipalityEntry]

    init(_ file: SituationFile, places: [SamplePlace]) {
        let districts = Dictionary(
            file.districts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var served: [Code<CrisisFunction>: [Code<Municipality>]] = [:]
        for line in file.lines {
            guard let district = districts[line.district], district.meetingPlace != nil else { continue }
            served[line.function, default: []] += district.municipalities
        }
        self.served = served
        entries = Dictionary(
            file.municipalities.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether municipalities organise this function themselves, alone or with neighbours.
    func isLocal(_ function: Code<CrisisFunction>) -> Bool { served[function] != nil }

    /// Of how many people in a hundred no certificate is on record.
    func unknownPapers(in municipality: Code<Municipality>) -> Int {
        entries[municipality]?.unknownPapers ?? 0
    }

    /// Where `count` people of `function` work: at least one in each municipality that has a line for it, the rest by
    /// weight and commitment, largest remainder first.
    func homes(_ function: Code<CrisisFunction>, count: Int, of places: [SamplePlace]) -> [SamplePlace] {
        let homes = places.filter { (served[function] ?? []).contains($0.code) }
        guard !homes.isEmpty else { return [] }
        let weights = homes.map { $0.weight * Double(entries[$0.code]?.commitment ?? 100) }
        let total = weights.reduce(0, +)
        let rest = max(0, count - homes.count)
        let shares = weights.map { $0 / total * Double(rest) }
        var numbers = shares.map { 1 + Int($0) }
        let byRemainder = shares.indices.sorted {
            let (left, right) = (
                shares[$0] - shares[$0].rounded(.down), shares[$1] - shares[$1].rounded(.down)
            )
            return left == right ? $0 < $1 : left > right
        }
        for index in byRemainder.prefix(max(0, count - numbers.reduce(0, +))) { numbers[index] += 1 }
        return zip(homes, numbers).flatMap { place, number in Array(repeating: place, count: number) }
    }
}
