import Domain
import Web

/// The roster: now and next, a line's weeks, assignment by hand.
enum DutyPages {
    /// Now and next, per line.
    static func board(_ board: DutyBoard, showsRefusals: Bool) -> HTML {
        let items = board.lines.map { line -> HTML in
            let state: HTML =
                line.isCovered
                ? "<span class=\"tag covered\">bezet</span>" : "<span class=\"tag gap\">onbezet</span>"
            let nobody: HTML = "<p>Niemand staat op het rooster.</p>"
            return """
                <li class="card"><h3>\(line.name) \(state)</h3>
                \(line.present.isEmpty ? nobody : HTML(line.present.map { person($0, showsRefusals) }))
                \(until(line))\(next(line.next))</li>
                """
        }
        return "<ul class=\"cards board\">\(items)</ul>"
    }

    private static func person(_ person: DutyBoard.Person, _ showsRefusals: Bool) -> HTML {
        let call = person.number.map { number -> HTML in
            """
            <a class="button quiet" href="\(number.link)"><span class="visually-hidden">Bel \(person.name), </span>\(number.shown)</a>
            """
        }
        let slot: HTML = person.duty.slot == .first ? "" : ", achterwacht"
        return """
            <div class="person"><p><strong>\(person.name)</strong>
            <span class="muted">\(person.municipality)\(slot)</span> \(standing(person, showsRefusals))</p>\(call)</div>
            """
    }

    /// The reasons to the planner, "niet inzetbaar" to others (spec P6).
    private static func standing(_ person: DutyBoard.Person, _ showsRefusals: Bool) -> HTML? {
        guard !person.refusals.isEmpty else { return nil }
        guard showsRefusals else { return "<span class=\"tag gap\">niet inzetbaar</span>" }
        let reasons = person.refusals.map(\.sentence).joined(separator: " ")
        return "<span class=\"tag gap\">telt niet mee</span> \(reasons)"
    }

    private static func until(_ line: DutyBoard.Line) -> HTML? {
        line.present.map(\.duty.interval.end).min().map { end in "<p>Tot \(Dutch.moment(end)).</p>" }
    }

    private static func next(_ people: [DutyBoard.Person]) -> HTML? {
        guard !people.isEmpty else {
            return "<p class=\"muted\">Daarna staat nog niemand op het rooster.</p>"
        }
        let names = people.map { $0.duty.slot == .first ? $0.name : "\($0.name) (achterwacht)" }
        return "<p class=\"muted\">Daarna \(Dutch.list(names)).</p>"
    }

    static func roster(_ model: RosterPage) -> Page {
        let municipalities = [("", "hele regio")] + model.municipalities.map { ($0.code.text, $0.name) }
        let functions = [("", "alle functies")] + model.functions.map { ($0.code.text, $0.name) }
        let state = FormState(
            FormFields(["gemeente": model.municipality?.text ?? "", "functie": model.function?.text ?? ""]))
        return Page(
            heading: model.board.heading,
            body: """
                \(drafts(model))
                <form method="get" action="/rooster"><div class="row">
                \(Field("gemeente", "Gemeente", .choice(municipalities)).html(state))
                \(Field("functie", "Functie", .choice(functions)).html(state))
                <div class="actions"><button class="quiet" type="submit">Toon</button></div></div></form>
                <h2>Nu en straks</h2>
                \(board(model.board, showsRefusals: model.showsRefusals))
                \(DownloadPages.links("/rooster/lijnen", query: query(model)))
                <h2>Het jaar</h2>
                <ul><li><a href="/rooster/jaar">Het jaar als tekening en lijst</a></li>
                <li><a href="/rooster/groepen">Hoeveel mensen elke lijn dragen</a></li>
                <li><a href="/rooster/uren">Uren en vergoedingen</a></li>
                \(model.seesPeople ? "<li><a href=\"/rooster/vannacht\">Wie was er vannacht uit</a></li>" : nil as HTML?)</ul>
                <h2>Per lijn, alle weken</h2>
                <ul>\(model.board.lines.map { line -> HTML in
                    "<li><a href=\"/rooster/lijn/\(line.line.code)\">\(line.name)</a></li>"
                })</ul>
                """)
    }

    /// What the board is narrowed to, as part of an address.
    private static func query(_ model: RosterPage) -> String {
        "gemeente=\(queryEncoded(model.municipality?.text ?? ""))&functie=\(queryEncoded(model.function?.text ?? ""))"
    }

