import Domain
import Web

extension AftermathTopic {
    var word: String {
        switch self {
        case .action: "Acties die doorgaan"
        case .shelter: "Opvang"
        case .damage: "Schade"
        case .legal: "Juridisch"
        case .care: "Zorg voor mensen"
        case .communication: "Communicatie"
        case .commemoration: "Herdenken"
        case .evaluation: "Evaluatie"
        case .cost: "Kosten"
        }
    }
}

extension AftermathFile.State {
    var word: String {
        switch self {
        case .prepared: "in voorbereiding"
        case .offered: "wacht op bevestiging"
        case .transferred: "bij de gemeente"
        case .ended: "voorbij"
        }
    }
}

extension AftermathRefusal {
    var sentence: String {
        switch self {
        case .wrongState(let state):
            "Dit kan nu niet: de nafase is \(state.word). Iemand anders was misschien eerder."
        case .samePerson: "Wie overdraagt kan niet ook bevestigen. Laat een ander bij de gemeente dat doen."
        case .noReason: "Schrijf op waarom de gemeente nog niet overneemt."
        case .noDecision: "Schrijf op wie het einde besloot en waarom."
        case .openPoints(let count):
            "\(Dutch.count(count, "punt staat", "punten staan")) nog open. Schrijf op wat daarmee gebeurt."
        case .noText: "Schrijf op wat er moet gebeuren."
        }
    }

    var field: String {
        switch self {
        case .wrongState, .samePerson: "overdracht"
        case .noReason: "reden"
        case .noDecision: "besluit"
        case .openPoints: "rest"
        case .noText: "wat"
        }
    }
}
