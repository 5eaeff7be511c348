import Domain
import Web

/// The proof for people: the year, the gaps, a week in words, and why (not) I.
enum CoveragePages {
    /// Gaps in the list; the figures above are complete.
    private static let gapsMax = 60

    static func year(_ model: CoveragePage) -> Page {
        Page(
            heading: model.heading,
            body: """
                \(figures(model))
                <p><a href="/bezetting/meldingen">Gatmeldingen en aanvaarde risico’s</a></p>
                <p><a href="/simulatie">Reken door wat samenwerken oplevert</a> · <a href="/toetsen/stand">Flexibel opschalen: toetsen en lessen</a></p>
                <h2>Het jaar per lijn</h2>
                \(model.picture.html)
                <details><summary>Als tabel</summary>\(table(model))</details>
                \(gaps(model))
                """)
    }

    static func figures(_ model: CoveragePage) -> HTML {
        let figures = model.report.coverage.figures
        func figure(_ minutes: Int, _ words: String) -> HTML {
            "<li><strong>\(Dutch.percentage(minutes, of: figures.minutes))</strong> \(words)</li>"
        }
        let missing = figures.minutes - figures.coveredMinutes
        return """
            <ul class="figures">
            \(figure(figures.rosteredMinutes, "van de minuten staat iemand op het rooster"))
            \(figure(figures.coveredMinutes, "volgens rooster bezet door iemand die vakbekwaam is"))
            \(figure(figures.oneOutMinutes, "ook bezet als één persoon uitvalt"))
            </ul>
            <p>\(missing == 0 ? "Er is geen minuut onbezet." : "\(Dutch.duration(minutes: missing)) niet bezet, over \(figures.posts) lijnen en \(model.weekCount) weken samen.")</p>
            <details><summary>Details</summary><p>\(Dutch.percentage(figures.twoOutMinutes, of: figures.minutes)) blijft bezet als
            twee mensen tegelijk uitvallen, met inzet van mensen die niet op het rooster staan.</p></details>
            """
    }

    private static func table(_ model: CoveragePage) -> HTML {
        var table = Table(
            "Bezetting per lijn over \(model.weekCount) weken vanaf \(Dutch.date(model.from))",
            columns: ["Lijn", "Bezet", "Onbezet", "Weken met een gat"])
        for row in model.rows {
            let minutes = row.weeks.map(\.minutes).reduce(0, +)
            let gap = model.gapMinutes[row.line.code] ?? 0
            let weeks = row.weeks.filter { $0.gapMinutes > 0 }
            table.add([
                model.mayOpenLines
                    ? "<a href=\"/rooster/lijn/\(row.line.code)\">\(row.name)</a>" : "\(row.name)",
                "\(Dutch.percentage(minutes - gap, of: minutes))",
                gap == 0 ? "–" : "\(Dutch.duration(minutes: gap))",
                weeks.isEmpty
                    ? "–"
                    : HTML(
                        weeks.enumerated().map {
                            weekLink($0.element, row.line.code, isFirst: $0.offset == 0)
                        }),
            ])
        }
        return table.html
    }

    private static func weekLink(_ week: CoveragePage.Week, _ line: Code<DutyLine>, isFirst: Bool) -> HTML {
        let comma: HTML = isFirst ? "" : ", "
        return "\(comma)<a href=\"/bezetting/\(line)/\(week.monday.iso)\">\(week.monday.weekNumber)</a>"
    }

    private static func gaps(_ model: CoveragePage) -> HTML {
        let sorted = model.report.gaps
        guard !sorted.isEmpty else { return "<h2>Gaten</h2><p>Er zijn geen gaten.</p>" }
        var table = Table(
            "De eerste \(min(gapsMax, sorted.count)) van \(Dutch.count(sorted.count, "gat", "gaten"))",
            columns: ["Lijn", "Wanneer", "Hoe lang", "Waarom"])
        for gap in sorted.prefix(gapsMax) {
            let week = Amsterdam.day(at: gap.interval.start).monday
            table.add([
                "<a href=\"/bezetting/\(gap.line.code)/\(week.iso)\">\(model.name(of: gap.line.code))</a>",
                "\(Dutch.period(gap.interval))", "\(Dutch.duration(minutes: gap.interval.minutes))",
                "\(borne(gap, model))\(reasons(gap, model))",
            ])
        }
        return """
            <h2>Gaten</h2>\(table.html)
            \(DownloadPages.links("/bezetting/gaten", query: "van=\(model.from.iso)"))
            """
    }

    private static func borne(_ gap: CoverageReport.Gap, _ model: CoveragePage) -> HTML? {
        model.risk(of: gap).map { risk in
            "<p><span class=\"tag attention\">risico aanvaard</span> tot \(Dutch.moment(risk.lapsesAt)): \(risk.reason)</p>"
        }
    }

