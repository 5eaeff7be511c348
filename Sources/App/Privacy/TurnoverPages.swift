import Domain
import Web

enum TurnoverPages {
    /// Lines of the list of who comes; the number above it is complete.
    private static let arrivingMax = 100

    static func list(_ model: TurnoverPage) -> Page {
        Page(
            heading: heading(model),
            breadcrumb: "<a href=\"/mensen\">Mensen</a>",
            body: """
                <h2>Wie er komt</h2>\(arriving(model))
                <h2>Wie er gaat</h2>\(leaving(model))
                """)
    }

    private static func heading(_ model: TurnoverPage) -> String {
        let (coming, going) = (Set(model.arriving.map(\.person.id)).count, model.leaving.count)
        if coming == 0, going == 0 { return "Niemand is nieuw of gaat weg" }
        return "\(Dutch.count(coming, "nieuw persoon is", "nieuwe mensen zijn")) nog niet klaar, "
            + Dutch.count(going, "persoon gaat weg", "mensen gaan weg")
    }

    private static func arriving(_ model: TurnoverPage) -> HTML {
        guard !model.arriving.isEmpty else {
            return "<p>Iedereen die het laatste jaar een functie kreeg, is klaar om dienst te doen.</p>"
        }
        var table = Table(
            "Nieuw in een functie, of nog in opleiding, en wat er nog moet",
            columns: ["Naam", "Functie", "Vanaf", "Nog te doen"])
        for arrival in model.arriving.prefix(arrivingMax) {
            let from = arrival.designation.validFrom
            table.add([
                "<a href=\"/mensen/\(arrival.person.id)\">\(arrival.person.name.listed)</a>",
                "\(arrival.function.abbreviation)", "\(from.map(Dutch.shortDate) ?? "–")",
                "\(Dutch.list(arrival.missing.map(\.words)))",
            ])
        }
        let more: HTML? =
            model.arriving.count > arrivingMax
            ? "<p class=\"muted\">En nog \(model.arriving.count - arrivingMax).</p>" : nil
        return "\(table.html)\(more)"
    }

    private static func leaving(_ model: TurnoverPage) -> HTML {
        guard !model.leaving.isEmpty else {
            return """
                <p>Van niemand is een laatste dag vastgelegd die nog komt of net voorbij is. Dat doet u op de pagina van de persoon.</p>
                """
        }
        var table = Table(
            "Wie weggaat of net weg is, en wat er nog op hun naam staat",
            columns: ["Naam", "Laatste dag", "Nog te doen", "Daarna"])
        for plan in model.leaving {
            let forgotten = plan.anonymiseOn.map { "onherkenbaar op \(Dutch.shortDate($0))" }
            table.add([
                "<a href=\"/mensen/\(plan.person.id)/vertrek\">\(plan.person.name.listed)</a>",
                "\(Dutch.shortDate(plan.lastDay))", "\(Dutch.list(open(plan)))",
                "\(forgotten ?? "termijn niet vastgesteld")",
            ])
        }
        return table.html
    }

    private static func open(_ plan: DeparturePlan) -> [String] {
        var parts: [String] = []
        if !plan.duties.isEmpty {
            parts.append("\(Dutch.count(plan.duties.count, "dienst", "diensten")) overdragen")
        }
        if !plan.sessions.isEmpty {
            parts.append("\(Dutch.count(plan.sessions.count, "sessie", "sessies")) vrijgeven")
        }
        if !plan.designations.isEmpty {
            parts.append("\(Dutch.count(plan.designations.count, "functie", "functies")) beëindigen")
        }
        return parts.isEmpty ? ["niets meer"] : parts
    }
}

extension OnboardingStep {
    var words: String {
        switch self {
        case .designated: "aanwijzing door het college"
        case .decision: "besluit vastleggen"
        case .channels: "een tweede manier om te bereiken"
        case .confirmed: "eigen gegevens bevestigen"
        case .competent: "vakbekwaam worden"
        case .verified: "bewijs laten nakijken"
        }
    }
}
