import Domain
import Web

/// Who works in a deployment: teams, people, and what a higher level still asks.
enum TeamPages {
    static func people(_ model: DeploymentPage, _ crew: DeploymentCrew) -> Page {
        let active = model.state.teams.filter(\.value.isActive)
        let stopped = model.state.teams.filter { !$0.value.isActive }
        return DeploymentPages.page(
            model, "/mensen",
            heading: crew.people.isEmpty
                ? "Nog niemand is ingezet" : "\(Dutch.count(crew.people.count, "persoon", "mensen")) ingezet",
            body: """
                \(alarm(model))
                <ul>\(crew.people.map { person -> HTML in "<li>\(person.name): \(person.function)</li>" })</ul>
                \(addPerson(model, crew))
                \(SpecialistPages.calls(crew.specialists, model))
                <h2>Teams</h2><ul class="cards board">\(active.map { team($0, model) })</ul>
                \(newTeam(model))
                \(stopped.isEmpty ? nil : "<h2>Gestopt</h2><ul>\(stopped.map(ended))</ul>" as HTML?)
                <p><a href="\(model.path)/evaluatie">Na een goedgekeurde evaluatie telt dit mee voor vakbekwaamheid</a></p>
                """)
    }

    private static func alarm(_ model: DeploymentPage) -> HTML? {
        guard model.mayRaise, model.mayRecord else { return nil }
        return
            "<div class=\"actions\"><a class=\"button\" href=\"\(model.path)/alarm\">Alarmeren wat nog ontbreekt</a></div>"
    }

    private static func addPerson(_ model: DeploymentPage, _ crew: DeploymentCrew) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        let people = [("", "kies iemand")] + crew.candidates.map { ($0.id.description, $0.name) }
        let functions = model.functions.map { ($0.code.text, $0.name) }
        return """
            <details><summary>Iemand inzetten zonder alarm</summary>\(DeploymentPages.entryForm("\(model.path)/mensen", model, "mens", """
                <div class="row">\(Field("persoon", "Wie", .choice(people)).html(state, in: "mens"))
                \(Field("functie", "Functie", .choice(functions)).html(state, in: "mens"))
                <div class="actions"><button type="submit">Inzetten</button></div></div>
                """))</details>
            """
    }

    private static func team(
        _ team: DeploymentState.Changing<DeploymentTeam>, _ model: DeploymentPage
    ) -> HTML {
        let value = team.value
        let missing =
            value.missing.isEmpty
            ? [] : ["De wet noemt voor dit team ook: \(Dutch.list(value.missing.map(\.word)))."]
        let roles = value.roles.map { role -> HTML in "<li>\(role.role): \(role.name)</li>" }
        return """
            <li class="card"><h3>\(value.name)</h3><p class="muted">\(value.kind.word), sinds \(Dutch.time(team.entry.occurredAt)) uur</p>
            \(team.isContested ? "<p><span class=\"tag gap\">tegelijk gewijzigd</span></p>" : nil as HTML?)
            <ul>\(roles)</ul>\(EntryPages.signals(missing))\(change(team, model))</li>
            """
    }

    private static func change(
        _ team: DeploymentState.Changing<DeploymentTeam>, _ model: DeploymentPage
    ) -> HTML? {
        guard model.mayRecord else { return nil }
        let path = "\(model.path)/teams/\(team.entry.number)"
        let state = FormState()
        let duties =
            [("", "–")] + DeploymentTeam.Duty.allCases.map { ($0.rawValue, $0.word) }
        return """
            <details><summary>Rol toevoegen</summary>\(DeploymentPages.entryForm(path, model, "rol-\(team.entry.number)", """
                \(Field("rol", "Rol", hint: "Elke rol mag.", isRequired: true).html(state, in: "rol-\(team.entry.number)"))\(Field("naam", "Wie", isRequired: true).html(state, in: "rol-\(team.entry.number)"))
                \(Field("taak", "Wettelijk onderdeel", .choice(duties)).html(state, in: "rol-\(team.entry.number)"))
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))</details>
            <details><summary>Team afschalen</summary>\(DeploymentPages.entryForm(path, model, "stop-\(team.entry.number)", """
                <input type="hidden" name="stopt" value="ja">
                \(Field("overdracht", "Wat gaat door, en bij wie", .longText(rows: 2), isRequired: true).html(state, in: "stop-\(team.entry.number)"))
                <div class="actions"><button type="submit">Team stopt</button></div>
                """))</details>
            """
    }

    private static func ended(_ team: DeploymentState.Changing<DeploymentTeam>) -> HTML {
        "<li>\(team.value.name), \(Dutch.time(team.entry.occurredAt)) uur. Overgedragen: \(team.value.handedOver)</li>"
    }

    private static func newTeam(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        return """
            <details><summary>Team toevoegen</summary>\(DeploymentPages.entryForm("\(model.path)/teams", model, "team", """
                <div class="row">\(Field("soort", "Soort", .choice(TeamKind.allCases.map { ($0.rawValue, $0.word) })).html(state, in: "team"))
                \(Field("naam", "Naam", hint: "Leeg: zoals de soort.").html(state, in: "team"))
                <div class="actions"><button type="submit">Toevoegen</button></div></div>
                """))</details>
            """
    }

    /// What a level or template asks and is not there yet.
    static func alarmForm(_ model: DeploymentPage, _ crew: DeploymentCrew) -> Page {
        let numbers = (0...20).map { ("\($0)", $0 == 0 ? "–" : "\($0)") }
        var values = FormFields()
        for (function, count) in crew.difference { values.add("aantal-\(function)", "\(count)") }
        let state = FormState(values)
        let wanted = model.functions.filter { $0.rostering != .appointed }
        let first = wanted.filter { crew.difference[$0.code] != nil }
        let others = wanted.filter { crew.difference[$0.code] == nil }
        func fields(_ functions: [CrisisFunction]) -> [HTML] {
            functions.map { Field("aantal-\($0.code)", $0.name, .choice(numbers)).html(state) }
        }
        let places = model.state.municipalities.map { ($0.text, model.names[$0] ?? $0.text) }
        let asks = crew.difference.values.reduce(0, +)
        return Page(
            heading: asks == 0
                ? "Iedereen die dit niveau vraagt is er of is gevraagd"
                : "Nog te vragen: \(Dutch.count(asks, "persoon", "mensen"))",
            breadcrumb: "<a href=\"\(model.path)\">\(model.deployment.title)</a>",
            body: """
                <p class="muted">\(crew.basis)</p>
                \(form("\(model.path)/alarm", csrf: model.csrf, """
                    <input type="hidden" name="sleutel" value="\(model.formKey("alarm"))">
                    \(Field("gemeente", "Gemeente", .choice(places)).html(state))
                    <div class="row">\(fields(first))</div>
                    <details><summary>Andere functies</summary><div class="row">\(fields(others))</div></details>
                    <div class="actions"><button type="submit">Alarmeren</button></div>
                    """))
                """, isExercise: model.deployment.isExercise)
    }
}
