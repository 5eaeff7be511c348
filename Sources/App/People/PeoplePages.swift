import Domain
import Web

/// The register: list and person.
enum PeoplePages {
    static func list(_ model: PeoplePage) -> Page {
        Page(
            heading: heading(model),
            body: """
                \(actions(model))
                \(filters(model))
                \(model.rows.isEmpty ? empty(model) : table(model))
                \(pager(model))
                \(DownloadPages.links("/mensen/lijst", query: query(model.search)))
                """)
    }

    /// What the list is narrowed to, as part of an address.
    private static func query(_ search: PeopleSearch) -> String {
        "zoek=\(queryEncoded(search.text))&gemeente=\(queryEncoded(search.municipality?.text ?? ""))"
            + "&functie=\(queryEncoded(search.function?.text ?? ""))"
    }

    private static func heading(_ model: PeoplePage) -> String {
        let isNarrowed =
            !model.search.text.isEmpty || model.search.municipality != nil || model.search.function != nil
        let people = Dutch.count(model.count, "functionaris", "functionarissen")
        return isNarrowed ? "\(people) gevonden" : "\(people) in het register"
    }

    private static func actions(_ model: PeoplePage) -> HTML {
        let specialists: HTML = "<a class=\"button quiet\" href=\"/mensen/specialisten\">Specialisten</a>"
        guard model.mayEdit else { return "<div class=\"actions\">\(specialists)</div>" }
        return """
            <div class="actions"><a class="button" href="/mensen/nieuw">Functionaris toevoegen</a>
            <a class="button quiet" href="/communicatietests">Communicatietests</a>
            \(specialists)
            \(model.mayImport ? "<a class=\"button quiet\" href=\"/mensen/import\">Lijst inlezen</a>" : "")</div>
            """
    }

    private static func filters(_ model: PeoplePage) -> HTML {
        let municipalities = [("", "alle gemeenten")] + model.municipalities.map { ($0.code.text, $0.name) }
        let functions = [("", "alle functies")] + model.functions.map { ($0.code.text, $0.name) }
        let state = FormState(
            FormFields([
                "zoek": model.search.text, "gemeente": model.search.municipality?.text ?? "",
                "functie": model.search.function?.text ?? "",
            ]))
        return """
            <form method="get" action="/mensen" role="search"><div class="row">
            \(Field("zoek", "Naam of nummer", .search).html(state))
            \(Field("gemeente", "Gemeente", .choice(municipalities)).html(state))
            \(Field("functie", "Functie", .choice(functions)).html(state))
            <div class="actions"><button type="submit" class="quiet">Zoeken</button></div>
            </div></form>
            """
    }

    private static func empty(_ model: PeoplePage) -> HTML {
        """
        <div class="card"><p>Niemand voldoet aan deze zoekvraag. Zoek op een deel van de naam, of kies alle gemeenten.</p>
        <p><a href="/mensen">Toon iedereen</a></p></div>
        """
    }

    private static func table(_ model: PeoplePage) -> HTML {
        var table = Table("Functionarissen", columns: ["Naam", "Gemeente", "Functie", "Personeelsnummer"])
        for row in model.rows {
            table.add([
                "<a href=\"/mensen/\(row.id)\">\(row.name.listed)</a>", "\(row.municipality)",
                "\(Dutch.list(model.functionsOf[row.id] ?? []))", "\(row.personnelNumber)",
            ])
        }
        return table.html
    }

    private static func pager(_ model: PeoplePage) -> HTML? {
        guard model.pageCount > 1 else { return nil }
        func link(_ page: Int, _ label: String) -> HTML? {
            guard (1...model.pageCount).contains(page) else { return nil }
            let query = "\(query(model.search))&pagina=\(page)"
            return "<a class=\"button quiet\" href=\"/mensen?\(query)\">\(label)</a>"
        }
        return """
            <nav class="pages" aria-label="Pagina's">\(link(model.page - 1, "Vorige"))
            <span>pagina \(model.page) van \(model.pageCount)</span>\(link(model.page + 1, "Volgende"))</nav>
            """
    }
}
