import Domain
import Web

/// A municipality card as the API tells it to this caller.
struct CardResource: Hashable, Sendable {
    let municipality: Code<Municipality>
    let sections: [CardSectionResource]
    let officials: [OfficialResource]

    static let schema = Schema<CardResource>.object(
        "Gemeentekaart", "Wat wie dienst heeft over een gemeente moet weten.",
        Property("gemeente", \.municipality, .municipalityCode, "Gemeente."),
        Property(
            "onderdelen", \.sections, .list(of: CardSectionResource.schema, countMax: 20),
            "In de volgorde van de kaart."),
        Property(
            "bestuurders", \.officials, .list(of: OfficialResource.schema, countMax: 100),
            "Wie een ambt bekleedt, in de volgorde van bellen."),
        make: CardResource.init)
}

extension CardResource {
    init(_ page: CardPage) {
        self.init(
            municipality: page.municipality.code,
            sections: page.sections.map(CardSectionResource.init),
            officials: page.officials.map { official in
                OfficialResource(
                    office: official.office, position: official.position, name: official.name,
                    phone: official.phone?.e164, isPrivate: official.isPrivate,
                    awayUntil: page.leaves.first {
                        $0.official == official.id && $0.interval.contains(page.now)
                    }?.interval.end)
            })
    }
}

struct CardSectionResource: Hashable, Sendable {
    let section: CardSection
    let text: String
    let entries: [CardEntryResource]
    let checkedAt: Instant?
    let checkedBy: String?

    static let schema = Schema<CardSectionResource>.object(
        "KaartOnderdeel", "Een onderdeel van een gemeentekaart.",
        Property(
            "onderdeel", \.section, .choice(CardSection.allCases, word: \.rawValue), "Waarover het gaat."),
        Property("tekst", \.text, .anyText, "Leeg als er geen tekst is."),
        Property(
            "regels", \.entries, .list(of: CardEntryResource.schema, countMax: 1000), "Plaatsen en bedrijven."
        ),
        Property("nagekekenOp", \.checkedAt, Scalar.instant.orNull, "Null als nog nooit."),
        Property("nagekekenDoor", \.checkedBy, Scalar.anyText.orNull, "Naam van het account."),
        make: CardSectionResource.init)
}

extension CardSectionResource {
    init(_ section: CardPage.Section) {
        self.init(
            section: section.section, text: section.text,
            entries: section.entries.map(CardEntryResource.init),
            checkedAt: section.check?.at, checkedBy: section.check?.by)
    }
}

struct CardEntryResource: Hashable, Sendable {
    let name: String
    let address: String
    let contact: String
    let phone: String?
    let isPrivate: Bool
    let note: String

    static let schema = Schema<CardEntryResource>.object(
        "KaartRegel", "Een opvanglocatie, bedrijf of kwetsbaar object.",
        Property("naam", \.name, .anyText, "Naam."),
        Property("adres", \.address, .anyText, "Adres; leeg als onbekend."),
        Property("contact", \.contact, .anyText, "Wie te bellen; leeg als onbekend."),
        Property("telefoon", \.phone, Scalar.anyText.orNull, "Null als onbekend of niet voor deze sleutel."),
        Property("isPrive", \.isPrivate, .boolean, "Of het nummer van een persoon zelf is."),
        Property("toelichting", \.note, .anyText, "Leeg als er geen is."),
        make: CardEntryResource.init)
}

extension CardEntryResource {
    init(_ entry: CardEntry) {
        self.init(
            name: entry.name, address: entry.address, contact: entry.contact, phone: entry.phone?.e164,
            isPrivate: entry.isPrivate, note: entry.note)
    }
}

struct OfficialResource: Hashable, Sendable {
    let office: Official.Office
    let position: Int
    let name: String
    let phone: String?
    let isPrivate: Bool
    let awayUntil: Instant?

    static let schema = Schema<OfficialResource>.object(
        "Bestuurder", "Wie een ambt van een gemeente bekleedt.",
        Property("ambt", \.office, .choice(Official.Office.allCases, word: \.word), "Ambt."),
        Property("volgorde", \.position, .count, "De laagste wordt eerst gebeld."),
        Property("naam", \.name, .anyText, "Naam."),
        Property("telefoon", \.phone, Scalar.anyText.orNull, "Null als onbekend of niet voor deze sleutel."),
        Property("isPrive", \.isPrivate, .boolean, "Of het nummer van de persoon zelf is."),
        Property("afwezigTot", \.awayUntil, Scalar.instant.orNull, "Null voor wie er is."),
        make: OfficialResource.init)
}

/// A card in the list of cards.
struct CardSummaryResource: Hashable, Sendable {
    let municipality: Code<Municipality>
    let staleCount: Int
    let checkedAt: Instant?

    static let schema = Schema<CardSummaryResource>.object(
        "KaartInLijst", "Of een gemeentekaart is nagekeken.",
        Property("gemeente", \.municipality, .municipalityCode, "Gemeente."),
        Property("onderdelenNaTeKijken", \.staleCount, .count, "Onderdelen die te lang niet zijn nagekeken."),
        Property(
            "oudsteControleOp", \.checkedAt, Scalar.instant.orNull,
            "Wanneer het langst geleden nagekeken onderdeel is nagekeken; null als een onderdeel dat nooit is."
        ),
        make: CardSummaryResource.init)
}
