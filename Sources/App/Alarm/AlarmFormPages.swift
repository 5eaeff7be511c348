import Domain
import Web

/// Raising an alarm: one form, and a preview that may be skipped.
enum AlarmFormPages {
    private static let numbers = (0...20).map { ("\($0)", $0 == 0 ? "–" : "\($0)") }

    static func form(_ model: AlarmFormPage, _ csrf: String, _ state: FormState) -> Page {
        let municipalities =
            [("", "kies een gemeente")] + model.municipalities.map { ($0.code.text, $0.name) }
        func wanted(_ functions: [CrisisFunction]) -> [HTML] {
            functions.map { Field("aantal-\($0.code)", $0.name, .choice(numbers)).html(state) }
        }
        let key = state.fields["sleutel"].isEmpty ? model.key : state.fields["sleutel"]
        return Page(
            heading: "Wie zijn er nodig?", breadcrumb: "<a href=\"/alarmen\">Alarmen</a>",
            body: """
                \(state.summary)
                \(Web.form("/alarmen", csrf: csrf, """
                    <input type="hidden" name="sleutel" value="\(key)">
                    \(Field("gemeente", "Gemeente", .choice(municipalities), isRequired: true).html(state))
                    \(Field("plaats", "Waar precies", hint: "Mag later.").html(state))
                    \(Field("omschrijving", "Wat is er", .longText(rows: 2), hint: "Staat in elk bericht.").html(state))
                    \(FieldGroup("aantal", "Hoeveel mensen").html(state, """
                        <div class="row">\(wanted(model.rostered))</div>
                        <details><summary>Andere functies</summary><div class="row">\(wanted(model.others))</div></details>
                        """))
                    \(Field("binnen", "Aan het werk binnen (minuten)", hint: "Leeg: de norm van elke functie.").html(state))
                    \(Field("oefening", "Dit is een oefening", .checkbox).html(state))
                    \(Field("flexibel", "Buiten GRIP: eerst de eigen gemeente", .checkbox).html(state))
                    \(Field("voorzitter", "De voorzitter heeft het bevel (Wvr 39)", .checkbox).html(state))
                    <div class="actions"><button type="submit">Alarmeren</button>
                    <button class="quiet" type="submit" formaction="/alarmen/voorbeeld">Eerst bekijken</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func preview(_ model: AlarmPreview, _ csrf: String, _ fields: FormFields) -> Page {
        let posts = zip(model.plan.posts, model.plan.shortfall).map { post, missing in
            card(post, missing, model)
        }
        let kept = fields.names.filter { $0 != "csrf" }.map { name -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(fields.raw(name))\">"
        }
        let count = Set(model.plan.posts.flatMap { $0.waves.flatMap { $0.people.map(\.person) } }).count
        return Page(
            heading: "Er is nog niets verstuurd: \(Dutch.count(count, "persoon", "mensen")) te vragen",
            breadcrumb: "<a href=\"/alarmen/nieuw\">Alarmeren</a>",
            body: """
                \(Web.form("/alarmen", csrf: csrf, """
                    \(kept)<div class="actions"><button type="submit">Alarmeren</button></div>
                    """))
                <ul class="cards board">\(posts)</ul>
                """)
    }

    private static func card(_ post: AlarmPlan.Post, _ missing: Int, _ model: AlarmPreview) -> HTML {
        let short: HTML? =
            missing > 0
            ? "<p><span class=\"tag gap\">\(missing) te weinig, ook als iedereen komt</span></p>" : nil
        let waves = post.waves.enumerated().map { index, wave -> HTML in
            let names = wave.people.prefix(6).map { model.people[$0.person] ?? "" }
            let more = wave.people.count > 6 ? " en nog \(wave.people.count - 6)" : ""
            let who = wave.people.isEmpty ? "niemand" : names.joined(separator: ", ") + more
            return "<li>\(wave.kind.word.capitalisedFirst): \(who)</li>"
        }
        return """
            <li class="card"><h2>\(post.wanted) × \(model.names[post.function] ?? post.function.text)</h2>\(short)
            <ol>\(waves)</ol></li>
            """
    }
}
