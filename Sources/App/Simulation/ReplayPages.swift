import Domain
import Simulation
import Web

/// Past alarms through other designs: counts for everybody, names for the office.
enum ReplayPages {
    static func replay(_ model: ReplayPage) -> Page {
        Page(
            heading: model.heading, breadcrumb: "<a href=\"/simulatie\">Doorrekenen</a>",
            body: model.alarms.isEmpty
                ? "<p>Zodra een echt alarm voorbij is, staat hier hoe het met andere groepen was gegaan.</p>"
                : """
                <p>De alarmen van een jaar, met wie toen kwam. Wie buiten een groep valt, was niet gevraagd; wie erbij hoort en toen
                niet is gevraagd, kon komen of niet. Daarom staat er een bereik: het minste als niemand anders komt, het meeste als
                iedereen die op tijd kon zijn ook komt. Er zit geen aanname in.</p>
                \(total(model))\(each(model))\(model.names.map { people(model, $0) })
                """)
    }

    private static func total(_ model: ReplayPage) -> HTML {
        var table = Table(
            "Alle alarmen samen: plaatsen op tijd gevuld", columns: ["Inrichting", "Op tijd gevuld", "Van"])
        table.add(["Zoals het ging", "\(model.real)", "\(model.wanted)"])
        for (design, range) in zip(model.designs, model.ranges) {
            table.add(["\(design)", "\(ReplayPage.range(range))", "\(model.wanted)"])
        }
        return table.html
    }

    private static func each(_ model: ReplayPage) -> HTML {
        var table = Table(
            "Per alarm: plaatsen op tijd gevuld",
            columns: ["Alarm", "Gevraagd", "Zoals het ging"] + model.designs)
        for replayed in model.alarms {
            guard let first = replayed.results.first else { continue }
            let cells: [HTML] = replayed.results.map { result -> HTML in
                "\(ReplayPage.range((result.least, result.most)))"
            }
            table.add(
                [
                    "\(Dutch.shortMoment(replayed.alarm.raisedAt)), \(replayed.municipality)",
                    "\(first.wanted)",
                    "\(first.real)",
                ] + cells)
        }
        return table.html
    }

    /// Who would not have been asked, and who could have been.
    private static func people(_ model: ReplayPage, _ names: [ID<Functionary>: String]) -> HTML {
        func list(_ people: [ID<Functionary>]) -> String {
            people.isEmpty ? "niemand" : Dutch.list(people.map { names[$0] ?? "iemand die er niet meer is" })
        }
        let parts = model.alarms.map { replayed -> HTML in
            var table = Table(
                "\(Dutch.shortMoment(replayed.alarm.raisedAt)), \(replayed.municipality)",
                columns: [
                    "Functie", "Inrichting", "Kwam en was niet gevraagd", "Niet gevraagd en kon op tijd zijn",
                ])
            for (design, result) in zip(model.designs, replayed.results) {
                for post in result.posts where !post.lost.isEmpty || !post.gained.isEmpty {
                    table.add([
                        "\(model.functionNames[post.function] ?? post.function.text)", "\(design)",
                        "\(list(post.lost))", "\(list(post.gained))",
                    ])
                }
            }
            return table.rows.isEmpty ? HTML() : table.html
        }
        return "<details><summary>Met namen, voor het bureau</summary>\(parts)</details>"
    }
}
