import Domain
import Web

/// Beginning a deployment: by a mayor's call, by hand, or as a few lines afterwards.
enum DeploymentFormPages {
    private static let breadcrumb: HTML = "<a href=\"/inzetten\">Inzetten</a>"

    /// First tap: where. One button a municipality, so that nothing is typed at night.
    static func place(_ model: OpeningPage) -> Page {
        let buttons = model.municipalities.map { municipality -> HTML in
            "<a class=\"button quiet\" href=\"/inzetten/opschalen?gemeente=\(municipality.code)\">\(municipality.name)</a>"
        }
        return Page(
            heading: "Welke gemeente belt?", breadcrumb: breadcrumb,
            body: "<div class=\"levels\">\(buttons)</div>")
    }

    /// Second tap: what. It is recorded at once; the rest may follow.
    static func domain(_ model: OpeningPage, _ place: Municipality) -> Page {
        let buttons = ScalingDomain.allCases.map { domain -> HTML in
            "<button type=\"submit\" name=\"domein\" value=\"\(domain.rawValue)\">\(domain.word.capitalisedFirst)</button>"
        }
        let state = FormState(FormFields(["wie": model.mayor(of: place.code)]))
        let precedents = model.precedents.map { deployment -> HTML in
            "<li><a href=\"/inzetten/\(deployment.id)\">\(deployment.title)</a>, \(Dutch.date(Amsterdam.day(at: deployment.openedAt)))</li>"
        }
        return Page(
            heading: "Waarvoor vraagt \(place.name) hulp?", breadcrumb: breadcrumb,
            body: """
                \(form("/inzetten/opschalen", csrf: model.csrf, """
                    <input type="hidden" name="sleutel" value="\(model.key)"><input type="hidden" name="gemeente" value="\(place.code)">
                    <p>Na deze tik staat het vast en begint het. De rest mag later.</p>
                    <div class="levels">\(buttons)</div>
                    <details><summary>Meer vertellen</summary>
                    \(Field("wie", "Wie belt").html(state))\(Field("titel", "Wat is er").html(state))
                    \(Field("reden", "Waarom nu", .longText(rows: 2)).html(state))
                    \(Field("sjabloon", "Lijkt op", .choice(model.templates)).html(state))
                    \(Field("oefening", "Dit is een oefening", .checkbox).html(state))</details>
                    """))
                \(precedents.isEmpty ? nil : "<h2>Eerder in \(place.name)</h2><ul>\(precedents)</ul>" as HTML?)
                \(model.reviewed.isEmpty ? nil : "<h2>Wat we leerden van eerdere keren</h2>\(ScalingReviewPages.list(model.reviewed, model.names))" as HTML?)
                """)
    }

