import Domain
import Simulation
import Web

/// What a simulation says: a sentence, a picture, the same as tables, and what the model leaves out.
enum SimulationResultPages {
    static func result(_ model: SimulationResultPage) -> Page {
        let crumb: HTML = "<a href=\"/simulatie\">Doorrekenen</a>"
        guard let report = model.run.report else {
            return Page(heading: waitingHeading(model.run), breadcrumb: crumb, body: waiting(model))
        }
        return Page(
            heading: heading(report.comparison, focus: model.run.request.focus), breadcrumb: crumb,
            body: """
                \(sentences(report.comparison))
                \(sameness(model))
                \(paper(model, report, tablesOpen: false))
                \(details(model, report))
                \(actions(model))
                """)
    }

    /// The part that goes into a paper: picture, table, and what it leaves out.
    static func paperPage(_ model: SimulationResultPage, _ report: SimulationReport) -> Page {
        Page(
            heading: heading(report.comparison, focus: model.run.request.focus),
            breadcrumb: "<a href=\"/simulatie/\(model.run.id)\">\(model.run.request.name)</a>",
            body: """
                \(sentences(report.comparison))\(paper(model, report, tablesOpen: true))
                <h2>Meenemen</h2>
                \(DownloadPages.links("/simulatie/\(model.run.id)/cijfers"))
                <p><a href="/simulatie/\(model.run.id)/stuk.pdf">Dit stuk als toegankelijke pdf</a></p>
                <p class="muted">De grafiek als <a href="/simulatie/\(model.run.id)/grafiek.svg">tekening (svg)</a>, voor in een document.</p>
                """)
    }

    /// The same as a document of its own.
    static func document(
        _ model: SimulationResultPage, _ report: SimulationReport, regionName: String, at now: Instant
    ) -> Paper {
        let picture = SimulationPicture(report.comparison)
        return Paper(
            kind: "Doorrekening", title: heading(report.comparison, focus: model.run.request.focus),
            regionName: regionName, made: now,
            body: """
                <p>\(model.run.request.name)</p>
                \(sentences(report.comparison))
                <h2>Hoe lang elk ontwerp het volhoudt</h2>
                \(HTML.picture(picture.file, alternative: picture.summary))
                \(survival(report.comparison).paper)
                \(differences(report.comparison).map { table -> HTML in "<h2>Wat het verschil is</h2>\(table.paper)" })
                <h2>Wat dit model niet weet</h2>\(SimulationCaveats.list(model, report))
                """)
    }

    // MARK: Waiting

    private static func waitingHeading(_ run: SimulationRun) -> String {
        switch run.state {
        case .waiting, .running: "\(run.request.name): Oranje is aan het rekenen"
        case .finished, .failed: "\(run.request.name): het rekenen is mislukt"
        case .cancelled: "\(run.request.name): het rekenen is gestopt"
        }
    }

    private static func waiting(_ model: SimulationResultPage) -> HTML {
        let run = model.run
        let progress: HTML =
            run.state.isOpen
            ? """
            <p><progress max="\(run.steps)" value="\(run.done)">\(run.done) van \(run.steps)</progress></p>
            <p>U hoeft niet te wachten: het rekenen gaat door als u deze pagina verlaat.</p>
            <p><a class="button" href="/simulatie/\(run.id)">Kijk opnieuw</a></p>
            """ : ""
        return "<p>Stand: \(SimulationWords.state(run)).</p>\(progress)\(actions(model))"
    }

    private static func actions(_ model: SimulationResultPage) -> HTML {
        guard model.mayRun else { return "" }
        let path: HTML = "/simulatie/\(model.run.id)"
        if model.run.state.isOpen {
            return """
                <form method="post" action="\(path)/stoppen"><input type="hidden" name="csrf" value="\(model.csrf)">
                <p class="actions"><button type="submit">Stop het rekenen</button></p></form>
                """
        }
        return """
            <form method="post" action="\(path)/herhaling"><input type="hidden" name="csrf" value="\(model.csrf)">
            <p class="actions"><button type="submit">Herhaal met dezelfde mensen en hetzelfde toeval</button></p></form>
            """
    }

    private static func sameness(_ model: SimulationResultPage) -> HTML? {
        guard let first = model.run.repeats else { return nil }
        let link: HTML = "<a href=\"/simulatie/\(first)\">eerdere berekening</a>"
        switch model.isSameAsBefore {
        case true?: return "<p class=\"notice\">Herhaling: elk getal is gelijk aan de \(link).</p>"
        case false?:
            return
                "<p class=\"notice\">Herhaling: de uitkomst wijkt af van de \(link). Het model is sindsdien veranderd.</p>"
        case nil: return "<p>Dit is een herhaling van een \(link).</p>"
        }
    }

    // MARK: In words

