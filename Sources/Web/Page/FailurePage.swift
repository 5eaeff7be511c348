import HTTPTypes

/// The product's own answer to every failure: a page for people, problem+json (RFC 9457) for programs.
package enum FailurePage {
    package static func response(
        _ failure: WebFailure, _ request: WebRequest, layout: Layout
    ) -> WebResponse {
        var response = request.wantsJSON ? problem(failure) : page(failure, request, layout)
        if case .methodNotAllowed(let allowed) = failure {
            response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        }
        if case .tooManyAttempts(let seconds) = failure {
            response.headers[.retryAfter] = "\(seconds)"
        }
        return response
    }

    private static func page(
        _ failure: WebFailure, _ request: WebRequest, _ layout: Layout
    ) -> WebResponse {
        let words = words(failure)
        let reference: HTML? = request.id.isEmpty ? nil : " · meldnummer \(request.id)"
        let body: HTML = """
            <p class="lead">\(words.explanation)</p>
            <p>\(words.advice)</p>
            <p><a class="button" href="/">Naar het begin</a></p>
            <p class="muted">Foutcode \(failure.status.code)\(reference)</p>
            """
        return .html(layout.html(Page(heading: words.heading, body: body)), status: failure.status)
    }

    private static func problem(_ failure: WebFailure) -> WebResponse {
        let words = words(failure)
        let body = """
            {"type":"about:blank","title":"\(words.heading)","status":\(failure.status.code),"detail":"\(words.explanation)"}
            """
        var response = WebResponse.text(body, type: "application/problem+json")
        response.status = failure.status
        return response
    }

    /// The words hold no quotation marks or input, so they need no escaping in JSON.
    private static func words(_ failure: WebFailure) -> (heading: String, explanation: String, advice: String)
    {
        switch failure {
        case .notFound:
            (
                "Deze pagina is er niet", "Het adres klopt niet, of u mag deze gegevens niet zien.",
                "Controleer het adres of begin opnieuw."
            )
        case .forbidden:
            (
                "Dit mag u niet", "Uw rol geeft geen toegang tot deze pagina.",
                "Vraag de functioneel beheerder om de juiste rol."
            )
        case .expiredForm:
            (
                "Dit formulier is verlopen",
                "Het formulier hoort bij een andere of verlopen aanmelding. Er is niets opgeslagen.",
                "Ga terug, laad de pagina opnieuw en verstuur het formulier nog een keer."
            )
        case .methodNotAllowed:
            (
                "Dit kan hier niet", "Dit adres kent deze handeling niet. Er is niets opgeslagen.",
                "Begin opnieuw vanaf de pagina."
            )
        case .bodyTooLarge(let bytesMax):
            (
                "Dit is te groot", "De grens is \(Dutch.number(bytesMax / 1000)) kB. Er is niets opgeslagen.",
                "Stuur minder in één keer: splits een bestand, of laat kolommen weg die niet nodig zijn."
            )
        case .malformed:
            (
                "Dit verzoek is niet te lezen", "De gegevens kwamen beschadigd aan. Er is niets opgeslagen.",
                "Probeer het nog een keer."
            )
        case .changedMeanwhile:
            (
                "Iemand anders was u voor",
                "Deze gegevens zijn gewijzigd nadat u de pagina opende. Er is niets opgeslagen.",
                "Ga terug, laad de pagina opnieuw en voer uw wijziging nog een keer in."
            )
        case .tooManyAttempts(let seconds):
            (
                "Te veel pogingen", "Er is te vaak met een verkeerd wachtwoord aangemeld.",
                "Wacht \(Dutch.count((seconds + 59) / 60, "minuut", "minuten")) en probeer het dan opnieuw."
            )
        case .unavailable:
            (
                "Oranje is even niet bereikbaar",
                "De database antwoordt niet. Kijk straks eerst of uw wijziging er staat.",
                "Probeer het over een minuut opnieuw. Is er haast, gebruik dan de papieren bellijst."
            )
        case .unexpected:
            (
                "Er ging iets mis",
                "Door een fout in Oranje kon dit niet worden uitgevoerd. Er is niets opgeslagen.",
                "Probeer het opnieuw en meld het aan de functioneel beheerder als het blijft."
            )
        case .other(let code):
            (
                "Er ging iets mis", "De server antwoordde met code \(code). Er is niets opgeslagen.",
                "Probeer het opnieuw."
            )
        }
    }
}
