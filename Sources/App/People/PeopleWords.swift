import Domain
import Web

extension ContactChannel.Kind {
    var word: String {
        switch self {
        case .mobile: "mobiel"
        case .email: "e-mail"
        case .voice: "vast nummer"
        }
    }
}

extension ContactChannel {
    /// As people write it: `06 12 34 56 78`.
    var shown: String {
        switch kind {
        case .mobile, .voice: Phone(address)?.display ?? address
        case .email: address
        }
    }

    /// What a phone does with it.
    var link: String {
        switch kind {
        case .mobile, .voice: "tel:\(address)"
        case .email: "mailto:\(address)"
        }
    }
}

extension Designation.State {
    var word: String {
        switch self {
        case .applied: "aangemeld"
        case .inTraining: "in opleiding"
        case .designated: "aangewezen"
        case .ended: "beëindigd"
        }
    }
}

extension Designation.Scope {
    var word: String {
        switch self {
        case .local: "eigen gemeente"
        case .cluster: "piketregio"
        case .region: "hele regio"
        }
    }
}

extension Certificate.State {
    var word: String {
        switch self {
        case .requested: "aangevraagd"
        case .held: "behaald"
        case .withdrawn: "ingetrokken"
        case .exempt: "vrijgesteld"
        }
    }
}

extension Competence {
    /// State as one word, for a tag.
    var word: String {
        switch self {
        case .competent: "vakbekwaam"
        case .grace: "in respijt"
        case .lacking: "niet vakbekwaam"
        case .unknown: "onbekend"
        }
    }

    var sentence: String {
        switch self {
        case .competent(.some(let day)): "Vakbekwaam t/m \(Dutch.date(day))."
        case .competent(.none): "Vakbekwaam; er is geen einddatum vastgelegd."
        case .grace(let day):
            "Er is iets verlopen. Er is respijt t/m \(Dutch.date(day)); tot dan telt deze persoon mee."
        case .lacking(let lack): lack.sentence
        case .unknown:
            "Van het basiscertificaat is niets bekend; daarom telt deze persoon niet mee in de bezetting."
        }
    }
}
