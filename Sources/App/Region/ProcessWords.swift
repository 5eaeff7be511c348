import Domain

extension Arrangement.Level {
    var word: String {
        switch self {
        case .local: "lokaal"
        case .intermunicipal: "intergemeentelijk"
        case .regional: "regionaal"
        }
    }

    /// What the word means, for who reads it for the first time.
    var meaning: String {
        switch self {
        case .local: "Elke gemeente regelt dit zelf."
        case .intermunicipal: "Een paar gemeenten regelen dit samen."
        case .regional: "Alle gemeenten regelen dit samen."
        }
    }

    /// Why a region usually chooses this level.
    var usualReason: String {
        switch self {
        case .local: "Lokaal als het moet: dit vraagt kennis van de eigen gemeente en haar bestuur."
        case .intermunicipal: "Dichtbij genoeg om op tijd te zijn, samen groot genoeg voor een vol rooster."
        case .regional: "Regionaal als het kan: samen zijn er genoeg mensen en overal dezelfde kwaliteit."
        }
    }

    func usualExecution(office: String) -> String {
        switch self {
        case .local: "De eigen mensen van elke gemeente"
        case .intermunicipal: "De mensen van de gemeenten die dit samen doen"
        case .regional: "Mensen van alle gemeenten, ondersteund door \(office)"
        }
    }
}

extension CrisisFunction.RosteringKind {
    /// What it asks of the people who hold the function.
    var meaning: String {
        switch self {
        case .hard: "Hard piket: wie dienst heeft, moet bereikbaar zijn en komen."
        case .soft: "Zacht piket: wordt gevraagd en hoeft niet te komen."
        case .openIntake: "Vrije instroom: er is geen rooster, wie kan, komt."
        case .appointed: "Benoemd: hoort bij het ambt, er is geen rooster."
        }
    }
}

extension CrisisFunction.Workplace {
    var sentence: String {
        switch self {
        case .scene: "Op de plek van het incident of de opvang"
        case .coordinationCentre: "Waar het team bij elkaar komt"
        case .remote: "Op afstand; mag thuis beginnen"
        case .none: "Geen vaste werkplek tijdens een crisis"
        }
    }
}
