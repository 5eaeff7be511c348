import Domain
import Storage
import Web

extension Change {
    /// Writes what a section says; whoever writes it has looked at it.
    ///
    /// - Parameter version: of the section the form was made from, 0 for one that was never written.
    mutating func writeCard(
        _ section: CardSection, of municipality: Code<Municipality>, text: String, version: Int
    ) throws {
        let before = try editable(section, of: municipality)
        guard section.form == .text else { throw WebFailure.notFound }
        guard version == before?.version ?? 0 else { throw WebFailure.changedMeanwhile }
        try save(section, of: municipality, text: text, before)
        try record(entry("card.written", section, of: municipality, before: before, text: text))
    }

    /// Records that somebody looked whether a section is still true.
    mutating func checkCard(_ section: CardSection, of municipality: Code<Municipality>) throws {
        let before = try editable(section, of: municipality)
        try save(section, of: municipality, text: before?.text ?? "", before)
        try record(
            JournalEntry(
                "card.checked", "municipality", municipality,
                before: [
                    "onderdeel": .text(section.rawValue),
                    "nagekeken": .day(before?.check.map { Amsterdam.day(at: $0.at) }),
                ],
                after: ["onderdeel": .text(section.rawValue), "nagekeken": .day(Amsterdam.day(at: now))]))
    }

    private func editable(
        _ section: CardSection, of municipality: Code<Municipality>
    ) throws -> StoredCardSection? {
        try actor.require(.editCards, for: municipality)
        return try tx.cardSections(of: municipality)[section]
    }

    private mutating func save(
        _ section: CardSection, of municipality: Code<Municipality>, text: String,
        _ before: StoredCardSection?
    ) throws {
        let after = StoredCardSection(
            id: before?.id ?? newID(), section: section, text: text, check: CardCheck(at: now, by: actorName),
            version: (before?.version ?? 0) + 1)
        guard try tx.save(after, of: municipality) else { throw WebFailure.changedMeanwhile }
    }

    private var actorName: String {
        switch actor {
        case .account(let signedIn): signedIn.displayName
        case .command(let name), .background(let name): name
        }
    }

    /// What somebody wrote about people stays under the municipality's own key of that section.
    private func entry(
        _ action: String, _ section: CardSection, of municipality: Code<Municipality>,
        before: StoredCardSection?,
        text: String
    ) throws -> JournalEntry {
        guard let id = try tx.cardSections(of: municipality)[section]?.id else { throw WebFailure.notFound }
        let key = ID<Functionary>(uuid: id.uuid)
        func state(_ text: String) -> [String: JournalValue] {
            ["onderdeel": .text(section.rawValue), "tekst": .secret(text, of: key)]
        }
        return JournalEntry(
            action, "municipality", municipality, before: before.map { state($0.text) }, after: state(text))
    }
}

extension Change {
    mutating func saveCardEntry(_ new: CardEntry, of municipality: Code<Municipality>) throws {
        try actor.require(.editCards, for: municipality)
        let before = try tx.cardEntries(of: municipality).first { $0.id == new.id }
        try tx.save(new, of: municipality)
        try record(
            JournalEntry(
                before == nil ? "cardEntry.added" : "cardEntry.changed", "municipality", municipality,
                before: before?.journalState, after: new.journalState))
    }

    mutating func removeCardEntry(_ id: ID<CardEntry>, of municipality: Code<Municipality>) throws {
        try actor.require(.editCards, for: municipality)
        guard let before = try tx.cardEntries(of: municipality).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        try tx.deleteCardEntry(id)
        try record(
            JournalEntry("cardEntry.removed", "municipality", municipality, before: before.journalState))
    }

    mutating func saveOfficial(_ official: Official) throws {
        try actor.require(.editCards, for: official.municipality)
        let before = try tx.officials(of: official.municipality).first { $0.id == official.id }
        try tx.save(official)
        try record(
            JournalEntry(
                before == nil ? "official.added" : "official.changed", "official", official.id,
                before: before?.journalState, after: official.journalState))
    }

    mutating func removeOfficial(_ id: ID<Official>, of municipality: Code<Municipality>) throws {
        let before = try official(id, of: municipality)
        try tx.deleteOfficial(id)
        try record(JournalEntry("official.removed", "official", id, before: before.journalState))
    }

    mutating func recordOfficialLeave(_ leave: OfficialLeave, of municipality: Code<Municipality>) throws {
        _ = try official(leave.official, of: municipality)
        if let replacement = leave.replacement { _ = try official(replacement, of: municipality) }
        try tx.insert(leave)
        try record(
            JournalEntry(
                "officialLeave.recorded", "official", leave.official,
                after: [
                    "van": .text(leave.interval.start.iso8601), "tot": .text(leave.interval.end.iso8601),
                    "vervanger": .text(leave.replacement?.description ?? "de volgende"),
                ]))
    }

    mutating func withdrawOfficialLeave(_ id: ID<OfficialLeave>, of municipality: Code<Municipality>) throws {
        let leave = try tx.officialLeaves(from: now).first { $0.id == id }
        guard let leave else { throw WebFailure.notFound }
        _ = try official(leave.official, of: municipality)
        try tx.deleteOfficialLeave(id)
        try record(
            JournalEntry(
                "officialLeave.withdrawn", "official", leave.official,
                before: [
                    "van": .text(leave.interval.start.iso8601), "tot": .text(leave.interval.end.iso8601),
                ]))
    }

    /// - Throws: `WebFailure.notFound` for somebody of another municipality.
    private func official(_ id: ID<Official>, of municipality: Code<Municipality>) throws -> Official {
        try actor.require(.editCards, for: municipality)
        guard let official = try tx.officials(of: municipality).first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return official
    }
}

extension CardEntry {
    fileprivate var journalState: [String: JournalValue] {
        let key = ID<Functionary>(uuid: id.uuid)
        return [
            "onderdeel": .text(section.rawValue), "naam": .text(name), "adres": .text(address),
            "contact": .secret(contact, of: key), "telefoon": .secret(phone?.e164 ?? "", of: key),
            "opmerking": .secret(note, of: key),
        ]
    }
}

extension Official {
    /// Under a key of their own, so that it can be made unreadable.
    fileprivate var journalState: [String: JournalValue] {
        let key = ID<Functionary>(uuid: id.uuid)
        return [
            "gemeente": .code(municipality), "ambt": .text(office.rawValue), "volgorde": .number(position),
            "naam": .secret(name, of: key), "telefoon": .secret(phone?.e164 ?? "", of: key),
        ]
    }
}
