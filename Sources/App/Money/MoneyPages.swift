import Domain
import Web

/// Money by year: what may be spent, what was, and by which key it is shared.
enum MoneyPages {
    static let crumb: HTML = "<a href=\"/geld\">Geld</a>"

    static func overview(_ model: MoneyPage) -> Page {
        let edit: HTML? =
            model.mayEdit
            ? """
            <div class="actions"><a class="button" href="/geld/begroting">Begroting vastleggen</a>
            <a class="button quiet" href="/geld/inlezen">Uitgaven inlezen</a>
            <a class="button quiet" href="/geld/sleutels/nieuw">Verdeelsleutel vastleggen</a>
            <a class="button quiet" href="/geld/aanvraag">Aanvraag verzenden</a></div>
            """ : nil
        return Page(
            heading: model.heading, breadcrumb: PlanPages.crumb,
            body: "\(due(model))\(edit)\(years(model))\(keys(model))")
    }

    /// What must still be done before a day that the plan names.
    private static func due(_ model: MoneyPage) -> HTML? {
        guard let day = model.requestBy else { return nil }
        let year = day.parts.year + 1
        guard !model.years.contains(where: { $0.year == year && $0.request != nil }) else { return nil }
        return day < model.today
            ? "<p>De aanvraag voor \(year) had volgens het plan uiterlijk \(Dutch.date(day)) verzonden moeten zijn; zij staat hier niet.</p>"
            : "<p>De aanvraag voor \(year) moet volgens het plan uiterlijk \(Dutch.date(day)) verzonden zijn.</p>"
    }

    private static func years(_ model: MoneyPage) -> HTML {
        guard !model.years.isEmpty else {
            return
                "<p>Leg de begroting van een jaar vast, met waar elk bedrag voor is. Daarna volgen de uitgaven.</p>"
        }
        var table = Table(
            "Per jaar", columns: ["Jaar", "Begroting", "Uitgegeven", "Over", "Verdeelsleutel", "Aanvraag"])
        for year in model.years {
            let link: HTML =
                year.budget == nil && year.statement.rows.isEmpty
                ? "\(year.year)" : "<a href=\"/geld/jaar/\(year.year)\">\(year.year)</a>"
            let request: HTML =
                year.request == nil
                ? "–" : "<a href=\"/geld/aanvraag/\(year.year)\">aanvraag \(year.year)</a>"
            table.add([
                link, amount(year.statement.amount), spent(year.statement),
                amount(year.statement.left), "\(keyText(year.budget?.keyName))", request,
            ])
        }
        return table.html
    }

    static func amount(_ money: Money?) -> HTML {
        money.map { money -> HTML in "\(Dutch.money(money))" } ?? "niet vastgesteld"
    }

    static func spent(_ statement: BudgetStatement) -> HTML {
        spent(statement.spent)
    }

    /// Nil: no total was read in, which is not that nothing was spent.
    static func spent(_ money: Money?) -> HTML {
        money.map { money -> HTML in "\(Dutch.money(money))" } ?? "niet ingelezen"
    }

    static func keyText(_ name: String?) -> String {
        guard let name, !name.isEmpty else { return "niet vastgesteld" }
        return name
    }

    private static func keys(_ model: MoneyPage) -> HTML {
        guard !model.keys.isEmpty else {
            return "<h2>Verdeelsleutels</h2><p>Er is nog geen verdeelsleutel vastgelegd.</p>"
        }
        let cards = model.keys.map { stored -> HTML in
            let phase = stored.key.phaseIn.map { phase -> HTML in
                "<p>Ingroei: tot en met \(phase.lastYear) de oude aandelen, daarna in \(Dutch.count(phase.steps, "stap", "stappen")).</p>"
            }
            let source: HTML? = stored.source.isEmpty ? nil : "<p class=\"muted\">Bron: \(stored.source)</p>"
            return """
                <li class="card"><h3 class="first">\(stored.key.name), vanaf \(stored.fromYear)</h3>
                <p>Naar: \(stored.key.kind.word)\(basis(stored.key)).</p>\(phase)\(source)\(shares(stored.key, model.names))</li>
                """
        }
        return "<h2>Verdeelsleutels</h2><ul class=\"cards board\">\(cards)</ul>"
    }

    private static func basis(_ key: CostKey) -> String {
        if case .inhabitants(let day) = key.basis { return " (\(Dutch.shortDate(day)))" }
        return ""
    }

