import Domain
import Web

/// The task organisations of a region: adding, changing and removing one.
enum TaskOrganisationPages {
    static func form(_ model: TaskOrganisationPage, _ state: FormState) -> Page {
        let others = model.present.filter { $0.code != model.organisation?.code }
        let places =
            [("1", "vooraan")] + others.enumerated().map { ("\($0.offset + 2)", "na \($0.element.name)") }
        let fields: [Field] = [
            Field("naam", "Naam", isRequired: true),
            Field(
                "doel", "Waarvoor is zij er", .longText(rows: 3),
                hint: "In gewone taal, voor wie bevolkingszorg niet kent.", isRequired: true),
            Field("plaats", "Plaats in de lijst", .choice(places)),
        ]
        return Page(
            heading: model.organisation.map { "Taakorganisatie \($0.name)" } ?? "Een nieuwe taakorganisatie",
            breadcrumb: "<a href=\"/regio/bevolkingszorg\">Bevolkingszorg</a>",
            body: """
                \(state.summary)
                \(Web.form(model.path, csrf: model.csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                \(model.organisation.map { removal($0, model) })
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func removal(_ organisation: TaskOrganisation, _ model: TaskOrganisationPage) -> HTML {
        guard model.arranged.isEmpty else {
            return """
                <p class="muted">Met deze taakorganisatie \(model.arranged.count == 1 ? "is één proces of functie" : "zijn \(model.arranged.count) processen en functies")
                ingericht, nu of eerder. Daarom is zij niet te verwijderen. Verplaatsen kan op de pagina van elk proces en
                elke functie, met <em>Inrichting wijzigen</em>.</p>
                """
        }
        return """
            <h2>Verwijderen</h2><p>Er is nooit een proces of functie mee ingericht.</p>
            \(Web.form("\(organisation.path)/verwijdering", csrf: model.csrf, "<div class=\"actions\"><button class=\"quiet\" type=\"submit\">Verwijder \(organisation.name)</button></div>"))
            """
    }
}
