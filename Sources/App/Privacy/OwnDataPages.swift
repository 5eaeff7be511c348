import Domain
import Web

/// What somebody sees and does about their own data.
enum OwnDataPages {
    static func own(_ model: OwnDataPage) -> Page {
        Page(
            heading: heading(model),
            body: """
                \(contact(model))
                <p><a href="/mensen/\(model.person.id)/paspoort">Je paspoort</a>: waarvoor je vakbekwaam bent, tot wanneer, en wat
                eraan komt. <a href="/mijn/specialist">Specialist</a>: waarvoor je zonder piket gebeld mag worden.</p>
                \(views(model))
                \(along(model))
                """)
    }

    /// For whoever opened the link in the letter.
    static func confirm(_ model: ConfirmContactPage, token: String) -> Page {
        let change: HTML =
            "<p>Klopt het niet? <a href=\"/mijn/bereikbaarheid\">Meld je aan en pas het aan</a>.</p>"
        guard !model.isConfirmed else {
            return Page(
                heading: "Bedankt, je gegevens zijn bevestigd",
                body: "<p class=\"lead\">Je hoeft nu niets meer te doen.</p>\(change)")
        }
        let ways = model.channels.enumerated().map { index, channel -> HTML in
            """
            <dt>\(index == 0 ? "Eerst via" : "Daarna via") \(channel.kind.word)</dt><dd>\(channel.masked)</dd>
            """
        }
        return Page(
            heading: "Kloppen je gegevens nog?",
            body: """
                <section class="card"><h2 class="first">Zo bereikt de regio je bij een crisis</h2>
                <dl class="facts">\(ways)</dl></section>
                <div class="answers"><form method="post" action="/g/\(token)">
                <button type="submit">Ja, dit klopt</button></form></div>\(change)
                <p class="muted">Voor \(model.name). Ben je dat niet, doe dan niets.</p>
                """)
    }

    private static func heading(_ model: OwnDataPage) -> String {
        guard let confirmedAt = model.confirmation.confirmedAt else {
            return "Kloppen je gegevens? Je hebt ze nog nooit bevestigd"
        }
        let day = Dutch.date(Amsterdam.day(at: confirmedAt))
        return model.isDue
            ? "Kloppen je gegevens nog? Je bevestigde ze op \(day)" : "Je gegevens klopten op \(day)"
    }

    private static func contact(_ model: OwnDataPage) -> HTML {
        let ways = model.channels.enumerated().map { index, channel -> HTML in
            """
            <dt>\(index == 0 ? "Eerst via" : "Daarna via") \(channel.kind.word)</dt><dd>\(channel.shown)</dd>
            """
        }
        let none: HTML =
            "<p><span class=\"tag gap\">niet bereikbaar</span> Vul een mobiel nummer of e-mailadres in.</p>"
        let confirm = form(
            "/mijn/bevestiging", csrf: model.csrf, "<button type=\"submit\">Ja, dit klopt</button>")
        let rhythm: HTML =
            model.confirmMonths.map { months in
                "<p class=\"muted\">We vragen dit elke \(months == 1 ? "maand" : "\(months) maanden").</p>"
            } ?? ""
        return """
            <section class="card"><h2 class="first">Zo bereikt de regio je bij een crisis</h2>
            \(ways.isEmpty ? none : "<dl class=\"facts\">\(ways)</dl>")
            <div class="actions">\(ways.isEmpty ? nil : confirm)
            <a class="button quiet" href="/mijn/bereikbaarheid">Nee, wijzigen</a></div>\(rhythm)</section>
            """
    }

    private static func views(_ model: OwnDataPage) -> HTML {
        guard !model.views.isEmpty else {
            return """
                <h2>Wie zag je gegevens</h2>
                <p>Niemand anders heeft je gegevens geopend.</p>
                """
        }
        var table = Table("De laatste bovenaan", columns: ["Wanneer", "Wie", "Rol", "Waar"])
        for view in model.views {
            table.add([
                "\(Dutch.shortMoment(view.at))", "\(view.viewer)", "\(Dutch.list(view.roles.map(\.word)))",
                "\(view.kind.words)",
            ])
        }
        return """
            <h2>Wie zag je gegevens</h2>
            <p>Per persoon, plek en dag staat de eerste keer er. Wie dienst heeft of in een alarm is gevraagd, is dan voor de
            anderen in dat alarm te zien; dat staat in het alarm zelf.</p>\(table.html)
            """
    }

    private static func along(_ model: OwnDataPage) -> HTML {
        """
        <h2>Meenemen en weggaan</h2>
        <ul>
        <li><a href="/mijn/gegevens/alles">Alles wat Oranje van je weet</a>, om te lezen of af te drukken</li>
        <li><a href="/mijn/gegevens/alles.json">Hetzelfde als bestand</a> (json)</li>
        <li><a href="/mijn/vertrek">Wat er gebeurt als je weggaat</a></li>
        <li><a href="/mensen/\(model.person.id)">Je functies, certificaten en diensten</a></li>
        <li><a href="/privacy">Wat Oranje bewaart, waarom en hoe lang</a></li>
        </ul>
        """
    }

    static func contactForm(_ csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("mobiel", "Mobiel nummer", .telephone, hint: "Bijvoorbeeld 06 12345678."),
            Field("email", "E-mailadres", .email), Field("vast", "Vast nummer", .telephone),
            Field(
                "eerst", "Eerst proberen via",
                .choice(ContactChannel.Kind.allCases.map { ($0.rawValue, $0.word) })),
        ]
        return Page(
            heading: "Hoe bereikt de regio je?",
            breadcrumb: "<a href=\"/mijn/gegevens\">Mijn gegevens</a>",
            body: """
                \(state.summary)
                \(form("/mijn/bereikbaarheid", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan en bevestigen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func everything(_ dossier: Dossier, madeAt now: Instant) -> Page {
        let sections = dossier.sections.map { section -> HTML in
            guard !section.rows.isEmpty else {
                return "<h2>\(section.title)</h2><p class=\"muted\">Niets vastgelegd.</p>"
            }
            var table = Table(
                "\(section.title): \(Dutch.count(section.rows.count, "regel", "regels"))",
                columns: section.columns.map(\.capitalisedFirst))
            for row in section.rows { table.add(row.map { "\($0.shown)" }) }
            return "<h2>\(section.title)</h2>\(table.html)"
        }
        return Page(
            heading: "Alles wat Oranje weet van \(dossier.person.name.full)",
            breadcrumb: "<a href=\"/mijn/gegevens\">Mijn gegevens</a>",
            body: """
                <p>Gemaakt op \(Dutch.moment(now)). Codes staan erin zoals ze zijn opgeslagen.
                <a href="/mijn/gegevens/alles.json">Als bestand (json)</a>.</p>
                <dl class="facts"><dt>Naam</dt><dd>\(dossier.person.name.full)</dd>
                <dt>Werkgever</dt><dd>\(dossier.person.municipality)</dd>
                <dt>Personeelsnummer</dt><dd>\(dossier.person.personnelNumber)</dd>
                <dt>Standplaats</dt><dd>\(dossier.person.workBase)</dd></dl>\(sections)
                """)
    }
}