    private static func shares(_ key: CostKey, _ names: [Code<Municipality>: String]) -> HTML? {
        func name(_ code: Code<Municipality>) -> String { names[code] ?? code.text }
        var table: Table
        switch key.basis {
        case nil, .inhabitants, .equal: return nil
        case .shares(_, let shares):
            table = Table("Aandelen: \(key.name)", columns: ["Gemeente", "Aandeel"])
            for (code, share) in shares.sorted(by: { name($0.key) < name($1.key) }) {
                table.add(["\(name(code))", "\(Dutch.percentage(millionths: share))"])
            }
        case .fixed(let amounts):
            table = Table("Bedragen: \(key.name)", columns: ["Gemeente", "Bedrag"])
            for (code, amount) in amounts.sorted(by: { name($0.key) < name($1.key) }) {
                table.add(["\(name(code))", "\(Dutch.money(amount))"])
            }
        case .measures(let measures):
            table = Table("Maatstaven: \(key.name)", columns: ["Maatstaf", "Gewicht"])
            for measure in measures {
                table.add(["\(measure.name)", "\(Dutch.percentage(millionths: measure.weight))"])
            }
        }
        return "<details><summary>Verdeling</summary>\(table.html)</details>"
    }

    static func year(_ model: MoneyYearPage) -> Page {
        let edit: HTML? =
            model.mayEdit
            ? "<a class=\"button quiet\" href=\"/geld/begroting?jaar=\(model.year)\">Nieuw besluit over deze begroting</a>"
            : nil
        let request: HTML? =
            model.request == nil
            ? nil
            : "<a class=\"button quiet\" href=\"/geld/aanvraag/\(model.year)\">Aanvraag \(model.year)</a>"
        return Page(
            heading: model.heading, breadcrumb: crumb,
            body: """
                <div class="actions"><a class="button" href="\(model.path)/verantwoording">Verantwoording</a>\(request)\(edit)</div>
                \(posts(model).html)
                <h2>Wat elke gemeente bijdraagt</h2>\(contributions(model))
                <h2>Per maand</h2>\(months(model).html)
                <h2>Besluiten over deze begroting</h2>\(decisions(model))
                """)
    }

    static func posts(_ model: MoneyYearPage) -> Table {
        var table = Table(
            "Begroting en uitgaven \(model.year)",
            columns: ["Post", "Deelactiviteit", "Begroot", "Uitgegeven", "Over"])
        for row in model.statement.rows {
            let activity = row.post.part.flatMap { part in model.activities.first { $0.id == part } }
            table.add([
                "\(row.post.name)\(row.isOutside ? " (niet in de begroting)" : "")",
                "\(activity?.title ?? "–")", row.isOutside ? "–" : amount(row.post.amount),
                spent(row.spent),
                row.isOutside ? "–" : amount(row.left),
            ])
        }
        table.add([
            "Samen", "", amount(model.statement.amount), spent(model.statement),
            amount(model.statement.left),
        ])
        return table
    }

    private static func contributions(_ model: MoneyYearPage) -> HTML {
        let given = model.contributions
        let key: HTML =
            "<p>Verdeelsleutel: \(keyText(given.keyName))\(given.stored == nil ? "" : ", vanaf \(given.stored?.fromYear ?? 0)").</p>"
        guard let parts = given.parts else { return "\(key)<p>\(given.reason)</p>" }
        var table = Table(
            "Bijdrage per gemeente \(model.year)",
            columns: ["Gemeente", "Bijdrage", "Was in \(model.year - 1)"])
        for part in parts {
            let isOwn = model.own.contains(part.share.code)
            table.add([
                isOwn ? "<strong>\(part.share.name)</strong>" : "\(part.share.name)",
                "\(Dutch.money(part.amount))",
                model.before[part.share.code].map { money -> HTML in "\(Dutch.money(money))" } ?? "–",
            ])
        }
        table.add(["Samen", "\(Dutch.money(.sum(parts.map(\.amount))))", ""])
        return "\(key)\(table.html)"
    }

    private static func months(_ model: MoneyYearPage) -> Table {
        var table = Table("Uitgaven per maand \(model.year)", columns: ["Maand", "Uitgegeven"])
        let today = Amsterdam.day(at: model.now).parts
        for (index, amount) in model.statement.months.enumerated() {
            let isAhead = (today.year, today.month) < (model.year, index + 1)
            table.add([
                "\(Dutch.monthName(index + 1).capitalisedFirst)",
                amount == nil && isAhead ? "moet nog komen" : spent(amount),
            ])
        }
        return table
    }

    private static func decisions(_ model: MoneyYearPage) -> HTML {
        let items = model.budgets.enumerated().map { index, budget -> HTML in
            let total = budget.amount.map(Dutch.money) ?? "bedrag niet vastgesteld"
            return
                "<li>\(Dutch.date(budget.day)): \(total), \(budget.source)\(index == 0 ? " (geldt nu)" : "")</li>"
        }
        return items.isEmpty ? "<p>Geen. Er zijn alleen uitgaven ingelezen.</p>" : "<ul>\(items)</ul>"
    }
}
