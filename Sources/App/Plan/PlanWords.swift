import Domain
import Web

extension PlanPart.Kind {
    /// In addresses too.
    var word: String {
        switch self {
        case .bottleneck: "knelpunt"
        case .wish: "wens"
        case .conclusion: "conclusie"
        case .recommendation: "aanbeveling"
        case .subActivity: "deelactiviteit"
        case .agreement: "basisafspraak"
        }
    }

    var words: String {
        switch self {
        case .bottleneck: "knelpunten"
        case .wish: "wensen"
        case .conclusion: "conclusies"
        case .recommendation: "aanbevelingen"
        case .subActivity: "deelactiviteiten"
        case .agreement: "basisafspraken"
        }
    }

    init?(word: String) {
        guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = kind
    }
}

extension SubActivity.State {
    var word: String {
        switch self {
        case .planned: "gepland"
        case .running: "loopt"
        case .done: "klaar"
        case .stopped: "gestopt"
        }
    }
}

extension SubActivity {
    /// From when to when, or that nobody established it.
    var periodText: String {
        switch (firstDay, lastDay) {
        case (let first?, let last?): "\(Dutch.date(first)) t/m \(Dutch.date(last))"
        case (nil, let last?): "uiterlijk \(Dutch.date(last))"
        case (let first?, nil): "vanaf \(Dutch.date(first)), einde niet vastgesteld"
        case (nil, nil): "niet vastgesteld"
        }
    }

    var hoursText: String { hours.map { "\(Dutch.number($0)) uur" } ?? "niet vastgesteld" }
    var budgetText: String { budget.map(Dutch.money) ?? "niet vastgesteld" }
    var leadText: String { lead.isEmpty ? "niet vastgesteld" : lead }
}

extension PlanFault {
    /// At which field of the form it is said.
    var field: String {
        switch self {
        case .wrongDirection, .unknownPart: "leidt-tot"
        case .circle, .beginsBefore: "na"
        case .endsBeforeItBegins: "tot"
        }
    }

    func sentence(_ content: PlanContent) -> String {
        func titles(_ ids: [ID<PlanPart>]) -> String {
            Dutch.list(ids.compactMap { content.part($0)?.title })
        }
        return switch self {
        case .wrongDirection(let from, let to):
            "Van \(from.word) naar \(to.word) kan niet: knelpunt of wens, conclusie, aanbeveling, deelactiviteit is de volgorde."
        case .circle(let ids): "Deze deelactiviteit wacht op ‘\(titles(ids))’, en die weer op deze."
        case .endsBeforeItBegins: "De laatste dag ligt voor de eerste."
        case .beginsBefore(let id): "Deze deelactiviteit begint voor ‘\(titles([id]))’ klaar is."
        case .unknownPart: "Een van de gekozen onderdelen staat niet meer in dit plan."
        }
    }
}

extension PlanVersionFault {
    var sentence: String {
        switch self {
        case .numberTaken(let number): "Versie \(number) is er al. Kies een ander nummer."
        case .numberNotNewer(let number, let newest):
            "Versie \(number) komt niet na versie \(newest), de nieuwste. Kies een hoger nummer."
        case .hasHours:
            "Hierop zijn uren geschreven. Zet de deelactiviteit op ‘gestopt’; dan blijft te zien waarvoor die uren waren."
        }
    }
}
