import Domain
import Web

/// A plan: what is wrong, what follows from it, what is done about it, and how far that is.
enum PlanPages {
    static let crumb: HTML = "<a href=\"/plan\">Plan van aanpak</a>"

    static func list(_ model: PlansPage) -> Page {
        let cards = model.plans.map { plan -> HTML in
            """
            <li class="card"><h2 class="first"><a href="/plan/\(plan.id)">\(plan.title)</a></h2>
            <p>Opdrachtgever: \(plan.principal). Van \(Dutch.date(plan.firstDay)) t/m \(Dutch.date(plan.lastDay)).</p></li>
            """
        }
        let list: HTML =
            model.plans.isEmpty
            ? "<p>Een plan begint bij de knelpunten en wensen en eindigt bij wie wat wanneer doet.</p>"
            : "<ul class=\"cards\">\(cards)</ul>"
        let add: HTML? =
            model.mayEdit
            ? "<p class=\"actions\"><a class=\"button\" href=\"/plan/nieuw\">Nieuw plan</a></p>" : nil
        return Page(
            heading: model.plans.isEmpty ? "Er is nog geen plan" : "Plan van aanpak",
            body: """
                \(list)\(add)<p><a href="/uren/maanden">Uren voor het plan</a> · <a href="/geld">Geld</a></p>
                """)
    }

    static func plan(_ model: PlanPage) -> Page {
        let own: HTML = "<a href=\"\(model.path)\">\(model.content.plan.title)</a>"
        return Page(
            heading: model.heading, breadcrumb: model.shown == nil ? crumb : "\(crumb) › \(own)",
            body: """
                <p class="lead">\(model.content.plan.objective)</p>
                \(actions(model))\(warnings(model))\(trail(model))
                <h2>Wie doet wat wanneer</h2>\(activities(model))
                <h2>Van knelpunt tot deelactiviteit</h2>\(reasoning(model))
                <h2>Basisafspraken</h2>\(agreements(model))
                <h2>Over dit plan</h2>\(facts(model))
                <h2>Weg langs de gremia</h2>\(route(model))
                <h2>Versies</h2>\(versions(model))\(difference(model))
                """)
    }

    private static func actions(_ model: PlanPage) -> HTML {
        let edit: HTML? =
            model.mayEdit
            ? """
            <a class="button quiet" href="\(model.path)/wijzigen">Wijzig het plan</a>
            <a class="button quiet" href="\(model.path)/versie">Maak een versie</a>
            """ : nil
        return """
            <div class="actions"><a class="button" href="\(model.path)/agendapost">Agendapost</a>
            <a class="button quiet" href="/uren/maanden">Uren</a>\(edit)</div>
            """
    }

    /// What a reader of the plan would miss.
    private static func warnings(_ model: PlanPage) -> HTML? {
        let nothing = model.content.withoutActivity
        let loose = model.content.withoutReason
        guard !nothing.isEmpty || !loose.isEmpty else { return nil }
        let first: HTML? =
            nothing.isEmpty
            ? nil : "<p>Hierover doet nog geen deelactiviteit iets: \(Dutch.list(nothing.map(\.title))).</p>"
        let second: HTML? =
            loose.isEmpty
            ? nil : "<p>Hiervan staat niet waarvoor het is: \(Dutch.list(loose.map(\.title))).</p>"
        return "<div class=\"nl-alert nl-alert--warning\">\(first)\(second)</div>"
    }

    /// Both ways from one part.
    private static func trail(_ model: PlanPage) -> HTML? {
        guard let part = model.traced else { return nil }
        func list(_ parts: [PlanPart], _ none: String) -> HTML {
            guard !parts.isEmpty else { return "<p>\(none)</p>" }
            let items = parts.map { part -> HTML in
                "<li>\(part.kind.word.capitalisedFirst): <a href=\"\(address(part, model))\">\(part.title)</a></li>"
            }
            return "<ul>\(items)</ul>"
        }
        return """
            <section class="card" id="spoor"><h2 class="first">\(part.kind.word.capitalisedFirst): \(part.title)</h2>
            <p>\(part.text)</p>
            <h3>Dit komt van</h3>\(list(model.content.origins(of: part.id), "Niets: hier begint het."))
            <h3>Dit leidt tot</h3>\(list(model.content.outcomes(of: part.id), "Nog niets."))
            \(lessons(model))
            </section>
            """
    }

