import Domain
import Web

extension AlarmFault {
    package var sentence: String {
        switch self {
        case .badKey: "Geef een sleutel van 1 tot 200 tekens, zodat hetzelfde alarm niet twee keer uitgaat."
        case .badPostCount(let count):
            count == 0
                ? "Vraag minstens één functie."
                : "Vraag ten hoogste \(AlarmRequest.postsMax) functies in één alarm; dit zijn er \(count)."
        case .unknownFunction(let code): "Functie \(code) bestaat niet in deze regio."
        case .badNumber(let function, _):
            "Vraag voor \(function) een heel aantal van 1 tot \(AlarmRequest.wantedMax) mensen."
        case .functionTwice(let code): "Functie \(code) staat er twee keer in. Tel de aantallen op."
        case .unknownMunicipality(let code) where code.text.isEmpty: "Kies een gemeente."
        case .unknownMunicipality(let code):
            "Gemeente \(code) hoort niet bij deze regio. Gebruik de code, zoals GM0599."
        case .badWithin:
            "De tijd om aan het werk te zijn is een heel aantal minuten van 1 tot \(AlarmRequest.withinMinutesMax)."
        }
    }

    /// Stable, for programs.
    package var code: String {
        switch self {
        case .badKey: "sleutel"
        case .badPostCount: "aantal-functies"
        case .unknownFunction: "onbekende-functie"
        case .badNumber: "aantal"
        case .functionTwice: "functie-dubbel"
        case .unknownMunicipality: "onbekende-gemeente"
        case .badWithin: "tijd"
        }
    }
}

extension AlarmRefusal {
    package var sentence: String {
        switch self {
        case .faults(let faults): faults.map(\.sentence).joined(separator: " ")
        case .keyTaken:
            "Met deze sleutel is al een ander alarm gegeven. Er is niets gewijzigd. Gebruik voor een nieuw alarm een nieuwe sleutel."
        case .noRegion:
            "In deze gegevens staat nog geen regio. Laad er een met: oranje region load VR17 --data MAP"
        case .over: "Dit alarm is voorbij. Er is niets gewijzigd."
        }
    }

    package var code: String {
        switch self {
        case .faults: "niet-te-lezen"
        case .keyTaken: "sleutel-bezet"
        case .noRegion: "geen-regio"
        case .over: "voorbij"
        }
    }
}

extension WaveKind {
    var word: String {
        switch self {
        case .duty: "piket"
        case .own: "eigen organisatie"
        case .function: "de hele functie"
        case .neighbours: "buren en vrije instroom"
        case .warned: "mensen met een waarschuwing"
        }
    }
}

extension Inclusion {
    var sentence: String {
        switch self {
        case .onDuty: "Heeft piket."
        case .onDutyBackup: "Is achterwacht."
        case .ofOwnOrganisation: "Werkt bij de gemeente zelf."
        case .ofFunction: "Is aangewezen voor deze functie."
        case .ofPromise: "Werkt voor een gemeente die mensen van deze functie heeft toegezegd."
        case .ofNeighbour: "Heeft deze functie in een ander deel van de regio."
        case .ofOpenIntake: "Staat op de lijst voor vrije instroom."
        }
    }
}

extension AlarmState {
    var word: String {
        switch self {
        case .open: "loopt"
        case .exhausted: "te weinig mensen, nog niet overgenomen"
        case .taken: "te weinig mensen, overgenomen"
        case .filled: "gevuld"
        case .stopped: "beëindigd"
        }
    }
}

extension CalleeState {
    var word: String {
        switch self {
        case .planned: "nog niet gevraagd"
        case .called: "gevraagd"
        case .promised: "komt"
        case .reserve: "reserve"
        case .declined: "kan niet"
        case .atWork: "aan het werk"
        case .released: "niet meer nodig"
        }
    }
}

extension AnswerWay {
    var word: String {
        switch self {
        case .page: "op de pagina"
        case .link: "met de link"
        case .sms: "sms"
        case .mail: "e-mail"
        case .voice: "toets tijdens een oproep"
        case .colleague: "door een collega vastgelegd"
        }
    }
}

extension AlarmMessage.Purpose {
    var word: String {
        switch self {
        case .call: "alarm"
        case .needed: "toch nodig"
        case .update: "nieuw bericht"
        case .overdue: "waar ben je"
        case .overdueNotice: "iemand is over tijd"
        case .exhausted: "neem het over"
        case .released: "niet meer nodig"
        case .informed: "ter informatie"
        case .confirmation: "bevestiging van het antwoord"
        }
    }
}

extension MessageLine {
    /// What was sent over which channel, and what became of it.
    var sentence: String {
        let head = "\(kind.word.capitalisedFirst) (\(purpose.word))"
        let doubt = isPossibleDuplicate ? ", mogelijk dubbel" : ""
        let reason = fault.map { " (\($0))" } ?? ""
        return switch state {
        case .waiting where attempts == 0: "\(head): wacht op zijn beurt."
        case .waiting: "\(head): mislukt\(reason), wordt opnieuw geprobeerd\(doubt)."
        case .standby: "\(head): alleen als een ander kanaal mislukt."
        case .claimed: "\(head): wordt nu verstuurd\(doubt)."
        case .sent:
            "\(head): verstuurd\(deliveredAt.map { ", aangekomen om \(Dutch.time($0)) uur" } ?? "")\(doubt)."
        case .failed: "\(head): mislukt\(reason)\(doubt)."
        case .dropped: "\(head): niet meer nodig\(attempts > 0 ? ", was misschien al weg" : "")."
        }
    }
}
