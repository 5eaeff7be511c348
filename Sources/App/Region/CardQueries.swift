import Domain
import Storage

extension Transaction {
    /// - Returns: false when somebody else changed the section meanwhile.
    func save(_ section: StoredCardSection, of municipality: Code<Municipality>) throws -> Bool {
        try execute(
            """
            INSERT INTO card_section (id, municipality, section, body, checked_at, checked_by, version)
            VALUES (\(section.id), \(municipality), \(section.section), \(section.text), \(section.check?.at),
                \(section.check?.by), \(section.version))
            ON CONFLICT (municipality, section)
            DO UPDATE SET body = excluded.body, checked_at = excluded.checked_at, checked_by = excluded.checked_by,
                version = excluded.version
            WHERE card_section.version = excluded.version - 1
            """) == 1
    }

    func save(_ entry: CardEntry, of municipality: Code<Municipality>) throws {
        try execute(
            """
            INSERT INTO card_entry (id, municipality, section, name, sort_key, address, contact, phone, is_private, note)
            VALUES (\(entry.id), \(municipality), \(entry.section), \(entry.name), \(entry.name.folded),
                \(entry.address), \(entry.contact), \(entry.phone?.e164), \(entry.isPrivate), \(entry.note))
            ON CONFLICT (id)
            DO UPDATE SET name = excluded.name, sort_key = excluded.sort_key, address = excluded.address,
                contact = excluded.contact, phone = excluded.phone, is_private = excluded.is_private,
                note = excluded.note
            """)
    }

    func deleteCardEntry(_ id: ID<CardEntry>) throws {
        try execute("DELETE FROM card_entry WHERE id = \(id)")
    }

    func save(_ official: Official) throws {
        try execute(
            """
            INSERT INTO official (id, municipality, office, position, name, phone, is_private)
            VALUES (\(official.id), \(official.municipality), \(official.office), \(official.position),
                \(official.name), \(official.phone?.e164), \(official.isPrivate))
            ON CONFLICT (id)
            DO UPDATE SET office = excluded.office, position = excluded.position, name = excluded.name,
                phone = excluded.phone, is_private = excluded.is_private
            """)
    }

    /// With the leave of the official; where they were to take over for somebody, that is forgotten too.
    func deleteOfficial(_ id: ID<Official>) throws {
        try execute("UPDATE official_leave SET replacement = NULL WHERE replacement = \(id)")
        try execute("DELETE FROM official_leave WHERE official = \(id)")
        try execute("DELETE FROM official WHERE id = \(id)")
    }

    func insert(_ leave: OfficialLeave) throws {
        try execute(
            """
            INSERT INTO official_leave (id, official, starts_at, ends_at, replacement)
            VALUES (\(leave.id), \(leave.official), \(leave.interval.start), \(leave.interval.end),
                \(leave.replacement))
            """)
    }

    func deleteOfficialLeave(_ id: ID<OfficialLeave>) throws {
        try execute("DELETE FROM official_leave WHERE id = \(id)")
    }
}
