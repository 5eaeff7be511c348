package import Domain

/// An amount split over the municipalities that a shipped region had on one day.
package struct RegionDistribution: Sendable {
    package let amount: Money
    package let key: DistributionKey
    package let region: Code<SafetyRegion>
    package let regionName: String
    /// The day whose municipalities and figures count (*peildatum*).
    package let referenceDate: Day
    /// What the figures of the basis rest on, each once, such as a publication of CBS with its status.
    package let sources: [String]
    package let parts: [DistributionPart]
}

/// Why an amount cannot be split over a region.
package enum RegionDistributionFault: Error, Equatable {
    case unknownRegion(String)
    case noMunicipalities(Code<SafetyRegion>, Day)
    /// No figure of that very day is on record; a figure of another day is another distribution.
    case populationUnknown(municipalities: [String], Day)
    case refused(DistributionRefusal)
}

/// Splits `amount` over the municipalities of a region that ships with the product. It reads nothing else, so
/// that anybody can check a bill without the region's data.
package func distribute(
    _ amount: Money, by key: DistributionKey, over region: String, on day: Day
) throws -> RegionDistribution {
    guard let file = try ShippedRegions.region(region) else {
        throw RegionDistributionFault.unknownRegion(region)
    }
    let members = file.municipalities.filter { $0.isMember(on: day) }
    guard !members.isEmpty else { throw RegionDistributionFault.noMunicipalities(file.code, day) }
    let bases = members.map { (entry: $0, basis: $0.basis(of: key, on: day)) }
    let unknown = bases.filter { $0.basis == nil }.map(\.entry.name)
    guard unknown.isEmpty else {
        throw RegionDistributionFault.populationUnknown(municipalities: unknown.sorted(), day)
    }
    let shares = bases.compactMap { entry, basis in
        basis.map { DistributionShare(code: entry.code, name: entry.name, basis: $0.value) }
    }
    let sources = Set(bases.compactMap { $0.basis?.source }).sorted()
    do throws(DistributionRefusal) {
        return RegionDistribution(
            amount: amount, key: key, region: file.code, regionName: file.name, referenceDate: day,
            sources: sources, parts: try amount.distribute(over: shares))
    } catch {
        throw RegionDistributionFault.refused(error)
    }
}

extension RegionFile.MunicipalityEntry {
    fileprivate func isMember(on day: Day) -> Bool {
        municipality.exists(on: day) && (memberFrom ?? day) <= day && day <= (memberThrough ?? day)
    }

    /// Nil when it is not on record.
    fileprivate func basis(of key: DistributionKey, on day: Day) -> (value: Int64, source: String?)? {
        switch key {
        case .equal: (1, nil)
        case .inhabitants:
            populations.first { $0.referenceDate == day }.map { (Int64($0.inhabitants), $0.source) }
        }
    }
}
