import Domain
import Web

enum GapNoticePages {
    /// Rows of the table; the figure above is complete.
    private static let rowsMax = 100

    static func list(_ model: GapNoticePage, _ csrf: String) -> Page {
        let waiting = model.entries.flatMap { entry in
            (entry.risk.map { model.waiting($0) } ?? []).map { (entry, $0) }
        }
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/bezetting\">Bezetting</a>",
            body: """
                <p>Een gat wordt gemeld zodra een feit of keuze het opent, en verdwijnt zodra het is gevuld. Het blijft open
                tot de secretaris van elke gemeente van de lijn het risico heeft aanvaard.</p>
                \(questions(waiting, model, csrf))\(table(model, csrf))
                """)
    }

    private static func questions(
        _ waiting: [(GapNoticePage.Entry, Code<Municipality>)], _ model: GapNoticePage, _ csrf: String
    ) -> HTML? {
        guard !waiting.isEmpty else { return nil }
        let items = waiting.compactMap { entry, municipality -> HTML? in
            guard let risk = entry.risk else { return nil }
            let name = model.municipalityNames[municipality] ?? municipality.text
            return """
                <li class="card"><h3>\(lineName(entry, model))</h3>
                <p>\(Dutch.period(risk.interval)) is niet bezet. \(risk.reason)</p>
                <p>Aanvaardt u dit risico voor \(name) tot \(Dutch.moment(risk.lapsesAt))?</p>
                \(form("/bezetting/risico/\(risk.id)/antwoord", csrf: csrf, """
                    <input type="hidden" name="gemeente" value="\(municipality)">
                    <div class="actions"><button type="submit" name="antwoord" value="ja">Ja, voor \(name)</button>
                    <button class="quiet" type="submit" name="antwoord" value="nee">Nee, vul het gat</button></div>
                    """))</li>
                """
        }
        return "<h2>Uw antwoord wordt gevraagd</h2><ul class=\"cards board\">\(items)</ul>"
    }

    private static func table(_ model: GapNoticePage, _ csrf: String) -> HTML {
        guard !model.entries.isEmpty else { return "<p>Alles is volgens rooster bezet.</p>" }
        let shown = model.entries.prefix(rowsMax)
        var table = Table(
            "De eerste \(shown.count) van \(Dutch.count(model.entries.count, "gat", "gaten"))",
            columns: ["Lijn", "Wanneer", "Stand", "Gemeld"] + (model.mayAsk ? ["Actie"] : []))
        for entry in shown {
            let week = Amsterdam.day(at: entry.notice.interval.start).monday
            let person = entry.notice.person.flatMap { model.people[$0]?.name.full }
            let cells: [HTML] = [
                "<a href=\"/bezetting/\(entry.notice.line)/\(week.iso)\">\(lineName(entry, model))</a>",
                "\(Dutch.period(entry.notice.interval))", standing(entry, model),
                "\(Dutch.shortMoment(entry.notice.openedAt))\(person.map { ", \($0)" } ?? "")",
            ]
            table.add(cells + (model.mayAsk ? [action(entry, model, csrf) ?? "–"] : []))
        }
        return "<h2>Alle gaten</h2>\(table.html)"
    }

    private static func standing(_ entry: GapNoticePage.Entry, _ model: GapNoticePage) -> HTML {
        guard let risk = entry.risk else { return "<span class=\"tag gap\">open</span>" }
        let standing = risk.standing(at: model.now)
        guard standing == .accepted, risk.bears(entry.notice) else {
            return "<span class=\"tag gap\">open</span> \(standing.word)"
        }
        return """
            <span class="tag attention">risico aanvaard</span> tot \(Dutch.moment(risk.lapsesAt)): \(risk.reason)
            """
    }

    private static func action(_ entry: GapNoticePage.Entry, _ model: GapNoticePage, _ csrf: String) -> HTML?
    {
        switch entry.risk?.standing(at: model.now) {
        case .asked, .accepted:
            guard let risk = entry.risk else { return nil }
            return form(
                "/bezetting/risico/\(risk.id)/intrekking", csrf: csrf,
                """
                <button class="quiet" type="submit">Intrekken<span class="visually-hidden"> voor
                \(lineName(entry, model)), \(Dutch.period(entry.notice.interval))</span></button>
                """)
        case .declined, .withdrawn, .lapsed, nil:
            return """
                <a href="/bezetting/meldingen/\(entry.notice.id)/risico">Vraag het risico te aanvaarden<span
                class="visually-hidden"> voor \(lineName(entry, model)), \(Dutch.period(entry.notice.interval))</span></a>
                """
        }
    }

    private static func lineName(_ entry: GapNoticePage.Entry, _ model: GapNoticePage) -> String {
        model.lineNames[entry.notice.line] ?? entry.notice.line.text
    }

    static func risk(_ model: RiskFormPage, _ csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field(
                "reden", "Waarom blijft dit gat, en wat gebeurt er dan", .longText(rows: 4),
                hint: "De secretarissen lezen dit.", isRequired: true),
            Field("tot", "Tot en met", .date, hint: "Leeg voor zolang het gat duurt."),
        ]
        return Page(
            heading: "Een risico laten aanvaarden: \(model.lineName)",
            breadcrumb: "<a href=\"/bezetting/meldingen\">Gatmeldingen</a>",
            body: """
                <p>\(Dutch.period(model.notice.interval)). De secretaris van elke gemeente van deze lijn krijgt de vraag. Tot
                ieder ja zegt, en daarna vanaf de dag dat het vervalt, telt dit als een open gat.</p>
                \(state.summary)
                \(form("/bezetting/meldingen/\(model.notice.id)/risico", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Vraag de secretarissen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
