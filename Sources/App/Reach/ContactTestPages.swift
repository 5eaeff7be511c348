import Domain
import Web

/// Communication tests: the list, one result, and the page behind the link in a message.
enum ContactTestPages {
    static func list(_ model: ContactTestsPage, _ state: FormState? = nil) -> Page {
        let state = state ?? FormState(FormFields(["minuten": model.windowMinutes.map { "\($0)" } ?? ""]))
        return Page(
            heading: heading(model), breadcrumb: "<a href=\"/mensen\">Mensen</a>",
            body: """
                <p>Bij een communicatietest krijgt iedereen met een crisisfunctie een bericht over elk eigen kanaal, en
                bevestigt dat het aankomt. Wie over geen enkel kanaal reageert, telt daarna niet als bereikbaar.</p>
                <p>\(rhythm(model))</p>
                \(model.tests.isEmpty ? nil : table(model))
                \(model.mayStart && !model.isUnderWay ? start(model, state) : nil)
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func heading(_ model: ContactTestsPage) -> String {
        guard let last = model.tests.first else { return "Er is nog geen communicatietest gehouden" }
        if last.endedAt == nil {
            return last.startsAt > model.now
                ? "De volgende communicatietest begint \(Dutch.moment(last.startsAt))"
                : "Er loopt een communicatietest tot \(Dutch.moment(last.closesAt))"
        }
        return "De laatste communicatietest was op \(Dutch.date(Amsterdam.day(at: last.startsAt)))"
    }

    private static func rhythm(_ model: ContactTestsPage) -> HTML {
        let norm = NormPages.link(.channelTestEvery)
        guard let months = model.everyMonths, model.windowMinutes != nil else {
            return "Er komt geen test vanzelf: de \(norm) voor hoe vaak en hoe lang is niet vastgesteld."
        }
        return
            "Vanzelf elke \(Dutch.count(months, "maand", "maanden")), op een werkdag om 10.00 uur (\(norm))."
    }

    private static func table(_ model: ContactTestsPage) -> HTML {
        var table = Table("Tests", columns: ["Begin", "Antwoorden tot", "Mensen", "Aanleiding", "Staat"])
        for test in model.tests {
            let state: HTML =
                test.endedAt != nil
                ? "<span class=\"tag covered\">klaar</span>"
                : test.startsAt > model.now
                    ? "<span class=\"tag unknown\">gepland</span>"
                    : "<span class=\"tag attention\">loopt</span>"
            table.add([
                "<a href=\"/communicatietests/\(test.id)\">\(Dutch.moment(test.startsAt))</a>",
                "\(Dutch.moment(test.closesAt))", "\(Dutch.number(test.audience))",
                test.isScheduled ? "norm" : "met de hand", state,
            ])
        }
        return table.html
    }

    private static func start(_ model: ContactTestsPage, _ state: FormState) -> HTML {
        let minutes = Field(
            "minuten", "Antwoordtijd in minuten",
            hint: "Iedereen in de regio krijgt meteen een bericht over elk kanaal.", isRequired: true)
        return """
            <h2>Nu een test houden</h2>
            \(state.summary)
            \(form("/communicatietests", csrf: model.csrf, """
                \(minutes.html(state))
                <div class="actions"><button type="submit">Begin de test</button></div>
                """))
            """
    }

    // MARK: One test

    static func test(_ model: ContactTestPage) -> Page {
        Page(
            heading: heading(model), breadcrumb: "<a href=\"/communicatietests\">Communicatietests</a>",
            body: """
                <p>Begonnen \(Dutch.moment(model.test.startsAt)), antwoorden tot \(Dutch.moment(model.test.closesAt)), voor
                \(Dutch.count(model.test.audience, "functionaris", "functionarissen")).</p>
                \(channels(model))
                \(model.thin.isEmpty ? nil : thin(model))
                """)
    }

    private static func heading(_ model: ContactTestPage) -> String {
        if model.test.endedAt == nil {
            return model.test.startsAt > model.now ? "Deze test moet nog beginnen" : "Deze test loopt nog"
        }
        return switch model.thin.count {
        case 0: "Iedereen van u heeft twee kanalen die werken"
        case 1: "Eén functionaris heeft minder dan twee kanalen die werken"
        case let count: "\(Dutch.number(count)) functionarissen hebben minder dan twee kanalen die werken"
        }
    }

    private static func channels(_ model: ContactTestPage) -> HTML {
        var table = Table(
            "Per kanaal, hele regio",
            columns: ["Kanaal"] + ContactTest.Result.allCases.map(\.word.capitalisedFirst))
        for kind in ContactChannel.Kind.allCases {
            guard let counts = model.counts[kind] else { continue }
            table.add(
                ["\(kind.word.capitalisedFirst)"]
                    + ContactTest.Result.allCases.map { "\(Dutch.number(counts[$0] ?? 0))" })
        }
        return table.html
    }

    private static func thin(_ model: ContactTestPage) -> HTML {
        var table = Table(
            model.thin.count > ContactTestPage.rowsMax
                ? "De eerste \(ContactTestPage.rowsMax) van \(Dutch.number(model.thin.count))"
                : "Minder dan twee kanalen die werken",
            columns: ["Functionaris", "Gemeente", "Werkt", "Kanalen"])
        for row in model.thin.prefix(ContactTestPage.rowsMax) {
            let channels = row.channels.map { "\($0.kind.word): \($0.result.word)" }
            table.add([
                "<a href=\"/mensen/\(row.person.id)\">\(row.person.name.full)</a>",
                "\(model.municipalities[row.person.municipality] ?? row.person.municipality.text)",
                "\(row.working)",
                channels.isEmpty ? "geen enkel kanaal" : "\(channels.joined(separator: ", "))",
            ])
        }
        return table.html
    }

    // MARK: Confirming

    static func confirm(_ model: ContactConfirmPage, token: String) -> Page {
        guard model.message.line.answeredAt == nil else {
            return Page(
                heading: "Bedankt, dit kanaal werkt",
                body: """
                    <p>Kreeg je over een ander kanaal ook een bericht, bevestig dat dan daar.</p>
                    """)
        }
        let late: HTML? =
            model.now > model.test.closesAt
            ? "<p>De tijd om te antwoorden is voorbij. Bevestigen heeft nog zin: je telt dan weer als bereikbaar.</p>"
            : nil
        return Page(
            heading: "Komt dit bericht aan?",
            body: """
                <p class="lead">Dit is een communicatietest. Er is niets aan de hand.</p>
                \(late)
                <div class="answers"><form method="post" action="/b/\(token)">
                <button type="submit">Ja, dit bericht komt aan</button></form></div>
                <p class="muted">Voor \(model.name). Ben je dat niet, doe dan niets.</p>
                """)
    }
}
