import Domain
import Web

extension NormedMoment.Subject {
    var word: String {
        switch self {
        case .alarmStarted: "Alarmering begonnen"
        case .described: "Omschrijving gestuurd"
        case .informed: "Bestuur geïnformeerd"
        case .atWork: "Functie aan het werk"
        case .firstMessage: "Eerste bericht aan inwoners"
        case .nextMessage: "Volgend bericht aan inwoners"
        case .pictured: "Melding verwerkt in het beeld"
        case .shelterOpened: "Acute opvang open"
        case .action: "Actie op tijd gereed"
        case .effectCheck: "Effect van besluit nagegaan"
        }
    }
}

extension NormedMoment.Verdict {
    var word: String {
        switch self {
        case .inTime: "binnen de norm"
        case .late: "later dan de norm"
        case .never: "niet gebeurd of niet vastgelegd"
        case .noNorm: "geen norm vastgesteld"
        case .ahead: "niet van toepassing: de tijd was nog niet om"
        }
    }
}

extension Finding.Heading {
    var word: String {
        switch self {
        case .organisation: "Organisatie"
        case .alarm: "Melding en alarmering"
        case .scaling: "Opschaling, leiding en coördinatie"
        case .information: "Informatiemanagement"
        case .municipalProcesses: "Gemeentelijke processen"
        }
    }
}

extension EvaluationRefusal {
    var sentence: String {
        switch self {
        case .approved: "De evaluatie is al goedgekeurd; wat erin staat verandert niet meer."
        case .stillRunning: "De inzet loopt nog. Sluit haar eerst af."
        case .noSummary: "Schrijf eerst in een paar zinnen hoe het ging."
        case .lessonWithoutAction(let count):
            "Bij \(Dutch.count(count, "les", "lessen")) ontbreekt een actie, een naam of een datum."
        case .sameAccount: "Wie de evaluatie het laatst schreef, keurt haar niet goed. Vraag een ander."
        case .noText: "Schrijf op wat je zag of leerde."
        }
    }

    var field: String {
        switch self {
        case .noSummary: "samenvatting"
        case .lessonWithoutAction: "actie"
        case .noText: "tekst"
        case .approved, .stillRunning, .sameAccount: "goedkeuren"
        }
    }
}
