import Domain
import Web

extension SpecialistAnswer {
    /// As a button says it and the log keeps it.
    var word: String {
        switch self {
        case .comes: "komt"
        case .declines: "kan niet"
        case .notReached: "niet bereikt"
        }
    }
}

enum SpecialistPages {
    static let path = "/mensen/specialisten"
    static let ownPath = "/mijn/specialist"

    static func list(_ model: SpecialistPage, _ state: FormState = FormState()) -> Page {
        Page(
            heading: model.callable == 0
                ? "Nog niemand mag gebeld worden als specialist"
                : "\(Dutch.count(model.callable, "specialist mag", "specialisten mogen")) gebeld worden",
            breadcrumb: "<a href=\"/mensen\">Mensen</a>",
            body: """
                <p>Mensen die iets weten wat een crisis nodig kan hebben. Zij hebben geen piket. Alleen wie zelf toestemde, staat bij een
                inzet om te bellen; flexibel opschalen begint bij de eigen gemeente.</p>
                \(state.summary)
                \(model.municipalities.map { place($0, model) })
                \(propose(model, state))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func place(_ place: SpecialistPage.Place, _ model: SpecialistPage) -> HTML {
        let missing: HTML? =
            place.missing.isEmpty
            ? nil : "<p class=\"muted\">Nog niemand voor \(Dutch.list(place.missing.map(\.name))).</p>"
        guard !place.people.isEmpty else { return "<h2>\(place.name)</h2>\(missing)" }
        var table = Table("Specialisten van \(place.name)", columns: ["Vakgebied", "Wie", "Stand", "Doen"])
        for person in place.people {
            table.add([
                "\(person.field)\(person.specialist.remark.isEmpty ? nil : ", \(person.specialist.remark)" as HTML?)",
                "<a href=\"/mensen/\(person.specialist.person)\">\(person.name)</a>",
                standing(person.specialist),
                person.mayEdit
                    ? form(
                        "\(path)/\(person.specialist.id)/einde", csrf: model.csrf,
                        """
                        <button class="link" type="submit">weghalen<span class="visually-hidden">:
                        \(person.name), \(person.field)</span></button>
                        """) : "–",
            ])
        }
        return "<h2>\(place.name)</h2>\(table.html)\(missing)"
    }

    private static func standing(_ specialist: Specialist) -> HTML {
        guard let since = specialist.consentedAt else {
            return "<span class=\"tag attention\">gevraagd, nog geen antwoord</span>"
        }
        return "mag gebeld worden, sinds \(Dutch.shortDate(Amsterdam.day(at: since)))"
    }

    private static func propose(_ model: SpecialistPage, _ state: FormState) -> HTML? {
        guard !model.candidates.isEmpty else { return nil }
        let people = [("", "kies iemand")] + model.candidates.map { ($0.id.description, $0.name) }
        return """
            <h2>Iemand vragen</h2>
            \(form(path, csrf: model.csrf, """
                \(Field("persoon", "Wie", .choice(people)).html(state))
                \(Field("vakgebied", "Vakgebied", .choice(model.fields.map { ($0.code.text, $0.name) })).html(state))
                \(Field("toelichting", "Wat precies", hint: "Bijvoorbeeld: onderwijs, of omgevingsrecht.").html(state))
                <div class="actions"><button type="submit">Vragen</button></div>
                """))
            """
    }

    static func own(_ model: OwnSpecialistPage, _ state: FormState = FormState()) -> Page {
        let asked = model.rows.count { !$0.specialist.mayBeCalled }
        return Page(
            heading: asked > 0
                ? "Mag de crisisorganisatie je bellen?"
                : model.rows.isEmpty
                    ? "Wil je gebeld worden als specialist?" : "Waarvoor je gebeld mag worden",
            breadcrumb: "<a href=\"/mijn/gegevens\">Mijn gegevens</a>",
            body: """
                <p>Je hebt geen piket en geen plicht: komt het niet uit, dan zeg je nee. Je kunt je toestemming altijd intrekken.</p>
                \(state.summary)
                <div class="cards">\(model.rows.map { card($0.specialist, $0.field, model) })</div>
                \(offer(model, state))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func card(_ specialist: Specialist, _ field: String, _ model: OwnSpecialistPage) -> HTML {
        let remark: HTML? = specialist.remark.isEmpty ? nil : "<p>\(specialist.remark)</p>"
        let buttons: HTML =
            specialist.mayBeCalled
            ? "<button class=\"quiet\" type=\"submit\" name=\"antwoord\" value=\"nee\">Intrekken</button>"
            : """
            <button type="submit" name="antwoord" value="ja">Ja, bel mij</button>
            <button class="quiet" type="submit" name="antwoord" value="nee">Nee</button>
            """
        return """
            <section class="card"><h2 class="first">\(field.capitalisedFirst)</h2>\(remark)<p>\(standing(specialist))</p>
            \(form("\(ownPath)/\(specialist.id)", csrf: model.csrf, "<div class=\"actions\">\(buttons)</div>"))</section>
            """
    }

    private static func offer(_ model: OwnSpecialistPage, _ state: FormState) -> HTML? {
        guard !model.open.isEmpty else { return nil }
        return """
            <h2>Jezelf aanbieden</h2>
            \(form(ownPath, csrf: model.csrf, """
                \(Field("vakgebied", "Vakgebied", .choice(model.open.map { ($0.code.text, $0.name) })).html(state))
                \(Field("toelichting", "Wat weet je precies?", hint: "Bijvoorbeeld: onderwijs, of omgevingsrecht.").html(state))
                <div class="actions"><button type="submit">Bel mij als het nodig is</button></div>
                """))
            """
    }

    /// On the page of a deployment's people: whom to call and what came of it.
    static func calls(_ calls: SpecialistCalls, _ model: DeploymentPage) -> HTML? {
        guard model.mayRecord, !(calls.own.isEmpty && calls.elsewhere.isEmpty && calls.missing.isEmpty) else {
            return nil
        }
        let missing: HTML? =
            calls.missing.isEmpty
            ? nil
            : """
            <p class="muted">Het sjabloon noemt ook \(Dutch.list(calls.missing)); van de eigen gemeente stemde daarvoor niemand
            toe.</p>
            """
        let elsewhere: HTML? =
            calls.elsewhere.isEmpty
            ? nil
            : """
            <details><summary>Van andere gemeenten: \(calls.elsewhere.count)</summary>
            <ul class="cards board">\(calls.elsewhere.map { callee($0, model) })</ul></details>
            """
        return """
            <h2>Specialisten van de eigen gemeente</h2>
            <ul class="cards board">\(calls.own.map { callee($0, model) })</ul>\(missing)\(elsewhere)
            """
    }

    private static func callee(_ callee: SpecialistCalls.Callee, _ model: DeploymentPage) -> HTML {
        let ways = callee.channels.filter { $0.kind != .email }.map { channel -> HTML in
            """
            <a class="button quiet" href="\(channel.link)"><span class="visually-hidden">Bel \(callee.name), </span>\(channel.shown)</a>
            """
        }
        let answers = SpecialistAnswer.allCases.map { answer -> HTML in
            """
            <button class="quiet" type="submit" name="antwoord" value="\(answer.rawValue)">\(answer.word.capitalisedFirst)</button>
            """
        }
        let part = "spec-\(callee.id)"
        return """
            <li class="card"><h3>\(callee.field.capitalisedFirst): \(callee.name)</h3>
            <p class="muted">\(callee.municipality)\(callee.remark.isEmpty ? nil : ", \(callee.remark)" as HTML?)</p>
            <div class="actions">\(ways)</div>
            \(DeploymentPages.entryForm("\(model.path)/specialisten", model, part, """
                <input type="hidden" name="specialist" value="\(callee.id)"><div class="actions">\(answers)</div>
                """))</li>
            """
    }
}
