import Domain
import Web

/// Versions of the roster, and what one changes.
enum RosterVersionPages {
    static func list(_ model: RosterVersionsPage) -> Page {
        var table = Table(
            "Gemaakte roosters, de laatste bovenaan",
            columns: ["Over", "Gemaakt", "Stand", "Diensten", "Open plaatsen", "Punten"])
        for version in model.versions {
            let cost = version.figure.map { figure in
                Dutch.number(figure.cost) + (figure.bound.map { " (minimaal \(Dutch.number($0)))" } ?? "")
            }
            table.add([
                """
                <a href="/rooster/concept/\(version.roster.id)/verschil">\(Dutch.period(version.roster.interval))</a>
                """,
                "\(Dutch.shortMoment(version.roster.madeAt))", "\(version.roster.standing)",
                "\(Dutch.number(version.dutyCount))", "\(Dutch.number(version.roster.vacancyCount))",
                "\(cost ?? "–")",
            ])
        }
        let none: HTML = "<p>Er is nog geen rooster gemaakt.</p>"
        return Page(
            heading: model.versions.isEmpty
                ? "Er is nog geen rooster gemaakt"
                : Dutch.count(model.versions.count, "versie van het rooster", "versies van het rooster"),
            breadcrumb: "<a href=\"/rooster\">Rooster</a>", body: model.versions.isEmpty ? none : table.html)
    }

    static func difference(_ model: RosterDifferencePage) -> Page {
        let choices =
            [("", "wat nu gepubliceerd is")]
            + model.others.map {
                (
                    $0.roster.id.description,
                    "\($0.roster.standing), gemaakt \(Dutch.shortMoment($0.roster.madeAt))"
                )
            }
        let field = Field("met", "Vergelijk met", .choice(choices))
        let state = FormState(FormFields(["met": model.other?.id.description ?? ""]))
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/rooster/versies\">Versies</a>",
            body: """
                <p>\(Dutch.period(model.roster.interval)), \(model.roster.standing), gemaakt
                \(Dutch.moment(model.roster.madeAt)). \(Dutch.count(model.difference.sameCount, "plaats blijft", "plaatsen blijven"))
                gelijk.</p>
                <form method="get" action="/rooster/concept/\(model.roster.id)/verschil"><div class="row">
                \(field.html(state))
                <div class="actions"><button class="quiet" type="submit">Vergelijk</button></div></div></form>
                \(counts(model))\(entries(model))
                """)
    }

    private static func counts(_ model: RosterDifferencePage) -> HTML? {
        let people = model.difference.counts.compactMap { id, count in
            model.people[id].map { ($0.name, count) }
        }.sorted { ($1.1, $0.0.listed) < ($0.1, $1.0.listed) }
        guard !people.isEmpty else { return nil }
        let items = people.map { name, count -> HTML in
            "<li>\(name.full): \(count > 0 ? "\(count) meer" : "\(-count) minder")</li>"
        }
        return "<details><summary>Wie krijgt meer of minder</summary><ul>\(items)</ul></details>"
    }

    private static func entries(_ model: RosterDifferencePage) -> HTML? {
        let entries = model.difference.entries
        guard !entries.isEmpty else { return nil }
        let weeks = Dictionary(grouping: entries, by: \.place.monday).sorted { $0.key < $1.key }
        return HTML(
            weeks.enumerated().map { index, week -> HTML in
                let title =
                    "Week \(week.key.weekNumber), vanaf \(Dutch.date(week.key)): "
                    + Dutch.count(week.value.count, "verschil", "verschillen")
                var table = Table(title, columns: ["Lijn", "Plaats", "Was", "Wordt"])
                for entry in week.value {
                    table.add([
                        "\(model.lineNames[entry.place.line] ?? entry.place.line.text)",
                        "\(entry.place.slot.word)", name(entry.before, model), name(entry.after, model),
                    ])
                }
                return index == 0
                    ? table.html : "<details><summary>\(title)</summary>\(table.html)</details>"
            })
    }

    private static func name(_ person: ID<Functionary>?, _ model: RosterDifferencePage) -> HTML {
        person.flatMap { model.people[$0]?.name.full }.map { "\($0)" }
            ?? "<span class=\"muted\">niemand</span>"
    }
}

extension Roster {
    var standing: String {
        switch state {
        case .draft: "concept"
        case .published: "gepubliceerd"
        case .replaced: "weggegooid"
        }
    }
}
