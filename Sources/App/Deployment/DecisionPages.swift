import Domain
import Web

/// Decisions with their effect, and actions with owner and due time.
enum DecisionPages {
    static func decisions(_ model: DeploymentPage) -> Page {
        let open = model.state.actions.filter { !$0.value.state.isOver }
        let done = model.state.actions.filter(\.value.state.isOver)
        let late = open.count { $0.value.isOverdue(at: model.now) }
        return DeploymentPages.page(
            model, "/besluiten",
            heading: late > 0
                ? "\(Dutch.count(late, "actie is", "acties zijn")) over tijd"
                : "\(Dutch.count(open.count, "actie", "acties")) open",
            body: """
                <h2>Acties</h2><ul class="cards board">\(open.map { action($0, model) })</ul>
                \(done.isEmpty ? nil : """
                    <details><summary>Gereed: \(done.count)</summary><ul class="cards board">\(done.map { action($0, model) })</ul></details>
                    """ as HTML?)
                \(newAction(model))
                <h2>Besluiten</h2><ul class="cards board">\(model.state.decisions.map { decision($0, model) })</ul>
                \(newDecision(model))
                \(objections(model))
                """)
    }

    private static func contested(_ isContested: Bool) -> HTML? {
        isContested
            ? "<p><span class=\"tag gap\">tegelijk gewijzigd</span> Beide staan hier; kies wat klopt.</p>"
            : nil
    }

    private static func action(
        _ action: DeploymentState.Changing<DeploymentAction>, _ model: DeploymentPage
    ) -> HTML {
        let value = action.value
        let due = value.dueAt.map { "vóór \(Dutch.moment($0))" } ?? "zonder tijd"
        let late: HTML? =
            value.isOverdue(at: model.now) ? " <span class=\"tag gap\">over tijd</span>" : nil
        let back: HTML? =
            value.state == .notDone
            ? "<p class=\"nl-alert nl-alert--warning\">Terug naar \(value.giver): \(value.feedback)</p>" : nil
        let card = value.card.map { card -> HTML in "<p><a href=\"/taakkaarten/\(card)\">Taakkaart</a></p>" }
        let name = "actie-\(action.entry.number)"
        let state = FormState(FormFields(["staat": value.state.rawValue]))
        let change: HTML? =
            model.mayRecord
            ? DeploymentPages.entryForm(
                "\(model.path)/acties/\(action.entry.number)", model, name,
                """
                <div class="row">\(Field("staat", "Staat", .choice(DeploymentAction.State.allCases.map { ($0.rawValue, $0.word) })).html(state, in: name))
                \(Field("terug", "Terugmelding").html(state, in: name))
                <div class="actions"><button class="quiet" type="submit">Bijwerken</button></div></div>
                """) : nil
        return """
            <li class="card"><h3>\(value.what)\(late)</h3>\(contested(action.isContested))
            <p>\(value.owner), \(due). <span class="tag">\(value.state.word)</span></p>
            <p class="muted">Gegeven door \(value.giver), \(Dutch.time(action.entry.occurredAt)) uur.</p>
            \(back)\(card)<details><summary>Bijwerken</summary>\(change)</details></li>
            """
    }