    /// To the planner by name; to others counts and "niet inzetbaar" (spec P6).
    private static func reasons(_ gap: CoverageReport.Gap, _ model: CoveragePage) -> HTML {
        let rostered = gap.rosteredReasons
        let people = Set(rostered.map(\.person)).count
        guard !rostered.isEmpty else { return "Niemand staat op het rooster." }
        guard model.showsNames else {
            return
                "\(Dutch.count(people, "persoon op het rooster is", "personen op het rooster zijn")) niet inzetbaar."
        }
        let lines = rostered.map { reason -> HTML in
            let name = model.report.people[reason.person]?.name.full ?? ""
            return "<li><a href=\"/mensen/\(reason.person)\">\(name)</a>: \(reason.sentence)</li>"
        }
        return "<ul>\(lines)</ul>"
    }

    static func week(_ model: CoverageWeekPage) -> Page {
        var table = Table(
            "Van maandag 00.00 uur tot de maandag erna", columns: ["Wanneer", "Bezetting", "Wie of waarom"])
        for stretch in model.stretches {
            table.add(["\(Dutch.period(stretch.interval))", state(stretch.depth), people(stretch, model)])
        }
        let gaps = model.stretches.filter { $0.depth == nil }.map(\.interval.minutes).reduce(0, +)
        let heading =
            gaps == 0
            ? "\(model.name): week \(model.monday.weekNumber) is bezet"
            : "\(model.name): \(Dutch.duration(minutes: gaps)) onbezet in week \(model.monday.weekNumber)"
        return Page(
            heading: heading, breadcrumb: "<a href=\"/bezetting\">Bezetting</a>",
            body: """
                \(table.html)
                <nav class="pages" aria-label="Weken">
                <a class="button quiet" href="/bezetting/\(model.line.code)/\(model.monday.adding(days: -7).iso)">Vorige week</a>
                <a class="button quiet" href="/bezetting/\(model.line.code)/\(model.monday.adding(days: 7).iso)">Volgende week</a>
                </nav>
                """)
    }

    private static func state(_ depth: Segment.Depth?) -> HTML {
        switch depth {
        case nil: "<span class=\"tag gap\">onbezet</span>"
        case .covered: "<span class=\"tag attention\">bezet door één</span>"
        case .oneOut: "<span class=\"tag covered\">bezet, ook bij één uitval</span>"
        case .twoOut: "<span class=\"tag covered\">bezet, ook bij twee uitval</span>"
        }
    }

    private static func people(_ stretch: CoverageWeekPage.Stretch, _ model: CoverageWeekPage) -> HTML {
        guard stretch.depth == nil else {
            let reserve = Dutch.count(stretch.reserveCount, "reserve", "reserves")
            guard model.showsNames else {
                return
                    "\(Dutch.count(stretch.rostered.count, "persoon", "personen")) op het rooster, \(reserve)"
            }
            let names = stretch.rostered.compactMap { model.people[$0]?.name.full }
            return "\(Dutch.list(names)), \(reserve)"
        }
        guard !stretch.refusals.isEmpty else { return "Niemand staat op het rooster." }
        guard model.showsNames else { return "Wie op het rooster staat, is niet inzetbaar." }
        let reasons = stretch.refusals.map { refusal -> HTML in
            let name = model.people[refusal.person]?.name.full ?? ""
            return "<li><a href=\"/mensen/\(refusal.person)\">\(name)</a>: \(refusal.refusal.sentence)</li>"
        }
        return "<ul>\(reasons)</ul>"
    }

    static func why(_ model: WhyPage) -> Page {
        let cards = model.answers.map { answer -> HTML in
            let verdict: HTML =
                answer.refusals.isEmpty
                ? "<p><span class=\"tag covered\">telt mee</span> Staat op het rooster en voldoet aan alles.</p>"
                : "<p><span class=\"tag gap\">telt niet mee</span></p><ul>\(answer.refusals.map { refusal -> HTML in "<li>\(refusal.sentence)</li>" })</ul>"
            return "<section class=\"card\"><h2>\(answer.line)</h2>\(verdict)</section>"
        }
        let state = FormState(
            FormFields([
                "dag": Dutch.shortDate(Amsterdam.day(at: model.moment)), "tijd": Dutch.time(model.moment),
            ]))
        let none: HTML = "<p>Voor deze persoon is geen functie met een piketlijn vastgelegd.</p>"
        return Page(
            heading: model.isOwn ? "Waarom (niet) ik?" : "Waarom telt \(model.person.name.full) (niet) mee?",
            breadcrumb:
                "<a href=\"/mensen/\(model.person.id)\">\(model.isOwn ? "Mijn gegevens" : model.person.name.full)</a>",
            body: """
                <p class="lead">Op \(Dutch.moment(model.moment)).</p>
                <form method="get" action="/mensen/\(model.person.id)/waarom"><div class="row">
                \(Field("dag", "Dag", .date).html(state))\(Field("tijd", "Tijd", .time).html(state))
                <div class="actions"><button class="quiet" type="submit">Bekijk dit moment</button></div></div></form>
                \(cards.isEmpty ? none : "<div class=\"cards\">\(cards)</div>")
                <p class="muted">Berekend uit het rooster, de aanwijzingen, certificaten, verhinderingen en reistijden zoals die nu
                zijn vastgelegd.</p>
                """)
    }
}
