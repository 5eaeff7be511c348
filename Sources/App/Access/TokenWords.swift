import Domain
import Web

extension TokenRefusal {
    package var sentence: String {
        switch self {
        case .nameMissing: "Vul in waarvoor de sleutel is, bijvoorbeeld “koppeling personeelssysteem”."
        case .nameTooLong(let max): "Dit is te lang; gebruik hoogstens \(max) tekens."
        case .noScope: "Kies minstens één ding dat de sleutel mag."
        case .unknownScope(let word):
            "“\(word)” bestaat niet. Kies uit: \(TokenScope.allCases.map(\.rawValue).joined(separator: ", "))."
        case .scopeBeyondAccount(let scope): "Het account mag zelf niet: \(scope.words)."
        case .endMissing: "Vul een laatste dag in. Schrijf de datum als 23-11-2026."
        case .endInThePast: "De laatste dag is al voorbij."
        case .endTooFar(let last): "Een sleutel geldt hoogstens een jaar: tot en met \(Dutch.date(last))."
        case .unknownAccount(let name): "Account “\(name)” bestaat niet of is gesloten."
        }
    }
}

extension APIToken.State {
    var word: String {
        switch self {
        case .valid: "geldig"
        case .expired: "verlopen"
        case .revoked: "ingetrokken"
        }
    }
}
