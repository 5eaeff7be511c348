import Domain
import Web

/// Hours for the plan: writing them, and what came of what was agreed.
enum HoursPages {
    static let crumb: HTML = "<a href=\"/uren\">Uren</a>"

    /// Three fields of which two are filled in already, above everything else: a line takes seconds.
    static func write(_ model: HoursPage, _ state: FormState) -> Page {
        guard !model.places.isEmpty else {
            return Page(
                heading: "U schrijft geen uren",
                body:
                    "<p>Uw account hoort bij geen gemeente. De functioneel beheerder kan dat veranderen.</p>")
        }
        var fields = [
            Field("uren", "Hoe lang", hint: "In uren: 2 of 1,5 of 1:30.", isRequired: true),
            Field("deelactiviteit", "Waarvoor", .choice(model.activities)),
        ]
        if model.places.count > 1 { fields.append(Field("gemeente", "Voor", .choice(model.places))) }
        fields += [Field("dag", "Dag", .date, isRequired: true), Field("toelichting", "Wat")]
        let hidden: HTML? =
            model.places.count == 1
            ? "<input type=\"hidden\" name=\"gemeente\" value=\"\(model.places[0].value)\">" : nil
        let inputs: HTML = """
            \(hidden)\(fields.map { $0.html(state) })<p class="actions"><button type="submit">Schrijf de uren</button></p>
            """
        let all: HTML? =
            model.seesPlan ? "<p><a href=\"/uren/maanden\">Uren van alle gemeenten, per maand</a></p>" : nil
        return Page(
            heading: model.heading,
            body: "\(state.summary)\(form("/uren", csrf: model.csrf, inputs))\(written(model))\(all)",
            hasErrors: !state.errors.isEmpty)
    }

    private static func written(_ model: HoursPage) -> HTML {
        guard !model.written.isEmpty else { return "<p>Deze maand is nog niets geschreven.</p>" }
        var table = Table(
            "Geschreven in \(Dutch.monthText(model.month.month))",
            columns: ["Dag", "Voor", "Uren", "Waarvoor", ""])
        for line in model.written {
            let hours = Dutch.hours(minutes: line.entry.minutes)
            let label = "Verwijder \(hours) uur van \(Dutch.shortDate(line.entry.day)), \(line.place)"
            let remove = form(
                "/uren/\(line.entry.id)/verwijdering", csrf: model.csrf,
                "<button class=\"link\" type=\"submit\" aria-label=\"\(label)\">Verwijder</button>")
            let note: HTML? =
                line.entry.note.isEmpty ? nil : "<br><span class=\"muted\">\(line.entry.note)</span>"
            table.add([
                "\(Dutch.shortDate(line.entry.day))", "\(line.place)", "\(hours)",
                "\(line.activity)\(note)", remove,
            ])
        }
        return table.html
    }

    static func months(_ model: CapacityPage) -> Page {
        let write: HTML? =
            model.mayWrite ? "<a class=\"button\" href=\"/uren\">Uren schrijven</a>" : nil
        return Page(
            heading: model.heading, breadcrumb: PlanPages.crumb,
            body: """
                <div class="actions">\(write)<a class="button quiet" href="/uren/capaciteit">Capaciteitsaanvraag</a></div>
                \(shortfalls(model))\(monthTable(model).html)
                <p class="muted">Uren van \(model.officeName) tellen naast de afspraak. Wat een ander meer deed, vult een tekort niet.</p>
                <p><a href="/uren/maanden?jaar=\((model.months.first?.month ?? model.today).parts.year - 1)">Een jaar eerder</a> ·
                \(NormPages.link(.planHours, .region, "Waar de afspraak staat"))</p>
                """)
    }

    private static func shortfalls(_ model: CapacityPage) -> HTML? {
        guard let month = model.lastPast else { return nil }
        let short = month.rows.filter { $0.shortfall > 0 }.map { row -> HTML in
            "<li>\(model.names[row.municipality] ?? row.municipality.text): \(Dutch.hours(minutes: row.shortfall)) uur te weinig</li>"
        }
        return short.isEmpty
            ? nil : "<h2>\(Dutch.monthText(month.month).capitalisedFirst)</h2><ul>\(short)</ul>"
    }

    static func monthTable(_ model: CapacityPage) -> Table {
        let first = model.months.first?.month ?? model.today
        let last = model.months.last?.month ?? model.today
        var table = Table(
            "Uren per gemeente, \(Dutch.monthText(first)) t/m \(Dutch.monthText(last))",
            columns: ["Gemeente", "Afspraak"] + model.months.map { Dutch.month($0.month.parts.month) })
        for row in model.months.last?.rows ?? [] {
            let cells = model.months.map { month -> HTML in
                let own = month.rows.first { $0.municipality == row.municipality }
                guard let own, month.month <= model.today else { return "–" }
                return own.shortfall > 0 && month.month < model.today.monthStart
                    ? "<strong>\(Dutch.hours(minutes: own.minutes))</strong> (tekort)"
                    : "\(Dutch.hours(minutes: own.minutes))"
            }
            table.add(
                [
                    "\(model.names[row.municipality] ?? row.municipality.text)",
                    "\(row.agreedHours.map { "\($0)" } ?? "niet vastgesteld")",
                ] + cells)
        }
        table.add(
            ["Samen", "\(model.months.last?.agreedHours.map { Dutch.number($0) } ?? "niet vastgesteld")"]
                + model.months.map { month -> HTML in "\(Dutch.hours(minutes: month.minutes))" })
        table.add(
            ["\(model.officeName)", "–"]
                + model.months.map { month -> HTML in "\(Dutch.hours(minutes: month.regionMinutes))" })
        return table
    }
}
