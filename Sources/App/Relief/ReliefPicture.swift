import Domain
import Web

/// A bar per function from now until its people are used up, with a mark by when a neighbour must be asked. What
/// holds until the end runs off the picture.
struct ReliefPicture {
    private static let left = 150
    private static let plotWidth = 540
    private static let rowHeight = 34
    private static let top = 28

    private let rows: [(name: String, function: StayingPower.Function, hasNobody: Bool)]
    private let start: Instant
    private let end: Instant

    init(_ page: ReliefPage, _ power: StayingPower) {
        rows = power.functions.map { (page.short[$0.function] ?? $0.function.text, $0, page.hasNobody($0)) }
        (start, end) = (page.model.now, power.horizon)
    }

    var html: HTML {
        let height = Self.top + rows.count * Self.rowHeight + 8
        return """
            <div class="year-frame" tabindex="0" role="region" aria-label="Grafiek: tot wanneer elke functie te vullen is">
            <svg class="holding" viewBox="0 0 \(Self.left + Self.plotWidth + 20) \(height)" role="img" aria-label="\(summary)">
            \(days(height))\(rows.enumerated().map { row($0.offset, $0.element) })</svg></div>
            <p class="muted">Streep: zo lang zijn er mensen. Dwarsstreep: dan is een buurregio gevraagd. Pijl: houdt het vol.</p>
            """
    }

    private var summary: String {
        Dutch.list(
            rows.map { row in
                if row.hasNobody { return "\(row.name) er is niemand" }
                let at = row.function.exhaustedAt.map { "op vanaf \(Dutch.shortMoment($0))" }
                return "\(row.name) \(at ?? "houdt het vol")"
            })
    }

    private func x(_ instant: Instant) -> Int {
        let whole = max(1, end.minutes(since: start))
        let passed = min(max(0, instant.minutes(since: start)), whole)
        return Self.left + Self.plotWidth * passed / whole
    }

    /// A line at the beginning of every second day.
    private func days(_ height: Int) -> [HTML] {
        let first = Amsterdam.day(at: start).adding(days: 1)
        return (0..<8).map { first.adding(days: 2 * $0) }.filter { Amsterdam.startOfDay($0) < end }
            .map { day -> HTML in
                let (_, month, number) = day.parts
                let at = x(Amsterdam.startOfDay(day))
                return """
                    <path class="grid" d="M\(at) \(Self.top - 6)V\(height)"/>
                    <text x="\(at)" y="14" text-anchor="middle">\(number)-\(month)</text>
                    """
            }
    }

    private func row(
        _ number: Int, _ row: (name: String, function: StayingPower.Function, hasNobody: Bool)
    ) -> HTML {
        let y = Self.top + number * Self.rowHeight + Self.rowHeight / 2
        let (name, function, hasNobody) = row
        // A line says that there are people for so long.
        if hasNobody {
            return """
                <text x="\(Self.left - 10)" y="\(y + 5)" text-anchor="end">\(name)</text>
                <text x="\(Self.left)" y="\(y + 5)">niemand</text>
                """
        }
        let to = x(function.exhaustedAt ?? end)
        let isShort = function.exhaustedAt != nil
        let head: HTML =
            isShort
            ? "<path class=\"series series-0\" d=\"M\(to) \(y - 10)v20\"/>"
            : "<path class=\"series series-2\" d=\"M\(to - 8) \(y - 7)l8 7l-8 7\"/>"
        let ask: HTML? = function.askBy.map {
            "<path class=\"series series-1\" d=\"M\(x($0)) \(y - 12)v24\"/>"
        }
        return """
            <text x="\(Self.left - 10)" y="\(y + 5)" text-anchor="end">\(name)</text>
            <path class="series series-2" d="M\(Self.left) \(y)H\(to)"/>\(head)\(ask)
            """
    }
}
