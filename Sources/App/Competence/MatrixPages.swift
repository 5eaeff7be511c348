import Domain
import Web

/// The matrix of functions by people, and what leads on from it.
enum MatrixPages {
    /// Lines of the list above the matrix; the rest is on the page of what must still be done.
    private static let reasonsMax = 8

    static func matrix(_ model: MatrixPage) -> Page {
        Page(
            heading: heading(model),
            body: """
                \(filter(model))
                \(isStart(model) ? links(model) : nil)
                \(legend(model))
                \(isStart(model) && model.showsReasons ? reasons(model) : nil)
                \(table(model) ?? nobody)
                \(pager(model))
                \(isStart(model) ? acquaintance(model) : nil)
                \(DownloadPages.links("/vakbekwaamheid/lijst", query: query(model)))
                """)
    }

    /// Whoever looks for somebody sees them at once; what leads on from here stands on the first page only.
    private static func isStart(_ model: MatrixPage) -> Bool { !model.isNarrowed && model.page == 1 }

    private static func heading(_ model: MatrixPage) -> String {
        guard model.total > 0 else {
            return model.isNarrowed
                ? "Niemand gevonden" : "Er is nog niemand aangewezen voor een functie"
        }
        let counting = model.counts[.competent, default: 0] + model.counts[.grace, default: 0]
        if counting == model.total { return "Iedereen is nu vakbekwaam voor elke functie" }
        return
            "Voor \(counting) van \(Dutch.count(model.total, "aanwijzing", "aanwijzingen")) is iemand nu vakbekwaam"
    }

    private static func query(_ model: MatrixPage) -> String {
        "zoek=\(queryEncoded(model.search))&gemeente=\(queryEncoded(model.municipality?.text ?? ""))"
            + "&functie=\(queryEncoded(model.function?.text ?? ""))"
    }

    private static let nobody: HTML = """
        <div class="card"><p>Niemand voldoet aan deze zoekvraag. Zoek op een deel van de naam, of kies alle gemeenten en functies.</p>
        <p><a href="/vakbekwaamheid">Toon iedereen</a></p></div>
        """

    private static func pager(_ model: MatrixPage) -> HTML? {
        guard model.pageCount > 1 else { return nil }
        func link(_ page: Int, _ label: String) -> HTML? {
            guard (1...model.pageCount).contains(page) else { return nil }
            let address = "/vakbekwaamheid?\(query(model))&pagina=\(page)"
            return "<a class=\"button quiet\" href=\"\(address)\">\(label)</a>"
        }
        return """
            <nav class="pages" aria-label="Pagina's">\(link(model.page - 1, "Vorige"))
            <span>pagina \(model.page) van \(model.pageCount)</span>\(link(model.page + 1, "Volgende"))</nav>
            """
    }

    private static func links(_ model: MatrixPage) -> HTML {
        let reasons: HTML? =
            model.showsReasons
            ? """
            <li><a href="/vakbekwaamheid/verloopt">Verloopt binnenkort</a></li>
            <li><a href="/vakbekwaamheid/taken">Wat er nog moet gebeuren</a></li>
            <li><a href="/instroom">Wie er komt en wie er gaat</a></li>
            <li><a href="/vakbekwaamheid/mandaten">Mandaten van gemeenten</a></li>
            <li><a href="/vakbekwaamheid/inlezen">Deelname inlezen</a> of
            <a href="/vakbekwaamheid/certificaten/inlezen">certificaten inlezen</a></li>
            """ : nil
        let gaps: HTML? =
            model.seesGaps
            ? "<li><a href=\"/vakbekwaamheid/gaten\">Gaten, en welke plaatsen ze dichten</a></li>" : nil
        return """
            <ul class="plain columns">\(reasons)\(gaps)
            <li><a href="/vakbekwaamheid/aanmeldingen">Aanmeldingen</a></li>
            <li><a href="/programma">Programma van opleiding en oefening</a></li>
            <li><a href="/vakbekwaamheid/profielen">Wat elke functie vraagt</a></li></ul>
            """
    }

    /// A share for the team of this week, and nothing about one person.
    private static func acquaintance(_ model: MatrixPage) -> HTML? {
        guard let share = model.acquaintance else { return nil }
        return """
            <h2>Kennen</h2><p>Van wie deze week dienst heeft, kent \(Dutch.percentage(share.known, of: share.pairs)) van de
            paren elkaar van een training, oefening, inzet of bijeenkomst. Wie niet wil meetellen, telt niet mee.</p>
            """
    }

    private static func filter(_ model: MatrixPage) -> HTML {
        let places = [("", "alle gemeenten")] + model.municipalities.map { ($0.code.text, $0.name) }
        let functions = [("", "alle functies")] + model.choices.map { ($0.code.text, $0.name) }
        let state = FormState(
            FormFields([
                "zoek": model.search, "gemeente": model.municipality?.text ?? "",
                "functie": model.function?.text ?? "",
            ]))
        let place: HTML? =
            model.municipalities.count > 1 ? Field("gemeente", "Gemeente", .choice(places)).html(state) : nil
        return """
            <form method="get" action="/vakbekwaamheid" role="search"><div class="row">
            \(Field("zoek", "Naam", .search).html(state))\(place)
            \(Field("functie", "Functie", .choice(functions)).html(state))
            <div class="actions"><button type="submit" class="quiet">Zoek</button></div></div></form>
            """
    }

