import Domain
import Storage
import Web

/// What a page that sent an entry by itself hears back.
struct EntryReceipt: Encodable {
    let nummer: Int
    /// It was there already: the same request came before.
    let dubbel: Bool
    /// Somebody else changed the same at the same time; both stand.
    let tegelijk: Bool
}

/// A deployment as programs read it.
struct DeploymentResource: Hashable, Sendable {
    let id: ID<Deployment>
    let number: String
    let title: String
    let place: String
    let mode: DeploymentMode
    let level: Int?
    let isExercise: Bool
    let municipalities: [Code<Municipality>]
    let openedAt: Instant
    let recordedAt: Instant
    let endedAt: Instant?
    let version: Int

    /// More than any region has municipalities.
    static let municipalitiesMax = 100

    static let schema = Schema<DeploymentResource>.object(
        "Inzet", "Werk van de kolom bij één gebeurtenis.",
        Property("inzetId", \.id, .id(of: Deployment.self), "Id."),
        Property("nummer", \.number, .anyText, "Nummer in het jaar, zoals mensen het noemen."),
        Property("titel", \.title, .anyText, "Wat er is."),
        Property("plaats", \.place, .anyText, "Waar precies; leeg als dat niet is gezegd."),
        Property("vorm", \.mode, .choice(DeploymentMode.allCases) { $0.word }, "Hoe er wordt geleid."),
        Property(
            "niveau", \.level, Scalar.integer(1...5).orNull, "Het laatst afgekondigde GRIP-niveau, of null."),
        Property("oefening", \.isExercise, .boolean, "Of het een oefening is."),
        Property(
            "gemeenten", \.municipalities,
            .list(
                of: .scalar(.code(of: Municipality.self, example: "GM0599")), countMax: municipalitiesMax),
            "De gemeenten die het aangaat."),
        Property("geopendTijdstip", \.openedAt, .instant, "Sinds wanneer."),
        Property("gewijzigdTijdstip", \.recordedAt, .instant, "Wanneer de laatste regel is vastgelegd."),
        Property("eindTijdstip", \.endedAt, Scalar.instant.orNull, "Wanneer het voorbij was, of null."),
        Property("versie", \.version, .count, "Het nummer van de laatste regel."),
        make: DeploymentResource.init)
}

extension DeploymentResource {
    init(_ deployment: Deployment) {
        self.init(
            id: deployment.id, number: deployment.number, title: deployment.title, place: deployment.place,
            mode: deployment.mode, level: deployment.level?.rawValue, isExercise: deployment.isExercise,
            municipalities: deployment.municipalities, openedAt: deployment.openedAt,
            recordedAt: deployment.recordedAt, endedAt: deployment.endedAt, version: deployment.version)
    }
}

/// An entry of a deployment as programs read it. They never read what is confidential: nobody would know who did.
struct DeploymentEntryResource: Hashable, Sendable {
    let id: ID<DeploymentEntry>
    let number: Int
    let kind: EntryContent.Kind
    let occurredAt: Instant
    let receivedAt: Instant
    let recordedAt: Instant
    let author: String
    let source: String
    let isConfidential: Bool
    let text: String?
    let supersededBy: Int?

    static let schema = Schema<DeploymentEntryResource>.object(
        "Inzetregel", "Iets wat bij een inzet is vastgelegd. Het verandert nooit meer.",
        Property("regelId", \.id, .id(of: DeploymentEntry.self), "Id."),
        Property("nummer", \.number, .count, "Plaats in het log, vanaf 1."),
        Property("soort", \.kind, .choice(EntryContent.Kind.allCases) { $0.word }, "Wat voor regel."),
        Property("gebeurdTijdstip", \.occurredAt, .instant, "Wanneer het gebeurde."),
        Property("gehoordTijdstip", \.receivedAt, .instant, "Wanneer de schrijver het hoorde."),
        Property("vastgelegdTijdstip", \.recordedAt, .instant, "Wanneer het hier is vastgelegd."),
        Property("door", \.author, .anyText, "Wie het vastlegde, met de functie van dat moment."),
        Property("bron", \.source, .anyText, "Van wie het komt; leeg als dat niet is gezegd."),
        Property("vertrouwelijk", \.isConfidential, .boolean, "Of de tekst vertrouwelijk is."),
        Property(
            "tekst", \.text, Scalar.anyText.orNull, "Wat er staat; null als het vertrouwelijk is."),
        Property(
            "vervangenDoor", \.supersededBy, Scalar.count.orNull,
            "Het nummer van de regel die hiervoor in de plaats kwam; null zolang dit geldt."),
        make: DeploymentEntryResource.init)
}

extension DeploymentEntryResource {
    /// - Parameter number: the last entry that was known; what came in its place later is left out.
    init(_ entry: DeploymentEntry, through number: Int = .max) {
        self.init(
            id: entry.id, number: entry.number, kind: entry.content.kind, occurredAt: entry.occurredAt,
            receivedAt: entry.receivedAt, recordedAt: entry.recordedAt, author: entry.author.text,
            source: entry.source, isConfidential: entry.isConfidential,
            text: entry.isConfidential ? nil : entry.text,
            supersededBy: entry.supersededBy.flatMap { $0 <= number ? $0 : nil })
    }
}
