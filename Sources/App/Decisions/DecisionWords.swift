import Domain
import Web

extension GoverningBody.Power {
    var word: String {
        switch self {
        case .decides: "besluit"
        case .advises: "adviseert"
        case .discusses: "bespreekt, zonder besluit"
        }
    }
}

extension PaperRole {
    var word: String {
        switch self {
        case .discussion: "bespreken"
        case .advice: "adviseren"
        case .decision: "besluiten"
        }
    }
}

extension BoardPaper.Subject.Kind {
    var word: String {
        switch self {
        case .plan: "plan van aanpak"
        case .agreement: "regionale afspraak"
        case .budgetRequest: "budgetaanvraag"
        case .capacityRequest: "capaciteitsaanvraag"
        case .accountability: "verantwoording"
        case .vision: "visie"
        case .report: "verslag"
        case .other: "anders"
        }
    }
}

extension PaperOutcome.Verdict {
    var word: String {
        switch self {
        case .discussed: "besproken"
        case .agreed: "akkoord"
        case .agreedWithRemarks: "akkoord met opmerkingen"
        case .disagreed: "niet akkoord"
        case .adopted: "vastgesteld"
        case .adoptedAmended: "gewijzigd vastgesteld"
        case .postponed: "aangehouden"
        case .rejected: "afgewezen"
        }
    }
}

extension PaperScopeKind {
    var word: String {
        switch self {
        case .whole: "het hele stuk"
        case .outlines: "de hoofdlijnen"
        case .part: "een deel"
        }
    }
}

extension PaperOutcome.Scope {
    var word: String {
        switch self {
        case .whole, .outlines: kind.word
        case .part(let part): part
        }
    }
}

extension SigningOffice {
    var word: String {
        switch self {
        case .secretary: "secretaris"
        case .chair: "voorzitter"
        }
    }
}

extension ConversationRound.Kind {
    var word: String {
        switch self {
        case .interviews: "gespreksronde"
        case .roundTable: "ronde tafel"
        }
    }
}

extension PaperFault {
    /// The field of the form to which it belongs.
    var field: String {
        switch self {
        case .mayNot, .onTheWay: "gremium"
        case .inFuture, .beforeVersion, .signedBefore, .olderThan: "dag"
        case .noSuchVersion, .labelTaken: "versie"
        case .alreadyDecided: "uitkomst"
        case .signedAlready: "ambt"
        }
    }

    var sentence: String {
        switch self {
        case .mayNot(let body, let role): Self.mayNot(body, role)
        case .inFuture(let day):
            "\(Dutch.date(day)) moet nog komen. Leg vast wat er is gezegd als het is gezegd."
        case .noSuchVersion: "Deze versie is er niet. Kies een versie uit de lijst."
        case .beforeVersion(let version):
            "Versie \(version.label) is van \(Dutch.date(version.day)) en kon toen nog niet voorliggen."
        case .alreadyDecided(let outcome):
            "Over deze versie is op \(Dutch.date(outcome.day)) al besloten: \(outcome.verdict.word). "
                + "Maak een nieuwe versie om er opnieuw over te laten besluiten."
        case .signedAlready(let office): "De \(office.word) heeft dit al ondertekend."
        case .signedBefore(let day):
            "Dit is pas op \(Dutch.date(day)) gezegd en kon niet eerder zijn ondertekend."
        case .labelTaken(let label): "Er is al een versie \(label). Geef deze een ander nummer."
        case .olderThan(let version):
            "Versie \(version.label) is van \(Dutch.date(version.day)); een volgende is niet ouder."
        case .onTheWay: "Dit gremium staat hiervoor al op de route."
        }
    }

    private static func mayNot(_ body: GoverningBody, _ role: PaperRole) -> String {
        switch (body.power, role) {
        case (.discusses, _):
            "\(body.name) neemt geen besluiten en geeft geen advies: het is een gesprek. Leg vast dat het is besproken."
        case (_, .decision):
            "\(body.name) mag niet besluiten, alleen adviseren. Leg een advies vast, of kies een gremium dat besluit."
        case (_, .advice), (_, .discussion): "\(body.name) mag dit niet."
        }
    }
}
