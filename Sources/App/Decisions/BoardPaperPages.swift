import Domain
import Web

/// A paper: its versions, its way, and what was said.
enum BoardPaperPages {
    static func paper(_ model: BoardPaperPage) -> Page {
        Page(
            heading: model.heading, breadcrumb: DecisionRegisterPages.breadcrumb,
            body: """
                <p class="lead">\(model.file.paper.subject.kind.word.capitalisedFirst), opdrachtgever: \(model.file.paper.principal).</p>
                \(actions(model))\(route(model))\(outcomes(model))\(versions(model))
                """)
    }

    private static func actions(_ model: BoardPaperPage) -> HTML? {
        guard model.mayEdit else { return nil }
        return """
            <div class="actions"><a class="button" href="\(model.path)/uitkomst">Vastleggen wat een gremium zei</a>
            <a class="button quiet" href="\(model.path)/versie">Nieuwe versie</a>
            <a class="button quiet" href="\(model.path)/route">Gremium op de route</a></div>
            """
    }

    private static func route(_ model: BoardPaperPage) -> HTML {
        guard !model.file.steps.isEmpty else {
            return "<h2>Route</h2><p>Er staat nog geen gremium op de route.</p>"
        }
        let items = model.file.steps.map { step -> HTML in
            let remove: HTML? =
                model.mayEdit
                ? form(
                    "\(model.path)/route/\(step.id)/verwijdering", csrf: model.csrf,
                    """
                    <button class="link" type="submit">van de route<span class="visually-hidden">: \(model.name(step.body))</span></button>
                    """) : nil
            return """
                <li><strong>\(model.name(step.body))</strong> om te \(step.role.word)
                <span class="muted">\(step.plannedOn.map(Dutch.date) ?? "nog geen datum")</span>
                \(state(step, model))\(remove)</li>
                """
        }
        return "<h2>Route</h2><ol class=\"plain\">\(items)</ol>"
    }

    private static func state(_ step: PaperStep, _ model: BoardPaperPage) -> HTML {
        switch model.file.state(of: step) {
        case .open:
            step.id == model.file.next?.id
                ? "<span class=\"tag attention\">nu</span>" : "<span class=\"tag unknown\">nog niet</span>"
        case .postponed(let outcome):
            "<span class=\"tag attention\">aangehouden</span> \(Dutch.shortDate(outcome.day))"
        case .lapsed(let outcome):
            """
            <span class="tag attention">opnieuw</span> sprak over versie \(label(outcome, model)); die is sindsdien gewijzigd
            """
        case .heldForOutlines(let outcome):
            "<span class=\"tag covered\">\(outcome.verdict.word)</span> op hoofdlijnen, versie \(label(outcome, model))"
        case .done(let outcome):
            "<span class=\"tag covered\">\(outcome.verdict.word)</span> \(Dutch.shortDate(outcome.day))"
        }
    }

    private static func label(_ outcome: PaperOutcome, _ model: BoardPaperPage) -> String {
        model.file.version(outcome.version)?.label ?? ""
    }

    private static func outcomes(_ model: BoardPaperPage) -> HTML? {
        guard !model.file.outcomes.isEmpty else { return nil }
        let items = model.file.outcomes.reversed().map { outcome -> HTML in
            """
            <li class="card"><h3>\(model.name(outcome.body)), \(Dutch.date(outcome.day)): \(outcome.verdict.word)</h3>
            <p>\(outcome.text)</p><dl class="facts"><dt>Versie</dt><dd>\(label(outcome, model))</dd>
            <dt>Over</dt><dd>\(outcome.scope.word)</dd>\(standing(outcome, model))\(agenda(outcome))\(signing(outcome, model))</dl>
            \(signButton(outcome, model))</li>
            """
        }
        return "<h2>Wat er is gezegd</h2><ul class=\"cards board\">\(items)</ul>"
    }

    private static func agenda(_ outcome: PaperOutcome) -> HTML? {
        outcome.agendaPoint.isEmpty ? nil : "<dt>Agendapunt</dt><dd>\(outcome.agendaPoint)</dd>"
    }

    /// What it is worth for the newest version.
    private static func standing(_ outcome: PaperOutcome, _ model: BoardPaperPage) -> HTML? {
        guard let latest = model.file.latest, latest.number != outcome.version else { return nil }
        switch outcome.standing(for: latest.number, among: model.file.versions) {
        case .holds: return nil
        case .holdsForOutlines:
            return "<dt>Nu</dt><dd>geldt op hoofdlijnen ook voor versie \(latest.label)</dd>"
        case .lapsed: return "<dt>Nu</dt><dd>geldt niet voor versie \(latest.label)</dd>"
        }
    }

    private static func signing(_ outcome: PaperOutcome, _ model: BoardPaperPage) -> HTML? {
        guard outcome.verdict.role != .advice else { return nil }
        let signatures = outcome.signatures.map { "\($0.officeName), \(Dutch.date($0.day))" }
        let signed = signatures.isEmpty ? "nog niet" : signatures.joined(separator: "; ")
        return "<dt>Getekend</dt><dd>\(signed)</dd>"
    }

    private static func signButton(_ outcome: PaperOutcome, _ model: BoardPaperPage) -> HTML? {
        guard model.mayEdit, outcome.verdict.role != .advice, !outcome.isSigned else { return nil }
        return """
            <div class="actions"><a class="button quiet" href="\(model.path)/uitkomst/\(outcome.id)/handtekening">Ondertekening vastleggen</a></div>
            """
    }

    private static func versions(_ model: BoardPaperPage) -> HTML {
        var table = Table(
            "Versies, de nieuwste eerst", columns: ["Versie", "Dag", "Wat er veranderde", "Hoofdlijnen"])
        for version in model.file.versions.reversed() {
            table.add([
                "\(version.label)", "\(Dutch.shortDate(version.day))", "\(version.summary)",
                version.number == 1
                    ? "eerste versie" : version.keepsOutlines ? "gelijk gebleven" : "gewijzigd",
            ])
        }
        return "<h2>Versies</h2>\(table.html)"
    }
}
