import Domain
import Web

/// Inhabitants and travel times, each with source and status.
enum TablePages {
    private static let crumb: HTML = "<a href=\"/regio\">Regio</a>"

    static func population(_ model: PopulationPage) -> Page {
        let heading =
            model.moments.first.map { newest in
                "\(Dutch.number(newest.total)) inwoners op \(Dutch.date(newest.date))"
            } ?? "Er zijn nog geen inwonertallen"
        return Page(
            heading: heading, breadcrumb: crumb,
            body: """
                <p>Een nieuwe peildatum komt erbij; oudere blijven staan. Verdeelsleutels rekenen met de peildatum die
                erbij hoort.</p>
                \(importing(.population, model.mayEdit))
                \(model.moments.enumerated().map { index, moment in section(moment, isFirst: index == 0) })
                """)
    }

    private static func section(_ moment: PopulationPage.Moment, isFirst: Bool) -> HTML {
        var table = Table(
            "Peildatum \(Dutch.shortDate(moment.date))", columns: ["Gemeente", "Inwoners", "Status", "Bron"])
        for row in moment.rows {
            table.add([
                "\(row.name)", "\(Dutch.number(row.population.inhabitants))", status(row.population.status),
                "\(row.population.source)",
            ])
        }
        table.add(["Samen", "\(Dutch.number(moment.total))", "", ""])
        return isFirst
            ? table.html
            : """
            <details><summary>Peildatum \(Dutch.shortDate(moment.date)): \(Dutch.number(moment.total)) inwoners</summary>
            \(table.html)</details>
            """
    }

    static func travel(_ model: TravelPage) -> Page {
        let heading =
            model.assumedCount == 0
            ? "Alle reistijden zijn vastgesteld"
            : "\(model.assumedCount) van \(model.count) reistijden zijn een aanname"
        return Page(
            heading: heading, breadcrumb: crumb,
            body: """
                <p>De bezetting rekent met deze minuten: wie niet op tijd aan het werk kan zijn, telt niet mee. Een aanname
                is geschat uit de afstand tussen de middens van twee gemeenten.</p>
                \(importing(.travel, model.mayEdit))
                \(choice(model))
                \(times(model))
                """)
    }

    private static func choice(_ model: TravelPage) -> HTML {
        let field = Field(
            "vanuit", "Vanuit gemeente", .choice(model.municipalities.map { ($0.code.text, $0.name) }))
        let state = FormState(FormFields(["vanuit": model.origin?.code.text ?? ""]))
        return """
            <form method="get" action="/regio/reistijden"><div class="row">\(field.html(state))
            <div class="actions"><button class="quiet" type="submit">Toon</button></div></div></form>
            """
    }

    private static func times(_ model: TravelPage) -> HTML {
        var table = Table(
            "Minuten vanuit en naar \(model.origin?.name ?? "–")",
            columns: ["Gemeente", "Heen", "Status heen", "Terug", "Status terug", "Bron"])
        for row in model.rows {
            let sources = Set([row.there, row.back].compactMap { $0?.source }).sorted()
            table.add([
                "\(row.name)", minutes(row.there), status(row.there?.status), minutes(row.back),
                status(row.back?.status), "\(sources.joined(separator: "; "))",
            ])
        }
        return table.html
    }

    private static func minutes(_ time: TravelTime?) -> HTML {
        time.map { "\($0.minutes)" } ?? "onbekend"
    }

    private static func status(_ status: FactStatus?) -> HTML {
        switch status {
        case .established: "<span class=\"tag covered\">vastgesteld</span>"
        case .unconfirmed, .assumption: "<span class=\"tag unknown\">\(status?.word ?? "")</span>"
        case nil: "<span class=\"tag unknown\">onbekend</span>"
        }
    }

    private static func importing(_ kind: TableKind, _ mayEdit: Bool) -> HTML? {
        guard mayEdit else { return nil }
        return
            "<div class=\"actions\"><a class=\"button\" href=\"\(kind.path)/import\">Tabel inlezen</a></div>"
    }
}
