import Domain
import Storage

/// A shelter of a municipality card, with what is known of it besides.
struct KnownShelter: Sendable {
    let municipality: Code<Municipality>
    let entry: CardEntry
    let location: ShelterLocation?

    /// A private number stays on the card.
    var keyholder: String {
        let phone = entry.isPrivate ? nil : entry.phone.map(\.e164)
        return [entry.contact, phone ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// What other features may read of shelter locations.
extension Transaction {
    /// By municipality, then by name.
    func knownShelters(of municipalities: [Code<Municipality>]) throws -> [KnownShelter] {
        let locations = try shelterLocations()
        return try municipalities.flatMap { municipality in
            try cardEntries(of: municipality).filter { $0.section == .shelters }.map { entry in
                KnownShelter(municipality: municipality, entry: entry, location: locations[entry.id])
            }
        }
    }

    private func shelterLocations() throws -> [ID<CardEntry>: ShelterLocation] {
        try rows("SELECT entry, capacity, facilities FROM shelter_location ORDER BY entry").reduce(into: [:])
        {
            locations, row in
            let id: ID<CardEntry> = try row.id("entry")
            let facilities = try row.text("facilities").split(separator: " ")
            locations[id] = ShelterLocation(
                entry: id, capacity: try row.optionalInteger("capacity"),
                facilities: facilities.compactMap { Shelter.Facility(rawValue: String($0)) })
        }
    }
}
