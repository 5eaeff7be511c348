import Domain
import Web

/// What functions ask: the list, one profile, and a change shown before it is made.
enum ProfilePages {
    static func list(_ model: ProfilesPage) -> Page {
        var table = Table("Wat elke functie vraagt", columns: ["Functie", "Gevraagd", "Extra van gemeenten"])
        for (function, asked, additions) in model.functions {
            let lines = asked.map { text -> HTML in "<li>\(text)</li>" }
            table.add([
                "<a href=\"/vakbekwaamheid/profielen/\(function.code)\">\(function.name)</a>",
                asked.isEmpty ? "niets" : "<ul>\(lines)</ul>", "\(additions)",
            ])
        }
        return Page(
            heading: "Dit vraagt elke functie nu",
            breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: """
                <p class="lead">De regio stelt de eisen vast; een gemeente mag voor haar eigen mensen toevoegen en niet
                verlagen. Zonder eigen eisen vraagt een functie alleen het basiscertificaat.</p>\(table.html)
                """)
    }

    static func profile(_ model: ProfilePage) -> Page {
        let asked = model.asked.map { subject, terms -> HTML in
            "<li>\(subject.word.capitalisedFirst): \(terms.sentence(for: subject))</li>"
        }
        let add: HTML? =
            model.mayAsk
            ? "<p class=\"actions\"><a class=\"button\" href=\"\(model.path)/eis\">Eis toevoegen</a></p>"
            : nil
        return Page(
            heading: "\(model.function.name) vraagt nu \(Dutch.count(model.asked.count, "ding", "dingen"))",
            breadcrumb: crumb(nil),
            body: """
                <h2>De regio vraagt nu</h2>\(asked.isEmpty ? "<p>Niets.</p>" : "<ul>\(asked)</ul>")
                \(add)
                <h2>Alle eisen, ook van vroeger en later</h2>\(requirements(model))
                """)
    }

    private static func requirements(_ model: ProfilePage) -> HTML {
        guard !model.requirements.isEmpty else {
            return """
                <p>Er is nog niets vastgelegd. Daarom geldt wat Oranje van begin af vraagt: het basiscertificaat.</p>
                """
        }
        var table = Table(
            "Eisen", columns: ["Eis", "Voor", "Voorwaarden", "Vanaf", "T/m", "Bron", "Wijzigen"])
        for requirement in model.requirements {
            let place =
                requirement.municipality.map { model.municipalityNames[$0] ?? $0.text } ?? "hele regio"
            let isPast = requirement.validThrough.map { $0 < model.today } ?? false
            let end: HTML =
                model.mayChange(requirement) && !isPast
                ? "<a href=\"\(model.path)/eis/\(requirement.id)\">eindigen of verwijderen</a>" : ""
            table.add([
                "\(requirement.subject.word.capitalisedFirst)", "\(place)",
                "\(requirement.terms.sentence(for: requirement.subject))",
                "\(requirement.validFrom.map(Dutch.shortDate) ?? "–")",
                "\(requirement.validThrough.map(Dutch.shortDate) ?? "–")",
                "\(requirement.source) (\(requirement.status.word))", end,
            ])
        }
        return table.html
    }

    static func crumb(_ model: ProfilePage?) -> HTML {
        let last = model.map { model -> HTML in " › <a href=\"\(model.path)\">\(model.function.name)</a>" }
        return """
            <a href="/vakbekwaamheid">Vakbekwaamheid</a> › <a href="/vakbekwaamheid/profielen">Profielen</a>\(last)
            """
    }

    /// Who and which minutes a change costs or gives.
    static func impact(_ impact: ProfileImpact) -> HTML {
        """
        \(turns(impact.stopping, "Wie niet meer meetelt", "Niemand houdt hierdoor op mee te tellen."))
        \(impact.starting.isEmpty ? nil : turns(impact.starting, "Wie gaat meetellen", ""))
        <h2>Bezetting</h2>\(lines(impact))
        """
    }

    /// Names listed; the counts are complete.
    private static let namesMax = 50

    private static func turns(_ turns: [ProfileImpact.Turn], _ title: String, _ none: String) -> HTML {
        guard !turns.isEmpty else { return "<h2>\(title)</h2><p>\(none)</p>" }
        var table = Table("\(title): \(turns.count)", columns: ["Vanaf", "Naam", "Waarom"])
        for turn in turns.prefix(namesMax) {
            table.add([
                "\(Dutch.shortDate(Amsterdam.day(at: turn.at)))",
                "<a href=\"/mensen/\(turn.person.id)/paspoort\">\(turn.person.name.listed)</a>",
                "\(turn.then.sentence)",
            ])
        }
        let more: HTML? = turns.count > namesMax ? "<p>En nog \(turns.count - namesMax).</p>" : nil
        return "<h2>\(title)</h2>\(table.html)\(more)"
    }

    private static func lines(_ impact: ProfileImpact) -> HTML {
        let changed = impact.lines.filter { !$0.isNone }
        guard !changed.isEmpty else {
            return "<p>Aan de bezetting van \(Dutch.period(impact.horizon)) verandert niets.</p>"
        }
        var table = Table(
            "Bezetting \(Dutch.period(impact.horizon))",
            columns: ["Lijn", "Bezet nu", "Bezet straks", "Minuten verschil", "Eerste nieuwe gat"])
        for line in changed {
            table.add([
                "\(impact.lineNames[line.line] ?? line.line.text)",
                "\(Dutch.percentage(line.before.coveredMinutes, of: line.before.minutes))",
                "\(Dutch.percentage(line.after.coveredMinutes, of: line.after.minutes))",
                "\(Dutch.number(line.after.coveredMinutes - line.before.coveredMinutes))",
                "\(line.newGaps.first.map(Dutch.period) ?? "–")",
            ])
        }
        return table.html
    }
}
