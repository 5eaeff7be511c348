import Domain
import HTTPTypes
import Web

extension API {
    static let access: [APIOperation] = [
        .one(
            "/toegang", needs: .signedIn, scope: nil,
            .init(
                id: "leesToegang", group: .access, summary: "Wat deze API-sleutel mag",
                explanation: "Werkt met elke geldige sleutel."),
            of: AccessResource.schema
        ) { call, _ in AccessResource(call) }
    ]
}

/// What a token may do, told to whoever has it.
struct AccessResource: Hashable, Sendable {
    let account: String
    let person: ID<Functionary>?
    let roles: [Role]
    let municipalities: [Code<Municipality>]
    let scopes: [TokenScope]
    let expiresAt: Instant?

    static let schema = Schema<AccessResource>.object(
        "Toegang", "Het account van een API-sleutel en wat de sleutel ervan overlaat.",
        Property("account", \.account, .anyText, "Naam van het account."),
        Property(
            "functionarisId", \.person, Scalar.id(of: Functionary.self).orNull,
            "De functionaris van wie het account is; null als het van niemand is."),
        Property(
            "rollen", \.roles, .list(of: .scalar(.choice(Role.allCases, word: \.word)), countMax: 20),
            "Rollen."),
        Property(
            "gemeenten", \.municipalities, .list(of: .scalar(.municipalityCode), countMax: 400),
            "Gemeenten waarvoor gemeentelijke rollen gelden."),
        Property(
            "scopes", \.scopes,
            .list(of: .scalar(.choice(TokenScope.allCases, word: \.rawValue)), countMax: 20),
            "Wat de sleutel mag, voor zover de rollen het toelaten."),
        Property(
            "verlooptOp", \.expiresAt, Scalar.instant.orNull, "Vanaf dan is de sleutel niet meer geldig."),
        make: AccessResource.init)
}

extension AccessResource {
    init(_ call: APICall) {
        let signedIn = call.signedIn
        self.init(
            account: signedIn.displayName, person: signedIn.person,
            roles: Role.allCases.filter { role in signedIn.grants.contains { $0.role == role } },
            municipalities: signedIn.municipalities,
            scopes: TokenScope.allCases.filter { signedIn.use?.scopes.contains($0) == true },
            expiresAt: signedIn.use?.expiresAt)
    }
}
