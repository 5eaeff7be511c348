import Domain
import Web

/// The figures of every municipality, and the form for what it agrees to give this year.
enum CommitmentPages {
    static func page(_ model: CommitmentPage, _ state: FormState) -> Page {
        let month = Dutch.monthText(model.today.adding(months: -1))
        var table = Table(
            "Wat elke gemeente levert",
            columns: [
                "Gemeente", "Mensen", "Afgesproken", "Weken piket", "Deelnames", "Oproepen beantwoord",
                "Uren in \(month)",
            ])
        for row in model.rows {
            let isOwn = model.own.contains(row.municipality)
            let agreed = row.agreedPeople.map { "\($0)" } ?? "niet vastgesteld"
            let hours = row.agreedHours.map { " van \($0)" } ?? ""
            let short: HTML? = row.missingPeople > 0 ? " <strong>(tekort)</strong>" : nil
            let late: HTML? = row.missingMinutes > 0 ? " <strong>(tekort)</strong>" : nil
            table.add([
                isOwn
                    ? "<strong>\(model.name(row.municipality))</strong>" : "\(model.name(row.municipality))",
                "\(row.people)\(short)", "\(agreed)", "\(row.dutyWeeks)", "\(row.attended)",
                row.called == 0 ? "–" : "\(row.answered) van \(row.called)",
                "\(Dutch.hours(minutes: row.workedMinutes))\(hours)\(late)",
            ])
        }
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/bestuur\">Basis op orde</a>",
            body: """
                \(state.summary)\(table.html)
                <p class="muted">Piket, deelnames en oproepen tellen over het afgelopen jaar. Elke secretaris krijgt dit op de eerste van de maand per mail.</p>
                \(agree(model, state))
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func agree(_ model: CommitmentPage, _ state: FormState) -> HTML? {
        guard !model.editable.isEmpty else { return nil }
        let fields = [
            Field("gemeente", "Gemeente", .choice(model.editable.map { ($0.text, model.name($0)) })),
            Field("mensen", "Mensen met een functie", .number, isRequired: true),
        ]
        let inputs: HTML =
            "\(fields.map { $0.html(state) })<p class=\"actions\"><button type=\"submit\">Leg vast</button></p>"
        return
            "<h2>Afspraak voor \(model.today.parts.year)</h2>\(form("/betrokkenheid", csrf: model.csrf, inputs))"
    }
}
