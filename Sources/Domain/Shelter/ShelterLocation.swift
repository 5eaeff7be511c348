/// What a municipality card does not say of a shelter: how many fit and what is there (spec O1).
package struct ShelterLocation: Hashable, Sendable {
    /// The entry of the municipality card, with address and keyholder.
    package let entry: ID<CardEntry>
    package let capacity: Int?
    package let facilities: [Shelter.Facility]

    package init(entry: ID<CardEntry>, capacity: Int?, facilities: [Shelter.Facility]) {
        self.entry = entry
        self.capacity = capacity
        self.facilities = facilities
    }

    /// More than any hall holds: a larger number is a slip of the finger.
    package static let capacityMax = 50_000
}
