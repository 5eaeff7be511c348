import Web

/// The links with which a list is taken along.
enum DownloadPages {
    /// - Parameters:
    ///   - path: without the ending.
    ///   - query: what the list on the page is narrowed to.
    static func links(_ path: String, query: String = "") -> HTML {
        let question = query.isEmpty ? "" : "?\(query)"
        return """
            <p class="muted">Deze lijst als <a href="\(path).xlsx\(question)">Excel-bestand (xlsx)</a> of
            <a href="\(path).csv\(question)">csv-bestand</a>.</p>
            """
    }
}
