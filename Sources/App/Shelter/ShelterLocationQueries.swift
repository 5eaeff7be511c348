import Domain
import Storage

extension Transaction {
    func save(_ location: ShelterLocation) throws {
        let facilities = location.facilities.map(\.rawValue).joined(separator: " ")
        try execute(
            """
            INSERT INTO shelter_location (entry, capacity, facilities)
            VALUES (\(location.entry), \(location.capacity), \(facilities))
            ON CONFLICT (entry) DO UPDATE SET capacity = excluded.capacity, facilities = excluded.facilities
            """)
    }
}
