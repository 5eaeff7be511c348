import Domain

extension ActivityKind {
    var word: String {
        switch self {
        case .basicCourse: "basisopleiding"
        case .refresher: "bijscholing"
        case .training: "training"
        case .exercise: "oefening"
        case .deployment: "inzet"
        case .knowledgeTest: "kennistoets"
        case .acquaintance: "kennismaking gemeente"
        case .meeting: "bijeenkomst"
        }
    }

    var plural: String {
        switch self {
        case .basicCourse: "basisopleidingen"
        case .refresher: "bijscholingen"
        case .training: "trainingen"
        case .exercise: "oefeningen"
        case .deployment: "inzetten"
        case .knowledgeTest: "kennistoetsen"
        case .acquaintance: "kennismakingen"
        case .meeting: "bijeenkomsten"
        }
    }
}

extension PerformedActivity.Source.Kind {
    var word: String {
        switch self {
        case .session: "het programma"
        case .deployment: "een inzet met goedgekeurde evaluatie"
        case .imported: "een ingelezen lijst"
        case .byHand: "met de hand vastgelegd"
        }
    }
}
