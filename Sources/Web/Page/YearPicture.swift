package import Domain

/// A year as a picture: lines down, weeks across. State by tone and by pattern, each cell a link to the week in
/// words.
///
/// The name of a line stands beside its weeks on a wide screen and above them on a narrow one, so that the whole
/// year fits on a phone.
package struct YearPicture {
    package enum Tone: Sendable {
        /// Enough, also when one falls out.
        case deep
        /// Enough, with nothing to spare.
        case covered
        /// A gap that those concerned bear.
        case borne
        case gap
        case unknown
    }

    package struct Cell {
        package let tone: Tone
        package let path: String
        /// Line, week and state.
        package let words: String

        package init(_ tone: Tone, path: String, words: String) {
            (self.tone, self.path, self.words) = (tone, path, words)
        }
    }

    package struct Row {
        package let name: String
        package let cells: [Cell]

        package init(_ name: String, _ cells: [Cell]) {
            (self.name, self.cells) = (name, cells)
        }
    }

    private let label: String
    private let weeks: [Day]
    private let marked: [Bool]
    private let rows: [Row]
    private let legend: [(tone: Tone, words: String)]
    private let markWords: String?

    private static let height = 20

    /// - Parameters:
    ///   - weeks: the Monday of each; every row has as many cells.
    ///   - legend: only the tones that may occur.
    ///   - marked: weeks with a dot above them, and what that means.
    package init(
        _ label: String, weeks: [Day], rows: [Row], legend: [(tone: Tone, words: String)],
        marked: (weeks: [Bool], words: String)? = nil
    ) {
        (self.label, self.weeks, self.rows, self.legend) = (label, weeks, rows, legend)
        self.marked = marked?.weeks ?? []
        markWords = marked?.words
    }

    package var html: HTML {
        let lines = rows.map { row -> HTML in
            let cells = row.cells.enumerated().map { index, cell in link(cell, at: index) }
            return """
                <span class="line">\(row.name)</span>
                <svg height="\(Self.height)" role="group" aria-label="\(row.name)">\(cells)</svg>\n
                """
        }
        return """
            <div class="year-frame" role="group" aria-label="\(label)"><div class="year">
            <span class="line head"></span><svg height="24" aria-hidden="true">\(Self.patterns)\(months)\(dots)</svg>
            \(lines)</div></div>
            <ul class="legend">\(legend.map(Self.entry))\(markWords.map { words -> HTML in "<li>\(words)</li>" })</ul>
            """
    }

    /// Where a week begins, in hundredths of the width; hundredths of a percent are far below a pixel.
    private func share(_ week: Int) -> Double {
        Double(week * 10_000 / max(1, weeks.count)) / 100
    }

    private func link(_ cell: Cell, at week: Int) -> HTML {
        // A twelfth of a week stays white between two.
        let width = Double(920_000 / max(1, weeks.count) / 100) / 100
        let frame: HTML = "x=\"\(share(week))%\" width=\"\(width)%\" height=\"\(Self.height)\""
        return """
            <a href="\(cell.path)" tabindex="-1" aria-label="\(cell.words)">\
            \(Self.shape(cell.tone, frame, "<title>\(cell.words)</title>"))</a>
            """
    }

    private static func shape(_ tone: Tone, _ frame: HTML, _ title: HTML? = nil) -> HTML {
        switch tone {
        case .deep: "<rect class=\"fill-deep\" \(frame)>\(title)</rect>"
        case .covered: "<rect class=\"back\" \(frame)/><rect class=\"fill-covered\" \(frame)>\(title)</rect>"
        case .borne:
            "<rect class=\"back-borne\" \(frame)/><rect class=\"fill-borne\" \(frame)>\(title)</rect>"
        case .gap: "<rect class=\"back-gap\" \(frame)/><rect class=\"fill-gap\" \(frame)>\(title)</rect>"
        case .unknown: "<rect class=\"back\" \(frame)/><rect class=\"fill-unknown\" \(frame)>\(title)</rect>"
        }
    }

    /// The names of months where they begin; one of fewer than four weeks has no room for its own.
    private var months: HTML {
        let begins = weeks.indices.filter { $0 == 0 || weeks[$0].parts.month != weeks[$0 - 1].parts.month }
        let ends = begins.dropFirst() + [weeks.count]
        return HTML(
            zip(begins, ends).filter { $1 - $0 > 3 }.map { index, _ -> HTML in
                let (year, month, _) = weeks[index].parts
                let yearText: HTML? = month == 1 ? "<tspan class=\"wide\"> \(year)</tspan>" : nil
                return
                    "<text class=\"month\" x=\"\(share(index))%\" y=\"12\">\(Dutch.month(month))\(yearText)</text>"
            })
    }

    private var dots: HTML {
        HTML(
            marked.indices.filter { marked[$0] }.map { index -> HTML in
                "<circle class=\"dot\" cx=\"\(share(index) + share(1) / 2)%\" cy=\"20\" r=\"2\"/>"
            })
    }

    private static func entry(_ tone: Tone, _ words: String) -> HTML {
        "<li><svg aria-hidden=\"true\">\(shape(tone, "width=\"24\" height=\"16\""))</svg>\(words)</li>"
    }

    private static let patterns: HTML = """
        <defs>
        <pattern id="half" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 6L6 0" class="stroke-covered" stroke-width="1.6"/></pattern>
        <pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 0L6 6M0 6L6 0" class="stroke-gap" stroke-width="1.6"/></pattern>
        <pattern id="bars" width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M2 0L2 5" class="stroke-borne" stroke-width="1.8"/></pattern>
        <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.2" class="dot"/></pattern>
        </defs>
        """
}
