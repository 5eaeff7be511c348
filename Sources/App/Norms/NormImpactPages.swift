import Domain
import Web

/// What a proposed norm changes, line by line.
enum NormImpactPages {
    /// Gaps named one by one; the counts are complete.
    private static let gapsMax = 5

    static func effect(_ impact: NormImpact) -> HTML {
        switch impact.effect {
        case .unread:
            """
            <p>Nog niets in Oranje rekent met dit getal. Vastleggen verandert geen rooster, geen bezetting en geen alarm;
            het staat daarna met bron en datum op deze plaats.</p>
            """
        case .elsewhere(let use):
            "<p>De bezetting verandert niet. Met dit getal rekent vanaf die dag: \(use)</p>"
        case .beyondHorizon(let horizon):
            "<p>Dit gaat pas in na \(Dutch.moment(horizon.end)), de laatste dag waarover de bezetting wordt uitgerekend.</p>"
        case .noLine:
            "<p>Voor deze functie is er geen piketlijn; de bezetting verandert niet.</p>"
        case .lines(let differences, let names, let horizon): lines(differences, names, horizon)
        case .horizon(let before, let after): horizons(before, after)
        }
    }

    private static func lines(
        _ differences: [LineDifference], _ names: [Code<DutyLine>: String], _ horizon: Interval
    ) -> HTML {
        var table = Table(
            "Bezetting, \(Dutch.period(horizon))",
            columns: [
                "Lijn", "Bezet nu", "Bezet straks", "Ook bij één uitval nu", "Ook bij één uitval straks",
                "Wat verandert",
            ])
        for line in differences {
            table.add([
                "\(names[line.line] ?? line.line.text)",
                share(line.before, \.coveredMinutes), share(line.after, \.coveredMinutes),
                share(line.before, \.oneOutMinutes), share(line.after, \.oneOutMinutes),
                "\(NormImpactWords.change(line))",
            ])
        }
        let gaps = differences.flatMap { line in line.newGaps.map { (line.line, $0) } }
            .sorted { $0.1.start < $1.1.start }
        let listed = gaps.prefix(gapsMax).map { line, gap -> HTML in
            "<li>\(names[line] ?? line.text): \(Dutch.period(gap)) (\(Dutch.duration(minutes: gap.minutes)))</li>"
        }
        let heading = Dutch.count(gaps.count, "nieuw gat", "nieuwe gaten").capitalisedFirst
        let more = gaps.count > gapsMax ? ", de eerste \(gapsMax)" : ""
        return """
            \(table.html)
            \(gaps.isEmpty ? nil : "<h3>\(heading)\(more)</h3><ul>\(listed)</ul>")
            """
    }

    private static func horizons(_ before: CoverageReport, _ after: CoverageReport) -> HTML {
        var table = Table(
            "Alle lijnen samen",
            columns: ["Wat", "Nu", "Straks"])
        let (old, new) = (before.coverage.figures, after.coverage.figures)
        table.add([
            "Uitgerekend tot", "\(Dutch.moment(before.coverage.horizon.end))",
            "\(Dutch.moment(after.coverage.horizon.end))",
        ])
        table.add([
            "Volgens rooster bezet", share(old, \.coveredMinutes), share(new, \.coveredMinutes),
        ])
        table.add([
            "Ook bij één uitval", share(old, \.oneOutMinutes), share(new, \.oneOutMinutes),
        ])
        table.add(["Gaten", "\(before.gaps.count)", "\(after.gaps.count)"])
        return table.html
    }

    private static func share(_ figures: CoverageFigures, _ minutes: KeyPath<CoverageFigures, Int>) -> HTML {
        "<span class=\"nowrap\">\(Dutch.percentage(figures[keyPath: minutes], of: figures.minutes))</span>"
    }
}
