import Domain
import Storage
import Web

extension Change {
    /// Says how many a shelter of a municipality card holds and what is there.
    ///
    /// - Throws: `WebFailure.notFound` for an entry that is not a shelter of that card.
    mutating func saveShelterLocation(
        _ location: ShelterLocation, of municipality: Code<Municipality>
    ) throws {
        try actor.require(.editCards, for: municipality)
        let known = try tx.knownShelters(of: [municipality]).first { $0.entry.id == location.entry }
        guard let known else { throw WebFailure.notFound }
        guard known.location != location else { return }
        try tx.save(location)
        try record(
            JournalEntry(
                "shelterLocation.changed", "municipality", municipality,
                before: known.location?.journalState(known.entry.name),
                after: location.journalState(known.entry.name)))
    }
}

extension ShelterLocation {
    fileprivate func journalState(_ name: String) -> [String: JournalValue] {
        [
            "locatie": .text(name), "plaatsen": capacity.map { .number($0) } ?? .none,
            "voorzieningen": .text(facilities.map(\.rawValue).joined(separator: " ")),
        ]
    }
}
