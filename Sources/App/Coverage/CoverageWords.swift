import Domain
import Web

/// The one mapping from a refusal to code and Dutch.
extension Refusal {
    /// Stable, for programs.
    var code: String {
        switch self {
        case .notDesignated: "niet-aangewezen"
        case .competenceUnknown: "vakbekwaamheid-onbekend"
        case .notCompetent(.expired): "certificaat-verlopen"
        case .notCompetent(.withdrawn): "certificaat-ingetrokken"
        case .notCompetent(.notYetIssued): "certificaat-nog-niet-behaald"
        case .notCompetent(.requested): "certificaat-aangevraagd"
        case .notCompetent(.specialisation): "specialisatie-ontbreekt"
        case .notCompetent(.tooLittle): "activiteit-te-weinig"
        case .absent: "verhinderd"
        case .unreachable: "niet-bereikbaar"
        case .deployed: "ingezet"
        case .resting: "in-rust"
        case .doubleBooked: "dubbel-ingeroosterd"
        case .travelUnknown: "reistijd-onbekend"
        case .tooFar: "te-ver"
        case .onOtherLine: "op-andere-lijn"
        case .notOnRoster: "niet-ingeroosterd"
        }
    }

    /// About the person in the third person: "Het certificaat is verlopen op …".
    var sentence: String {
        switch self {
        case .notDesignated: "Is niet aangewezen voor deze functie."
        case .competenceUnknown:
            "Van het basiscertificaat is niets bekend; daarom telt deze persoon niet mee."
        case .notCompetent(let lack): lack.sentence
        case .absent(let until): "Is verhinderd tot \(until.words)."
        case .unreachable: "Heeft geen werkend telefoonnummer of e-mailadres."
        case .deployed(let until): "Is ingezet tot \(until.words)."
        case .resting(let until): "Heeft rust tot \(until.words)."
        case .doubleBooked(let lines):
            "Staat tegelijk op \(Dutch.list(lines.map(\.text))) en telt daarom voor geen van die lijnen."
        case .travelUnknown: "De reistijd vanaf de standplaats is niet bekend."
        case .tooFar(let minutes, let minutesMax):
            "Heeft \(minutes) minuten nodig om aan het werk te zijn; de norm is \(minutesMax)."
        case .onOtherLine(let line): "Staat op lijn \(line.text)."
        case .notOnRoster: "Staat niet op het rooster."
        }
    }
}

extension Competence.Lack {
    var sentence: String {
        switch self {
        case .expired(let day): "Het certificaat was geldig t/m \(Dutch.date(day))."
        case .withdrawn: "Het certificaat is ingetrokken."
        case .notYetIssued(let day): "Het certificaat geldt pas vanaf \(Dutch.date(day))."
        case .requested: "Het certificaat is aangevraagd en nog niet behaald."
        case .specialisation(let name): "Voor de specialisatie ‘\(name)’ is er geen geldig certificaat."
        case .tooLittle(let kind, .some(let day)):
            "Deed te weinig \(kind.plural); het was genoeg t/m \(Dutch.date(day))."
        case .tooLittle(let kind, .none): "Deed te weinig \(kind.plural)."
        }
    }
}

extension Instant {
    fileprivate var words: String {
        self >= .distantFuture ? "nader bericht" : Dutch.moment(self)
    }
}

extension CoverageReport.Reason {
    package var refusalCode: String { refusal.code }
    package var sentence: String { refusal.sentence }
}
