import Domain
import Web

/// The one contact point of the region, and behind it who answers for what, now.
enum ContactPages {
    static func contact(_ model: ContactPage) -> Page {
        let heading =
            model.point.map { point in "\(point.answering(on: model.today)) is nu het aanspreekpunt" }
            ?? "Er is nog geen aanspreekpunt vastgelegd"
        return Page(
            heading: heading, breadcrumb: "<a href=\"/regio\">Regio</a>",
            body: """
                \(desk(model))
                <h2>Wie antwoordt waarvoor, nu</h2>
                <p>Dit volgt uit het rooster en de inrichting van \(Dutch.moment(model.now)). Niemand hoeft het bij te
                houden.</p>
                \(choice(model))
                \(answers(model))
                """)
    }

    private static func desk(_ model: ContactPage) -> HTML {
        let edit: HTML? =
            model.mayEdit
            ? "<a class=\"button quiet\" href=\"/regio/aanspreekpunt/wijzigen\">Wijzigen</a>" : nil
        guard let point = model.point else {
            return
                "<p>Zonder aanspreekpunt belt iedereen iemand anders.</p><div class=\"actions\">\(edit)</div>"
        }
        let isAway = point.isHolderAway(on: model.today)
        let away: HTML? = point.away.map { away in
            """
            <dt>Afwezig</dt><dd>\(point.holder), \(Dutch.date(away.from)) tot en met \(Dutch.date(away.through))</dd>
            """
        }
        let later: HTML? = model.upcoming.map { next in
            "<p class=\"muted\">Vanaf \(Dutch.date(next.validFrom)): \(next.holder).</p>"
        }
        return """
            <section class="card" aria-label="Aanspreekpunt"><p class="lead">\(point.name)</p>
            <div class="actions"><a class="button" href="tel:\(point.phone.e164)">Bel \(point.phone.display)</a>
            \(edit)</div>
            <dl class="facts"><dt>Telefoon</dt><dd>\(point.phone.display)</dd><dt>Mailbox</dt><dd><a href="mailto:\(point.mailbox)">\(point.mailbox)</a></dd>
            <dt>Bereikbaar</dt><dd>\(point.hours)</dd>
            <dt>\(isAway ? "Nu vervangen door" : "Vervanger")</dt><dd>\(point.deputy)</dd>\(away)
            <dt>Voor wie</dt><dd>Alle gemeenten en alle kolommen: één nummer, één mailbox</dd></dl>\(later)</section>
            """
    }

    private static func choice(_ model: ContactPage) -> HTML {
        let options = [("REGIO", "hele regio")] + model.municipalities.map { ($0.code.text, $0.name) }
        let state = FormState(FormFields(["gemeente": model.municipality?.code.text ?? "REGIO"]))
        return """
            <form method="get" action="/regio/aanspreekpunt"><div class="row">
            \(Field("gemeente", "Voor gemeente", .choice(options)).html(state))
            <div class="actions"><button class="quiet" type="submit">Toon</button></div></div></form>
            """
    }

    private static func answers(_ model: ContactPage) -> HTML {
        let place = model.municipality.map(\.name) ?? "de hele regio"
        var table = Table(
            "Nu, voor \(place)", columns: ["Waarvoor", "Wie antwoordt nu", "Niveau", "Verantwoordelijk"])
        for row in model.rows {
            table.add([
                "<a href=\"/regio/processen/\(row.process.code)\">\(row.process.name)</a>",
                answer(row, model),
                ProcessMarks.level(row.arrangement?.level, lines: nil),
                "\(row.arrangement?.responsible ?? "niet vastgesteld")",
            ])
        }
        return table.html
    }

    private static func answer(_ row: ContactPage.Row, _ model: ContactPage) -> HTML {
        guard row.lineCount > 0 else {
            return "<span class=\"tag unknown\">geen piket</span> vraag het aanspreekpunt"
        }
        guard model.showsPeople else {
            return row.uncoveredCount == 0
                ? "<span class=\"tag covered\">bezet</span>" : "<span class=\"tag gap\">onbezet</span>"
        }
        guard !row.people.isEmpty else {
            return "<span class=\"tag gap\">onbezet</span> niemand op het rooster"
        }
        return HTML(row.people.map(person))
    }

    private static func person(_ answering: ContactPage.Answering) -> HTML {
        let person = answering.person
        let call = person.number.map { number -> HTML in
            """
             <a href="\(number.link)"><span class="visually-hidden">Bel \(person.name), </span>\(number.shown)</a>
            """
        }
        let standing: HTML? = person.refusals.isEmpty ? nil : " <span class=\"tag gap\">niet inzetbaar</span>"
        let minutes: HTML? = answering.minutesMax.map { ", binnen \($0) min" }
        return """
            <div>\(person.name) <span class="muted">\(answering.function.abbreviation), \(person.municipality)\(minutes)</span>\(call)\(standing)</div>
            """
    }

    static func form(_ csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("naam", "Naam van het aanspreekpunt", isRequired: true),
            Field("wie", "Wie is het", isRequired: true),
            Field("vervanger", "Wie vervangt", isRequired: true),
            Field(
                "telefoon", "Telefoon", .telephone, hint: "Eén nummer dat altijd hetzelfde blijft.",
                isRequired: true),
            Field("email", "Mailbox", .email, isRequired: true),
            Field("bereikbaar", "Wanneer neemt er iemand op", isRequired: true),
            Field("vanaf", "Vanaf", .date, isRequired: true),
            Field("afwezig-van", "Afwezig van", .date, hint: "Dan antwoordt de vervanger."),
            Field("afwezig-tot", "Afwezig tot en met", .date),
        ]
        return Page(
            heading: "Het regionale aanspreekpunt",
            breadcrumb: "<a href=\"/regio/aanspreekpunt\">Aanspreekpunt</a>",
            body: """
                \(state.summary)
                \(Web.form("/regio/aanspreekpunt", csrf: csrf, """
                    \(fields.map { $0.html(state) })
                    <div class="actions"><button type="submit">Opslaan</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }
}
