import Domain
import Web

/// Somebody leaves: first what it would do, then doing it.
enum DeparturePages {
    /// - Parameter csrf: nil for the person's own look ahead, which does nothing.
    static func plan(
        _ plan: DeparturePlan, _ names: [Code<DutyLine>: String], isOwn: Bool, csrf: String, today: Day,
        _ state: FormState = FormState()
    ) -> Page {
        let name = plan.person.name.full
        let path = "/mensen/\(plan.person.id)"
        return Page(
            heading: heading(plan, isOwn: isOwn),
            breadcrumb: isOwn
                ? "<a href=\"/mijn/gegevens\">Mijn gegevens</a>" : "<a href=\"\(path)\">\(name)</a>",
            body: """
                \(state.summary)
                \(choice(plan, isOwn ? "/mijn/vertrek" : "\(path)/vertrek", state))
                <p>Zo zou het gaan met \(Dutch.date(plan.lastDay)) als laatste dag. Er is nog niets gewijzigd.</p>
                \(duties(plan, names))\(sessions(plan))\(functions(plan))\(keeping(plan))
                \(isOwn ? own : actions(plan, path, csrf, today))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static let own: HTML = """
        <p>Ga je echt weg? Zeg het tegen de ambtenaar crisisbeheersing van je gemeente of het regionaal bureau; zij leggen het
        vast.</p>
        """

    private static func heading(_ plan: DeparturePlan, isOwn: Bool) -> String {
        if plan.departure?.anonymisedAt != nil { return "Deze persoon is al onherkenbaar gemaakt" }
        let gaps = Dutch.count(plan.duties.count, "dienst valt", "diensten vallen")
        return isOwn
            ? "Als je weggaat, \(plan.duties.isEmpty ? "valt er geen dienst open" : "\(gaps) open")"
            : "Als \(plan.person.name.full) weggaat, \(plan.duties.isEmpty ? "valt er geen dienst open" : "\(gaps) open")"
    }

    private static func choice(_ plan: DeparturePlan, _ path: String, _ state: FormState) -> HTML {
        let field = Field("dag", "Laatste dag", .date)
        let shown =
            state.fields.isEmpty
            ? FormState(FormFields(["dag": Dutch.shortDate(plan.lastDay)])) : state
        return """
            <form method="get" action="\(path)"><div class="row">\(field.html(shown))
            <div class="actions"><button class="quiet" type="submit">Bekijk wat er dan gebeurt</button></div></div></form>
            """
    }

    private static func duties(_ plan: DeparturePlan, _ names: [Code<DutyLine>: String]) -> HTML {
        guard !plan.duties.isEmpty else { return "<h2>Rooster</h2><p>Er staan daarna geen diensten.</p>" }
        let items = plan.duties.map { stored -> HTML in
            "<li>\(names[stored.duty.line] ?? stored.duty.line.text), \(Dutch.period(stored.duty.interval))</li>"
        }
        return """
            <h2>Rooster</h2><p>Deze diensten vallen open; de planner ziet ze meteen als gat:</p><ul>\(items)</ul>
            """
    }

    private static func sessions(_ plan: DeparturePlan) -> HTML? {
        guard !plan.sessions.isEmpty else { return nil }
        let items = plan.sessions.map { place -> HTML in
            "<li>\(place.title), \(Dutch.period(place.session.interval))</li>"
        }
        return """
            <h2>Trainingen en oefeningen</h2><p>Deze plekken gaan naar wie er wacht:</p><ul>\(items)</ul>
            """
    }

    private static func functions(_ plan: DeparturePlan) -> HTML? {
        guard !plan.designations.isEmpty else { return nil }
        let functions = Dutch.list(plan.designations.map(\.function.text))
        return "<h2>Functies</h2><p>Eindigen op die dag: \(functions).</p>"
    }

    private static func keeping(_ plan: DeparturePlan) -> HTML {
        func day(_ day: Day?) -> String {
            day.map { "op \(Dutch.date($0))" } ?? "niet: de termijn is niet vastgesteld"
        }
        let dossiers: HTML =
            plan.alarmCount == 0
            ? "<li>Geen alarmdossier bewaart de naam: deze persoon is in geen alarm gevraagd.</li>"
            : """
            <li>De naam blijft bij \(Dutch.count(plan.alarmCount, "alarm", "alarmen")) in het incidentdossier, afgeschermd
            (Archiefwet).</li>
            """
        return """
            <h2>Wat er daarna met de gegevens gebeurt</h2><ul>
            <li>Naam, nummers, adressen, verhinderingen en account worden gewist, en de sleutel van het journaal vernietigd:
            \(day(plan.anonymiseOn)).</li>
            <li>Certificaten en uitslagen worden gewist: \(day(plan.recordsOn)).</li>\(dossiers)
            <li>Uren en kosten per gemeente blijven, zonder naam.</li></ul>
            """
    }

    private static func actions(_ plan: DeparturePlan, _ path: String, _ csrf: String, _ today: Day) -> HTML?
    {
        guard plan.departure?.anonymisedAt == nil else { return nil }
        let leave = form(
            "\(path)/vertrek", csrf: csrf,
            """
            <input type="hidden" name="dag" value="\(Dutch.shortDate(plan.lastDay))">
            <div class="actions"><button type="submit">Leg vast: laatste dag \(Dutch.shortDate(plan.lastDay))</button></div>
            """)
        let isGone = plan.person.employedThrough.map { $0 < today } ?? false
        let now: HTML? =
            isGone
            ? """
            <h2>Eerder wissen</h2><p>Vraagt deze persoon om eerder te worden gewist (AVG 17), dan kan dat nu. Het is niet terug te
            draaien.</p>
            \(form("\(path)/anonimisering", csrf: csrf, "<div class=\"actions\"><button class=\"quiet\" type=\"submit\">Maak nu onherkenbaar</button></div>"))
            """ : nil
        return "\(leave)\(now)"
    }

    static func names(_ names: [(person: ID<Functionary>, name: String, alarms: Int)]) -> Page {
        var table = Table("Op naam", columns: ["Naam", "Staat in", "Alarmen"])
        for entry in names {
            table.add([
                "\(entry.name)", "<a href=\"/mensen/\(entry.person)\">het register, zonder naam</a>",
                "\(entry.alarms)",
            ])
        }
        return Page(
            heading: names.isEmpty
                ? "Geen dossier bewaart de naam van wie is gewist"
                : "\(Dutch.count(names.count, "naam blijft", "namen blijven")) in incidentdossiers",
            breadcrumb: "<a href=\"/privacy\">Privacy</a>",
            body: """
                <p>Deze mensen zijn uit het register gewist. Hun naam blijft bij de alarmen waarin zij zijn gevraagd (Archiefwet).
                Dat u dit bekijkt, wordt vastgelegd.</p>\(names.isEmpty ? nil : table.html)
                """)
    }
}