    private static func newAction(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        return """
            <details><summary>Actie toevoegen</summary>\(DeploymentPages.entryForm("\(model.path)/acties", model, "actie", """
                \(Field("tekst", "Wat moet er gebeuren", isRequired: true).html(state, in: "actie"))
                \(Field("wie", "Wie doet het", isRequired: true).html(state, in: "actie"))
                <div class="row">\(Field("tijd", "Klaar om", .time).html(state, in: "actie"))
                \(Field("besluit", "Volgt uit besluit nummer").html(state, in: "actie"))</div>
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))</details>
            """
    }

    private static func decision(
        _ decision: DeploymentState.Changing<DeploymentDecision>, _ model: DeploymentPage
    ) -> HTML {
        let value = decision.value
        let check =
            value.checkAt.map { "Effect nagaan om \(Dutch.time($0)) uur." }
            ?? "Geen moment om het effect na te gaan."
        let due: HTML? = value.isCheckDue(at: model.now) ? " <span class=\"tag gap\">nu nagaan</span>" : nil
        let frozen = model.versions.last { $0.version == value.picture }
        let picture: HTML =
            frozen.map { frozen -> HTML in
                """
                op <a href="\(model.path)/beeld/versies/\(frozen.entry.number)">beeld versie \(frozen.version)</a>
                """
            } ?? "zonder vastgelegd beeld"
        let change: HTML? =
            model.mayRecord
            ? DeploymentPages.entryForm(
                "\(model.path)/besluiten/\(decision.entry.number)/effect", model,
                "effect-\(decision.entry.number)",
                """
                <div class="row">\(Field("effect", "Werkt het", .choice(DeploymentDecision.Effect.allCases.map { ($0.rawValue, $0.word) })).html(FormState(FormFields(["effect": value.effect.rawValue])), in: "effect-\(decision.entry.number)"))
                <div class="actions"><button class="quiet" type="submit">Vastleggen</button></div></div>
                """) : nil
        return """
            <li class="card" id="besluit-\(decision.entry.number)"><h3>\(value.decision)\(due)</h3>\(contested(decision.isContested))
            <p>\(value.judgement)</p>
            <p class="muted">Nummer \(decision.entry.number), door \(value.decidedBy), \(Dutch.time(decision.entry.occurredAt)) uur, \(picture).</p>
            <p><span class="tag">\(value.effect.word)</span> \(check)</p>\(change)</li>
            """
    }

    private static func newDecision(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        let hint =
            model.state.pictureVersion == 0
            ? "Er is nog geen versie van het beeld vastgelegd."
            : "Rust op beeld versie \(model.state.pictureVersion)."
        return """
            <details><summary>Besluit vastleggen</summary><p class="hint">\(hint)</p>
            \(DeploymentPages.entryForm("\(model.path)/besluiten", model, "besluit", """
                \(Field("oordeel", "Oordeel: wat speelt, welke keuzes zijn er", .longText(rows: 3)).html(state, in: "besluit"))
                \(Field("tekst", "Besluit", isRequired: true).html(state, in: "besluit"))
                \(Field("wie", "Wie besloot").html(state, in: "besluit"))
                \(Field("nagaan", "Effect nagaan om", .time).html(state, in: "besluit"))
                <div class="actions"><button type="submit">Vastleggen</button></div>
                """))</details>
            """
    }

    /// Objections of mayors against what the chair decides; the report to the councils mentions them (Wvr 39, 40).
    private static func objections(_ model: DeploymentPage) -> HTML? {
        let items = model.state.objections.map { objection -> HTML in
            let against = objection.value.decision.map { ", tegen besluit \($0)" } ?? ""
            let text = objection.entry.isConfidential ? "Vertrouwelijk." : objection.entry.text
            return "<li>\(objection.value.by)\(against): \(text)</li>"
        }
        guard !items.isEmpty || model.mayRecord else { return nil }
        return """
            <h2>Bezwaren van burgemeesters</h2>\(items.isEmpty ? "<p>Er is geen bezwaar vastgelegd.</p>" : "<ul>\(items)</ul>")
            \(newObjection(model))
            """
    }

    private static func newObjection(_ model: DeploymentPage) -> HTML? {
        guard model.mayRecord else { return nil }
        let state = FormState()
        let places =
            [("", "niet gezegd")] + model.state.municipalities.map { ($0.text, model.names[$0] ?? $0.text) }
        return """
            <details><summary>Bezwaar vastleggen</summary><p class="hint">Schrijf het over zoals het is gegeven. Het komt in het verslag aan de raden.</p>
            \(DeploymentPages.entryForm("\(model.path)/bezwaren", model, "bezwaar", """
                \(Field("wie", "Wie maakt bezwaar", isRequired: true).html(state, in: "bezwaar"))
                \(Field("gemeente", "Van welke gemeente", .choice(places)).html(state, in: "bezwaar"))
                \(Field("besluit", "Tegen besluit nummer").html(state, in: "bezwaar"))
                \(Field("tekst", "Het bezwaar", .longText(rows: 3), isRequired: true).html(state, in: "bezwaar"))
                <div class="actions"><button type="submit">Vastleggen</button></div>
                """))</details>
            """
    }
}
