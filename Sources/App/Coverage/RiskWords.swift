import Domain
import Web

extension RiskRefusal {
    var sentence: String {
        switch self {
        case .noGap: "Dit gat is er niet meer. Laad de pagina opnieuw."
        case .noReason: "Schrijf op waarom het gat blijft en wat er dan gebeurt."
        case .badDay: "Kies een laatste dag die nog komt en niet voor het gat ligt."
        case .alreadyAsked: "Dit risico is al gevraagd of aanvaard."
        case .nobodyConcerned: "Deze lijn hoort bij geen gemeente; niemand kan het risico aanvaarden."
        case .closed(let standing): "Antwoorden kan niet meer: \(standing.word)."
        }
    }
}

extension AcceptedRisk.Standing {
    var word: String {
        switch self {
        case .asked(let waiting): "risico gevraagd, \(Dutch.count(waiting, "gemeente", "gemeenten")) te gaan"
        case .accepted: "risico aanvaard"
        case .declined: "risico niet aanvaard"
        case .withdrawn: "vraag ingetrokken"
        case .lapsed: "aanvaarding verlopen"
        }
    }
}
