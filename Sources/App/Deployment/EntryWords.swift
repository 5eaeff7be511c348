import Domain

extension Note.Kind {
    var word: String {
        switch self {
        case .fact: "feit"
        case .assumption: "aanname"
        case .question: "vraag"
        case .communication: "bericht van een ander"
        case .publicWarning: "NL-Alert"
        case .personal: "notitie"
        }
    }
}

extension Verification {
    var word: String {
        switch self {
        case .unconfirmed: "onbevestigd"
        case .confirmed: "bevestigd"
        case .refuted: "weerlegd"
        }
    }
}

extension PictureTheme {
    var word: String {
        switch self {
        case .incident: "Incident"
        case .assistance: "Hulpverlening"
        case .forecast: "Verwachting en aanpak"
        case .measures: "Maatregelen en resultaat"
        case .victims: "Slachtoffers en betrokkenen"
        case .shelter: "Opvang"
        case .relocation: "Verplaatsen"
        case .communication: "Communicatie"
        case .aftermath: "Nafase"
        case .capacity: "Mensen en middelen"
        }
    }
}

extension DeploymentAction.State {
    var word: String {
        switch self {
        case .open: "open"
        case .busy: "bezig"
        case .done: "gereed"
        case .notDone: "niet uitgevoerd"
        }
    }
}

extension DeploymentDecision.Effect {
    var word: String {
        switch self {
        case .unchecked: "nog niet nagegaan"
        case .works: "werkt"
        case .partly: "werkt deels"
        case .fails: "werkt niet"
        }
    }
}

extension TeamKind {
    var word: String {
        switch self {
        case .incident: "CoPI"
        case .operational: "ROT"
        case .care: "Team bevolkingszorg"
        case .municipalPolicy: "GBT"
        case .regionalPolicy: "RBT"
        case .other: "Ander team"
        }
    }
}

extension DeploymentTeam.Duty {
    var word: String {
        switch self {
        case .leads: "leiding"
        case .information: "informatiemanagement"
        case .communication: "crisiscommunicatie"
        }
    }
}

extension MessageKind {
    var word: String {
        switch self {
        case .behaviouralAdvice: "wat mensen kunnen doen"
        case .confirmedFacts: "bevestigde feiten"
        case .care: "zorg en opvang"
        case .meaning: "betekenis"
        case .victims: "slachtoffers"
        case .blame: "schuld"
        }
    }
}

extension CommunicationGoal {
    var word: String {
        switch self {
        case .information: "informeren"
        case .limitingHarm: "schade beperken"
        case .meaning: "betekenis geven"
        }
    }
}

extension Speaker {
    var word: String {
        switch self {
        case .region: "regio"
        case .municipality: "gemeente"
        }
    }
}

extension MandatePhase {
    var word: String {
        switch self {
        case .local: "onder GRIP en GRIP 1"
        case .grip2: "GRIP 2"
        case .grip3: "GRIP 3"
        case .grip4: "GRIP 4 en hoger"
        case .aftermath: "nafase"
        }
    }
}

extension MandateDeviation {
    var sentence: String {
        switch self {
        case .otherSpeaker(let expected): "Volgens de mandaatmatrix spreekt hier de \(expected.word)."
        case .noApproval: "Volgens de mandaatmatrix keurt hier eerst iemand het goed."
        }
    }
}

extension EnvironmentReport.Topic {
    var word: String {
        switch self {
        case .questions: "vragen"
        case .feelings: "gevoelens"
        case .behaviour: "gedrag"
        case .rumours: "geruchten"
        case .media: "media"
        }
    }
}
