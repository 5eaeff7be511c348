import Domain
import Web

/// The call list for when everything is down: its holders, and the copy itself as a file that needs no server.
enum CallListPages {
    static func page(_ model: CallListPage, _ csrf: String, _ state: FormState) -> Page {
        Page(
            heading: model.heading, breadcrumb: "<a href=\"/alarmen\">Alarmen</a>",
            body: """
                \(state.summary)
                \(own(model, csrf))
                \(whatToDo)
                \(model.mayEdit ? holders(model, csrf, state) : nil)
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func own(_ model: CallListPage, _ csrf: String) -> HTML? {
        model.own.map { copy in
            """
            <p class="lead">Jij bewaart exemplaar \(copy.number). Zet het op je telefoon en leg het op papier klaar.</p>
            \(form("/bellijst/exemplaar", csrf: csrf, """
                <div class="actions"><button type="submit">Mijn exemplaar ophalen</button></div>
                """))
            """
        }
    }

    private static let whatToDo: HTML = """
        <h2>Als Oranje niet werkt</h2>
        <ol><li>Wacht niet: bel. De meldkamer belt de OvD-Bz, die belt de AC-Bz, die belt de hoofden, en elk hoofd de eigen
        functies. Op de bellijst staat bij iedere functie wie belt.</li>
        <li>Bel eerst wie dienst heeft, dan de achterwacht. Neemt niemand op, bel dan de volgende op de lijst.</li>
        <li>Schrijf op wie komt, vanaf waar en hoe laat. Het papier is nu het logboek.</li>
        <li>Bel de burgemeester, en schrijf de tijd op.</li>
        <li>Werkt Oranje weer, leg dan vast wie komt en sinds wanneer. Een alarm dat liep, is bewaard en gaat vanzelf verder.</li></ol>
        """

    private static func holders(_ model: CallListPage, _ csrf: String, _ state: FormState) -> HTML {
        var table = Table(
            "Wie een exemplaar bewaart", columns: ["Naam", "Exemplaar", "Opgehaald", "Handeling"])
        for copy in model.copies {
            table.add([
                "\(copy.name)", copy.copy.map { "\($0.number)" } ?? "bij de volgende",
                copy.copy?.openedAt.map { "\(Dutch.shortMoment($0))" } ?? "nog niet",
                form(
                    "/bellijst/houders/\(copy.holder)/einde", csrf: csrf,
                    "<button class=\"quiet\" type=\"submit\">Niet meer<span class=\"visually-hidden\"> voor \(copy.name)</span></button>"
                ),
            ])
        }
        let choices = [("", "kies iemand")] + model.people.map { ("\($0.id)", $0.name) }
        return """
            <h2>Exemplaren</h2>
            <p>Elke nacht komt er een nieuwe lijst van de komende \(CallList.daysAhead) dagen. Ieder exemplaar heeft een nummer en gaat
            als bijlage naar het e-mailadres van wie het bewaart. Wie het ophaalt, staat in het journaal.</p>
            \(model.copies.isEmpty ? "<p>Nog niemand bewaart een exemplaar.</p>" : table.html)
            \(form("/bellijst/houders", csrf: csrf, """
                \(Field("persoon", "Wie bewaart er een exemplaar?", .choice(choices), isRequired: true).html(state))
                <div class="actions"><button type="submit">Toevoegen</button></div>
                """))
            \(form("/bellijst", csrf: csrf, """
                <div class="actions"><button class="quiet" type="submit">Nu een nieuwe lijst maken</button></div>
                """))
            """
    }

    // MARK: The copy

    /// A whole document with its own style: it opens on a telephone without a network, and on paper.
    static func document(_ list: CallList, _ number: Int, holder: String) -> HTML {
        let until = Dutch.moment(Instant(milliseconds: list.validUntil))
        return """
            <!doctype html>
            <html lang="nl"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Bellijst, exemplaar \(number)</title>
            <style>
            body { font: 16px/1.4 system-ui, sans-serif; margin: 16px; max-width: 60rem; color: #1B1F23; background: #fff; }
            h1 { font-size: 22px; } h2 { font-size: 18px; margin: 20px 0 4px; } p { margin: 4px 0; }
            .valid { border: 2px solid #B3261E; padding: 8px 12px; } .who { color: #57606A; }
            table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0;
              border-top: 1px solid #D8D4CC; } a { color: #B5470A; white-space: nowrap; }
            section { break-inside: avoid; } @media print { body { margin: 0; font-size: 11pt; } a { color: inherit; } }
            </style></head><body>
            <h1>Bellijst Bevolkingszorg \(list.region)</h1>
            <p class="valid"><strong>Exemplaar \(number), voor \(holder).</strong> Gemaakt \(Dutch.moment(Instant(milliseconds: list.madeAt))),
            geldig tot \(until). Vernietig het daarna. Geef het aan niemand: er staan privénummers in.</p>
            \(whatToDo)
            \(list.contactPoint.isEmpty ? nil : "<p>Regionaal aanspreekpunt: \(list.contactPoint)</p>" as HTML?)
            \(list.lines.map(line))
            <section><h2>Burgemeesters</h2><table><tbody>\(list.mayors.map { mayor -> HTML in
                "<tr><td>\(mayor.name)</td><td>\(numbers(mayor))</td></tr>"
            })</tbody></table></section>
            </body></html>
            """
    }

    private static func line(_ line: CallList.Line) -> HTML {
        let rows = line.duties.map { duty -> HTML in
            "<tr><td>\(duty.period)</td><td>\(contact(duty.first))</td><td>\(contact(duty.backup))</td></tr>"
        }
        let none: HTML = "<p>Niemand op het rooster.</p>"
        let table: HTML = """
            <table><thead><tr><th scope="col">Wanneer</th><th scope="col">Dienst</th><th scope="col">Achterwacht</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return """
            <section><h2>\(line.name)</h2><p class="who">Wordt gebeld door: \(line.caller)</p>
            \(rows.isEmpty ? none : table)</section>
            """
    }

    private static func contact(_ contact: CallList.Contact?) -> HTML {
        contact.map { "\($0.name)<br>\(numbers($0))" } ?? "niemand"
    }

    private static func numbers(_ contact: CallList.Contact) -> HTML {
        let links = contact.numbers.map { number -> HTML in
            "<a href=\"tel:\(number.filter { $0.isNumber || $0 == "+" })\">\(number)</a> "
        }
        return links.isEmpty ? "geen nummer" : "\(links)"
    }
}
