import Domain
import Web

enum RosterYearPages {
    static func year(_ model: RosterYearPage) -> Page {
        let earlier = model.from.adding(days: -7 * RosterYearPage.listWeeks)
        let later = model.from.adding(days: 7 * RosterYearPage.listWeeks)
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>Wie op het rooster staat. Of iemand dan ook meetelt, staat bij <a href="/bezetting">de bezetting</a>.
                <a href="#lijst">Naar de lijst</a></p>
                \(model.picture.html)
                <nav class="pages" aria-label="Weken"><a class="button quiet" href="/rooster/jaar?van=\(earlier.iso)">Eerder</a>
                <a class="button quiet" href="/rooster/jaar?van=\(later.iso)">Later</a></nav>
                <h2 id="lijst">Als lijst</h2>\(list(model))
                """)
    }

    /// Week by week, with the names that a picture has no room for.
    private static func list(_ model: RosterYearPage) -> HTML {
        HTML(
            (0..<RosterYearPage.listWeeks).map { index -> HTML in
                guard let first = model.rows.first?.weeks[index] else { return "" }
                var table = Table(
                    "Week \(first.period.monday.weekNumber), \(Dutch.period(first.period.interval))",
                    columns: ["Lijn", "Eerste", "Achterwacht"])
                for row in model.rows {
                    let week = row.weeks[index]
                    table.add([
                        "<a href=\"/rooster/lijn/\(row.line)?van=\(week.period.monday.iso)\">\(row.name)</a>",
                        cell(week, .first), cell(week, .backup),
                    ])
                }
                return index == 0
                    ? table.html
                    : """
                    <details><summary>Week \(first.period.monday.weekNumber), vanaf \(Dutch.date(first.period.monday))</summary>\
                    \(table.html)</details>
                    """
            })
    }

    private static func cell(_ week: RosterYearPage.Week, _ slot: DutySlot) -> HTML {
        (week.people[slot] ?? []).isEmpty ? "<span class=\"tag gap\">niemand</span>" : "\(week.names(slot))"
    }
}
