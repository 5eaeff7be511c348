import Delivery
import Domain
import Web

/// The form of a channel: what everybody fills in, and behind "meer" what an unusual provider needs.
enum ChannelFormPages {
    private struct Section {
        let title: String
        let fields: [Field]
        var isFolded = false
    }

    static func sections(_ model: ChannelPage, _ state: FormState) -> HTML {
        let parts = sections(model.form, isNew: model.setup == nil).map { section -> HTML in
            let fields = section.fields.map { $0.html(state) }
            guard section.isFolded else {
                return "<fieldset><legend>\(section.title)</legend>\(fields)</fieldset>"
            }
            // Opened when something in it is wrong.
            let open: HTML = section.fields.contains { state.error(of: $0.name) != nil } ? " open" : ""
            return "<details\(open)><summary>\(section.title)</summary>\(fields)</details>"
        }
        return "\(parts)"
    }

    static func fieldNames(_ form: ChannelSetup.Form) -> [String] {
        sections(form, isNew: true).flatMap { $0.fields.map(\.name) }
    }

    private static func sections(_ form: ChannelSetup.Form, isNew: Bool) -> [Section] {
        let name = Section(
            title: "Kanaal",
            fields: [
                Field("naam", "Naam", hint: "Zoals uw beheer het noemt.", isRequired: true),
                Field(
                    "volgorde", "Volgorde", hint: "1 wordt eerst gebruikt; 2 is de reserve.", isRequired: true
                ),
            ])
        let secrets = form.secretNames.map { secret in
            Field(
                "geheim-\(secret)", "Geheim “\(secret)”", .password(autocomplete: "new-password"),
                hint: isNew
                    ? "Wordt versleuteld bewaard en nooit getoond." : "Leeg laten houdt het bestaande geheim."
            )
        }
        switch form {
        case .mail: return [name] + mail(secrets)
        case .gateway: return [name] + gateway(secrets)
        }
    }

    private static func mail(_ secrets: [Field]) -> [Section] {
        let encryption = [
            (MailServer.Encryption.startTLS.rawValue, "STARTTLS (poort 587)"),
            (MailServer.Encryption.tls.rawValue, "TLS vanaf het begin (poort 465)"),
            (MailServer.Encryption.none.rawValue, "geen: alleen op deze machine"),
        ]
        let password =
            secrets.isEmpty
            ? [
                Field(
                    "geheim-\(MailSetting.passwordName)", "Wachtwoord",
                    .password(autocomplete: "new-password"),
                    hint: "Wordt versleuteld bewaard en nooit getoond.")
            ] : secrets
        return [
            Section(
                title: "Mailserver",
                fields: [
                    Field(
                        "server", "Server", hint: "Bijvoorbeeld smtp.veiligheidsregio.nl.", isRequired: true),
                    Field("poort", "Poort", isRequired: true),
                    Field("versleuteling", "Versleuteling", .choice(encryption)),
                    Field("gebruiker", "Aanmeldnaam", hint: "Leeg als de server daar niet om vraagt."),
                ] + password),
            Section(
                title: "Afzender",
                fields: [
                    Field(
                        "afzender", "E-mailadres", .email,
                        hint: "Een adres waarvoor deze server mag versturen (SPF en DKIM).", isRequired: true),
                    Field("afzendernaam", "Naam"),
                ]),
            Section(
                title: "Meer instellingen",
                fields: limits + [
                    Field(
                        "eigen-naam", "Naam van deze server (EHLO)", hint: "Leeg: het domein van de afzender."
                    ),
                    authority, plain,
                ], isFolded: true),
        ]
    }

    private static func gateway(_ secrets: [Field]) -> [Section] {
        let methods = HTTPCall.Method.allCases.map { ($0.rawValue, $0.rawValue) }
        let bodies = GatewaySetting.BodyKind.allCases.map { ($0.rawValue, $0.word) }
        return [
            Section(
                title: "Verzoek",
                fields: [
                    Field(
                        "url", "Adres", .longText(rows: 3),
                        hint: """
                            In adres, kopregels en inhoud: {{naar}}, {{naar:cijfers}} (zonder plus), {{van}}, {{tekst}}, \
                            {{sleutel}} (kenmerk), {{codering:0|2}} (GSM of niet) en {{geheim:naam}}.
                            """, isRequired: true),
                    Field("methode", "Methode", .choice(methods)),
                    Field("kopregels", "Kopregels", .longText(rows: 3), hint: "Eén per regel: Naam: waarde."),
                    Field("soort-inhoud", "Soort inhoud", .choice(bodies)),
                    Field("inhoud", "Inhoud", .longText(rows: 5)),
                    Field("afzender", "Afzender", hint: "De naam of het nummer dat de ontvanger ziet."),
                ] + secrets),
            Section(
                title: "Antwoord van de aanbieder",
                fields: [
                    Field(
                        "goed", "Aangenomen als het antwoord dit bevat",
                        hint: "Een reguliere expressie, zoals ^OK. Leeg: status 200 tot en met 299 is goed."),
                    Field("voorgoed", "Voorgoed mislukt bij", hint: "Bijvoorbeeld: onjuist nummer."),
                    Field("voornu", "Voor nu mislukt bij", hint: "Bijvoorbeeld: geen tegoed."),
                    Field(
                        "kenmerk", "Kenmerk vinden met",
                        hint: "Wat tussen de eerste haakjes past, wordt bewaard."),
                ], isFolded: true),
            Section(title: "Wat de aanbieder aanlevert", fields: inbound, isFolded: true),
            Section(title: "Meer instellingen", fields: limits + [authority, plain], isFolded: true),
        ]
    }

    private static var inbound: [Field] {
        [
            Field("in-van", "Veld met de afzender"), Field("in-naar", "Veld met de ontvanger"),
            Field("in-tekst", "Veld met de tekst"),
            Field("in-id", "Veld met het nummer van het bericht", hint: "Hetzelfde nummer telt één keer."),
            Field("in-kenmerk", "Veld met het kenmerk", hint: "Bij een ontvangstbericht."),
            Field("in-status", "Veld met de status"), Field("in-aangekomen", "Aangekomen bij status"),
            Field("in-mislukt", "Mislukt bij status"),
        ]
    }

    private static var limits: [Field] {
        [
            Field("gelijktijdig", "Berichten tegelijk", isRequired: true),
            Field("per-seconde", "Berichten per seconde", hint: "0: geen grens.", isRequired: true),
            Field("seconden", "Langste wachttijd in seconden", isRequired: true),
        ]
    }

    private static var authority: Field {
        Field(
            "ca", "Eigen certificaatautoriteit", .longText(rows: 4),
            hint: "PEM, als de server een certificaat van uw eigen organisatie heeft. Leeg: de gewone.")
    }

    private static var plain: Field {
        Field(
            "onversleuteld", "Zonder versleuteling toestaan: berichten en geheimen zijn onderweg te lezen",
            .checkbox)
    }
}
