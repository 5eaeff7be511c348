/// What a municipality card (*gemeentekaart*) is about; each section is checked by itself (spec R7). The raw value
/// is stored and stands in addresses.
package enum CardSection: String, CaseIterable, Sendable {
    /// Mayor, deputy mayor, secretary and spokesperson: who can be called now.
    case reachability = "bereikbaarheid"
    case mayorWishes = "burgemeester"
    case secretaryWishes = "secretaris"
    case spokespersonWishes = "woordvoerder"
    case shelters = "opvang"
    case contractors = "bedrijven"
    case vulnerableObjects = "objecten"
    case localKnowledge = "lokaal"
    case sensitivities = "gevoelig"
    /// What the municipality takes crisis care to be and how it organised it.
    case organisation = "organisatie"

    package var form: Form {
        switch self {
        case .reachability: .officials
        case .shelters, .contractors, .vulnerableObjects: .entries
        case .mayorWishes, .secretaryWishes, .spokespersonWishes, .localKnowledge, .sensitivities,
            .organisation:
            .text
        }
    }

    package enum Form: Sendable {
        case text, entries, officials
    }
}

/// That somebody looked whether a section of a card is still true (*nagekeken*).
package struct CardCheck: Hashable, Sendable {
    package let at: Instant
    /// Name of the account at that moment.
    package let by: String

    package init(at: Instant, by: String) {
        self.at = at
        self.by = by
    }

    /// A card is read at night by somebody who cannot check it.
    ///
    /// - Parameter daysMax: the norm; without one no check grows old.
    package func isStale(at now: Instant, daysMax: Int?) -> Bool {
        guard let daysMax else { return false }
        return now.minutes(since: at) > daysMax * 24 * 60
    }
}

/// A shelter, contractor or vulnerable object of a municipality, with whom to call and who has the key.
package struct CardEntry: Hashable, Sendable {
    package let id: ID<CardEntry>
    package let section: CardSection
    package let name: String
    package let address: String
    /// Whom to call: keyholder, planner, concierge.
    package let contact: String
    package let phone: Phone?
    /// A private number is shown only to who needs it.
    package let isPrivate: Bool
    package let note: String

    package init(
        id: ID<CardEntry>, section: CardSection, name: String, address: String, contact: String,
        phone: Phone?,
        isPrivate: Bool, note: String
    ) {
        self.id = id
        self.section = section
        self.name = name
        self.address = address
        self.contact = contact
        self.phone = phone
        self.isPrivate = isPrivate
        self.note = note
    }
}
