import Domain
import Web

/// The forms of a municipality card.
enum CardFormPages {
    static func text(_ section: CardPage.Section, _ model: CardPage, _ state: FormState) -> Page {
        let field = Field(
            "tekst", section.section.title, .longText(rows: 8),
            hint: "\(section.section.hint) Schrijf kort; het wordt 's nachts op een telefoon gelezen.")
        return page(
            section.section.title, model, state,
            form(
                "\(CardPages.path(model))/\(section.section.rawValue)", csrf: model.csrf,
                """
                <input type="hidden" name="versie" value="\(section.version)">\(field.html(state))
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    /// - Parameter entry: nil for a new one.
    static func entry(_ section: CardSection, _ entry: CardEntry?, _ model: CardPage, _ state: FormState)
        -> Page
    {
        let fields: [Field] = [
            Field("naam", "Naam", isRequired: true), Field("adres", "Adres of plaats"),
            Field("contact", "Wie bellen", hint: "Naam en rol, bijvoorbeeld de sleutelhouder."),
            Field("telefoon", "Telefoon", .telephone),
            Field("prive", "Dit is een privénummer: alleen tonen aan wie het nodig heeft", .checkbox),
            Field(
                "opmerking", "Opmerking", .longText(rows: 3),
                hint: "Hoeveel mensen, welke afspraak, welke ingang."),
        ]
        let path =
            entry.map { "\(CardPages.path(model))/regels/\($0.id)" }
            ?? "\(CardPages.path(model))/\(section.rawValue)/regels"
        let removal: HTML? = entry.map { entry in
            form(
                "\(CardPages.path(model))/regels/\(entry.id)/verwijdering", csrf: model.csrf,
                "<button class=\"quiet\" type=\"submit\">Verwijderen</button>")
        }
        return page(
            entry?.name ?? section.title, model, state,
            """
            \(form(path, csrf: model.csrf, """
                \(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
            \(removal)
            """)
    }

    /// - Parameter official: nil for a new one.
    static func official(_ official: Official?, _ model: CardPage, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("ambt", "Ambt", .choice(Official.Office.allCases.map { ($0.rawValue, $0.word) })),
            Field("naam", "Naam", isRequired: true), Field("telefoon", "Telefoon", .telephone),
            Field("prive", "Dit is een privénummer: alleen tonen aan wie het nodig heeft", .checkbox),
            Field("volgorde", "Volgorde", hint: "1 wordt het eerst gebeld.", isRequired: true),
        ]
        let path = official.map { "\(CardPages.path(model))/bestuurders/\($0.id)" }
        return page(
            official?.name ?? "Iemand toevoegen", model, state,
            """
            \(form(path ?? "\(CardPages.path(model))/bestuurders", csrf: model.csrf, """
                \(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
            \(official.map { leave($0, model, state) })
            """)
    }

    private static func leave(_ official: Official, _ model: CardPage, _ state: FormState) -> HTML {
        let path = "\(CardPages.path(model))/bestuurders/\(official.id)"
        let present = model.leaves.filter { $0.official == official.id }.map { leave -> HTML in
            """
            <li>\(Dutch.period(leave.interval)) \(form(
                "\(path)/verlof/\(leave.id)/intrekking", csrf: model.csrf,
                "<button class=\"quiet\" type=\"submit\">Intrekken</button>"))</li>
            """
        }
        let others = model.officials.filter { $0.id != official.id }
            .map { ($0.id.description, "\($0.name), \($0.office.word)") }
        let fields: [Field] = [
            Field("van", "Eerste dag", .date, isRequired: true),
            Field("tot", "Laatste dag", .date, isRequired: true),
            Field("vervanger", "Wie vervangt", .choice([("", "de volgende in de rij")] + others)),
        ]
        return """
            <h2>Verlof</h2><p>Een reden wordt niet gevraagd.</p><ul class="plain">\(present)</ul>
            \(form("\(path)/verlof", csrf: model.csrf, """
                \(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Verlof vastleggen</button></div>
                """))
            <h2>Niet meer in dit ambt</h2>
            \(form("\(path)/verwijdering", csrf: model.csrf,
                "<button class=\"quiet\" type=\"submit\">Van de kaart halen</button>"))
            """
    }

    private static func page(_ heading: String, _ model: CardPage, _ state: FormState, _ body: HTML) -> Page {
        Page(
            heading: heading,
            breadcrumb: "<a href=\"\(CardPages.path(model))\">Gemeentekaart \(model.municipality.name)</a>",
            body: "\(state.summary)\(body)", hasErrors: !state.errors.isEmpty)
    }
}
