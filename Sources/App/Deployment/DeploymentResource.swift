import Domain
import Storage

/// What a page that sent an entry by itself hears back.
struct EntryResource: Encodable {
    let nummer: Int
    /// It was there already: the same request came before.
    let dubbel: Bool
    /// Somebody else changed the same at the same time; both stand.
    let tegelijk: Bool
}

/// A deployment as programs read it; keys are Dutch, every field is always present.
struct DeploymentResource: Encodable {
    let id: String
    let nummer: String
    let titel: String
    let vorm: String
    let niveau: Int?
    let oefening: Bool
    let gemeenten: [String]
    let versie: Int
    let regels: [Entry]

    struct Entry: Encodable {
        let nummer: Int
        let soort: String
        let gebeurd: String
        let gehoord: String
        let vastgelegd: String
        let door: String
        let vertrouwelijk: Bool
        let tekst: String
    }

    init(_ model: DeploymentPage, _ tx: Transaction) throws {
        let deployment = model.deployment
        id = deployment.id.description
        nummer = deployment.number
        titel = deployment.title
        vorm = model.state.mode.rawValue
        niveau = model.state.declarations.level?.rawValue
        oefening = deployment.isExercise
        gemeenten = model.state.municipalities.map(\.text)
        versie = model.number
        regels = try tx.entries(of: deployment.id, through: model.number, limit: DeploymentPage.logMax)
            .reversed().map { entry in
                Entry(
                    nummer: entry.number, soort: entry.content.kind.rawValue,
                    gebeurd: entry.occurredAt.iso8601,
                    gehoord: entry.receivedAt.iso8601, vastgelegd: entry.recordedAt.iso8601,
                    door: entry.author.text, vertrouwelijk: entry.isConfidential,
                    tekst: entry.isConfidential ? "" : entry.text)
            }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(nummer, forKey: .nummer)
        try container.encode(titel, forKey: .titel)
        try container.encode(vorm, forKey: .vorm)
        try container.encode(niveau, forKey: .niveau)
        try container.encode(oefening, forKey: .oefening)
        try container.encode(gemeenten, forKey: .gemeenten)
        try container.encode(versie, forKey: .versie)
        try container.encode(regels, forKey: .regels)
    }

    private enum CodingKeys: CodingKey {
        case id, nummer, titel, vorm, niveau, oefening, gemeenten, versie, regels
    }
}
