import Domain
import Web

/// The shelters of the region, for choosing one at night and for keeping them true by day.
enum ShelterLocationsPages {
    static func list(_ model: ShelterLocationsPage) -> Page {
        let parts = model.municipalities.map { part -> HTML in
            let none: HTML =
                "<p>Op de <a href=\"/regio/gemeenten/\(part.municipality.code)\">gemeentekaart</a> staat nog geen opvanglocatie.</p>"
            let cards = part.shelters.map { card($0, mayEdit: part.mayEdit, csrf: model.csrf) }
            return """
                <h2>\(part.municipality.name)</h2>
                \(part.shelters.isEmpty ? none : "<ul class=\"cards board\">\(cards)</ul>")
                """
        }
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/inzetten\">Inzetten</a>",
            body: """
                <p>Naam, adres en sleutel komen van de gemeentekaart.</p>\(parts)
                """)
    }

    private static func card(_ known: KnownShelter, mayEdit: Bool, csrf: String) -> HTML {
        let scope = "locatie-\(known.entry.id)"
        let facilities = known.location?.facilities ?? []
        let said = facilities.isEmpty ? "Voorzieningen niet vastgesteld" : Dutch.list(facilities.map(\.word))
        let places = known.location?.capacity.map { "\($0) plaatsen" } ?? "aantal plaatsen niet vastgesteld"
        var fields = FormFields(["plaatsen": known.location?.capacity.map { "\($0)" } ?? ""])
        for facility in facilities { fields.add(facility.rawValue, "ja") }
        let state = FormState(fields)
        let boxes = Shelter.Facility.allCases.map {
            Field($0.rawValue, $0.word.capitalisedFirst, .checkbox).html(state, in: scope)
        }
        let edit: HTML? =
            mayEdit
            ? """
            <details><summary>Wijzigen</summary>
            \(form("/opvang/\(known.municipality)/\(known.entry.id)", csrf: csrf, """
                \(Field("plaatsen", "Hoeveel mensen passen erin").html(state, in: scope))\(boxes)
                <div class="actions"><button class="quiet" type="submit">Opslaan</button></div>
                """))</details>
            """ : nil
        return """
            <li class="card"><h3>\(known.entry.name)</h3><p><strong>\(places)</strong></p>
            <p>\(said.capitalisedFirst).</p><p class="muted">\(known.entry.address)</p>
            <p class="muted">Sleutel: \(known.keyholder.isEmpty ? "onbekend" : known.keyholder)</p>\(edit)</li>
            """
    }
}
