import Domain
import Web

/// What goes on after a deployment: topics with points, and the handing over with both names.
enum AftermathPages {
    static func aftermath(_ model: AftermathPage, _ state: FormState = FormState()) -> Page {
        let deployment = model.model
        let open = model.openable.map { municipality -> HTML in
            form(
                "\(deployment.path)/nafase", csrf: deployment.csrf,
                """
                <input type="hidden" name="gemeente" value="\(municipality)">
                <button class="quiet" type="submit">Nafase openen voor \(model.name(municipality))</button>
                """)
        }
        let intro: HTML? =
            model.files.isEmpty
            ? """
            <p>Begin vroeg: wat nu blijft liggen is later moeilijk terug te vinden. De gemeente wordt eigenaar zodra beide kanten de
            overdracht bevestigden.</p>
            """
            : nil
        return DeploymentPages.page(
            deployment, "/nafase", heading: model.heading,
            body: """
                \(state.summary)\(intro)
                \(open.isEmpty ? nil : "<div class=\"actions\">\(open)</div>" as HTML?)
                \(model.files.map { file($0, model, state) })
                """, hasErrors: !state.errors.isEmpty)
    }

    private typealias File = (
        aftermath: DeploymentAftermath, access: AftermathAccess, overview: AftermathOverview
    )

    private static func file(_ entry: File, _ model: AftermathPage, _ state: FormState) -> HTML {
        let file = entry.aftermath.file
        let late: HTML? =
            entry.overview.overdue == 0
            ? nil
            : "<li><span class=\"tag gap\">\(entry.overview.overdue) over tijd</span></li>"
        let topics = AftermathTopic.allCases.map { topic($0, entry, model) }
        return """
            <h2 id="nafase-\(file.municipality)">\(model.name(file.municipality))</h2>
            <ul class="figures"><li><span class="tag">\(file.state.word)</span></li><li><strong>\(entry.overview.open)</strong> punten open</li>\(late)
            <li><strong>\(Dutch.money(entry.overview.amount))</strong> aan kosten en claims genoteerd</li></ul>
            \(silent(entry))\(transfer(entry, model, state))
            <div class="cards board">\(topics)</div>
            \(add(entry, model, state))
            """
    }

    /// Named so that nobody thinks that nothing was meant with nothing.
    private static func silent(_ entry: File) -> HTML? {
        guard !entry.overview.silent.isEmpty, entry.aftermath.file.state != .ended else { return nil }
        let words = entry.overview.silent.map { $0.word.lowercased() }
        return
            "<p class=\"muted\">Nog niets geschreven over \(Dutch.list(words)). Speelt het niet, schrijf dat dan op.</p>"
    }

    private static func topic(_ topic: AftermathTopic, _ entry: File, _ model: AftermathPage) -> HTML? {
        let points = entry.aftermath.points.filter { $0.topic == topic }
        guard !points.isEmpty else { return nil }
        return """
            <section class="card"><h3>\(topic.word)</h3><ul class="plain">\(points.map { point($0, entry, model) })</ul></section>
            """
    }

    private static func point(_ point: AftermathPoint, _ entry: File, _ model: AftermathPage) -> HTML {
        let due = point.dueOn.map { ", vóór \(Dutch.date($0))" } ?? ""
        let late: HTML? = point.isOverdue(on: model.today) ? " <span class=\"tag gap\">over tijd</span>" : nil
        let amount = point.amount.map { ", \(Dutch.money($0))" } ?? ""
        let done: HTML? = point.isDone ? " <span class=\"tag covered\">gereed</span>" : nil
        let change: HTML? =
            entry.access.mayWrite(entry.aftermath.file)
            ? form(
                "/nafase/\(entry.aftermath.file.id)/punten/\(point.id)", csrf: model.model.csrf,
                """
                <button class="link" type="submit" name="gereed" value="\(point.isDone ? "nee" : "ja")">\(point.isDone ? "Toch niet gereed" : "Gereed")</button>
                """) : nil
        return """
            <li><p>\(point.what)\(late)\(done)<br><span class="muted">\(point.owner.isEmpty ? "niemand" : point.owner)\(due)\(amount)</span></p>\(change)</li>
            """
    }

