import Domain
import Web

/// The roster of a year as a picture: lines down, weeks across. State by tone and by pattern, each cell a link to
/// the weeks of the line.
struct RosterYearPicture {
    private static let labelWidth = 290
    private static let cellWidth = 14
    private static let rowHeight = 26
    private static let top = 26

    let page: RosterYearPage

    var html: HTML {
        let width = Self.labelWidth + Self.cellWidth * RosterYearPage.weeks + 4
        let height = Self.top + Self.rowHeight * page.rows.count + 4
        let rows = page.rows.enumerated().map { index, row in line(row, at: Self.top + index * Self.rowHeight)
        }
        return """
            <div class="year-frame" tabindex="0" role="region" aria-label="Rooster per lijn en week">
            <svg class="year" viewBox="0 0 \(width) \(height)" role="group" aria-label="Rooster per lijn en week">
            \(CoverageYearPicture.patterns)\(months)\(holidays)\(rows)</svg></div>
            \(Self.legend)
            """
    }

    private var months: HTML {
        guard let weeks = page.rows.first?.weeks else { return "" }
        var shown = -1
        return HTML(
            weeks.enumerated().compactMap { index, week -> HTML? in
                let (year, month, _) = week.period.monday.parts
                guard month != shown else { return nil }
                shown = month
                let label = Dutch.month(month) + (month == 1 ? " \(year)" : "")
                return "<text class=\"month\" x=\"\(x(index))\" y=\"14\">\(label)</text>"
            })
    }

    /// A dot above each week with a public holiday.
    private var holidays: HTML {
        HTML(
            (page.rows.first?.weeks ?? []).enumerated().filter { $0.element.hasHoliday }.map {
                index, _ -> HTML in
                "<circle class=\"dot\" cx=\"\(x(index) + Self.cellWidth / 2)\" cy=\"20\" r=\"2\"/>"
            })
    }

    private func line(_ row: RosterYearPage.Row, at y: Int) -> HTML {
        let cells = row.weeks.enumerated().map { index, week -> HTML in
            let words = "\(row.name), week \(week.period.monday.weekNumber): \(week.words)"
            return """
                <a href="/rooster/lijn/\(row.line)?van=\(week.period.monday.iso)" tabindex="-1" aria-label="\(words)">
                <rect class="\(week.state == .open ? "back-gap" : "back")" x="\(x(index))" y="\(y)" \
                width="\(Self.cellWidth - 1)" height="20"/>
                <rect class="\(Self.fill(week.state))" x="\(x(index))" y="\(y)" width="\(Self.cellWidth - 1)" height="20">\
                <title>\(words)</title></rect></a>
                """
        }
        let name = row.name.count <= 44 ? row.name : "\(row.name.prefix(43))…"
        return "<text x=\"0\" y=\"\(y + 15)\">\(name)</text>\(cells)"
    }

    private func x(_ week: Int) -> Int { Self.labelWidth + week * Self.cellWidth }

    private static func fill(_ state: RosterYearPage.Week.State) -> HTML {
        switch state {
        case .whole: "fill-deep"
        case .noBackup: "fill-covered"
        case .open: "fill-gap"
        }
    }

    private static let legend: HTML = """
        <ul class="legend">
        <li><svg aria-hidden="true"><rect class="fill-deep" width="24" height="16"/></svg>eerste en achterwacht</li>
        <li><svg aria-hidden="true"><rect class="fill-covered" width="24" height="16"/></svg>geen achterwacht (een deel van de week)</li>
        <li><svg aria-hidden="true"><rect class="back-gap" width="24" height="16"/><rect class="fill-gap" width="24" height="16"/></svg>geen eerste (een deel van de week)</li>
        <li>een stip erboven: een week met een feestdag</li>
        </ul>
        """
}
