import Domain
import Web

/// The year as a picture: lines down, weeks across. State by tone and by pattern, each cell a link to the
/// week in words.
struct CoverageYearPicture {
    private static let labelWidth = 290
    private static let cellWidth = 14
    private static let rowHeight = 26
    private static let top = 22

    let page: CoveragePage

    var html: HTML {
        let width = Self.labelWidth + Self.cellWidth * page.weekCount + 4
        let height = Self.top + Self.rowHeight * page.rows.count + 4
        let rows = page.rows.enumerated().map { index, row in line(row, at: Self.top + index * Self.rowHeight)
        }
        return """
            <div class="year-frame" tabindex="0" role="region" aria-label="Bezetting per lijn en week">
            <svg class="year" viewBox="0 0 \(width) \(height)" role="group" aria-label="Bezetting per lijn en week">
            \(Self.patterns)\(months)\(rows)</svg></div>
            \(Self.legend)
            """
    }

    private var months: HTML {
        guard let weeks = page.rows.first?.weeks else { return "" }
        var shown = -1
        return HTML(
            weeks.enumerated().compactMap { index, week -> HTML? in
                let (year, month, _) = week.monday.parts
                guard month != shown else { return nil }
                shown = month
                let label = Dutch.month(month) + (month == 1 ? " \(year)" : "")
                return "<text class=\"month\" x=\"\(x(index))\" y=\"14\">\(label)</text>"
            })
    }

    private func line(_ row: CoveragePage.LineYear, at y: Int) -> HTML {
        let cells = row.weeks.enumerated().map { index, week -> HTML in
            let words = words(row, week)
            return """
                <a href="/bezetting/\(row.line.code)/\(week.monday.iso)" tabindex="-1" aria-label="\(words)">
                <rect class="\(Self.back(week.state))" x="\(x(index))" y="\(y)" width="\(Self.cellWidth - 1)" height="20"/>
                <rect class="\(Self.fill(week.state))" x="\(x(index))" y="\(y)" width="\(Self.cellWidth - 1)" height="20">\
                <title>\(words)</title></rect></a>
                """
        }
        return "<text x=\"0\" y=\"\(y + 15)\">\(row.name.shortened(to: 44))</text>\(cells)"
    }

    private func x(_ week: Int) -> Int {
        Self.labelWidth + week * Self.cellWidth
    }

    private func words(_ row: CoveragePage.LineYear, _ week: CoveragePage.Week) -> String {
        "\(row.name), week \(week.monday.weekNumber) vanaf \(Dutch.date(week.monday)): \(week.words)"
    }

    private static func fill(_ state: CoveragePage.Week.State) -> HTML {
        switch state {
        case .deep: "fill-deep"
        case .covered: "fill-covered"
        case .gap: "fill-gap"
        case .unknown: "fill-unknown"
        }
    }

    private static func back(_ state: CoveragePage.Week.State) -> HTML {
        state == .gap ? "back-gap" : "back"
    }

    /// What a cell is filled with, by state; of every picture of a year.
    static let patterns: HTML = """
        <defs>
        <pattern id="half" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 6L6 0" class="stroke-covered" stroke-width="1.6"/></pattern>
        <pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 0L6 6M0 6L6 0" class="stroke-gap" stroke-width="1.6"/></pattern>
        <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.2" class="dot"/></pattern>
        </defs>
        """

    private static let legend: HTML = """
        <ul class="legend">
        <li><svg aria-hidden="true"><rect class="fill-deep" width="24" height="16"/></svg>bezet, ook bij één uitval</li>
        <li><svg aria-hidden="true"><rect class="fill-covered" width="24" height="16"/></svg>bezet, deels door één persoon</li>
        <li><svg aria-hidden="true"><rect class="back-gap" width="24" height="16"/><rect class="fill-gap" width="24" height="16"/></svg>onbezet (een deel van de week)</li>
        <li><svg aria-hidden="true"><rect class="fill-unknown" width="24" height="16"/></svg>onbekend of het bezet is</li>
        </ul>
        """
}

extension CoveragePage.Week {
    /// The state with its meaning.
    var words: String {
        switch state {
        case .deep: "bezet, ook bij één uitval"
        case .covered: "bezet, waarvan \(Dutch.duration(minutes: oneDeepMinutes)) door één persoon"
        case .gap: "\(Dutch.duration(minutes: gapMinutes)) onbezet"
        case .unknown: "\(Dutch.duration(minutes: gapMinutes)) onbekend of het bezet is"
        }
    }
}
