import Domain
import Web

/// The list of deployments, and one deployment with its log.
enum DeploymentPages {
    static func list(_ model: DeploymentsPage) -> Page {
        let open: HTML? =
            model.mayOpen
            ? """
            <div class="actions"><a class="button" href="/inzetten/opschalen">Burgemeester belt: opschalen</a>
            <a class="button" href="/inzetten/nieuw">Inzet openen</a>
            <a class="button quiet" href="/inzetten/klein">Advies of kleine inzet</a></div>
            """ : nil
        let none: HTML? = model.running.isEmpty ? "<p>Zodra er een inzet is, staat die hier.</p>" : nil
        return Page(
            heading: model.heading,
            body: """
                \(open)\(none)
                <ul class="cards board">\(model.running.map { card($0, model, isFirst: true) })</ul>
                \(reviews(model))
                \(model.ended.isEmpty ? nil : "<h2>Voorbij</h2><ul class=\"cards board\">\(model.ended.map { card($0, model) })</ul>" as HTML?)
                \(model.seesAll ? "<p><a href=\"/nafase\">Nafase</a> · <a href=\"/toetsen\">Toetsen achteraf</a> · <a href=\"/leerpunten\">Acties uit evaluaties</a></p>" : nil as HTML?)
                <p><a href="/taakkaarten">Taakkaarten</a> · \(model.seesCards ? "<a href=\"/opvang\">Opvanglocaties</a> · " : nil as HTML?)<a href="/inzetten/afspraken">Afspraken: wie kondigt af, wie spreekt</a></p>
                """)
    }

    private static func card(
        _ deployment: Deployment, _ model: DeploymentsPage, isFirst: Bool = false
    ) -> HTML {
        let title: HTML = "<a href=\"/inzetten/\(deployment.id)\">\(deployment.title)</a>"
        let heading: HTML = isFirst ? "<h2>\(title)</h2>" : "<h3>\(title)</h3>"
        let exercise: HTML? =
            deployment.isExercise ? "<p class=\"exercise\"><strong>OEFENING</strong></p>" : nil
        let level: HTML =
            deployment.endedAt == nil
            ? "<span class=\"tag attention\">\(deployment.level?.name ?? deployment.mode.word)</span>"
            : "<span class=\"tag unknown\">voorbij</span>"
        return """
            <li class="card">\(exercise)\(heading)
            <p>\(level) \(model.places(deployment)), \(Dutch.moment(deployment.openedAt))</p>
            <p class="muted">\(deployment.number)</p></li>
            """
    }

    private static func reviews(_ model: DeploymentsPage) -> HTML? {
        guard !model.reviews.isEmpty else { return nil }
        let items = model.reviews.map { deployment -> HTML in
            let due = deployment.reviewDueOn.map { Dutch.date($0) } ?? ""
            return
                "<li><a href=\"/inzetten/\(deployment.id)/toets\">\(deployment.title)</a>: vóór \(due)</li>"
        }
        return "<h2>Nog achteraf te toetsen</h2><ul>\(items)</ul>"
    }

    static func deployment(_ model: DeploymentPage) -> Page {
        page(
            model, "",
            body: """
                <div data-deel="stand">\(EntryPages.standing(model))</div>
                \(lead(model))
                \(note(model))
                <div data-deel="log">\(EntryPages.log(model))</div>
                <p><a href="\(model.path)/log">Alleen het log</a></p>
                \(more(model))
                """)
    }

    static func log(_ model: DeploymentPage) -> Page {
        page(
            model, "/log", heading: "Ouder in het log van \(model.deployment.title)",
            body: EntryPages.log(model))
    }

    /// What the pages of one deployment have in common: where one is, and the live line.
    static func page(
        _ model: DeploymentPage, _ tab: StaticString, heading: String? = nil, body: HTML,
        hasErrors: Bool = false
    ) -> Page {
        let isOver = model.state.ending != nil
        return Page(
            heading: heading ?? model.heading,
            breadcrumb: "<a href=\"/inzetten\">Inzetten</a> \(model.deployment.number)",
            body: """
                \(model.knownAt.map { moment -> HTML in
                    """
                    <p class="nl-alert nl-alert--warning">Zoals bekend op \(Dutch.moment(moment)).
                    <a href="\(model.path)">Terug naar nu</a></p>
                    """
                })
                \(tabs(model, "\(tab)"))
                <p class="muted">\(model.places)\(model.deployment.place.isEmpty ? "" : ", \(model.deployment.place)"). \
                \(isOver ? "Afgesloten." : "") <a href="\(model.path)\(HTML(stringLiteral: tab))">Vernieuwen</a></p>
                <div data-inzet="\(model.deployment.id)" data-versie="\(model.number)">\(body)</div>
                <p class="line-state" role="status" data-lijn hidden></p>
                """, hasErrors: hasErrors, isExercise: model.deployment.isExercise)
    }

