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
                \(links(model))
                \(filter(model))
                \(legend(model))
                \(model.showsReasons ? reasons(model) : nil)
                \(table(model))
                \(acquaintance(model))
                \(DownloadPages.links("/vakbekwaamheid/lijst", query: query(model)))
                """)
    }

    private static func heading(_ model: MatrixPage) -> String {
        guard model.total > 0 else { return "Er is nog niemand aangewezen voor een functie" }
        let counting = model.counts[.competent, default: 0] + model.counts[.grace, default: 0]
        if counting == model.total { return "Iedereen is nu vakbekwaam voor elke functie" }
        return
            "Voor \(counting) van \(Dutch.count(model.total, "aanwijzing", "aanwijzingen")) is iemand nu vakbekwaam"
    }

    private static func query(_ model: MatrixPage) -> String {
        model.municipality.map { "gemeente=\($0)" } ?? ""
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
            <ul class="plain">\(reasons)\(gaps)
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

    private static func filter(_ model: MatrixPage) -> HTML? {
        guard model.municipalities.count > 1 else { return nil }
        let options = [("", "Alle gemeenten")] + model.municipalities.map { ($0.code.text, $0.name) }
        let field = Field("gemeente", "Gemeente", .choice(options))
        let state = FormState(FormFields(["gemeente": model.municipality?.text ?? ""]))
        return """
            <form method="get" action="/vakbekwaamheid"><div class="row">\(field.html(state))
            <div class="actions"><button type="submit" class="quiet">Toon</button></div></div></form>
            """
    }

    private static func legend(_ model: MatrixPage) -> HTML {
        guard model.showsReasons else {
            return """
                <p><span class="tag competent">✓</span> inzetbaar · <span class="tag gap">×</span> niet inzetbaar ·
                leeg: niet aangewezen voor die functie.</p>
                """
        }
        let entries = Competence.State.allCases.map { state -> HTML in
            """
            <dt>\(tag(state)) \(state.word): \(model.counts[state, default: 0])</dt><dd>\(state.meaning)</dd>
            """
        }
        return """
            <dl class="facts">\(entries)<dt>leeg</dt><dd>Niet aangewezen voor die functie.</dd></dl>
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
        for row in model.rows {
            body +=
                "<tr><th scope=\"row\"><a href=\"\(path(row.person, model))\">\(row.person.name.listed)</a></th>"
            for (index, cell) in row.cells.enumerated() {
                body += cell.flatMap { cells[index][$0.state] } ?? empty
            }
            body += "</tr>\n"
        }
        return """
            <div class="table-frame" tabindex="0" role="region" aria-label="Vakbekwaamheid per persoon en functie">
            <table><caption>Vakbekwaamheid op \(Dutch.moment(model.now))</caption>
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
