import Domain
import Web

/// Handing over: the list, a new one, and one with all that the next must know.
enum HandoverPages {
    static func list(_ page: HandoversPage, _ state: FormState = FormState()) -> Page {
        let missing = page.missing.map { change -> String in
            let who = change.successor.flatMap { page.people[$0] } ?? "nog niemand"
            return
                "\(page.name(change.function)), \(Dutch.moment(change.dueAt)): opvolger \(who). Zolang dit niet is bevestigd, telt de vorige als aan het werk."
        }
        return DeploymentPages.page(
            page.model, "/overdracht", heading: page.heading,
            body: """
                \(state.summary)\(EntryPages.signals(missing))
                <ul class="cards board">\(page.handovers.map { card($0, page) })</ul>
                \(give(page, state))
                <p><a href="\(page.model.path)/aflossing">Terug naar de aflossing</a></p>
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func card(
        _ handover: HandoverCourse, _ page: HandoversPage
    ) -> HTML {
        let value = handover.value
        let state: HTML =
            value.isConfirmed
            ? "<span class=\"tag covered\">beiden bevestigd</span>"
            : page.model.deployment.endedAt != nil
                ? "<span class=\"tag unknown\">niet bevestigd</span>"
                : "<span class=\"tag attention\">niet bevestigd</span> wacht op \(value.takenAt == nil ? page.person(value.to) : page.person(value.from))"
        return """
            <li class="card"><h2><a href="\(page.path)/\(handover.entry.number)">\(page.name(value.function))</a></h2>
            <p>\(page.person(value.from)) → \(page.person(value.to)) \(state)</p>\(signed(handover))</li>
            """
    }

    /// Who wrote down which side, and when: whoever reads it can ask.
    private static func signed(_ handover: HandoverCourse) -> HTML {
        func line(_ word: String, _ at: Instant?, _ author: EntryAuthor?) -> HTML? {
            guard let at, let author else { return nil }
            return "\(word) \(Dutch.moment(at)), vastgelegd door \(author.text).<br>"
        }
        return """
            <p class="muted">\(line("Overgedragen", handover.value.givenAt, handover.gaveBy))\
            \(line("Overgenomen", handover.value.takenAt, handover.tookBy))</p>
            """
    }

    private static func give(_ page: HandoversPage, _ state: FormState) -> HTML? {
        guard page.model.mayRecord, page.model.deployment.endedAt == nil, !page.present.isEmpty else {
            return nil
        }
        let present = page.present.map {
            ("\($0.person) \($0.function)", "\(page.people[$0.person] ?? ""), \(page.name($0.function))")
        }
        let next = [("", "kies wie het overneemt")] + page.candidates.map { ($0.id.description, $0.name) }
        return """
            <h2>Overdragen</h2>\(DeploymentPages.entryForm(page.path, page.model, "overdracht", """
                <div class="row">\(Field("van", "Wie draagt over", .choice(present)).html(state))
                \(Field("aan", "Aan wie", .choice(next), isRequired: true).html(state))</div>
                \(Field("toegezegd", "Wat heb je toegezegd", .longText(rows: 3), hint: "Aan wie, en vóór wanneer.").html(state))
                \(Field("zorgen", "Waar maak je je zorgen over", .longText(rows: 3)).html(state))
                <div class="actions"><button type="submit">Ik draag over</button></div>
                """))
            """
    }

    static func one(_ page: HandoverPage, _ state: FormState = FormState()) -> Page {
        let list = page.list
        let value = page.handover.value
        let summary = page.summary
        let changes = summary.changes.map { EntryPages.item($0, list.model) }
        let more: HTML? =
            summary.changes.count == HandoverPage.changesMax
            ? "<p><a href=\"\(list.model.path)/log\">De rest staat in het log</a></p>" : nil
        return DeploymentPages.page(
            list.model, "/overdracht",
            heading: value.isConfirmed
                ? "\(list.person(value.to)) heeft het overgenomen"
                : "\(list.person(value.from)) draagt over aan \(list.person(value.to))",
            body: """
                \(state.summary)
                <p class="muted">\(list.name(value.function)), aan het werk sinds \(Dutch.moment(value.since)). Beeld versie \(summary.pictureVersion).</p>
                \(signed(page.handover))
                <h2>Toegezegd</h2><p>\(value.promises.isEmpty ? "Niets genoemd." : value.promises)</p>
                <h2>Zorgen</h2><p>\(value.worries.isEmpty ? "Niets genoemd." : value.worries)</p>
                <h2>Open acties</h2>\(actions(summary))
                <h2>Besluiten die nog moeten werken</h2>\(decisions(summary))
                \(confirm(page))
                <h2>Veranderd sinds \(Dutch.time(value.since)) uur</h2><ul class="log">\(changes)</ul>\(more)
                <p><a href="\(list.path)">Alle overdrachten</a></p>
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func actions(_ summary: HandoverSummary) -> HTML {
        guard !summary.actions.isEmpty else { return "<p>Geen.</p>" }
        let items = summary.actions.map { action -> HTML in
            let due = action.value.dueAt.map { ", vóór \(Dutch.moment($0))" } ?? ""
            return "<li>\(action.value.what) (\(action.value.owner)\(due))</li>"
        }
        return "<ul>\(items)</ul>"
    }

    private static func decisions(_ summary: HandoverSummary) -> HTML {
        guard !summary.decisions.isEmpty else { return "<p>Geen.</p>" }
        return
            "<ul>\(summary.decisions.map { one -> HTML in "<li>\(one.value.decision) (\(one.value.decidedBy))</li>" })</ul>"
    }

    private static func confirm(_ page: HandoverPage) -> HTML? {
        let list = page.list
        let value = page.handover.value
        guard list.model.mayRecord, !value.isConfirmed else { return nil }
        let fault: HandoverFault? =
            list.model.deployment.endedAt != nil
            ? .ended : page.handover.mayConfirm(list.account) ? nil : .sameAccount
        // A button that will be refused says nothing; the sentence says who can.
        if let fault { return "<p id=\"\(fault.field)\">\(fault.sentence)</p>" }
        let path = "\(list.path)/\(page.handover.entry.number)"
        func button(_ step: String, _ word: String) -> HTML {
            DeploymentPages.entryForm(
                "\(path)/\(step)", list.model, step, next: list.path,
                "<div class=\"actions\"><button type=\"submit\">\(word)</button></div>")
        }
        return """
            \(value.takenAt == nil ? button("genomen", "\(list.person(value.to)) neemt over") : nil)
            \(value.givenAt == nil ? button("gegeven", "\(list.person(value.from)) draagt over") : nil)
            """
    }
}
