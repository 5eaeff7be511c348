import Domain
import Simulation
import Web

/// What lies behind the sentence: where it breaks, who carries it, how many people it takes, what helps.
enum SimulationDepthPages {
    /// Functions shown per design; the rest break first more rarely.
    private static let breaksMax = 4

    static func breaks(_ model: SimulationResultPage, _ comparison: DesignComparison) -> HTML {
        var table = Table(
            "Welke functie als eerste onbezet raakt", columns: ["Ontwerp", "Als eerste", "Hoe vaak"])
        for design in comparison.designs {
            let breaks = design.firstBreaks.prefix(breaksMax)
            let names = breaks.map { share -> HTML in "<li>\(model.name(share.function))</li>" }
            let shares = breaks.map { share -> HTML in "<li>\(SimulationWords.percent(share.share))</li>" }
            table.add([
                "\(design.name)", breaks.isEmpty ? "geen" : "<ul>\(names)</ul>",
                breaks.isEmpty ? "–" : "<ul>\(shares)</ul>",
            ])
        }
        let sentences = comparison.designs.map { design -> HTML in
            guard let share = design.firstBreaks.first else {
                return "<li><strong>\(design.name)</strong>: nergens.</li>"
            }
            return """
                <li><strong>\(design.name)</strong>: het vaakst bij \(model.name(share.function)), \(SimulationWords.cases(share.share.value)).</li>
                """
        }
        return """
            <h2>Waar het breekt</h2><p>De functie die als eerste onbezet raakt:</p><ul>\(sentences)</ul>
            <details><summary>Als tabel</summary>\(table.html)</details>
            """
    }

    static func load(_ model: SimulationResultPage, _ comparison: DesignComparison) -> HTML {
        var table = Table(
            "Gemiddeld per inzet",
            columns: [
                "Ontwerp", "Onbezet", "Oproepen", "Mensen ingezet", "Uren per ingezet persoon",
                "Meeste uren van één persoon", "Kende elkaar", "Nachtdiensten",
            ])
        for design in comparison.designs {
            table.add([
                "\(design.name)", "\(SimulationWords.number(design.gapMinutes / 60)) uur",
                "\(SimulationWords.number(design.calls))",
                "\(SimulationWords.number(design.peopleUsed)) van \(design.people)",
                "\(SimulationWords.number(design.hoursPerPersonUsed))",
                "\(SimulationWords.number(design.hoursMostLoaded))",
                "\(design.acquaintedShare.map { "\(SimulationWords.number(100 * $0)) %" } ?? "–")",
                "\(design.nightShare.map { "\(SimulationWords.number(100 * $0)) %" } ?? "–")",
            ])
        }
        return """
            <h2>Wie het draagt</h2>\(carried(model, comparison))
            <details><summary>Als tabel</summary>\(table.html)</details>
            <details><summary>Uren per gemeente</summary>\(municipalities(model, comparison))</details>
            """
    }

    private static func carried(_ model: SimulationResultPage, _ comparison: DesignComparison) -> HTML {
        let design = focus(model, comparison)
        let known: HTML? = design.acquaintedShare.map { share in
            "Van wie samen aan het werk waren, kende \(SimulationWords.number(100 * share)) % elkaar."
        }
        let nights: HTML? = design.nightShare.map { share in
            "Van de diensten was \(SimulationWords.number(100 * share)) % een nachtdienst."
        }
        return """
            <p>\(design.name): gemiddeld werken \(SimulationWords.number(design.peopleUsed)) van de \(design.people) mensen,
            ieder \(SimulationWords.number(design.hoursPerPersonUsed)) uur; wie het meest werkt doet er
            \(SimulationWords.number(design.hoursMostLoaded)). \(known) \(nights)</p>
            """
    }

    private static func focus(
        _ model: SimulationResultPage, _ comparison: DesignComparison
    ) -> DesignResult {
        comparison.designs[min(model.run.request.focus, comparison.designs.count - 1)]
    }

    private static func municipalities(
        _ model: SimulationResultPage, _ comparison: DesignComparison
    ) -> HTML {
        var table = Table(
            "Gemiddelde uren per inzet, naar de gemeente die de mensen levert",
            columns: ["Gemeente"] + comparison.designs.map(\.name))
        for (index, place) in (comparison.designs.first?.hoursByMunicipality ?? []).enumerated() {
            let hours = comparison.designs.map { design -> HTML in
                "\(SimulationWords.number(design.hoursByMunicipality[index].hours))"
            }
            table.add(["\(model.name(place.municipality))"] + hours)
        }
        return table.html
    }

