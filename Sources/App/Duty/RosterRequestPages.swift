import Domain
import Storage
import Web

/// How far a search is.
struct RosterRequestPage: Sendable {
    let request: RosterRequest
    /// Whoever reads wants it to stay as it is (WCAG 2.2.1).
    let isStill: Bool
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        guard let request = try tx.rosterRequest(try visit.id("id")) else { throw WebFailure.notFound }
        self.request = request
        isStill = !visit.request.query["stil"].isEmpty
        now = visit.now
    }
}

enum RosterRequestPages {
    private static let refreshSeconds = 2

    static func page(_ model: RosterRequestPage, _ csrf: String) -> Page {
        let request = model.request
        let isOpen = request.state.isOpen
        return Page(
            heading: heading(request), breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                \(standing(model))
                \(isOpen ? again(model) : "<p><a class=\"button\" href=\"/rooster/nieuw\">Zoek opnieuw</a></p>")
                \(isOpen && request.state != .stopping ? stop(request, csrf) : nil)
                """, refreshSeconds: isOpen && !model.isStill ? refreshSeconds : nil)
    }

    private static func again(_ model: RosterRequestPage) -> HTML {
        let path = "/rooster/zoeken/\(model.request.id)"
        let still: HTML? =
            model.isStill ? nil : "<a class=\"button quiet\" href=\"\(path)?stil=ja\">Stilzetten</a>"
        return """
            <p class="actions"><a class="button quiet" href="\(path)">Kijk opnieuw</a> \(still)</p>
            """
    }

    private static func stop(_ request: RosterRequest, _ csrf: String) -> HTML {
        form(
            "/rooster/zoeken/\(request.id)/stop", csrf: csrf,
            """
            <button class="quiet" type="submit">Stop en neem het beste tot nu toe</button>
            """)
    }

    private static func heading(_ request: RosterRequest) -> String {
        switch request.state {
        case .waiting: "Het zoeken begint zo"
        case .running:
            request.cost == nil ? "Oranje zoekt een eerste rooster" : "Er is een rooster; het kan nog beter"
        case .stopping: "Het beste rooster wordt opgeschreven"
        case .finished: "Het concept is klaar"
        case .failed: "Er is geen rooster gevonden"
        }
    }

    private static func standing(_ model: RosterRequestPage) -> HTML {
        let request = model.request
        let weeks = Dutch.count(request.weeks, "week", "weken")
        let asked: HTML = "<p>\(weeks) vanaf \(Dutch.date(request.firstWeek)).</p>"
        if let roster = request.roster {
            return """
                \(asked)<p>Het kost \(Dutch.number(request.cost ?? 0)) punten.
                <a href="/rooster/concept/\(roster)">Bekijk het concept</a></p>
                """
        }
        if let refusal = request.refusal { return "\(asked)<p>\(refusal)</p>" }
        let spent = request.begunAt.map { Int(model.now.milliseconds - $0.milliseconds) / 1_000 } ?? 0
        let cost: HTML? = request.cost.map { cost in
            """
            <p>Tot nu toe: \(Dutch.number(cost)) punten.
            \(request.bound.map { "Minder dan \(Dutch.number($0)) kan niet." } ?? "")</p>
            """
        }
        return """
            \(asked)<p><progress max="\(request.seconds)" value="\(min(spent, request.seconds))">\(spent) seconden</progress>
            \(min(spent, request.seconds)) van hooguit \(request.seconds) seconden.</p>\(cost)
            <p class="muted">U kunt deze pagina sluiten; het concept komt bij de concepten op de pagina Rooster.</p>
            """
    }
}
