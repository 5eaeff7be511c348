import Domain
import Web

/// The request for a year: what is asked and why, and how far it came in each municipality.
enum RequestPages {
    static func page(_ model: RequestPage, _ state: FormState) -> Page {
        Page(
            heading: model.heading, breadcrumb: MoneyPages.crumb,
            body: """
                <p class="actions"><a class="button quiet" href="\(model.path)/aanvraag.pdf">Als toegankelijke pdf</a></p>
                \(state.summary)\(body(model, isPaper: false))\(stepForm(model, state))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func paper(_ model: RequestPage) -> Paper {
        Paper(
            kind: "Budgetaanvraag", title: "Budgetaanvraag Bevolkingszorg \(model.request.year)",
            regionName: model.regionName, made: model.now, body: body(model, isPaper: true))
    }

    private static func body(_ model: RequestPage, isPaper: Bool) -> HTML {
        let term = model.viewsThrough.map { "tot en met \(Dutch.date($0))" } ?? "niet vastgesteld"
        let law: HTML =
            model.weeks.map { weeks -> HTML in
                "\(weeks) weken na verzending (Wet gemeenschappelijke regelingen art. 35)"
            }
            ?? "termijn niet vastgesteld"
        let norm: HTML? =
            isPaper ? nil : "<p>\(NormPages.link(.requestView, .region, "Waar de termijn staat"))</p>"
        let states = progress(model)
        return """
            <h2>Wat wordt gevraagd</h2>
            <dl class="facts"><dt>Bedrag</dt><dd>\(MoneyPages.amount(model.budget?.amount))</dd>
            <dt>Verdeelsleutel</dt><dd>\(MoneyPages.keyText(model.budget?.keyName))</dd>
            <dt>Verzonden</dt><dd>\(Dutch.date(model.request.sentOn))</dd>
            <dt>Zienswijze</dt><dd>\(term): \(law)</dd></dl>
            <p>\(model.request.ground)</p>\(posts(model, isPaper))\(capacity(model, isPaper))
            <h2>Wat elke gemeente zou bijdragen</h2>\(contributions(model, isPaper))
            <h2>Hoe ver het is</h2>\(isPaper ? states.paper : states.html)\(norm)
            """
    }

    private static func posts(_ model: RequestPage, _ isPaper: Bool) -> HTML {
        var table = Table("Waarvoor", columns: ["Post", "Bedrag"])
        for post in model.budget?.posts ?? [] { table.add(["\(post.name)", MoneyPages.amount(post.amount)]) }
        return isPaper ? table.paper : table.html
    }

    private static func capacity(_ model: RequestPage, _ isPaper: Bool) -> HTML {
        guard !model.request.capacity.isEmpty else {
            return "<p>Er wordt geen structurele capaciteit gevraagd.</p>"
        }
        var table = Table("Structurele capaciteit", columns: ["Waarvoor", "Omvang", "Grond"])
        for row in model.request.capacity {
            table.add([
                "\(row.purpose.word.capitalisedFirst)",
                "\(row.hundredths.map(Dutch.fullTime) ?? "niet vastgesteld")", "\(row.ground)",
            ])
        }
        table.add(["Samen", "\(model.request.hundredths.map(Dutch.fullTime) ?? "niet vastgesteld")", ""])
        return isPaper ? table.paper : table.html
    }

    private static func contributions(_ model: RequestPage, _ isPaper: Bool) -> HTML {
        guard let parts = model.contributions.parts else { return "<p>\(model.contributions.reason)</p>" }
        var table = Table("Bijdrage per gemeente \(model.request.year)", columns: ["Gemeente", "Bijdrage"])
        for part in parts { table.add(["\(part.share.name)", "\(Dutch.money(part.amount))"]) }
        return isPaper ? table.paper : table.html
    }

    private static func progress(_ model: RequestPage) -> Table {
        var table = Table("Stand per gemeente", columns: ["Gemeente", "Stand", "Sinds", "Toelichting"])
        for row in model.progress.rows {
            let late: HTML? = row.isLate ? " <strong>(termijn voorbij)</strong>" : nil
            table.add([
                "\(model.names[row.municipality] ?? row.municipality.text)",
                "\(row.step?.state.word ?? "nog niets gehoord")\(late)",
                "\(row.step.map { Dutch.shortDate($0.day) } ?? "–")", "\(row.step?.note ?? "")",
            ])
        }
        return table
    }

    private static func stepForm(_ model: RequestPage, _ state: FormState) -> HTML? {
        guard model.mayEdit else { return nil }
        let places = model.progress.rows.map { row in
            (value: row.municipality.text, label: model.names[row.municipality] ?? row.municipality.text)
        }
        let fields = [
            Field("gemeente", "Gemeente", .choice(places)),
            Field(
                "stand", "Stand",
                .choice(RequestState.allCases.map { ($0.rawValue, $0.word.capitalisedFirst) })),
            Field("dag", "Op", .date, isRequired: true), Field("toelichting", "Toelichting"),
        ]
        let inputs: HTML =
            "\(fields.map { $0.html(state) })<p class=\"actions\"><button type=\"submit\">Leg vast</button></p>"
        return "<h2>Een stap vastleggen</h2>\(form("\(model.path)/stand", csrf: model.csrf, inputs))"
    }
}

/// What was done with the money and the hours of a year (*verantwoording*).
enum AccountabilityPages {
    static func page(_ model: MoneyYearPage) -> Page {
        let back: HTML = "\(MoneyPages.crumb) › <a href=\"\(model.path)\">\(model.year)</a>"
        return Page(
            heading: "Verantwoording \(model.year): \(sentence(model))", breadcrumb: back,
            body: """
                <p class="actions"><a class="button quiet" href="\(model.path)/verantwoording.pdf">Als toegankelijke pdf</a></p>
                \(body(model, isPaper: false))
                """)
    }

    static func paper(_ model: MoneyYearPage) -> Paper {
        Paper(
            kind: "Verantwoording", title: "Verantwoording Bevolkingszorg \(model.year)",
            regionName: model.regionName, made: model.now, body: body(model, isPaper: true))
    }

    private static func sentence(_ model: MoneyYearPage) -> String {
        guard let left = model.statement.left, let total = model.statement.spent else {
            return Dutch.spent(model.statement)
        }
        let spent = Dutch.money(total)
        return left < .zero
            ? "\(spent) uitgegeven, \(Dutch.money(.zero - left)) te veel"
            : "\(spent) uitgegeven, \(Dutch.money(left)) over"
    }

    private static func body(_ model: MoneyYearPage, isPaper: Bool) -> HTML {
        let money = MoneyPages.posts(model)
        return """
            <p class="lead">\(sentence(model).capitalisedFirst).</p>
            <h2>Geld</h2>\(isPaper ? money.paper : money.html)
            <h2>Wat ervoor is gedaan</h2>\(done(model, isPaper))
            <h2>Uren van de gemeenten</h2>\(hours(model, isPaper))
            """
    }

    /// Each sub-activity with its cost and hours beside what it was for; no order of merit.
    private static func done(_ model: MoneyYearPage, _ isPaper: Bool) -> HTML {
        guard let plan = model.plan else { return "<p>Over dit jaar gaat geen plan.</p>" }
        var table = Table(
            plan.plan.title, columns: ["Deelactiviteit", "Stand", "Uren", "Uitgegeven", "Waarvoor"])
        for part in plan.subActivities {
            let rows = model.statement.rows.filter { $0.post.part == part.id }
            let amounts = rows.compactMap(\.spent)
            let spent: HTML =
                rows.isEmpty
                ? "–" : MoneyPages.spent(amounts.count == rows.count ? Money.sum(amounts) : nil)
            let origins = plan.origins(of: part.id).filter { $0.kind == .bottleneck || $0.kind == .wish }
            table.add([
                "\(part.title)", "\(part.activity?.state.word ?? "")",
                "\(Dutch.hours(minutes: model.workedByPart[part.id] ?? 0))", spent,
                "\(origins.isEmpty ? "niet vastgelegd" : origins.map(\.title).joined(separator: "; "))",
            ])
        }
        return isPaper ? table.paper : table.html
    }

    private static func hours(_ model: MoneyYearPage, _ isPaper: Bool) -> HTML {
        guard !model.worked.isEmpty else { return "<p>Er is nog geen maand voorbij.</p>" }
        var table = Table(
            "Uren voor het plan in \(model.year)", columns: ["Gemeente", "Gewerkt", "Afgesproken"])
        for row in model.worked {
            table.add([
                "\(row.name)", "\(Dutch.hours(minutes: row.minutes))",
                "\(row.agreedHours.map(Dutch.number) ?? "niet vastgesteld")",
            ])
        }
        return isPaper ? table.paper : table.html
    }
}
