import Domain
import Web

/// Rounds of talks and their red threads.
enum RoundPages {
    static func list(_ model: RoundsPage) -> Page {
        let count = model.threads.values.map(\.count).reduce(0, +)
        let heading =
            model.rounds.isEmpty
            ? "Er zijn nog geen gespreksrondes"
            : "\(Dutch.count(model.rounds.count, "gespreksronde", "gespreksrondes")), \(Dutch.count(count, "rode draad", "rode draden"))"
        let add: HTML? =
            model.mayEdit
            ? "<div class=\"actions\"><a class=\"button\" href=\"/besluiten/gesprekken/nieuw\">Gespreksronde toevoegen</a></div>"
            : nil
        return Page(
            heading: heading, breadcrumb: DecisionRegisterPages.breadcrumb,
            body: """
                <p class="lead">Wie er sprak staat hier als ambt. Wat iemand zei, is niet tot een naam te herleiden.</p>
                \(add)\(model.rounds.map { card($0, model) })
                """)
    }

    private static func card(_ round: ConversationRound, _ model: RoundsPage) -> HTML {
        let days =
            round.firstDay == round.lastDay
            ? Dutch.date(round.firstDay)
            : "\(Dutch.date(round.firstDay)) tot en met \(Dutch.date(round.lastDay))"
        let with = round.partnerCount.map { "\(round.partners) (\(Dutch.number($0)))" } ?? round.partners
        let chair: HTML? = round.chair.isEmpty ? nil : "<dt>Voorzitter</dt><dd>\(round.chair)</dd>"
        let body: HTML? = round.body.map { code in
            let name = model.bodies.first { $0.code == code }?.name ?? code.text
            return "<dt>Bij</dt><dd>\(name)</dd>"
        }
        let edit: HTML? =
            model.mayEdit
            ? """
            <div class="actions"><a class="button quiet" href="/besluiten/gesprekken/\(round.id)/draad">Rode draad toevoegen</a>
            <a class="button quiet" href="/besluiten/gesprekken/\(round.id)">Wijzigen</a></div>
            """ : nil
        return """
            <section class="card"><h2 class="first">\(round.title)</h2><p class="muted">\(round.kind.word.capitalisedFirst), \(days)</p>
            <dl class="facts"><dt>Met</dt><dd>\(with)</dd>\(body)\(chair)</dl>\(threads(round, model))\(edit)</section>
            """
    }

    private static func threads(_ round: ConversationRound, _ model: RoundsPage) -> HTML {
        let threads = (model.threads[round.id] ?? []).map { thread -> HTML in
            "<li><p><strong>\(thread.theme.capitalisedFirst)</strong></p><p>\(thread.text)</p></li>"
        }
        return threads.isEmpty ? "<p>Nog geen rode draad.</p>" : "<ul class=\"entries\">\(threads)</ul>"
    }

    /// - Parameter round: nil for a new one.
    static func form(_ round: ConversationRound?, _ model: RoundsPage, _ state: FormState) -> Page {
        let bodies = model.bodies.map { ($0.code.text, $0.name) }
        let fields: [Field] = [
            Field("soort", "Soort", .choice(ConversationRound.Kind.allCases.map { ($0.rawValue, $0.word) })),
            Field("titel", "Onderwerp", isRequired: true),
            Field("van", "Eerste dag", .date, isRequired: true),
            Field("tot", "Laatste dag", .date, isRequired: true),
            Field(
                "met", "Met wie", hint: "Ambten, geen namen: gemeentesecretarissen, burgemeesters.",
                isRequired: true),
            Field("aantal", "Hoeveel gesprekspartners"),
            Field("gremium", "Bij de vergadering van", .choice([("", "geen vergadering")] + bodies)),
            Field("voorzitter", "Voorzitter", hint: "Het ambt, geen naam."),
        ]
        let path = round.map { "/besluiten/gesprekken/\($0.id)" } ?? "/besluiten/gesprekken"
        return page(
            round?.title ?? "Gespreksronde toevoegen", state,
            Web.form(
                path, csrf: model.csrf,
                """
                <input type="hidden" name="stand" value="\(state.fields["stand"])">\(fields.map { $0.html(state) })
                <div class="actions"><button type="submit">Opslaan</button></div>
                """))
    }

    static func thread(_ round: ConversationRound, csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("thema", "Thema", hint: "In een woord, bijvoorbeeld vertrouwen.", isRequired: true),
            Field("tekst", "Wat meer mensen zeiden", .longText(rows: 4), isRequired: true),
        ]
        return page(
            "Rode draad uit \(round.title)", state,
            Web.form(
                "/besluiten/gesprekken/\(round.id)/draad", csrf: csrf,
                """
                \(fields.map { $0.html(state) })<div class="actions"><button type="submit">Toevoegen</button></div>
                """))
    }

    private static func page(_ heading: String, _ state: FormState, _ body: HTML) -> Page {
        Page(
            heading: heading, breadcrumb: "<a href=\"/besluiten/gesprekken\">Gespreksrondes</a>",
            body: "\(state.summary)\(body)", hasErrors: !state.errors.isEmpty)
    }
}
