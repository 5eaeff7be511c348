/// A table with a caption that scrolls inside its own frame and becomes a list on a phone.
package struct Table {
    package let caption: String
    package let columns: [String]
    package private(set) var rows: [[HTML]] = []

    package init(_ caption: String, columns: [String]) {
        self.caption = caption
        self.columns = columns
    }

    /// - Parameter cells: one for each column; the first is the row's heading.
    package mutating func add(_ cells: [HTML]) {
        rows.append(cells)
    }

    package var html: HTML {
        let heads = columns.map { column -> HTML in "<th scope=\"col\">\(column)</th>" }
        let body = rows.map { cells -> HTML in
            let tagged = zip(columns, cells).enumerated().map { index, pair -> HTML in
                if index == 0 { return "<th scope=\"row\" data-label=\"\(pair.0)\">\(pair.1)</th>" }
                // Nothing to say is no line of its own in the list on a phone.
                if pair.1.isEmpty { return "<td class=\"empty\"></td>" }
                // A column of actions has no heading; they name themselves.
                if pair.0.isEmpty { return "<td>\(pair.1)</td>" }
                return "<td data-label=\"\(pair.0)\">\(pair.1)</td>"
            }
            return "<tr>\(tagged)</tr>\n"
        }
        return """
            <div class="table-frame" tabindex="0" role="region" aria-label="\(caption)">
            <table><caption>\(caption)</caption><thead><tr>\(heads)</tr></thead><tbody>
            \(body)</tbody></table></div>
            """
    }
}
