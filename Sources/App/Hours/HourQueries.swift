import Domain
import Storage

extension Transaction {
    func insert(_ entry: HourEntry, at now: Instant) throws {
        try execute(
            """
            INSERT INTO hour_entry (id, municipality, day, minutes, part, note, written_at)
            VALUES (\(entry.id), \(entry.municipality), \(entry.day), \(entry.minutes), \(entry.part), \(entry.note),
                \(now))
            """)
    }

    func deleteHourEntry(_ id: ID<HourEntry>) throws {
        try execute("DELETE FROM hour_entry WHERE id = \(id)")
    }
}