    static func depth(_ model: SimulationResultPage, _ report: SimulationReport) -> HTML {
        let certainty = model.run.request.certainty / 100
        let hours = Dutch.duration(minutes: 60 * report.comparison.scenario.hours)
        var table = Table(
            "Mensen per functie om de post \(hours) vol te houden met \(certainty) % zekerheid",
            columns: ["Functie", "Nu", "Nodig", "Tekort", "Houdt het nu vol"])
        for depth in report.depth {
            let short = depth.needed.map { max(0, $0 - depth.have) }
            table.add([
                "\(model.name(depth.function))", "\(depth.have)",
                "\(depth.needed.map { "\($0)" } ?? "meer dan \(DepthSearch.peopleMax)")",
                lacking(short),
                "\(SimulationWords.percent(depth.now))",
            ])
        }
        let shortages = report.depth.compactMap { depth -> HTML? in
            let name = model.name(depth.function)
            guard let needed = depth.needed else {
                return "<li>\(name): ook met \(DepthSearch.peopleMax) mensen lukt het niet.</li>"
            }
            guard needed > depth.have else { return nil }
            return "<li>\(name): \(needed - depth.have) meer, dus \(needed) in plaats van \(depth.have).</li>"
        }
        return """
            <h2>Hoeveel mensen er nodig zijn</h2>
            <p>\(focus(model, report.comparison).name), elke functie alleen bekeken: om de post \(hours) vol te houden met
            \(certainty) % zekerheid zijn er \(shortages.isEmpty ? "voor elke functie genoeg mensen." : "te weinig mensen voor:")</p>
            \(shortages.isEmpty ? nil : "<ul>\(shortages)</ul>" as HTML?)
            <p class="muted">Nieuwe mensen staan om de beurt bij elke gemeente.</p>
            <details><summary>Als tabel</summary>\(table.html)</details>
            """
    }

    private static func lacking(_ short: Int?) -> HTML {
        guard let short else { return "onbekend" }
        return short == 0 ? "geen" : "<strong>\(short)</strong>"
    }

    static func gains(_ model: SimulationResultPage, _ report: SimulationReport) -> HTML? {
        guard !report.gains.isEmpty else { return nil }
        var table = Table(
            "Wat één ding meer oplevert",
            columns: ["Verandering", "Aan het eind alle posten gevuld", "Onbezette tijd per inzet"])
        for gain in report.gains {
            let count = gain.kind == .response ? SimulationRequest.responseGainPoints : 1
            table.add([
                "\(SimulationWords.change(gain.kind, gain.function.map { model.name($0) }, count: count))",
                "\(gain.difference.survival.last.map { SimulationWords.difference($0) } ?? "")",
                "\(SimulationResultPages.closed(gain.difference))",
            ])
        }
        return "<h2>Wat één ding meer oplevert</h2>\(table.html)"
    }

    /// In the order in which they were asked: the product does not rank (spec B5).
    static func activities(_ model: SimulationResultPage, _ report: SimulationReport) -> HTML? {
        guard !report.activities.isEmpty else { return nil }
        var table = Table(
            "Activiteiten: wat zij kosten naast wat zij dichten",
            columns: [
                "Activiteit", "Levert op", "Uren", "Geld", "Aan het eind alle posten gevuld",
                "Onbezette tijd per inzet",
            ])
        for effect in report.activities {
            let activity = effect.activity
            let change = SimulationWords.change(
                activity.kind, activity.function.map { model.name($0) }, count: activity.count)
            table.add([
                "\(activity.name)", "\(change)",
                "\(activity.hours.map { Dutch.number($0) } ?? "niet opgegeven")",
                "\(activity.euros.map { "€ \(Dutch.number($0))" } ?? "niet opgegeven")",
                "\(effect.difference.survival.last.map { SimulationWords.difference($0) } ?? "")",
                "\(SimulationResultPages.closed(effect.difference))",
            ])
        }
        return
            "<h2>Activiteiten</h2><p>In de volgorde van de vraag; Oranje geeft geen rangorde.</p>\(table.html)"
    }
}
