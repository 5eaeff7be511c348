import Domain
import Web

extension DeploymentMode {
    var word: String {
        switch self {
        case .small: "klein"
        case .watch: "dreigend of lauw"
        case .flexible: "flexibel opgeschaald"
        case .grip: "GRIP"
        }
    }
}

extension ScalingDomain {
    var word: String {
        switch self {
        case .physical: "fysiek"
        case .social: "sociaal domein"
        case .publicOrder: "openbare orde"
        case .health: "gezondheid"
        case .digital: "digitaal"
        case .other: "anders"
        }
    }
}

extension Declarer {
    var word: String {
        switch self {
        case .controlRoom: "meldkamer"
        case .officer: "officier van dienst"
        case .incidentCommander: "leider CoPI"
        case .operationalCommander: "operationeel leider"
        case .mayor: "burgemeester"
        case .chair: "voorzitter veiligheidsregio"
        }
    }
}

extension Declaration {
    /// What the log says when nobody wrote a text.
    var sentence: String {
        let what = level.map { "\($0.name) afgekondigd" } ?? "Afgeschaald tot onder GRIP"
        let office = declarer?.word
        let by = [office, declaredBy.isEmpty ? nil : declaredBy].compactMap(\.self).joined(separator: " ")
        let from = heardFrom.isEmpty ? "" : ", gehoord van \(heardFrom)"
        let why = ground.isEmpty ? "" : ": \(ground)"
        return "\(what)\(by.isEmpty ? "" : " door \(by)")\(from)\(why)."
    }
}

extension DeclarationSignal {
    var sentence: String {
        switch self {
        case .otherDeclarer(let declarer, let level, let allowed):
            "Volgens de afspraken van de regio kondigt \(Dutch.list(allowed.map(\.word))) \(level.name) af, niet de \(declarer.word)."
        case .severalMunicipalities(let count): "GRIP 3 is van één gemeente; hier staan er \(count)."
        case .oneMunicipality(let level): "\(level.name) is van meer gemeenten; hier staat er één."
        case .contradicts(let number, let level):
            "Spreekt regel \(number) tegen: daar is het \(level?.name ?? "onder GRIP")."
        case .olderThanKnown(let number): "Is van eerder dan regel \(number), die al bekend was."
        }
    }
}

extension FlexibleScaling {
    var sentence: String {
        let who = askedBy.isEmpty ? "De burgemeester" : askedBy
        let why = reason.isEmpty ? "" : ": \(reason)"
        return "\(who) vraagt hulp buiten GRIP (\(domain.word))\(why)."
    }
}

extension EntryContent.Kind {
    var word: String {
        switch self {
        case .opened: "geopend"
        case .level: "opschaling"
        case .flexible: "flexibel opgeschaald"
        case .watch: "wacht"
        case .note: "log"
        case .statement: "beeld"
        case .version: "beeld vastgelegd"
        case .copied: "overgenomen in LCMS"
        case .decision: "besluit"
        case .action: "actie"
        case .team: "team"
        case .member: "ingezet"
        case .message: "bericht"
        case .environment: "omgevingsbeeld"
        case .handover: "overdracht"
        case .alarm: "alarm"
        case .review: "toets achteraf"
        case .small: "kleine inzet"
        case .ended: "afgesloten"
        case .shelter: "opvang"
        case .shelterCount: "telling in de opvang"
        case .shelterDemand: "betrokkenen"
        case .selfReliance: "zelfredzaamheid"
        case .objection: "bezwaar"
        }
    }
}

extension OpeningRefusal {
    package var code: String {
        switch self {
        case .noTitle: "title_missing"
        case .titleTooLong: "title_too_long"
        case .noMunicipality: "municipality_missing"
        case .unknownMunicipality: "municipality_unknown"
        }
    }

    var field: String {
        switch self {
        case .noTitle, .titleTooLong: "titel"
        case .noMunicipality, .unknownMunicipality: "gemeente"
        }
    }

    package var sentence: String {
        switch self {
        case .noTitle: "Zeg in een paar woorden wat er is."
        case .titleTooLong: "Maak dit korter: hoogstens \(OpeningRequest.titleMax) tekens."
        case .noMunicipality: "Kies een gemeente."
        case .unknownMunicipality(let code): "Gemeente \(code) is niet bekend."
        }
    }
}
