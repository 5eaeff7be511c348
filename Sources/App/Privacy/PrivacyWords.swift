import Domain
import Web

extension DataView.Kind {
    var words: String {
        switch self {
        case .personPage: "je pagina"
        case .personForm: "het formulier met je gegevens"
        case .reasons: "waarom je wel of niet meetelt"
        case .list: "een lijst om mee te nemen"
        case .program: "een ander programma, met een API-sleutel"
        case .departure: "wat er gebeurt als je weggaat"
        case .incidentNames: "namen in incidentdossiers"
        }
    }
}

extension DepartureRefusal {
    var sentence: String {
        switch self {
        case .stillEmployed(nil): "Deze persoon is nog in dienst. Leg eerst de laatste dag vast."
        case .stillEmployed(let day?): "Deze persoon is in dienst t/m \(Dutch.date(day)). Dat kan pas daarna."
        case .alreadyAnonymous: "Deze persoon is al onherkenbaar gemaakt."
        case .onRoster(let count):
            "Er staan nog \(Dutch.count(count, "dienst", "diensten")) van deze persoon op het rooster. Vervang die eerst."
        }
    }
}
