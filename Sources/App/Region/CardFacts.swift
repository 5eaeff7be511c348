import Domain
import Storage

/// A section of a card as it is stored.
struct StoredCardSection: Equatable, Sendable {
    let id: ID<StoredCardSection>
    let section: CardSection
    let text: String
    let check: CardCheck?
    /// Rises with every change; an edit of an older version is refused.
    let version: Int
}

/// What other features may read of municipality cards.
extension Transaction {
    /// Everybody who holds an office, in the order in which they are called.
    func officials() throws -> [Official] {
        try rows(
            """
            SELECT id, municipality, office, position, name, phone, is_private FROM official
            ORDER BY municipality, office, position, id
            """
        ).map { row in
            Official(
                id: try row.id("id"), municipality: Code(try row.text("municipality")),
                office: try row.kind("office"),
                position: try row.integer("position"), name: try row.text("name"),
                phone: try row.optionalText("phone").flatMap { Phone($0) },
                isPrivate: try row.flag("is_private"))
        }
    }

    func officials(of municipality: Code<Municipality>) throws -> [Official] {
        try officials().filter { $0.municipality == municipality }
    }

    /// Leave that has not ended at `now`.
    func officialLeaves(from now: Instant) throws -> [OfficialLeave] {
        try rows(
            """
            SELECT id, official, starts_at, ends_at, replacement FROM official_leave WHERE ends_at > \(now)
            ORDER BY starts_at, id
            """
        ).map { row in
            OfficialLeave(
                id: try row.id("id"), official: try row.id("official"),
                interval: Interval(try row.instant("starts_at"), try row.instant("ends_at")),
                replacement: try row.optionalID("replacement"))
        }
    }

    func cardSections(of municipality: Code<Municipality>) throws -> [CardSection: StoredCardSection] {
        try rows(
            """
            SELECT id, section, body, checked_at, checked_by, version FROM card_section
            WHERE municipality = \(municipality) ORDER BY section
            """
        ).map(StoredCardSection.init).reduce(into: [:]) { $0[$1.section] = $1 }
    }

    func cardEntries(of municipality: Code<Municipality>) throws -> [CardEntry] {
        try rows(
            """
            SELECT id, section, name, address, contact, phone, is_private, note FROM card_entry
            WHERE municipality = \(municipality) ORDER BY section, sort_key, id
            """
        ).map { row in
            CardEntry(
                id: try row.id("id"), section: try row.kind("section"), name: try row.text("name"),
                address: try row.text("address"), contact: try row.text("contact"),
                phone: try row.optionalText("phone").flatMap { Phone($0) },
                isPrivate: try row.flag("is_private"),
                note: try row.text("note"))
        }
    }

    /// Per municipality how many sections of its card are checked, and when the oldest of them was.
    func cardChecks() throws -> [Code<Municipality>: [CardSection: CardCheck]] {
        try rows(
            """
            SELECT municipality, section, checked_at, checked_by FROM card_section
            WHERE checked_at IS NOT NULL ORDER BY municipality, section
            """
        ).reduce(into: [:]) { checks, row in
            checks[Code(try row.text("municipality")), default: [:]][try row.kind("section")] = CardCheck(
                at: try row.instant("checked_at"), by: try row.text("checked_by"))
        }
    }
}

extension StoredCardSection {
    fileprivate init(_ row: Row) throws {
        var check: CardCheck?
        if let at = try row.optionalInstant("checked_at"), let by = try row.optionalText("checked_by") {
            check = CardCheck(at: at, by: by)
        }
        self.init(
            id: try row.id("id"), section: try row.kind("section"), text: try row.text("body"), check: check,
            version: try row.integer("version"))
    }
}