    static func new(_ model: OpeningPage, _ state: FormState) -> Page {
        let places = [("", "kies een gemeente")] + model.municipalities.map { ($0.code.text, $0.name) }
        let levels =
            [("", "nog geen niveau"), ("wacht", "dreigend of lauw: we wachten af")]
            + GRIPLevel.allCases.map { ("\($0.rawValue)", $0.name) }
        let key = state.fields["sleutel"].isEmpty ? model.key : state.fields["sleutel"]
        return Page(
            heading: "Wat is er aan de hand?", breadcrumb: breadcrumb,
            body: """
                \(state.summary)
                \(form("/inzetten", csrf: model.csrf, """
                    <input type="hidden" name="sleutel" value="\(key)">
                    \(Field("titel", "Wat is er", hint: "Een paar woorden.", isRequired: true).html(state))
                    \(Field("gemeente", "Gemeente", .choice(places), isRequired: true).html(state))
                    \(Field("niveau", "Niveau", .choice(levels)).html(state))
                    \(Field("sjabloon", "Sjabloon: eerste taken en mensen", .choice(model.templates)).html(state))
                    \(Field("oefening", "Dit is een oefening", .checkbox).html(state))
                    <details><summary>Meer vertellen</summary>\(Field("plaats", "Waar precies").html(state))
                    \(Field("gebeurd", "Sinds", .time, hint: "Leeg: nu. Eerder: met de dag erbij.").html(state))</details>
                    <div class="actions"><button type="submit">Openen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// Two minutes on a phone (spec I11).
    static func small(_ model: OpeningPage, _ state: FormState) -> Page {
        let places = [("", "kies een gemeente")] + model.municipalities.map { ($0.code.text, $0.name) }
        let key = state.fields["sleutel"].isEmpty ? model.key : state.fields["sleutel"]
        return Page(
            heading: "Advies of kleine inzet vastleggen", breadcrumb: breadcrumb,
            body: """
                \(state.summary)
                <form method="post" action="/inzetten/klein" novalidate data-bewaar data-na="/inzetten">
                <input type="hidden" name="csrf" value="\(model.csrf)"><input type="hidden" name="sleutel" value="\(key)">
                \(Field("gemeente", "Gemeente", .choice(places), isRequired: true).html(state))
                \(Field("plaats", "Waar").html(state))
                \(Field("vrager", "Wie vroeg het").html(state))
                \(Field("gedaan", "Wat is er gedaan", .longText(rows: 3), isRequired: true).html(state))
                \(Field("overgedragen", "Aan wie overgedragen").html(state))
                \(Field("minuten", "Hoeveel minuten", hint: "Telt mee voor uren en, na goedkeuring, voor vakbekwaamheid.").html(state))
                \(Field("advies", "Alleen advies, niemand ging erheen", .checkbox).html(state))
                \(Field("oefening", "Dit was een oefening", .checkbox).html(state))
                <div class="actions"><button type="submit">Vastleggen</button></div></form>
                <p class="line-state" role="status" data-lijn hidden></p>
                """, hasErrors: !state.errors.isEmpty)
    }

    /// One tap a level; everything else may be told later.
    static func level(_ model: DeploymentPage) -> Page {
        let state = FormState()
        let buttons = GRIPLevel.allCases.map { level -> HTML in
            "<button type=\"submit\" name=\"niveau\" value=\"\(level.rawValue)\">\(level.name)</button>"
        }
        let places = model.existing.map { ($0.code.text, $0.name) }
        return Page(
            heading: "Welk niveau is afgekondigd?",
            breadcrumb: "<a href=\"\(model.path)\">\(model.deployment.title)</a>",
            body: """
                <p>Oranje legt vast wat is afgekondigd. Het weigert niets en overschrijft niets.</p>
                \(DeploymentPages.entryForm("\(model.path)/niveaus", model, "niveau", next: model.path, """
                    <div class="levels">\(buttons)<button class="quiet" type="submit" name="niveau" value="0">Onder GRIP</button></div>
                    <details><summary>Meer vertellen</summary>
                    \(Field("functie", "Wie kondigde af", .choice([("", "weet ik niet")] + Declarer.allCases.map { ($0.rawValue, $0.word) })).html(state))
                    \(Field("naam", "Naam of roepnaam").html(state))\(Field("bron", "Van wie gehoord").html(state))
                    \(Field("gebeurd", "Afgekondigd om", .time, hint: "Leeg: nu. Eerder: met de dag erbij.").html(state))
                    \(Field("grond", "Waarom").html(state))
                    \(Field("erbij", "Nog een gemeente", .choice([("", "geen")] + places)).html(state))</details>
                    """))
                <p class="line-state" role="status" data-lijn hidden></p>
                """, isExercise: model.deployment.isExercise)
    }

    static func watch(_ model: DeploymentPage) -> Page {
        let state = FormState(
            FormFields([
                "wie": model.state.watch?.watcher ?? "", "aanleiding": model.state.watch?.trigger ?? "",
                "ingelicht": model.state.watch?.informed ?? "",
            ]))
        return single(
            model, "Wie kijkt, en wanneer weer?", "/wacht", "wacht",
            """
            \(Field("wie", "Wie kijkt", isRequired: true).html(state))
            \(Field("tijd", "Kijkt weer om", .time).html(state))
            \(Field("aanleiding", "Wat zou er een inzet van maken").html(state))
            \(Field("ingelicht", "Wie is ingelicht").html(state))
            """, "Vastleggen")
    }

    static func ending(_ model: DeploymentPage) -> Page {
        let open = model.state.actions.filter { !$0.value.state.isOver }
        let actions = open.map { "\($0.value.what) (\($0.value.owner))" }.joined(separator: "; ")
        let state = FormState(FormFields(["overdracht": actions]))
        return single(
            model,
            open.isEmpty
                ? "Afsluiten" : "Afsluiten met \(Dutch.count(open.count, "open actie", "open acties"))",
            "/einde", "einde",
            """
            \(Field("overdracht", "Wat gaat door, en bij wie", .longText(rows: 4)).html(state))
            \(Field("zonder", "Er kwam geen inzet van", .checkbox).html(state))
            """, "Afsluiten")
    }

    private static func single(
        _ model: DeploymentPage, _ heading: String, _ path: String, _ name: String, _ fields: HTML,
        _ button: String
    ) -> Page {
        Page(
            heading: heading, breadcrumb: "<a href=\"\(model.path)\">\(model.deployment.title)</a>",
            body: """
                \(DeploymentPages.entryForm("\(model.path)\(path)", model, name, next: model.path, """
                    \(fields)<div class="actions"><button type="submit">\(button)</button></div>
                    """))
                <p class="line-state" role="status" data-lijn hidden></p>
                """, isExercise: model.deployment.isExercise)
    }

    /// As known at a minute (spec I8).
    static func then(_ model: DeploymentPage) -> Page {
        let today = Amsterdam.day(at: model.now)
        let state = FormState(
            FormFields(["dag": Dutch.shortDate(today), "tijd": Dutch.time(model.now)]))
        return DeploymentPages.page(
            model, "/toen",
            heading: model.knownAt == nil ? "Kies een moment" : nil,
            body: """
                <form method="get" action="\(model.path)/toen"><div class="row">
                \(Field("dag", "Dag", .date).html(state))\(Field("tijd", "Tijd", .time).html(state))
                <div class="actions"><button type="submit">Toon wat toen bekend was</button></div></div></form>
                \(model.knownAt == nil ? nil : """
                    \(EntryPages.standing(model))<h2>Beeld</h2>\(OwnPicturePages.content(model))<h2>Log</h2>\(EntryPages.log(model))
                    """ as HTML?)
                """)
    }
}
