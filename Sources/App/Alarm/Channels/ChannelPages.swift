import Domain
import Web

/// The channels: the list, one channel's form with a trial, and what a trial gave.
enum ChannelPages {
    static let trialText = "Dit is een proef. U hoeft niets te doen."

    static func list(_ model: ChannelsPage, _ state: FormState) -> Page {
        var table = Table(
            "Kanalen", columns: ["Naam", "Soort", "Staat", "Laatst gelukt", "Laatste storing", "Handeling"])
        for (setup, status) in model.channels {
            table.add([
                "<a href=\"/kanalen/\(setup.id)\">\(setup.name)</a>", "\(setup.kind.word)",
                setup.isOpen
                    ? "<span class=\"tag covered\">aan</span>" : "<span class=\"tag gap\">uit</span>",
                status.lastSuccess.map { "\(Dutch.shortMoment($0))" } ?? "nog nooit",
                "\(fault(status))", toggle(setup, model.csrf),
            ])
        }
        let missing = model.missing.map(\.word)
        let heading =
            missing.isEmpty
            ? "Berichten kunnen weg over \(Dutch.count(model.channels.count(where: \.setup.isOpen), "kanaal", "kanalen"))"
            : "Er is nog geen kanaal voor \(Dutch.list(missing))"
        return Page(
            heading: heading,
            body: """
                \(state.summary)
                <p>Over deze kanalen gaan alarmberichten, herinneringen en uitnodigingen. Van elke soort wordt het kanaal
                met de laagste volgorde eerst gebruikt; is dat in storing, dan neemt het volgende het over.</p>
                \(model.channels.isEmpty ? nil : table.html)
                \(mail(model))\(strangers(model))
                \(address(model, state))
                <h2>Kanaal toevoegen</h2>
                <ul>
                <li><a href="/kanalen/nieuw?voorbeeld=mail">E-mail over uw eigen mailserver (SMTP)</a></li>
                \(model.presets.map { preset -> HTML in
                    """
                    <li><a href="/kanalen/nieuw?voorbeeld=\(preset.code)">\(preset.kind.word): \(preset.name)</a></li>
                    """
                })
                </ul>
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func address(_ model: ChannelsPage, _ state: FormState) -> HTML {
        let field = Field(
            "site", "Adres waarop mensen Oranje openen",
            hint: "Bijvoorbeeld https://oranje.uwregio.nl. Leeg: berichten krijgen geen link.")
        return """
            <h2>Antwoorden met een link</h2>
            <p>In elk alarmbericht staat een link waarmee iemand zonder aanmelden antwoordt. \(model.address == nil
                ? "Er is nog geen adres, dus berichten gaan nu zonder link weg." : "De links beginnen met dit adres.")</p>
            \(form("/kanalen/adres", csrf: model.csrf, """
                \(field.html(state))<div class="actions"><button type="submit">Adres opslaan</button></div>
                """))
            """
    }

    private static func strangers(_ model: ChannelsPage) -> HTML? {
        guard model.unknownSenderCount > 0 else { return nil }
        let texts = Dutch.count(model.unknownSenderCount, "bericht kwam", "berichten kwamen")
        return """
            <p>In de laatste 30 dagen \(texts) van een nummer dat bij niemand staat. Er is niets mee gedaan.</p>
            """
    }

    private static func fault(_ status: ChannelStatus) -> String {
        guard let at = status.lastFailure, let code = status.lastFault else { return "geen" }
        return "\(Dutch.shortMoment(at)): \(code)"
    }

    private static func toggle(_ setup: ChannelSetup, _ csrf: String) -> HTML {
        let button: HTML =
            setup.isOpen
            ? "<button class=\"quiet\" type=\"submit\" name=\"staat\" value=\"dicht\">Uitzetten</button>"
            : "<button class=\"quiet\" type=\"submit\" name=\"staat\" value=\"open\">Aanzetten</button>"
        return form("/kanalen/\(setup.id)/staat", csrf: csrf, button)
    }

    private static func mail(_ model: ChannelsPage) -> HTML {
        let waiting = (model.mailCounts[.waiting] ?? 0) + (model.mailCounts[.sending] ?? 0)
        let (sent, failed) = (model.mailCounts[.sent] ?? 0, model.mailCounts[.failed] ?? 0)
        let sentences = [
            waiting == 0
                ? "Er wacht geen e-mail." : "\(Dutch.count(waiting, "e-mail wacht", "e-mails wachten")).",
            "In de laatste 30 dagen \(sent == 1 ? "is" : "zijn") \(Dutch.count(sent, "e-mail", "e-mails")) aangenomen.",
            model.possibleDuplicates == 0
                ? ""
                : "Daarvan \(Dutch.count(model.possibleDuplicates, "is er één", "zijn er")) mogelijk dubbel.",
            failed == 0 ? "" : "\(Dutch.count(failed, "e-mail kon", "e-mails konden")) niet weg.",
        ]
        return "<p>\(sentences.filter { !$0.isEmpty }.joined(separator: " "))</p>"
    }

    static func channel(_ model: ChannelPage, _ state: FormState) -> Page {
        let action = model.setup.map { "/kanalen/\($0.id)" } ?? "/kanalen"
        let heading =
            model.setup.map { "\($0.name): \($0.isOpen ? "aan" : "uit")" }
            ?? "Kanaal voor \(model.kind.word) toevoegen"
        return Page(
            heading: heading, breadcrumb: "<a href=\"/kanalen\">Kanalen</a>",
            body: """
                \(state.summary)
                \(model.setup == nil ? nil : lastMet(model.status))
                \(model.source.map { source -> HTML in "<p class=\"muted\">Voorbeeld naar: \(source).</p>" })
                \(form(action, csrf: model.csrf, """
                    <input type="hidden" name="versie" value="\(state.fields["versie"])">
                    <input type="hidden" name="voorbeeld" value="\(example(model, state))">
                    \(ChannelFormPages.sections(model, state))
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                \(model.setup.map { trialForm(model, $0) })
                \(model.setup.flatMap { inbound(model, $0) })
                """, hasErrors: !state.errors.isEmpty)
    }

    /// A refused form of a new channel remembers which example it began from.
    private static func example(_ model: ChannelPage, _ state: FormState) -> String {
        state.fields["voorbeeld"].isEmpty ? model.exampleCode : state.fields["voorbeeld"]
    }

    private static func lastMet(_ status: ChannelStatus) -> HTML {
        """
        <p>Laatst gelukt: \(status.lastSuccess.map { Dutch.moment($0) } ?? "nog nooit").
        Laatste storing: \(fault(status)).</p>
        """
    }

    private static func trialForm(_ model: ChannelPage, _ setup: ChannelSetup) -> HTML {
        let isMail = model.kind == .mail
        let fields = [
            Field(
                "adres", isMail ? "Uw eigen e-mailadres" : "Uw eigen nummer", isMail ? .email : .telephone,
                hint: isMail ? nil : "Bijvoorbeeld 06 12345678.", isRequired: true),
            Field("proeftekst", "Tekst", hint: "Leeg: “\(trialText)” Het bericht begint met OEFENING."),
        ]
        return """
            <h2>Uitproberen</h2>
            <p>De proef gaat over de opgeslagen instellingen. U ziet daarna wat de server antwoordde.</p>
            \(form("/kanalen/\(setup.id)/proef", csrf: model.csrf, """
                \(fields.map { $0.html(FormState()) })
                <div class="actions"><button type="submit">Proefbericht sturen</button></div>
                """))
            """
    }

    private static func inbound(_ model: ChannelPage, _ setup: ChannelSetup) -> HTML? {
        guard case .gateway = setup.form else { return nil }
        let known =
            model.hasInboundSecret
            ? "De aanbieder mag antwoorden en ontvangstberichten aanleveren."
            : "De aanbieder mag nog niets aanleveren: maak eerst een geheim."
        return """
            <h2>Antwoorden ontvangen</h2>
            <p>\(known) Geef de aanbieder deze adressen, met het adres van uw Oranje ervoor:</p>
            <ul><li><code>/koppeling/\(setup.id)/antwoord</code> voor antwoorden</li>
            <li><code>/koppeling/\(setup.id)/ontvangst</code> voor ontvangstberichten</li></ul>
            <p>Het geheim gaat mee als <code>Authorization: Bearer</code>, als wachtwoord van Basic, of als
            <code>geheim=</code> in het adres.</p>
            \(form("/kanalen/\(setup.id)/geheim", csrf: model.csrf, """
                <div class="actions"><button class="quiet" type="submit">\(model.hasInboundSecret ? "Nieuw geheim maken" : "Geheim maken")</button></div>
                """))
            """
    }

    /// Shown once; only its hash is kept.
    static func inboundSecret(_ id: ID<ChannelSetup>, _ secret: String) -> Page {
        Page(
            heading: "Geef dit geheim aan de aanbieder",
            breadcrumb: "<a href=\"/kanalen/\(id)\">Terug naar het kanaal</a>",
            body: """
                <p class="lead"><code>\(secret)</code></p>
                <p>Dit geheim staat hier één keer. Een vorig geheim werkt vanaf nu niet meer.</p>
                <p><a class="button" href="/kanalen/\(id)">Naar het kanaal</a></p>
                """)
    }

    static func trial(
        _ model: ChannelPage, _ trial: DeliveryTrial, _ message: OutgoingMessage, milliseconds: Int
    ) -> Page {
        let size = SMSText(message.markedText)
        let alphabet =
            size.alphabet == .gsm7 ? "zeven bits (GSM)" : "zestien bits (UCS-2), door een teken buiten GSM"
        let parts: HTML? =
            model.kind == .sms
            ? "<li>\(Dutch.count(size.units, "teken", "tekens")) in \(alphabet): \(Dutch.count(size.parts, "sms", "sms-delen"))</li>"
            : nil
        let kind: HTML =
            if case .accepted = trial.outcome {
                "<span class=\"tag covered\">aangenomen</span>"
            } else {
                "<span class=\"tag gap\">\(trial.outcome.word)</span>"
            }
        return Page(
            heading: trial.outcome.sentence,
            breadcrumb: "<a href=\"/kanalen/\(model.setup?.id.description ?? "")\">Terug naar het kanaal</a>",
            body: """
                <p>\(kind)</p>
                <ul>
                <li>Kanaal: \(model.setup?.name ?? "")</li>
                <li>Duur: \(Dutch.number(milliseconds)) ms</li>
                <li>Antwoord van de server: \(trial.answer.isEmpty ? "geen" : "“\(trial.answer)”")</li>
                \(parts)
                <li>Kenmerk van dit bericht: <code>\(message.key)</code></li>
                </ul>
                <p>Aangenomen betekent dat de server het bericht overnam, niet dat het al gelezen is.</p>
                <p><a class="button" href="/kanalen/\(model.setup?.id.description ?? "")">Naar het kanaal</a></p>
                """)
    }

    /// In the order in which they stand on the page.
    static func fieldNames(_ form: ChannelSetup.Form) -> [String] {
        ChannelFormPages.fieldNames(form)
    }
}
