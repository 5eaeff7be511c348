import Domain
import Web

enum LastNightPages {
    static func page(_ model: LastNightPage) -> Page {
        var table = Table(
            "Aan het werk na een alarm, \(Dutch.period(model.night))",
            columns: ["Wie", "Gemeente", "Waar", "Van", "Tot", "Rust tot"])
        for entry in model.entries {
            let exercise: HTML? = entry.isExercise ? " <span class=\"tag\">oefening</span>" : nil
            table.add([
                "\(entry.name.full)", "\(entry.municipality)", "\(entry.place)\(exercise)",
                "\(Dutch.shortMoment(entry.startedAt))",
                entry.endedAt.map { "\(Dutch.shortMoment($0))" } ?? "nog bezig",
                entry.restUntil.map { "\(Dutch.shortMoment($0))" } ?? rest(entry, model),
            ])
        }
        let none: HTML = "<p>Niemand ging aan het werk na een alarm.</p>"
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>Wie na een oproep werkte, rust daarna
                \(model.restHours.map { "\($0) uur" } ?? "zo lang als de norm zegt (niet vastgesteld)"); dat kan een
                gewone werkdag korter maken.</p>
                \(model.entries.isEmpty ? none : table.html)
                """)
    }

    private static func rest(_ entry: LastNightPage.Entry, _ model: LastNightPage) -> HTML {
        model.restHours == nil ? "niet vastgesteld" : "nog niet bekend"
    }
}
