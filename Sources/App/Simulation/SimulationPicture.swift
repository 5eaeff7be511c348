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

    let designs: [DesignResult]
    let hours: Int

    var html: HTML {
        let lines = designs.enumerated().map { line($0.offset, $0.element) }
        return """
            <div class="year-frame" tabindex="0" role="region" aria-label="Grafiek: hoe lang elk ontwerp het volhoudt">
            <svg class="holding" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(summary)">
            \(axes)\(lines)</svg></div>
            <ul class="legend">\(designs.enumerated().map { legend($0.offset, $0.element) })</ul>
            """
    }

    private var summary: String {
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
            <polygon class="band band-\(number % 6)" points="\((upper + lower).joined(separator: " "))"/>
            <polyline class="series series-\(number % 6)" points="\(points)"/>
            """
    }

    private func legend(_ number: Int, _ design: DesignResult) -> HTML {
        """
        <li><svg aria-hidden="true" viewBox="0 0 40 16" class="holding wide">
        <path class="series series-\(number % 6)" d="M0 8H40"/></svg>\(design.name)</li>
        """
    }

    private func x(_ hour: Int) -> Int {
        Self.left + hour * Self.plotWidth / max(1, hours)
    }

    private func y(_ share: Double) -> Int {
        Self.top + Int((Double(Self.plotHeight) * (1 - share)).rounded())
    }
}
