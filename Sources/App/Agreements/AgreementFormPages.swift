import Domain
import Web

/// The forms about agreements.
enum AgreementFormPages {
    private static let versionFields: [Field] = [
        Field("dag", "Geldt vanaf", .date, isRequired: true),
        Field("tekst", "Wat er is afgesproken", .longText(rows: 6), isRequired: true),
        Field(
            "besluit", "Waar dit is besloten", hint: "Bijvoorbeeld: Algemeen Bestuur, 19 februari 2020.",
            isRequired: true),
    ]

    static func add(csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("titel", "Titel", isRequired: true),
            Field("thema", "Thema", .choice(Agreement.Theme.allCases.map { ($0.rawValue, $0.word) })),
        ]
        return page(
            "Afspraak toevoegen", AgreementPages.breadcrumb, state,
            form(
                "/afspraken", csrf: csrf,
                """
                \(fields.map { $0.html(state) })\(versionFields.map { $0.html(state) })
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))
    }

    static func version(_ model: AgreementPage, _ state: FormState) -> Page {
        page(
            "Nieuwe versie van \(model.agreement.title)", crumb(model), state,
            """
            <p>Elke gemeente neemt een nieuwe versie opnieuw over. Tot dan is zij gebonden aan wat zij overnam.</p>
            \(form("\(model.path)/versie", csrf: model.csrf, """
                \(versionFields.map { $0.html(state) })<div class="actions"><button type="submit">Opslaan</button></div>
                """))
            """)
    }

    static func adoption(_ row: AgreementPage.Row, _ model: AgreementPage, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("keuze", "De gemeente", .choice(AdoptionKind.allCases.map { ($0.rawValue, $0.word) })),
            Field(
                "afwijking", "Waarin wijkt zij af en waarom", .longText(rows: 4),
                hint: "Alleen bij lokaal maatwerk. De regio beoordeelt of het de samenwerking schaadt."),
            Field("dag", "Vanaf", .date, isRequired: true),
        ]
        return page(
            "\(row.municipality.name): \(model.agreement.title)", crumb(model), state,
            form(
                "\(model.path)/\(row.municipality.code)", csrf: model.csrf,
                """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Vastleggen</button></div>
                """))
    }

    static func judgement(_ row: AgreementPage.Row, _ model: AgreementPage, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("oordeel", "Dit maatwerk", .choice(HarmKind.allCases.map { ($0.rawValue, $0.word) })),
            Field("grond", "Grond", .longText(rows: 3)),
        ]
        let deviation = row.history.last?.choice.deviation ?? ""
        return page(
            "Maatwerk van \(row.municipality.name)", crumb(model), state,
            """
            <p class="lead">\(deviation)</p>
            \(form("\(model.path)/\(row.municipality.code)/oordeel", csrf: model.csrf, """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Vastleggen</button></div>
                """))
            """)
    }

    private static func crumb(_ model: AgreementPage) -> HTML {
        "<a href=\"\(model.path)\">\(model.agreement.title)</a>"
    }

    static func page(_ heading: String, _ crumb: HTML, _ state: FormState, _ body: HTML) -> Page {
        Page(
            heading: heading, breadcrumb: crumb, body: "\(state.summary)\(body)",
            hasErrors: !state.errors.isEmpty)
    }
}