    private static func lessons(_ model: PlanPage) -> HTML? {
        guard !model.lessons.isEmpty else { return nil }
        let items = model.lessons.map { learnt -> HTML in
            let state = learnt.lesson.doneOn.map { "gedaan \(Dutch.shortDate($0))" } ?? "open"
            return
                "<li><a href=\"/inzetten/\(learnt.deployment)/evaluatie\">\(learnt.lesson.text)</a>: \(learnt.lesson.action), \(state)</li>"
        }
        return "<h3>Lessen uit inzetten</h3><ul>\(items)</ul>"
    }

    private static func address(_ part: PlanPart, _ model: PlanPage) -> HTML {
        let version: HTML = model.shown.map { shown -> HTML in "/versies/\(shown.number)" } ?? ""
        return "\(model.path)\(version)?onderdeel=\(part.id)#spoor"
    }

    private static func activities(_ model: PlanPage) -> HTML {
        guard !model.content.subActivities.isEmpty else {
            return "<p>Er zijn nog geen deelactiviteiten.</p>\(addLink(.subActivity, model))"
        }
        return """
            \(PlanPicture(model.content, today: model.today).html)
            <p class="muted">Vol: loopt of klaar. Open: gepland. Gestippeld: niemand heeft een periode vastgesteld.</p>
            \(table(model).html)\(addLink(.subActivity, model))
            """
    }

    private static func table(_ model: PlanPage) -> Table {
        var table = Table(
            "Deelactiviteiten",
            columns: ["Deelactiviteit", "Trekker", "Wanneer", "Stand", "Uren", "Gewerkt", "Budget"])
        for part in model.content.subActivities {
            guard let activity = part.activity else { continue }
            table.add([
                "<a href=\"\(address(part, model))\">\(part.title)</a>\(editLink(part, model))",
                "\(activity.leadText)", "\(activity.periodText)", "\(activity.state.word)",
                "\(activity.hoursText)",
                "\(Dutch.duration(minutes: model.worked[part.id] ?? 0))", "\(activity.budgetText)",
            ])
        }
        return table
    }

    private static func reasoning(_ model: PlanPage) -> [HTML] {
        PlanPart.Kind.allCases.filter { $0.stage.map { $0 < 3 } ?? false }.map { kind -> HTML in
            let items = model.content.parts(of: kind).map { part -> HTML in
                let next = model.content.outcomes(of: part.id).count { $0.kind == .subActivity }
                let count = Dutch.count(next, "deelactiviteit", "deelactiviteiten")
                let source: HTML? =
                    part.source.isEmpty ? nil : " <span class=\"muted\">(\(part.source))</span>"
                return """
                    <li><a href="\(address(part, model))">\(part.title)</a>\(source): \(count)\(editLink(part, model))</li>
                    """
            }
            let list: HTML = items.isEmpty ? "<p>Nog geen.</p>" : "<ol>\(items)</ol>"
            return "<h3>\(kind.words.capitalisedFirst)</h3>\(list)\(addLink(kind, model))"
        }
    }

    private static func agreements(_ model: PlanPage) -> HTML {
        let items = model.content.parts(of: .agreement).map { part -> HTML in
            "<li><strong>\(part.title)</strong> \(part.text)\(editLink(part, model))</li>"
        }
        let list: HTML = items.isEmpty ? "<p>Nog geen.</p>" : "<ul>\(items)</ul>"
        return "\(list)\(addLink(.agreement, model))"
    }

    private static func editLink(_ part: PlanPart, _ model: PlanPage) -> HTML? {
        guard model.mayEdit else { return nil }
        return
            " <a href=\"\(model.path)/onderdelen/\(part.id)\" aria-label=\"Wijzig \(part.title)\">Wijzig</a>"
    }

