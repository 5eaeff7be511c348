import Domain
import Web

extension ReviewAnswer.Verdict {
    var word: String {
        switch self {
        case .yes: "ja"
        case .partly: "deels"
        case .no: "nee"
        case .undecidable: "niet te beoordelen"
        }
    }
}

extension ScalingReview.Stage {
    var word: String {
        switch self {
        case .open: "nog te beoordelen"
        case .prepared: "voorbereid, nog te bespreken"
        case .discussed: "besproken, nog af te ronden"
        case .closed: "afgerond"
        }
    }
}

extension ScalingReview.Missing {
    var field: String {
        switch self {
        case .wise: "verstandig"
        case .wiseGrounds: "waaromverstandig"
        case .legitimate: "legitiem"
        case .legitimateGrounds: "waaromlegitiem"
        case .discussion: "besprokenmet"
        case .lesson: "les"
        }
    }

    var sentence: String {
        switch self {
        case .wise: "Kies of het verstandig was; “niet te beoordelen” is ook een antwoord."
        case .wiseGrounds: "Schrijf op waarom het wel of niet verstandig was."
        case .legitimate: "Kies of het legitiem was; “niet te beoordelen” is ook een antwoord."
        case .legitimateGrounds: "Schrijf op waarom het wel of niet legitiem was."
        case .discussion: "Schrijf op met welke burgemeester het is besproken, en wanneer."
        case .lesson: "Schrijf op wat we ervan leren. Leren we niets, schrijf dat dan."
        }
    }
}

extension ScalingReview {
    /// What the log says of it.
    var sentence: String {
        func word(_ answer: ReviewAnswer?) -> String { answer?.verdict.word ?? "nog niet beoordeeld" }
        let lesson = lesson.isEmpty ? "" : " Les: \(lesson)"
        return
            "Toets achteraf, \(stage.word). Verstandig: \(word(wise)). Legitiem: \(word(legitimate)).\(lesson)"
    }
}
