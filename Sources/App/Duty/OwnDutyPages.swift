import Domain
import Web

/// My duties, swaps and wishes.
enum OwnDutyPages {
    static func page(_ model: OwnDutyPage, _ csrf: String, _ state: FormState = FormState()) -> Page {
        Page(
            heading: model.heading,
            body: """
                \(state.summary)
                \(offers(model, csrf))
                <h2>Mijn diensten</h2>
                \(duties(model, csrf))
                <h2>Mijn wensen</h2>
                <p>Het rooster weegt een wens mee; verhinderd ben je alleen als je dat meldt.</p>
                \(wishes(model, csrf))
                \(form("/rooster/mijn/wensen", csrf: csrf, """
                    \(wishFields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Wens vastleggen</button></div>
                    """))
                <h2>In je agenda</h2>
                \(feeds(model, csrf))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static var wishFields: [Field] {
        [
            Field(
                "wens", "Wens", .choice(DutyWish.allCases.map { ($0.rawValue, $0.word) }), isRequired: true),
            Field("van", "Vanaf", .date, hint: "Schrijf de datum als 23-11-2026.", isRequired: true),
            Field("tot", "Tot en met", .date, isRequired: true),
        ]
    }

    private static func offers(_ model: OwnDutyPage, _ csrf: String) -> HTML? {
        guard !model.offers.isEmpty else { return nil }
        let items = model.offers.map { offer -> HTML in
            let action: HTML =
                offer.against.map { "<p>Overnemen kan niet: \($0)</p>" }
                ?? form(
                    "/rooster/ruil/\(offer.swap.id)/overname", csrf: csrf,
                    """
                    <button type="submit">Neem deze dienst over</button>
                    """)
            return """
                <li class="card"><h3>\(name(offer.swap.line, model))</h3>
                <p>\(Dutch.period(offer.swap.interval)), van \(offer.name).</p>\(action)</li>
                """
        }
        return "<h2>Aan jou aangeboden</h2><ul class=\"cards board\">\(items)</ul>"
    }

    private static func duties(_ model: OwnDutyPage, _ csrf: String) -> HTML {
        guard !model.duties.isEmpty else { return "<p>Je staat niet op het rooster.</p>" }
        let items = model.duties.map { stored -> HTML in
            let state: HTML =
                if let swap = model.offered[stored.id] {
                    """
                    <p><span class="tag attention">aangeboden</span> \(Dutch.period(swap.interval)).</p>
                    \(form("/rooster/ruil/\(swap.id)/intrekking", csrf: csrf, """
                        <button class="quiet" type="submit">Trek het aanbod in</button>
                        """))
                    """
                } else {
                    "<p><a href=\"/rooster/dienst/\(stored.id)/ruil\">Bied deze dienst aan</a></p>"
                }
            return """
                <li class="card"><h3>\(name(stored.duty.line, model)), \(stored.duty.slot.word)</h3>
                <p>\(Dutch.period(stored.duty.interval))</p>\(state)</li>
                """
        }
        return "<ul class=\"cards board\">\(items)</ul>"
    }

    private static func wishes(_ model: OwnDutyPage, _ csrf: String) -> HTML? {
        guard !model.wishes.isEmpty else { return nil }
        let items = model.wishes.map { wish -> HTML in
            """
            <li>\(wish.wish.word.capitalisedFirst): \(Dutch.period(wish.interval))
            \(form("/rooster/mijn/wensen/\(wish.id)/intrekking", csrf: csrf, """
                <button class="quiet" type="submit">Intrekken</button>
                """))</li>
            """
        }
        return "<ul>\(items)</ul>"
    }

    private static func feeds(_ model: OwnDutyPage, _ csrf: String) -> HTML {
        let items = model.feeds.map { feed -> HTML in
            """
            <li>Adres gemaakt op \(Dutch.moment(feed.madeAt))
            \(form("/rooster/agenda/\(feed.id)/intrekking", csrf: csrf, """
                <button class="quiet" type="submit">Trek dit adres in</button>
                """))</li>
            """
        }
        return """
            <p>Met een geheim adres haalt je agenda je diensten zelf op. Wie het adres heeft, ziet je diensten.</p>
            \(items.isEmpty ? nil : "<ul>\(items)</ul>" as HTML?)
            \(form("/rooster/agenda", csrf: csrf, "<button class=\"quiet\" type=\"submit\">Maak een adres</button>"))
            """
    }

    private static let ownCrumb: HTML = "<a href=\"/rooster/mijn\">Mijn diensten</a>"

    /// The address is shown once: only its hash is kept.
    ///
    /// - Parameter line: nil for one's own duties.
    static func address(_ address: String, of line: Code<DutyLine>?) -> Page {
        Page(
            heading: "Kopieer dit adres nu",
            breadcrumb: line.map { "<a href=\"/rooster/lijn/\($0)\">Piketlijn</a>" } ?? ownCrumb,
            body: """
                <p>Voeg het in je agenda toe als agenda-abonnement. Het wordt niet opnieuw getoond.</p>
                <p><code>\(address)</code></p>
                """)
    }

    static func offer(_ model: OfferPage, _ csrf: String, _ state: FormState) -> Page {
        let people =
            [("", "iedereen van deze functie")]
            + model.candidates.map {
                ($0.person.description, "\($0.name) – \($0.isFit ? "kan" : "kan nu niet")")
            }
        let fields: [Field] = [
            Field("aan", "Aan wie", .choice(people), hint: "Wie het beste past, staat bovenaan."),
            Field("van", "Vanaf", .date, hint: "Leeg voor de hele dienst; anders hele dagen."),
            Field("tot", "Tot en met", .date),
        ]
        return Page(
            heading: "Bied aan: \(model.lineName), \(Dutch.period(model.duty.duty.interval))",
            breadcrumb: model.isOwn ? ownCrumb : "<a href=\"/rooster/ruilen\">Ruilen</a>",
            body: """
                <p>De dienst blijft van \(model.name) tot iemand hem overneemt; dat geldt dan meteen.</p>
                \(state.summary)
                \(form("/rooster/dienst/\(model.duty.id)/ruil", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Aanbieden</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    /// Every open offer, for the planner.
    static func inbox(_ model: SwapInboxPage, _ csrf: String) -> Page {
        var table = Table(
            "Open aanbiedingen", columns: ["Wanneer", "Lijn", "Van", "Aan", "Verloopt", "Actie"])
        for entry in model.entries {
            table.add([
                "\(Dutch.period(entry.swap.interval))", "\(entry.lineName)", "\(entry.name)",
                "\(entry.asked)",
                "\(Dutch.moment(entry.swap.expiresAt))",
                form(
                    "/rooster/ruil/\(entry.swap.id)/intrekking", csrf: csrf,
                    """
                    <button class="quiet" type="submit">Intrekken<span class="visually-hidden"> van \(entry.name)</span></button>
                    """),
            ])
        }
        let none: HTML = "<p>Er staat geen dienst open om te ruilen.</p>"
        return Page(
            heading: model.entries.isEmpty
                ? "Niemand biedt een dienst aan"
                : "\(Dutch.count(model.entries.count, "dienst wordt", "diensten worden")) aangeboden",
            breadcrumb: "<a href=\"/rooster\">Rooster</a>", body: model.entries.isEmpty ? none : table.html)
    }

    private static func name(_ line: Code<DutyLine>, _ model: OwnDutyPage) -> String {
        model.lineNames[line] ?? line.text
    }
}