    private static func drafts(_ model: RosterPage) -> HTML? {
        guard model.mayEdit else { return nil }
        let list = model.drafts.map { roster -> HTML in
            "<li><a href=\"/rooster/concept/\(roster.id)\">Concept \(Dutch.period(roster.interval))</a></li>"
        }
        return """
            <div class="actions"><a class="button" href="/rooster/nieuw">Nieuw rooster maken</a>
            <a class="button quiet" href="/rooster/ruilen">Aangeboden diensten</a>
            <a class="button quiet" href="/rooster/versies">Versies</a></div>
            \(list.isEmpty ? nil : "<p>Nog niet gepubliceerd:</p><ul>\(list)</ul>" as HTML?)
            """
    }

    static func line(_ model: LinePage, _ csrf: String) -> Page {
        var table = Table(
            model.weeks.first.map { "Weken van \($0.period.change.words) tot \($0.period.change.words)" }
                ?? "Weken",
            columns: ["Week", "Eerste", "Achterwacht", "Bezetting"])
        for week in model.weeks {
            table.add([
                weekName(week.period),
                slot(week, .first, model), slot(week, .backup, model), coverage(week),
            ])
        }
        let earlier = model.weeks.first?.period.monday.adding(days: -7 * LinePage.weeks) ?? model.from
        let later = model.weeks.last?.period.next.monday ?? model.from
        let path = "/rooster/lijn/\(model.line.code)"
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>\(model.function.tasks)</p>
                \(table.html)
                <nav class="pages" aria-label="Weken"><a class="button quiet" href="\(path)?van=\(earlier.iso)">Eerder</a>
                <a class="button quiet" href="\(path)?van=\(later.iso)">Later</a></nav>
                \(DownloadPages.links("\(path)/weken", query: "van=\(model.from.iso)"))
                \(form("\(path)/agenda", csrf: csrf, """
                    <button class="quiet" type="submit">Maak een agenda-adres van deze lijn</button>
                    """))
                """)
    }

    private static func weekName(_ period: DutyPeriod) -> HTML {
        "\(period.monday.weekNumber) <span class=\"muted nowrap\">\(Dutch.shortDate(period.monday))</span>"
    }

    private static func slot(_ week: LinePage.Week, _ slot: DutySlot, _ model: LinePage) -> HTML {
        let name: HTML =
            week.people[slot].map { "\($0.name) <span class=\"muted\">\($0.municipality)</span>" }
            ?? "<span class=\"tag gap\">niemand</span>"
        guard model.mayEdit, week.period.interval.end > model.now else { return name }
        let path = "/rooster/lijn/\(model.line.code)/\(week.period.monday.iso)/\(slot.rawValue)"
        return
            "\(name) <a href=\"\(path)\">wijzig<span class=\"visually-hidden\"> \(slot.word), week \(week.period.monday.weekNumber)</span></a>"
    }

    private static func coverage(_ week: LinePage.Week) -> HTML {
        switch (week.gapMinutes, week.oneDeepMinutes) {
        case (0, 0): "<span class=\"tag covered\">bezet, ook bij één uitval</span>"
        case (0, let minutes):
            "<span class=\"tag attention\">bezet</span> \(Dutch.duration(minutes: minutes)) door één"
        case (let minutes, _): "<span class=\"tag gap\">onbezet</span> \(Dutch.duration(minutes: minutes))"
        }
    }

    static func assignment(_ model: AssignmentPage, _ csrf: String, _ state: FormState) -> Page {
        let options =
            [("", "niemand")]
            + model.options.map { option in
                (option.id.description, "\(option.name) (\(option.municipality)) – \(option.standing)")
            }
        let path = "/rooster/lijn/\(model.line.code)/\(model.period.monday.iso)/\(model.slot.rawValue)"
        let fields: [Field] = [
            Field(
                "persoon", "Wie", .choice(options), hint: "Wie het langst geen dienst had, staat bovenaan."),
            Field("toelichting", "Toelichting", hint: "Alleen nodig als u iemand indeelt die niet meetelt."),
        ]
        return Page(
            heading: "\(model.slot.word.capitalisedFirst) van \(Dutch.period(model.period.interval))",
            breadcrumb:
                "<a href=\"/rooster/lijn/\(model.line.code)?van=\(model.period.monday.iso)\">\(model.function.name)</a>",
            body: """
                <p>De wijziging geldt meteen.</p>
                \(state.summary)
                \(form(path, csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Indelen</button></div>
                    """))
                \(model.offered.map { duty -> HTML in
                    "<p><a href=\"/rooster/dienst/\(duty)/ruil\">Bied deze dienst aan anderen aan</a></p>"
                })
                """, hasErrors: !state.errors.isEmpty)
    }
}
