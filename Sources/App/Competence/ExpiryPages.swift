import Domain
import Web

enum ExpiryPages {
    static func list(_ model: ExpiryPage) -> Page {
        let options = ExpiryPage.choices.map { ("\($0)", "\($0) dagen") }
        let state = FormState(FormFields(["dagen": "\(model.days)"]))
        var table = Table(
            "Wie binnen \(model.days) dagen niet meer (zonder meer) meetelt, de eerste bovenaan",
            columns: ["Vanaf", "Naam", "Gemeente", "Functie", "Wordt", "Waarom"])
        for row in model.rows {
            table.add([
                "<span class=\"nowrap\">\(Dutch.shortDate(Amsterdam.day(at: row.at)))</span>",
                "<a href=\"/mensen/\(row.person.id)/paspoort\">\(row.person.name.listed)</a>",
                "\(row.municipality)", "\(row.function.abbreviation)", PersonPages.tag(row.then),
                "\(row.then.sentence)",
            ])
        }
        return Page(
            heading: model.rows.isEmpty
                ? "Binnen \(model.days) dagen verloopt er niets"
                : "Binnen \(model.days) dagen verloopt het voor \(Dutch.count(model.rows.count, "aanwijzing", "aanwijzingen"))",
            breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: """
                <form method="get" action="/vakbekwaamheid/verloopt"><div class="row">
                \(Field("dagen", "Verloopt binnen", .choice(options)).html(state))
                <div class="actions"><button type="submit" class="quiet">Toon</button></div></div></form>
                \(model.rows.isEmpty ? nil : table.html)
                """)
    }
}
