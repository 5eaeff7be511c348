import Domain

extension ChannelKind {
    var word: String {
        switch self {
        case .mail: "e-mail"
        case .sms: "sms"
        case .voice: "spraakoproep"
        case .push: "pushbericht"
        }
    }
}

extension DeliveryFault {
    /// One word group for lists and the log; holds nothing of the message.
    var code: String {
        switch self {
        case .unreachable: "onbereikbaar"
        case .timedOut: "te-laat"
        case .connectionLost: "verbinding-weg"
        case .certificate: "certificaat"
        case .noEncryption: "geen-versleuteling"
        case .credentials: "aanmelding-geweigerd"
        case .serverBusy(let code): "server-\(code)"
        case .notUnderstood: "antwoord-onbekend"
        case .redirected: "doorverwezen"
        case .notConfigured: "niet-ingesteld"
        case .queueFull: "wachtrij-vol"
        case .stopping: "gestopt"
        case .senderRefused: "afzender-geweigerd"
        case .badAddress: "adres-ongeldig"
        case .recipientRefused: "ontvanger-geweigerd"
        case .messageRefused: "bericht-geweigerd"
        }
    }

    var sentence: String {
        switch self {
        case .unreachable: "De server is niet bereikbaar."
        case .timedOut: "De server antwoordde niet op tijd."
        case .connectionLost: "De verbinding viel weg."
        case .certificate: "Het certificaat van de server is niet te vertrouwen."
        case .noEncryption: "Een versleutelde verbinding met de server lukt niet."
        case .credentials: "De server weigert de aanmeldnaam, het wachtwoord of de sleutel."
        case .serverBusy(let code): "De server nam het bericht nu niet aan (status \(code))."
        case .notUnderstood: "Uit het antwoord van de server blijkt niet of het bericht is aangenomen."
        case .redirected: "De server verwijst door naar een ander adres. Dat volgt Oranje niet."
        case .notConfigured: "Dit kanaal is niet ingesteld."
        case .queueFull: "Er wachten te veel berichten op dit kanaal."
        case .stopping: "Oranje werd gestopt voordat het bericht weg was."
        case .senderRefused(let reply): "De server weigert de afzender.\(quoted(reply))"
        case .badAddress: "Dit kanaal kan dit adres niet bereiken."
        case .recipientRefused(let reply): "De server weigert deze ontvanger.\(quoted(reply))"
        case .messageRefused(let reply): "De server weigert dit bericht.\(quoted(reply))"
        }
    }

    private func quoted(_ reply: String) -> String {
        reply.isEmpty ? "" : " Antwoord: “\(reply)”"
    }
}

extension DeliveryOutcome {
    /// For the journal; holds nothing of the message.
    var code: String {
        switch self {
        case .accepted: "aangenomen"
        case .failedForNow(let fault, _): "voor-nu \(fault.code)"
        case .failedForGood(let fault): "voorgoed \(fault.code)"
        case .unknown(let fault): "onbekend \(fault.code)"
        }
    }

    var word: String {
        switch self {
        case .accepted: "aangenomen"
        case .failedForNow: "voor nu mislukt"
        case .failedForGood: "voorgoed mislukt"
        case .unknown: "onbekend of het aankomt"
        }
    }

    var sentence: String {
        switch self {
        case .accepted: "De server heeft het bericht aangenomen"
        case .failedForNow(let fault, let seconds):
            "\(fault.sentence)\(seconds.map { " Probeer het over \($0) seconden opnieuw." } ?? "")"
        case .failedForGood(let fault): fault.sentence
        case .unknown(let fault): "\(fault.sentence) Het bericht kan toch aankomen."
        }
    }
}

extension GatewaySetting.BodyKind {
    var word: String {
        switch self {
        case .none: "geen"
        case .form: "formulier"
        case .json: "JSON"
        case .xml: "XML"
        case .plain: "tekst"
        }
    }
}

extension ChannelSettingFault {
    var sentence: String {
        switch self {
        case .empty: "Vul dit in."
        case .unknownPlace(let place): "{{\(place)}} bestaat niet. Gebruik de namen uit de uitleg."
        case .unclosed: "Sluit elke {{ af met }}."
        case .noAddress:
            "Vul een heel adres in, zoals https://sms.voorbeeld.nl/send, zonder aanmeldnaam erin."
        case .variableHost: "De naam van de server mag niet per bericht verschillen."
        case .plainNotAllowed:
            "Zonder versleuteling zijn berichten en geheimen onderweg te lezen. Gebruik versleuteling, of sta het hieronder toe."
        case .badHeader(let line): "“\(line)” is geen kopregel. Schrijf: Naam: waarde."
        case .notJSON: "Dit is geen JSON. Zet elk {{…}} tussen aanhalingstekens."
        case .badPattern: "Dit is geen reguliere expressie."
        case .noGroup: "Zet haakjes om het deel dat het kenmerk is."
        case .outOfBounds(let min, let max): "Vul een getal van \(min) tot en met \(max) in."
        case .badEmail: "Vul een e-mailadres in."
        case .badHost: "Vul de naam van een server in, zoals smtp.voorbeeld.nl."
        case .badAuthority: "Plak hier een certificaat dat begint met -----BEGIN CERTIFICATE-----."
        }
    }
}
