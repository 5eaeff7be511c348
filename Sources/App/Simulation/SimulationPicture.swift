import Simulation
import Web

/// How long each design holds: the share of cases in which every post is still filled, hour after hour. Lines
/// differ by their dashes, not by colour alone.
struct SimulationPicture {
    private static let width = 720
    private static let height = 300
    private static let left = 64
    private static let top = 16
    private static let plotWidth = 620
    private static let plotHeight = 230
    /// Points along a line: more than a screen shows.
    private static let pointsMax = 168

    private let designs: [DesignResult]
    private let hours: Int

    init(_ comparison: DesignComparison) {
        designs = comparison.designs
        hours = comparison.scenario.hours
    }

    /// The design of 2019 is the same line in every picture, and regional pools always the solid one.
    private var numbered: [(series: Int, design: DesignResult)] {
        var free = Self.seriesFree[...]
        return designs.map { design in
            if case .byFunction = design.design.sharing { return (Self.seriesBefore, design) }
            return (free.popFirst() ?? Self.seriesBefore, design)
        }
    }

    private static let seriesBefore = 5
    private static let seriesFree = [0, 1, 2, 3, 4, 6, 7]

    var html: HTML {
        let lines = numbered.map { line($0.series, $0.design) }
        return """
            <div class="year-frame" tabindex="0" role="region" aria-label="Grafiek: hoe lang elk ontwerp het volhoudt">
            <svg class="holding" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(summary)">
            \(axes)\(lines)</svg></div>
            <ul class="legend">\(numbered.map { legend($0.series, $0.design) })</ul>
            """
    }

    /// The picture by itself, on white and with its own colours, to put into a paper.
    var file: HTML {
        let rows = numbered.enumerated().map { row, entry -> HTML in
            let y = Self.height + 16 + row * Self.legendRow
            return """
                <path class="series series-\(entry.series)" d="M\(Self.left) \(y)h40"/>
                <text x="\(Self.left + 52)" y="\(y + 4)">\(entry.design.name)</text>
                """
        }
        let lines = numbered.map { line($0.series, $0.design) }
        let height = Self.height + 16 + designs.count * Self.legendRow
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(summary)">
            <style>\(Self.fileStyle)</style><rect width="100%" height="100%" fill="#fff"/>
            \(axes)\(lines)\(rows)</svg>
            """
    }

    private static let legendRow = 22

    /// The light colours of the style sheet; a file cannot refer to it.
    private static let fileStyle: HTML = """
        text{font:13px sans-serif;fill:#1B1F23}.grid{stroke:#D8D4CC;fill:none}
        .series{fill:none;stroke-width:3;stroke:#1B1F23}.band{fill:#1B1F23;opacity:.12}
        .series-0{stroke:#B3261E;stroke-dasharray:2 4}.band-0{fill:#B3261E}
        .series-1{stroke:#8A5A00;stroke-dasharray:10 5}.band-1{fill:#8A5A00}
        .series-2{stroke:#0B6E69}.band-2{fill:#0B6E69}
        .series-3{stroke:#B5470A;stroke-dasharray:12 4 2 4}.band-3{fill:#B5470A}
        .series-4{stroke:#5F6368;stroke-dasharray:5 5}.band-4{fill:#5F6368}
        .series-5{stroke-dasharray:16 4 4 4 4 4}
        .series-6{stroke:#6B2FA0;stroke-dasharray:6 3}.band-6{fill:#6B2FA0}
        .series-7{stroke:#084B48;stroke-dasharray:1 5 8 5}.band-7{fill:#084B48}
        """

    /// The picture in words.
    var summary: String {
        designs.map { design in
            "\(design.name): na \(hours) uur \(SimulationWords.cases(design.survival.last?.value ?? 0)) vol"
        }.joined(separator: "; ")
    }

    private var axes: HTML {
        let shares = [0, 25, 50, 75, 100].map { percent -> HTML in
            let line = y(Double(percent) / 100)
            return """
                <path class="grid" d="M\(Self.left) \(line)H\(Self.left + Self.plotWidth)"/>
                <text x="\(Self.left - 8)" y="\(line + 4)" text-anchor="end">\(percent) %</text>
                """
        }
        let step = max(1, hours / 24 / 7)
        let days = stride(from: 0, through: hours / 24, by: step).map { day -> HTML in
            "<text x=\"\(x(day * 24))\" y=\"\(Self.top + Self.plotHeight + 20)\" text-anchor=\"middle\">\(day)</text>"
        }
        return """
            \(shares)\(days)
            <text x="\(Self.left + Self.plotWidth)" y="\(Self.top + Self.plotHeight + 42)" text-anchor="end">dagen na het begin</text>
            """
    }

    private func line(_ number: Int, _ design: DesignResult) -> HTML {
        let step = max(1, hours / Self.pointsMax)
        let ticks = Array(stride(from: 0, through: hours, by: step))
        let shown = ticks.last == hours ? ticks : ticks + [hours]
        let upper = shown.map { "\(x($0)),\(y(design.survival[$0].high))" }
        let lower = shown.reversed().map { "\(x($0)),\(y(design.survival[$0].low))" }
        let points = shown.map { "\(x($0)),\(y(design.survival[$0].value))" }.joined(separator: " ")
        return """
            <polygon class="band band-\(number)" points="\((upper + lower).joined(separator: " "))"/>
            <polyline class="series series-\(number)" points="\(points)"/>
            """
    }

    private func legend(_ number: Int, _ design: DesignResult) -> HTML {
        """
        <li><svg aria-hidden="true" viewBox="0 0 40 16" class="holding wide">
        <path class="series series-\(number)" d="M0 8H40"/></svg>\(design.name)</li>
        """
    }

    private func x(_ hour: Int) -> Int {
        Self.left + hour * Self.plotWidth / max(1, hours)
    }

    private func y(_ share: Double) -> Int {
        Self.top + Int((Double(Self.plotHeight) * (1 - share)).rounded())
    }
}
