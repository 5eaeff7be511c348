import Domain
import Web

/// The forms of budgets, keys and requests.
enum MoneyFormPages {
    private static func page(
        _ heading: String, _ action: String, _ button: String, _ state: FormState, _ csrf: String,
        lead: HTML = "",
        _ fields: [Field]
    ) -> Page {
        let inputs: HTML = """
            \(fields.map { $0.html(state) })<p class="actions"><button type="submit">\(button)</button></p>
            """
        return Page(
            heading: heading, breadcrumb: MoneyPages.crumb,
            body: "\(lead)\(state.summary)\(form(action, csrf: csrf, inputs))",
            hasErrors: !state.errors.isEmpty)
    }

    static func budget(_ model: MoneyPage, _ state: FormState) -> Page {
        let names = Array(Set(model.keys.map(\.key.name))).sorted()
        let activities = model.activities.map { part -> HTML in "<li>\(part.number): \(part.title)</li>" }
        let lead: HTML =
            activities.isEmpty
            ? ""
            : "<details><summary>Nummers van de deelactiviteiten</summary><ul>\(activities)</ul></details>"
        return page(
            "Begroting vastleggen", "/geld/begroting", "Leg vast", state, model.csrf, lead: lead,
            [
                Field("jaar", "Jaar", .number, isRequired: true),
                Field("dag", "Besloten op", .date, isRequired: true),
                Field("bron", "Besluit of stuk", isRequired: true),
                Field(
                    "posten", "Posten", .longText(rows: 8),
                    hint:
                        "Elke post op een regel: post; bedrag; nummer van de deelactiviteit. Zonder bedrag: niet vastgesteld.",
                    isRequired: true),
                Field(
                    "sleutel", "Verdeelsleutel, bij naam",
                    hint: names.isEmpty
                        ? "Zoals die in het stuk staat. Leeg: niet vastgesteld."
                        : "Vastgelegd zijn: \(Dutch.list(names)). Leeg: niet vastgesteld."),
            ])
    }

    static func key(_ model: MoneyPage, _ state: FormState) -> Page {
        page(
            "Verdeelsleutel vastleggen", "/geld/sleutels/nieuw", "Leg vast", state, model.csrf,
            lead: "<p>Een sleutel geldt vanaf een jaar. Voor eerdere jaren blijft de vorige gelden.</p>",
            [
                Field("naam", "Naam van de sleutel", hint: "Zoals papieren hem noemen.", isRequired: true),
                Field("vanaf", "Geldt vanaf jaar", .number, isRequired: true),
                Field("soort", "Verdeelt naar", .choice(KeyKind.allCases.map { ($0.rawValue, $0.word) })),
                Field("peildatum", "Peildatum", .date, hint: "Alleen bij inwoners."),
                Field(
                    "verdeling", "Verdeling", .longText(rows: 8),
                    hint:
                        "Elke gemeente op een regel: gemeente; percentage of bedrag. Bij maatstaven: maatstaf; gemeente; getal."
                ),
                Field(
                    "gewichten", "Gewichten", .longText(rows: 3),
                    hint: "Alleen bij maatstaven: maatstaf; percentage."),
                Field("bron", "Bron", hint: "Het besluit of stuk waarin de verdeling staat."),
                Field("laatste", "Ingroei: laatste jaar van de oude aandelen", .number),
                Field("stappen", "Ingroei: in hoeveel jaren", .number),
                Field(
                    "oud", "Ingroei: oude aandelen", .longText(rows: 4),
                    hint: "Elke gemeente: gemeente; percentage."),
            ])
    }

    static func request(_ model: MoneyPage, _ state: FormState) -> Page {
        var fields = [
            Field("jaar", "Voor welk jaar", .number, isRequired: true),
            Field("dag", "Verzonden op", .date, isRequired: true),
            Field("grond", "Waarom dit nodig is", .longText(rows: 5), isRequired: true),
        ]
        for purpose in BudgetRequest.Purpose.allCases {
            fields.append(
                Field(
                    "fte-\(purpose.rawValue)", "Fte voor \(purpose.word)", hint: "Leeg: wordt niet gevraagd.")
            )
            fields.append(Field("grond-\(purpose.rawValue)", "Waarop dat rust", .longText(rows: 2)))
        }
        return page(
            "Budgetaanvraag aan alle gemeenten", "/geld/aanvraag", "Leg de verzending vast", state,
            model.csrf,
            lead: "<p>De bedragen komen uit de begroting van dat jaar. Leg die eerst vast.</p>", fields)
    }
}
