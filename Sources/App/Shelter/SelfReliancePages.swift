import Domain
import Web

/// What people arrange themselves, what they offer, and for whom that does not work.
enum SelfReliancePages {
    private typealias Told = DeploymentState.Changing<SelfReliance>

    static func selfReliance(_ model: DeploymentPage) -> Page {
        let all = model.state.selfReliance
        let offers = all.filter { $0.value.kind == .offer && $0.value.state == .open }
        let needs = all.filter { $0.value.kind == .need && $0.value.state == .open }
        let heading =
            needs.isEmpty
            ? offers.isEmpty
                ? "Wat doen mensen zelf?"
                : "\(Dutch.count(offers.count, "aanbod", "keer aanbod")) nog niet gebruikt"
            : "\(Dutch.count(needs.count, "vraag", "vragen")) om hulp nog open"
        let kinds: [SelfReliance.Kind] = [.initiative, .need, .offer, .lessReliant]
        return DeploymentPages.page(
            model, "/zelfredzaam", heading: heading,
            body: """
                <p><a href="\(model.path)/opvang">Terug naar opvang</a></p>
                \(checklist(model))\(add(model))
                \(kinds.map { part($0, model) })
                """)
    }

    /// Three questions, each with the answer that was given last.
    private static func checklist(_ model: DeploymentPage) -> HTML {
        let questions = SelfReliance.Kind.checklist.map { kind -> HTML in
            let last = model.state.selfReliance.last { $0.value.kind == kind }
            let scope = "vraag-\(kind.rawValue)"
            let state = FormState(
                FormFields(["staat": last?.value.state.rawValue ?? "", "tekst": last?.value.what ?? ""]))
            let options = SelfReliance.State.allCases.map { ($0.rawValue, $0.answer) }
            let answer: HTML? =
                model.mayRecord
                ? DeploymentPages.entryForm(
                    "\(model.path)/zelfredzaam", model, scope,
                    """
                    <input type="hidden" name="soort" value="\(kind.rawValue)"><div class="row">
                    \(Field("staat", "Antwoord", .choice(options)).html(state, in: scope))
                    \(Field("tekst", "Hoe").html(state, in: scope))
                    <div class="actions"><button class="quiet" type="submit">Vastleggen</button></div></div>
                    """) : nil
            let said = last.map { "\($0.value.state.answer). \($0.value.what)" } ?? "nog niet nagegaan"
            return """
                <li class="card"><h3>\(kind.word)</h3><p><span class="muted">\(kind.requirement ?? "")</span> \(said)</p>\(answer)</li>
                """
        }
        return "<h2>Nagaan</h2><ul class=\"cards board\">\(questions)</ul>"
    }

    private static func part(_ kind: SelfReliance.Kind, _ model: DeploymentPage) -> HTML? {
        let told = model.state.selfReliance.filter { $0.value.kind == kind }
        guard !told.isEmpty else { return nil }
        let total = told.filter { !$0.value.state.isOver }.compactMap(\.value.number).reduce(0, +)
        let sum: HTML? =
            kind == .lessReliant && total > 0
            ? "<p>Samen \(Dutch.count(total, "persoon", "mensen")).</p>" : nil
        return "<h2>\(kind.heading)</h2>\(sum)<ul class=\"cards board\">\(told.map { card($0, model) })</ul>"
    }

    private static func card(_ told: Told, _ model: DeploymentPage) -> HTML {
        let value = told.value
        let number = value.number.map { "\($0) × " } ?? ""
        let contact: HTML? =
            model.access.mayRecord && !value.contact.isEmpty ? "<p>Bereikbaar: \(value.contact)</p>" : nil
        let partner = value.match.flatMap { thing in
            model.state.selfReliance.first { $0.entry.thing == thing }
        }
        let match = partner.map { partner -> HTML in
            "<p>Gekoppeld aan <a href=\"#zelf-\(partner.entry.number)\">\(partner.value.what)</a>.</p>"
        }
        let contested: HTML? =
            told.isContested ? "<p><span class=\"tag gap\">tegelijk gewijzigd</span></p>" : nil
        return """
            <li class="card" id="zelf-\(told.entry.number)"><h3>\(number)\(value.what)</h3>\(contested)
            <p><span class="tag">\(value.state.word)</span> \(value.place)</p>
            <p class="muted">Regel \(told.entry.number), \(Dutch.moment(told.entry.occurredAt)).</p>
            \(contact)\(match)\(change(told, model))</li>
            """
    }

    private static func change(_ told: Told, _ model: DeploymentPage) -> HTML? {
        guard model.mayRecord, !told.value.state.isOver else { return nil }
        let name = "zelf-\(told.entry.number)"
        let others = model.state.selfReliance.filter { told.value.mayMatch($0.value) }
        let match: HTML? =
            others.isEmpty
            ? nil
            : """
            <div class="row">\(Field("met", "Koppelen aan", .choice(others.map { ("\($0.entry.number)", $0.value.what) })).html(FormState(), in: name))
            <div class="actions"><button class="quiet" type="submit" name="staat" value="matched">Koppelen</button></div></div>
            """
        return DeploymentPages.entryForm(
            "\(model.path)/zelfredzaam/\(told.entry.number)", model, name,
            """
            \(match)<div class="actions"><button class="quiet" type="submit" name="staat" value="done">Gedaan</button>
            <button class="quiet" type="submit" name="staat" value="declined">Niet nodig</button></div>
            """)
    }

    private static func add(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        let kinds = SelfReliance.Kind.allCases.filter { !$0.isCheck }.map {
            ($0.rawValue, $0.word.capitalisedFirst)
        }
        return """
            <details><summary>Aanbod, vraag of eigen initiatief vastleggen</summary>\(DeploymentPages.entryForm("\(model.path)/zelfredzaam", model, "zelf", """
                \(Field("soort", "Wat is het", .choice(kinds)).html(state, in: "zelf"))
                \(Field("tekst", "Wat", .longText(rows: 2), isRequired: true).html(state, in: "zelf"))
                <div class="row">\(Field("aantal", "Hoeveel").html(state, in: "zelf"))\(Field("plaats", "Waar").html(state, in: "zelf"))</div>
                \(Field("contact", "Hoe bereikbaar", hint: "Alleen te zien voor wie in deze inzet schrijft.").html(state, in: "zelf"))
                <div class="actions"><button type="submit">Vastleggen</button></div>
                """))</details>
            """
    }
}
