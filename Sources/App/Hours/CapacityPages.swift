import Domain
import Web

/// The request for more capacity to the secretaries together, as page and as paper.
enum CapacityPages {
    static func page(_ model: CapacityPage) -> Page {
        Page(
            heading: sentence(model), breadcrumb: "<a href=\"/uren/maanden\">Uren per maand</a>",
            body: """
                <p class="actions"><a class="button quiet" href="/uren/capaciteit.pdf">Als toegankelijke pdf</a></p>
                \(body(model, table: HoursPages.monthTable(model).html))
                """)
    }

    static func paper(_ model: CapacityPage) -> Paper {
        Paper(
            kind: "Capaciteitsaanvraag aan CAGEM", title: sentence(model), regionName: model.regionName,
            made: model.now, body: body(model, table: HoursPages.monthTable(model).paper))
    }

    /// What is asked, from the figures; what nobody established is said so instead of guessed.
    static func sentence(_ model: CapacityPage) -> String {
        guard let missing = model.request.missingPerMonth else {
            return "Of er meer uren nodig zijn, is nog niet te zeggen"
        }
        return missing == 0
            ? "De uren zijn voldoende om het plan op tijd uit te voeren"
            : "Er is \(Dutch.number(missing)) uur per maand te weinig om het plan op tijd uit te voeren"
    }

    private static func body(_ model: CapacityPage, table: HTML) -> HTML {
        let request = model.request
        let present =
            request.hoursPerMonth.map { "\(Dutch.number($0)) uur per maand" } ?? "nog geen volle maand"
        let needed = request.hoursNeeded.map { "\(Dutch.number($0)) uur" } ?? "niet vastgesteld"
        let each =
            request.hoursNeededPerMonth.map { "\(Dutch.number($0)) uur per maand" } ?? "niet vastgesteld"
        let agreed =
            model.months.last?.agreedHours.map { "\(Dutch.number($0)) uur per maand" } ?? "niet vastgesteld"
        let short = request.months.map(\.shortfall).reduce(0, +)
        return """
            <h2>Gevraagd advies</h2><p>\(ask(model))</p>
            <h2>Waarop dit rust</h2>
            <dl class="facts"><dt>Afgesproken</dt><dd>\(agreed), alle gemeenten samen</dd>
            <dt>Gewerkt</dt><dd>\(present), gemiddeld over \(Dutch.count(request.months.count, "maand", "maanden"))</dd>
            <dt>Tekort</dt><dd>\(Dutch.hours(minutes: short)) uur in die maanden, per gemeente geteld</dd>
            <dt>Nog te doen</dt><dd>\(needed)</dd>
            <dt>Dat is</dt><dd>\(each), in de \(Dutch.count(request.monthsLeft, "maand", "maanden")) die er zijn</dd></dl>
            \(table)
            """
    }

    private static func ask(_ model: CapacityPage) -> String {
        let plan = model.plan?.title ?? "het plan van aanpak"
        guard let missing = model.request.missingPerMonth else {
            return
                "Stel vast hoeveel uren de deelactiviteiten van \(plan) vragen; dan is te zeggen of er meer nodig is."
        }
        return missing == 0
            ? "Neem kennis van de uren voor \(plan). Er wordt niet meer gevraagd."
            : "Stem in met \(Dutch.number(missing)) uur per maand extra voor \(plan), samen te leveren door de gemeenten."
    }
}
