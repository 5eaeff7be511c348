import Domain
import Web

enum MandatePages {
    static let path = "/vakbekwaamheid/mandaten"

    static func list(_ model: MandatePage, _ state: FormState = FormState()) -> Page {
        let places = model.municipalities.map { ($0.code.text, $0.name) }
        let functions =
            [("", "Alle functies waarvoor het ontbreekt")] + model.functions.map { ($0.code.text, $0.name) }
        return Page(
            heading: heading(model),
            breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: """
                <p>Wie een functie heeft voor het cluster of de hele regio, werkt ook voor gemeenten waar die niet in dienst is. Het
                college van die gemeente mandateert dat. Ontbreekt een mandaat, dan staat dat hier; niemand wordt erdoor
                tegengehouden.</p>
                \(state.summary)
                \(model.municipalities.map { place($0, model) })
                <h2>Mandaat vastleggen</h2>
                \(form(path, csrf: model.csrf, """
                    \(Field("gemeente", "Gemeente", .choice(places)).html(state))
                    \(Field("functie", "Functie", .choice(functions)).html(state))
                    \(Field("document", "Besluit van het college", isRequired: true).html(state))
                    \(Field("vanaf", "Geldt vanaf", .date, isRequired: true).html(state))
                    <div class="actions"><button type="submit">Vastleggen</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func heading(_ model: MandatePage) -> String {
        if model.rows.isEmpty { return "Niemand van elders werkt nu voor deze gemeenten" }
        guard model.missingCount > 0 else { return "Elk mandaat dat nodig is, is vastgelegd" }
        if model.missingCount == model.rows.count {
            return "Van de \(model.rows.count) mandaten die nodig zijn, is er nog geen vastgelegd"
        }
        return "\(model.missingCount) van de \(model.rows.count) mandaten ontbreken nog"
    }

    /// A region of fifteen municipalities needs some two hundred: folded up per municipality, open for a single one.
    private static func place(_ municipality: Municipality, _ model: MandatePage) -> HTML? {
        let rows = model.rows.filter { $0.municipality.code == municipality.code }
        guard !rows.isEmpty else { return nil }
        let missing = rows.filter { $0.mandate == nil }
        var table = Table(
            "\(municipality.name): wie van elders hier werkt, wat ontbreekt bovenaan",
            columns: ["Functie", "Mensen van elders", "Mandaat", "Doen"])
        for row in missing + rows.filter({ $0.mandate != nil }) {
            table.add([
                "\(row.function.name)", "\(row.people)", mandate(row),
                row.mandate.map { withdraw($0, row, model) } ?? "–",
            ])
        }
        guard model.municipalities.count > 1 else { return table.html }
        let state =
            missing.isEmpty
            ? "alles vastgelegd" : "\(Dutch.count(missing.count, "mandaat ontbreekt", "mandaten ontbreken"))"
        return "<details><summary>\(municipality.name): \(state)</summary>\(table.html)</details>"
    }

    private static func mandate(_ row: MandatePage.Row) -> HTML {
        guard let mandate = row.mandate else { return "<span class=\"tag attention\">ontbreekt</span>" }
        return "\(mandate.document), vanaf \(Dutch.shortDate(mandate.validFrom))"
    }

    private static func withdraw(
        _ mandate: FunctionMandate, _ row: MandatePage.Row, _ model: MandatePage
    ) -> HTML {
        form(
            "\(path)/\(mandate.id)/intrekking", csrf: model.csrf,
            """
            <button class="link" type="submit">intrekken<span class="visually-hidden">:
            \(row.municipality.name), \(row.function.name)</span></button>
            """)
    }
}