    /// The best way of sharing beside the first design. Where even that one seldom holds to the end, the moment of
    /// the first gap says more than the end.
    ///
    /// - Parameter focus: designs up to it differ only in who works for whom.
    static func heading(_ comparison: DesignComparison, focus: Int) -> String {
        guard let first = comparison.designs.first,
            let best = comparison.designs.prefix(focus + 1).max(by: { last($0) < last($1) })
        else { return "Er is niets te vergelijken" }
        let days = Dutch.count(comparison.scenario.hours / 24, "dag", "dagen")
        guard best.name != first.name else {
            return "\(days) vol houden lukt \(SimulationWords.cases(last(first)))"
        }
        if last(best) < seldom, let soonest = best.medianFirstGapHours, let before = first.medianFirstGapHours
        {
            return "\(best.name): in de helft van de gevallen een gat binnen \(within(soonest)). "
                + "\(first.name): binnen \(within(before))"
        }
        return "\(best.name): \(days) vol \(SimulationWords.cases(last(best))). "
            + "\(first.name): \(SimulationWords.cases(last(first)))"
    }

    private static let seldom = 0.05

    private static func within(_ hours: Int) -> String { Dutch.duration(minutes: 60 * (hours + 1)) }

    private static func last(_ design: DesignResult) -> Double { design.survival.last?.value ?? 0 }

    private static func sentences(_ comparison: DesignComparison) -> HTML {
        let days = Dutch.count(comparison.scenario.hours / 24, "dag", "dagen")
        let lines = comparison.designs.map { design -> HTML in
            let gap: HTML =
                design.medianFirstGapHours.map { hours -> HTML in
                    "In de helft van de gevallen is er binnen \(within(hours)) een gat."
                } ?? "In meer dan de helft van de gevallen is er geen gat."
            return """
                <li><strong>\(design.name)</strong>: alle posten blijven \(days) gevuld \(SimulationWords.cases(last(design))). \(gap)</li>
                """
        }
        return "<ul class=\"lead\">\(lines)</ul>"
    }

    // MARK: Picture and tables

    private static func paper(
        _ model: SimulationResultPage, _ report: SimulationReport, tablesOpen: Bool
    ) -> HTML {
        let comparison = report.comparison
        let open: HTML = tablesOpen ? " open" : ""
        return """
            <h2>Hoe lang elk ontwerp het volhoudt</h2>
            \(SimulationPicture(comparison).html)
            <details\(open)><summary>Als tabel</summary>\(survival(comparison).html)</details>
            \(differences(comparison).map { table -> HTML in "<h2>Wat het verschil is</h2>\(table.html)" })
            <h2>Wat dit model niet weet</h2>\(SimulationCaveats.list(model, report))
            """
    }

    private static func moments(_ hours: Int) -> [Int] {
        Set([4, 12, 24, 48, 72, 168, hours].filter { $0 <= hours }).sorted()
    }

    private static func survival(_ comparison: DesignComparison) -> Table {
        let shown = moments(comparison.scenario.hours)
        var table = Table(
            "Alle posten gevuld, in procenten van \(Dutch.number(comparison.designs.first?.replications ?? 0)) nagespeelde inzetten (95 %-interval)",
            columns: ["Ontwerp"] + shown.map { "t/m uur \($0)" })
        for design in comparison.designs {
            let cells = shown.map { hour -> HTML in
                "\(SimulationWords.percent(design.survival[hour]))"
            }
            table.add(["\(design.name)"] + cells)
        }
        return table
    }

    private static func differences(_ comparison: DesignComparison) -> Table? {
        guard let first = comparison.designs.first, !comparison.differences.isEmpty else { return nil }
        let hours = comparison.scenario.hours
        let shown = Set([24, 72, hours].filter { $0 <= hours }).sorted()
        var table = Table(
            "Hoe vaak alle posten gevuld blijven, vergeleken met \(first.name), met hetzelfde toeval",
            columns: ["Ontwerp"] + shown.map { "t/m uur \($0)" } + ["Onbezette tijd per inzet"])
        for difference in comparison.differences {
            let cells = shown.map { hour -> HTML in
                "\(SimulationWords.difference(difference.survival[hour]))"
            }
            table.add(["\(difference.name)"] + cells + ["\(closed(difference))"])
        }
        return table
    }

    static func closed(_ difference: DesignDifference) -> String {
        let hours = difference.gapMinutesClosed / 60
        return hours >= 0
            ? "\(SimulationWords.number(hours)) uur minder" : "\(SimulationWords.number(-hours)) uur meer"
    }

    private static func details(_ model: SimulationResultPage, _ report: SimulationReport) -> HTML {
        """
        \(SimulationDepthPages.breaks(model, report.comparison))
        \(SimulationDepthPages.load(model, report.comparison))
        \(SimulationDepthPages.depth(model, report))
        \(SimulationDepthPages.gains(model, report))
        \(SimulationDepthPages.activities(model, report))
        <p><a href="/simulatie/\(model.run.id)/stuk">Als stuk voor een vergadering</a></p>
        """
    }
}