    private static func tabs(_ model: DeploymentPage, _ current: String) -> HTML {
        let tabs: [(path: String, word: String)] = [
            ("", "Log"), ("/beeld", "Beeld"), ("/besluiten", "Besluiten en acties"),
            ("/mensen", "Mensen en teams"), ("/aflossing", "Aflossing"),
            ("/communicatie", "Communicatie"), ("/opvang", "Opvang"), ("/nafase", "Nafase"),
            ("/toen", "Toen"),
        ]
        let links = tabs.map { tab -> HTML in
            let mark: HTML = tab.path == current ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(model.path)\(tab.path)\"\(mark)>\(tab.word)</a></li>"
        }
        return "<nav aria-label=\"Onderdelen van de inzet\"><ul class=\"tabs\">\(links)</ul></nav>"
    }

    private static func lead(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord, model.state.ending == nil else { return nil }
        let alarm: HTML? =
            model.mayRaise
            ? "<a class=\"button\" href=\"\(model.path)/alarm\">Alarmeren</a>" : nil
        return """
            <div class="actions"><a class="button" href="\(model.path)/opschaling">Opschaling vastleggen</a>\(alarm)</div>
            """
    }

    private static func note(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        return entryForm(
            "\(model.path)/regels", model, "log",
            """
            \(Field("tekst", "Wat is er", .longText(rows: 3), isRequired: true).html(state))
            <details><summary>Tijd, bron, soort</summary><div class="row">
            \(Field("gebeurd", "Gebeurd om", .time, hint: "Leeg: nu. Eerder: met de dag erbij.").html(state))
            \(Field("bron", "Van wie gehoord").html(state))
            \(Field("soort", "Soort", .choice(Note.Kind.allCases.map { ($0.rawValue, $0.word) })).html(state))
            \(Field("zeker", "Hoe zeker", .choice(Verification.allCases.map { ($0.rawValue, $0.word) })).html(state))
            \(Field("verbetert", "Verbetert regel nummer", hint: "De oude regel blijft staan.").html(state))
            </div>\(Field("vertrouwelijk", "Vertrouwelijk", .checkbox).html(state))</details>
            <div class="actions"><button type="submit">Vastleggen</button></div>
            """)
    }

    /// What comes at the end and after it; everybody who sees the deployment may read it.
    private static func more(_ model: DeploymentPage) -> HTML {
        let path = model.path
        let review: HTML? =
            model.state.flexible != nil || model.state.review != nil
            ? "<a class=\"button quiet\" href=\"\(path)/toets\">Achteraf toetsen</a>" : nil
        let lead: HTML? =
            model.mayRecord && model.state.ending == nil
            ? """
            <a class="button quiet" href="\(path)/wacht">We wachten af</a>
            <a class="button quiet" href="\(path)/einde">Afsluiten</a>
            """ : nil
        return """
            <details><summary>Afsluiten, evalueren, stukken</summary><div class="actions">\(lead)\(review)
            <a class="button quiet" href="\(path)/evaluatie">Evaluatie</a>
            <a class="button quiet" href="\(path)/stukken/\(ExportKind.report.rawValue)">Verslag, tijdlijn, artikel 40</a></div></details>
            """
    }

    /// A form that is sent at once, with its own key.
    static func plainForm(_ action: String, _ model: DeploymentPage, _ name: String, _ body: HTML) -> HTML {
        form(
            action, csrf: model.csrf,
            "<input type=\"hidden\" name=\"sleutel\" value=\"\(model.formKey(name))\">\(body)")
    }

    /// A form that a bad line may keep and send later: it carries its own key.
    ///
    /// - Parameter next: where it leads when it was sent; nil: the same page.
    static func entryForm(
        _ action: String, _ model: DeploymentPage, _ name: String, next: String? = nil, _ body: HTML
    ) -> HTML {
        """
        <form method="post" action="\(action)" novalidate data-bewaar\(next.map { path -> HTML in " data-na=\"\(path)\"" })>
        <input type="hidden" name="csrf" value="\(model.csrf)">
        <input type="hidden" name="sleutel" value="\(model.formKey(name))">\(body)</form>
        """
    }
}