    private static func add(_ entry: File, _ model: AftermathPage, _ state: FormState) -> HTML? {
        let file = entry.aftermath.file
        guard entry.access.mayWrite(file) else { return nil }
        let isOwn = state.fields["dossier"] == file.id.description && state.fields.names.contains("onderwerp")
        let own = isOwn ? state : FormState()
        // The form with the fault keeps the plain names, so that the summary's links lead to its fields.
        let scope = own.errors.isEmpty ? "punt-\(file.municipality)" : ""
        let topics = AftermathTopic.allCases.map { ($0.rawValue, $0.word) }
        return """
            <details\(own.errors.isEmpty ? "" : " open" as HTML)><summary>Punt toevoegen voor \(model.name(file.municipality))</summary>
            \(form("/nafase/\(file.id)/punten", csrf: model.model.csrf, """
                <input type="hidden" name="dossier" value="\(file.id)">
                \(Field("onderwerp", "Waarover", .choice(topics)).html(own, in: scope))
                \(Field("wat", "Wat moet er gebeuren", .longText(rows: 2), isRequired: true).html(own, in: scope))
                <div class="row">\(Field("wie", "Wie doet het").html(own, in: scope))
                \(Field("uiterlijk", "Uiterlijk", .date).html(own, in: scope))
                \(Field("bedrag", "Bedrag", hint: "Kosten of een claim, als 1.250,00.").html(own, in: scope))</div>
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))</details>
            """
    }

    private static func transfer(_ entry: File, _ model: AftermathPage, _ state: FormState) -> HTML {
        let file = entry.aftermath.file
        let isOwn =
            state.fields["dossier"] == file.id.description && !state.fields.names.contains("onderwerp")
        let own = isOwn ? state : FormState()
        let signatures = [
            ("Overgedragen", file.offered), ("Bevestigd", file.accepted), ("Beëindigd", file.ended),
        ]
        let signed = signatures.compactMap { word, signature in
            signature.map { signature -> HTML in
                "<li>\(word) \(Dutch.moment(signature.at)) door \(signature.name)</li>"
            }
        }
        let decision: HTML? = file.decision.isEmpty ? nil : "<p>\(file.decision)</p>"
        return """
            \(signed.isEmpty ? nil : "<ul>\(signed)</ul>" as HTML?)\(decision)\(step(entry, model, own))
            """
    }

    /// What this visitor can do next.
    private static func step(_ entry: File, _ model: AftermathPage, _ state: FormState) -> HTML? {
        let file = entry.aftermath.file
        let hidden: HTML = "<input type=\"hidden\" name=\"dossier\" value=\"\(file.id)\">"
        let scope = state.errors.isEmpty ? "stap-\(file.municipality)" : ""
        switch file.state {
        case .prepared:
            guard entry.access.isGiver else { return nil }
            return form(
                "/nafase/\(file.id)/overdracht", csrf: model.model.csrf,
                """
                \(hidden)<p>Open acties en opvang die nog loopt gaan mee als punt.</p>
                <div class="actions"><button type="submit">Overdragen aan \(model.name(file.municipality))</button></div>
                """)
        case .offered:
            guard entry.access.isTaker else {
                return
                    "<p class=\"nl-alert nl-alert--warning\">\(model.name(file.municipality)) moet nog bevestigen.</p>"
            }
            return """
                \(form("/nafase/\(file.id)/bevestiging", csrf: model.model.csrf, "\(hidden)<div class=\"actions\"><button type=\"submit\">Wij nemen het over</button></div>"))
                <details><summary>Nog niet overnemen</summary>\(form("/nafase/\(file.id)/terug", csrf: model.model.csrf, """
                    \(hidden)\(Field("reden", "Waarom nog niet", isRequired: true).html(state, in: scope))
                    <div class="actions"><button class="quiet" type="submit">Teruggeven</button></div>
                    """))</details>
                """
        case .transferred:
            guard entry.access.isTaker else { return nil }
            return """
                <details\(state.errors.isEmpty ? "" : " open" as HTML)><summary>De nafase beëindigen</summary>\(form("/nafase/\(file.id)/einde", csrf: model.model.csrf, """
                    \(hidden)\(Field("besluit", "Wie besloot dat het voorbij is, en waarom", .longText(rows: 2), isRequired: true).html(state, in: scope))
                    \(Field("rest", "Wat gebeurt er met wat openstaat", .longText(rows: 2), isRequired: entry.overview.open > 0).html(state, in: scope))
                    <div class="actions"><button type="submit">Beëindigen</button></div>
                    """))</details>
                """
        case .ended: return nil
        }
    }

    static func list(_ model: AftermathsPage) -> Page {
        let items = model.files.map { entry -> HTML in
            let file = entry.aftermath.file
            let late: HTML? =
                entry.overview.overdue == 0
                ? nil : " <span class=\"tag gap\">\(entry.overview.overdue) over tijd</span>"
            return """
                <li class="card"><h2><a href="/inzetten/\(entry.deployment.id)/nafase">\(entry.deployment.title)</a></h2>
                <p>\(model.names[file.municipality] ?? file.municipality.text), sinds \(Dutch.moment(file.openedAt))</p>
                <p><span class="tag">\(file.state.word)</span> \(Dutch.count(entry.overview.open, "punt", "punten")) open\(late)</p></li>
                """
        }
        let none: HTML =
            "<p>Open de nafase op de pagina van een inzet: vroeg, ook als nog niet alles bekend is.</p>"
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/inzetten\">Inzetten</a>",
            body: model.files.isEmpty ? none : "<ul class=\"cards board\">\(items)</ul>")
    }
}