    private static func legend(_ model: MatrixPage) -> HTML {
        guard model.showsReasons else {
            return """
                <p><span class="tag competent">✓</span> inzetbaar · <span class="tag gap">×</span> niet inzetbaar ·
                leeg: niet aangewezen voor die functie.</p>
                """
        }
        let counts = Competence.State.allCases.map { state -> HTML in
            "<li>\(tag(state)) \(model.counts[state, default: 0]) \(state.word)</li>"
        }
        let meanings = Competence.State.allCases.map { state -> HTML in
            "<dt>\(state.word)</dt><dd>\(state.meaning)</dd>"
        }
        return """
            <ul class="legend">\(counts)</ul>
            <details><summary>Wat deze tekens betekenen</summary><dl class="facts">\(meanings)<dt>leeg</dt>
            <dd>Niet aangewezen voor die functie.</dd></dl></details>
            """
    }

    /// Mark and tone, with the word for whoever cannot see them.
    private static func tag(_ state: Competence.State) -> HTML {
        let (mark, word) = (state.mark, state.word)
        return switch state {
        case .competent:
            "<span class=\"tag competent\"><span aria-hidden=\"true\">\(mark)</span><span class=\"visually-hidden\">\(word)</span></span>"
        case .grace:
            "<span class=\"tag attention\"><span aria-hidden=\"true\">\(mark)</span><span class=\"visually-hidden\">\(word)</span></span>"
        case .not:
            "<span class=\"tag gap\"><span aria-hidden=\"true\">\(mark)</span><span class=\"visually-hidden\">\(word)</span></span>"
        case .unknown:
            "<span class=\"tag unknown\"><span aria-hidden=\"true\">\(mark)</span><span class=\"visually-hidden\">\(word)</span></span>"
        }
    }

    private static func table(_ model: MatrixPage) -> HTML? {
        guard !model.rows.isEmpty else { return nil }
        let heads = model.functions.map { function -> HTML in
            "<th scope=\"col\"><abbr title=\"\(function.name)\">\(function.abbreviation)</abbr></th>"
        }
        // Made once: a matrix has thousands of cells and four of them differ.
        let empty: HTML = "<td class=\"empty\"></td>"
        let cells = model.functions.map { function in
            Competence.State.allCases.reduce(into: [Competence.State: HTML]()) { cells, state in
                let shown =
                    model.showsReasons
                    ? state : (state == .grace ? .competent : state == .unknown ? .not : state)
                cells[state] = "<td data-label=\"\(function.abbreviation)\">\(tag(shown))</td>"
            }
        }
        var body = HTML()
        for row in model.shown {
            body +=
                "<tr><th scope=\"row\"><a href=\"\(path(row.person, model))\">\(row.person.name.listed)</a></th>"
            for (index, cell) in row.cells.enumerated() {
                body += cell.flatMap { cells[index][$0.state] } ?? empty
            }
            body += "</tr>\n"
        }
        return """
            <div class="table-frame" tabindex="0" role="region" aria-label="Vakbekwaamheid per persoon en functie">
            <table class="matrix"><caption>Vakbekwaamheid op \(Dutch.moment(model.now))</caption>
            <thead><tr><th scope="col">Naam</th>\(heads)</tr></thead><tbody>
            \(body)</tbody></table></div>
            """
    }

    private static func path(_ person: Functionary, _ model: MatrixPage) -> String {
        model.showsReasons ? "/mensen/\(person.id)/paspoort" : "/mensen/\(person.id)"
    }

    private static func reasons(_ model: MatrixPage) -> HTML? {
        let found = model.rows.flatMap { row in
            zip(model.functions, row.cells).compactMap {
                function, cell -> (Functionary, CrisisFunction, Competence)? in
                guard let cell, cell.state != .competent else { return nil }
                return (row.person, function, cell)
            }
        }
        guard !found.isEmpty else { return nil }
        var table = Table(
            "Wie niet (zonder meer) meetelt, en waarom", columns: ["Naam", "Functie", "Stand", "Waarom"])
        for (person, function, competence) in found.prefix(reasonsMax) {
            table.add([
                "<a href=\"/mensen/\(person.id)/paspoort\">\(person.name.listed)</a>",
                "\(function.abbreviation)", PersonPages.tag(competence), "\(competence.sentence)",
            ])
        }
        let more: HTML? =
            found.count > reasonsMax
            ? "<p><a href=\"/vakbekwaamheid/taken\">Nog \(found.count - reasonsMax), en wat eraan te doen is</a></p>"
            : nil
        return "<h2>Waarom telt iemand niet mee?</h2>\(table.html)\(more)<h2>Iedereen</h2>"
    }
}
