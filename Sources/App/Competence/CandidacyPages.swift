import Domain
import Web

extension Candidacy.State {
    var word: String {
        switch self {
        case .applied: "wacht op toestemming van de werkgever"
        case .consented: "wacht op aanwijzing door het college"
        case .declined: "afgewezen"
        case .designated: "aangewezen"
        case .withdrawn: "ingetrokken"
        }
    }
}

enum CandidacyPages {
    static func apply(_ model: PassportPage, _ state: FormState) -> Page {
        let functions = model.open.map { ($0.code.text, $0.name) }
        return Page(
            heading: "Voor welke functie meld je je aan?",
            breadcrumb: "<a href=\"/mensen/\(model.person.id)/paspoort\">Mijn paspoort</a>",
            body: """
                <p>Je werkgever stemt in, daarna wijst het college je aan. Van elke stap krijg je een e-mail.</p>
                \(state.summary)
                \(form("/mensen/\(model.person.id)/aanmelding", csrf: model.csrf, """
                    \(Field("functie", "Functie", .choice(functions)).html(state))
                    \(Field("motivatie", "Waarom wil je dit?", .longText(rows: 6), hint: "In je eigen woorden. Je werkgever leest dit.", isRequired: true).html(state))
                    <div class="actions"><button type="submit">Aanmelden</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func list(
        _ model: CandidaciesPage, _ state: FormState = FormState(), of refused: ID<Candidacy>? = nil
    ) -> Page {
        let cards = model.rows.map { card($0, model, $0.candidacy.id == refused ? state : FormState()) }
        let summary = FormState(
            state.fields,
            errors: state.errors.map { FieldError("\(refused.map(scope) ?? "")-\($0.field)", $0.sentence) }
        ).summary
        return Page(
            heading: model.rows.isEmpty
                ? "Er zijn geen open aanmeldingen"
                : "\(Dutch.count(model.rows.count, "aanmelding wacht", "aanmeldingen wachten")) op een antwoord",
            breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: "\(summary)<div class=\"cards\">\(cards)</div>", hasErrors: !state.errors.isEmpty)
    }

    /// Several applications stand on one page, each with its own fields.
    private static func scope(_ id: ID<Candidacy>) -> String { "a\(id)" }

    private static func card(_ row: CandidaciesPage.Row, _ model: CandidaciesPage, _ state: FormState) -> HTML
    {
        let path = "/vakbekwaamheid/aanmeldingen/\(row.candidacy.id)"
        let scope = scope(row.candidacy.id)
        let consent: HTML? =
            row.mayConsent
            ? form(
                "\(path)/antwoord", csrf: model.csrf,
                """
                \(Field("antwoord", "Toelichting voor de aanmelder", .longText(rows: 3)).html(state, in: scope))
                \(Field("intake", "Dag van het kennismakingsgesprek", .date).html(state, in: scope))
                <div class="actions"><button type="submit" name="besluit" value="ja">Instemmen</button>
                <button type="submit" class="quiet" name="besluit" value="nee">Niet instemmen</button></div>
                """) : nil
        let designate: HTML? =
            row.mayDesignate
            ? form(
                "\(path)/aanwijzing", csrf: model.csrf,
                """
                \(Field("document", "Besluit van het college", isRequired: true).html(state, in: scope))
                \(Field("vanaf", "Aangewezen vanaf", .date, isRequired: true).html(state, in: scope))
                <div class="actions"><button type="submit">Aanwijzing vastleggen</button></div>
                """) : nil
        return """
            <section class="card"><h2 class="first">\(row.person.name.full): \(row.function)</h2>
            <p>Aangemeld op \(Dutch.date(Amsterdam.day(at: row.candidacy.appliedAt))); \(row.candidacy.state.word).</p>
            <blockquote>\(row.candidacy.motivation)</blockquote>\(consent)\(designate)</section>
            """
    }
}
