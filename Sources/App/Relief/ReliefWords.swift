import Domain
import Web

extension ReliefRefusal {
    package var sentence: String {
        switch self {
        case .unknownDeployment: "Er is geen inzet met dit nummer."
        case .ended: "De inzet is afgesloten; er valt niets af te lossen."
        case .nobodyWanted:
            "Niemand heeft gezegd wie er nodig is: er is geen ploeg, geen niveau en geen aantal per functie."
        case .begun: "Deze dienst is al begonnen. Wie nu nog nodig is, vraag je met een alarm."
        case .tooEarly: "Deze dienst begint over meer dan een etmaal. Vraag mensen later."
        case .unknownPerson: "Deze persoon staat niet in het register."
        case .unknownShift: "Deze dienst staat niet (meer) in het plan."
        }
    }
}

extension HandoverRefusal {
    var errors: [FieldError] { faults.map { FieldError($0.field, $0.sentence) } }
}

extension HandoverFault {
    var field: String {
        switch self {
        case .nobodyLeaves: "van"
        case .nobodyComes, .samePerson: "aan"
        case .sameAccount, .ended: "bevestigen"
        }
    }

    var sentence: String {
        switch self {
        case .nobodyLeaves: "Kies wie overdraagt. Wie niet in de inzet werkt, draagt niet over."
        case .nobodyComes: "Kies wie het overneemt."
        case .samePerson: "Wie overdraagt en wie overneemt zijn twee mensen."
        case .sameAccount:
            "Jij legde de ene kant al vast. Laat de ander, of een collega, met een eigen account bevestigen."
        case .ended: "De inzet is afgesloten; er valt niets meer over te dragen."
        }
    }
}

extension CallDelivery {
    var sentence: String {
        if isSilent { return "Niemand heeft een bericht gekregen: bel zelf." }
        var parts: [String] = []
        if reached > 0 { parts.append("\(reached) van \(asked) gevraagd met een bericht") }
        if waiting > 0 { parts.append("aan \(waiting) wordt het nog verstuurd") }
        if unreached > 0 {
            parts.append("\(Dutch.count(unreached, "persoon kreeg", "mensen kregen")) niets: bel zelf")
        }
        return parts.isEmpty ? "Er wordt op niemand meer gewacht." : "\(Dutch.list(parts))."
    }
}

extension ReliefShift.State {
    var word: String {
        switch self {
        case .planned: "gepland"
        case .asked: "gevraagd"
        case .accepted: "komt"
        case .declined: "kan niet"
        case .cancelled: "eraf"
        }
    }
}

extension RestLedger.Deviation {
    var sentence: String {
        switch finding {
        case .shortRest(let minutes, let least):
            "rustte \(Dutch.duration(minutes: minutes)) in plaats van \(Dutch.duration(minutes: least)), "
                + "vanaf \(Dutch.shortMoment(interval.start))"
        case .longShift(let minutes, let most):
            "werkte \(Dutch.duration(minutes: minutes)) achtereen, \(Dutch.duration(minutes: minutes - most)) "
                + "meer dan de norm, vanaf \(Dutch.shortMoment(interval.start))"
        }
    }

    /// For keys.
    var code: String {
        switch finding {
        case .shortRest: "rust"
        case .longShift: "dienst"
        }
    }
}
