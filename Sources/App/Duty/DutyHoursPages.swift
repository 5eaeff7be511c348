import Domain
import Web

enum DutyHoursPages {
    static func hours(_ model: DutyHoursPage) -> Page {
        let minutes = model.rows.reduce(0) { $0 + $1.minutes }
        var table = Table(
            "Piket in \(model.year), per gemeente",
            columns: ["Gemeente", "Mensen", "Uren eerste", "Uren achterwacht", "Vergoeding"])
        for row in model.rows {
            table.add([
                "\(row.municipality)", "\(Dutch.number(row.people))",
                "\(Dutch.number(row.firstMinutes / 60))",
                "\(Dutch.number(row.backupMinutes / 60))",
                row.allowance.map { "\(Dutch.money($0))" } ?? "<span class=\"muted\">niet vastgesteld</span>",
            ])
        }
        return Page(
            heading: minutes == 0
                ? "In \(model.year) staat niemand op het rooster"
                : "In \(model.year): \(Dutch.number(minutes / 60)) uur piket",
            breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>Uren dat iemand bereikbaar moet zijn, gelopen en gepland. De vergoeding is een norm van elke gemeente:
                <a href="/normen">leg haar vast bij de normen</a>.</p>
                \(model.rows.isEmpty ? "<p>Er zijn geen diensten.</p>" : table.html)
                <nav class="pages" aria-label="Jaren"><a class="button quiet" href="/rooster/uren?jaar=\(model.year - 1)">\(model.year - 1)</a>
                <a class="button quiet" href="/rooster/uren?jaar=\(model.year + 1)">\(model.year + 1)</a></nav>
                \(DownloadPages.links("/rooster/uren", query: "jaar=\(model.year)"))
                \(people(model))
                """)
    }

    private static func people(_ model: DutyHoursPage) -> HTML? {
        guard !model.people.isEmpty else { return nil }
        var table = Table("Piket in \(model.year), per persoon", columns: ["Naam", "Gemeente", "Uren"])
        for person in model.people {
            table.add([
                "\(person.name.listed)", "\(person.municipality)", "\(Dutch.number(person.minutes / 60))",
            ])
        }
        return "<details><summary>Per persoon</summary>\(table.html)</details>"
    }
}
