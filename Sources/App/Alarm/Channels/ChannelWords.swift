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
        case .noEncryption: "De server biedt geen versleutelde verbinding aan."
        case .credentials: "De server weigert de aanmeldnaam, het wachtwoord of de sleutel."
        case .serverBusy(let code): "De server kan het nu niet aan (\(code))."
        case .notUnderstood: "Uit het antwoord van de server blijkt niet of het bericht is aangenomen."
        case .redirected: "De server verwijst door naar een ander adres. Dat volgt Oranje niet."
        case .notConfigured: "Dit kanaal is niet ingesteld."
        case .queueFull: "Er wachten te veel berichten op dit kanaal."
        case .stopping: "Oranje werd gestopt voordat het bericht weg was."
        case .badAddress: "Dit kanaal kan dit adres niet bereiken."
        case .recipientRefused(let reply): "De server weigert deze ontvanger.\(quoted(reply))"
        case .messageRefused(let reply): "De server weigert dit bericht.\(quoted(reply))"
        }
    }

    private func quoted(_ reply: String) -> String {
        reply.isEmpty ? "" : " Antwoord: “\(reply)”"
    }
}
