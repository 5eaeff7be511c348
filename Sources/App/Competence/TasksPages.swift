import Domain
import Web

enum TasksPages {
    /// Lines of one group; the number in its title is complete.
    private static let linesMax = 40

    static func list(_ model: TasksPage) -> Page {
        let groups = model.groups.map { group -> HTML in
            let lines = group.tasks.prefix(linesMax).map { task -> HTML in
                "<li><a href=\"\(task.path)\">\(task.person.name.listed)</a><span>\(task.text)</span></li>"
            }
            let more: HTML? =
                group.tasks.count > linesMax
                ? "<p class=\"muted\">En nog \(group.tasks.count - linesMax).</p>" : nil
            return """
                <h2>\(group.title): \(group.tasks.count)</h2><p>\(group.advice)</p>
                <ul class="plain">\(lines)</ul>\(more)
                """
        }
        return Page(
            heading: model.count == 0
                ? "Aan vakbekwaamheid hoeft nu niets te gebeuren"
                : "Nog \(Dutch.count(model.count, "ding", "dingen")) te doen aan vakbekwaamheid",
            breadcrumb: "<a href=\"/vakbekwaamheid\">Vakbekwaamheid</a>",
            body: """
                \(groups)<h2>Alle certificaten</h2>\(DownloadPages.links("/vakbekwaamheid/certificaten"))
                <p><a href="/vakbekwaamheid/certificaten/inlezen">Certificaten inlezen uit een lijst</a></p>
                """)
    }
}