    private static func addLink(_ kind: PlanPart.Kind, _ model: PlanPage) -> HTML? {
        guard model.mayEdit else { return nil }
        return "<p><a href=\"\(model.path)/nieuw/\(kind.word)\">Nog een \(kind.word)</a></p>"
    }

    private static func facts(_ model: PlanPage) -> HTML {
        let plan = model.content.plan
        let amount = plan.budget.amount.map(Dutch.money) ?? "niet vastgesteld"
        let purpose = plan.budget.purpose.isEmpty ? "" : ", voor \(plan.budget.purpose)"
        let request = plan.budget.nextRequestBy.map { "uiterlijk \(Dutch.date($0))" } ?? "niet vastgesteld"
        return """
            <dl class="facts"><dt>Opdrachtgever</dt><dd>\(plan.principal)</dd>
            <dt>Periode</dt><dd>\(Dutch.date(plan.firstDay)) t/m \(Dutch.date(plan.lastDay))</dd>
            <dt>Aanleiding</dt><dd>\(plan.occasion)</dd><dt>Totstandkoming</dt><dd>\(plan.process)</dd>
            <dt>Budget</dt><dd>\(amount)\(purpose)</dd>
            <dt>Verdeelsleutel</dt><dd>\(plan.budget.keyName.isEmpty ? "niet vastgesteld" : plan.budget.keyName)</dd>
            <dt>Aanvraag voor het volgende jaar</dt><dd>\(request)</dd></dl>
            """
    }

    /// What each body was asked and said, from the register of decisions.
    private static func route(_ model: PlanPage) -> HTML {
        guard let file = model.papers.first else {
            let offer: HTML? =
                model.mayOffer
                ? form(
                    "\(model.path)/aanbieding", csrf: model.csrf,
                    "<p class=\"actions\"><button type=\"submit\">Breng het plan naar de gremia</button></p>")
                : nil
            return "<p>Het plan is nog niet naar een gremium gebracht.</p>\(offer)"
        }
        let steps = file.steps.map { step -> HTML in
            let name = model.bodies.first { $0.code == step.body }?.name ?? step.body.text
            let said = file.outcomes.last { $0.body == step.body && $0.verdict.role == step.role }
            let result: HTML =
                said.map { outcome -> HTML in
                    let label = file.version(outcome.version)?.label ?? ""
                    return "\(outcome.verdict.word) over versie \(label), \(Dutch.date(outcome.day))"
                } ?? "\(step.plannedOn.map { "gepland op \(Dutch.date($0))" } ?? "nog geen datum")"
            return "<li>\(name) (\(step.role.word)): \(result)</li>"
        }
        return
            "<ol>\(steps)</ol><p><a href=\"/besluiten/stukken/\(file.paper.id)\">Het stuk in het besluitenregister</a></p>"
    }

    private static func versions(_ model: PlanPage) -> HTML {
        let items = model.versions.map { version -> HTML in
            let note: HTML? = version.note.isEmpty ? nil : ": \(version.note)"
            return """
                <li><a href="\(model.path)/versies/\(version.number)">Versie \(version.number)</a>, \(Dutch.date(version.day))\(note)</li>
                """
        }
        return items.isEmpty ? "<p>Er is nog geen versie gemaakt.</p>" : "<ul>\(items)</ul>"
    }

    private static func difference(_ model: PlanPage) -> HTML? {
        guard let difference = model.difference else { return nil }
        guard !difference.isEmpty else { return "<p>Sinds de versie ervoor is niets veranderd.</p>" }
        func line(_ word: String, _ parts: [PlanPart]) -> HTML? {
            parts.isEmpty
                ? nil : "<li>\(word): \(Dutch.list(parts.map { "\($0.kind.word) ‘\($0.title)’" }))</li>"
        }
        let own: HTML? =
            difference.isPlanChanged
            ? "<li>Wat het plan over zichzelf zegt is veranderd: doel, aanleiding, periode, opdrachtgever of budget.</li>"
            : nil
        return """
            <h3>Veranderd sinds de versie ervoor</h3><ul>\(own)\(line("Toegevoegd", difference.added))
            \(line("Veranderd", difference.changed))\(line("Vervallen", difference.removed))</ul>
            """
    }
}
