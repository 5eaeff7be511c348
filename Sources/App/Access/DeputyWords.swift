import Domain

extension DeputyRefusal {
    var sentence: String {
        switch self {
        case .unknownHolder(""): "Vul in voor wie iemand waarneemt."
        case .unknownHolder(let text),
            .unknownDeputy(let text) where !text.isEmpty:
            "Er is geen open account van “\(text)”. Gebruik de aanmeldnaam, of de naam zoals die bij het account staat."
        case .unknownDeputy: "Vul in wie waarneemt."
        case .ambiguous(_, let text): "Meer mensen heten “\(text)”. Gebruik de aanmeldnaam."
        case .noRole: "Kies een rol die een waarnemer kan hebben."
        case .roleNotHeld(let name): "\(name) heeft deze rol niet."
        case .appointsSelf: "U kunt uzelf niet aanwijzen. Vraag het de functiehouder of iemand anders."
        case .samePerson: "Niemand neemt waar voor zichzelf."
        case .noFirstDay: "Vul de eerste dag in, zoals 23-11-2026."
        case .noLastDay: "Vul de laatste dag in, zoals 30-11-2026."
        case .endBeforeStart: "De laatste dag ligt voor de eerste."
        case .past: "De laatste dag is al voorbij."
        case .tooLong(let daysMax): "Een waarneming duurt hoogstens \(daysMax) dagen."
        case .notInForce: "Deze waarneming geldt nu niet."
        }
    }

    /// The field of the form that it is about.
    var field: String {
        switch self {
        case .unknownHolder: DeputyDraft.Name.holder.rawValue
        case .unknownDeputy, .samePerson, .appointsSelf: DeputyDraft.Name.deputy.rawValue
        case .ambiguous(let field, _): field.rawValue
        case .noRole, .roleNotHeld: "rol"
        case .noFirstDay: "van"
        case .noLastDay, .endBeforeStart, .past, .tooLong, .notInForce: "tot"
        }
    }
}
