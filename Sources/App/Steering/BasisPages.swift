import Domain
import Web

/// The board page "Basis op orde".
enum BasisPages {
    static func page(_ model: BasisPage, _ state: FormState) -> Page {
        guard let shown = model.shown else {
            return Page(
                heading: "Basis op orde: er zijn nog geen cijfers",
                body:
                    "<p>Het regionaal bureau maakt elk kwartaal de cijfers. De gemeenten kijken eerst; daarna staan zij hier.</p>\(take(model))\(links)"
            )
        }
        return Page(
            heading: "Basis op orde, \(shown.quarter.words)",
            body: """
                <section class="lead">\(model.sentences.map { text -> HTML in "<p>\(text)</p>" })</section>
                \(early(model, shown))\(state.summary)
                <p class="actions"><a class="button quiet" href="/bestuur/basis.pdf?kwartaal=\(shown.quarter.text)&amp;cijfer=\(model.measure.word)">Op één A4 (pdf)</a></p>
                \(figures(model, isPaper: false).html)
                <h2>Per gemeente: \(model.measure.word)</h2>\(choices(model, shown))
                \(map(model).html)<details><summary>Als tabel</summary>\(table(model, isPaper: false).html)</details>
                <p class="muted">Aantallen mensen onder de \(BasisFigure.shownFrom) staan er voor anderen niet bij.</p>
                <h2>Wat gemeenten erbij zeggen</h2>\(comments(model, shown, state))
                <h2>Gevraagd van het bestuur</h2>\(asked(model))
                \(others(model, shown))\(take(model))\(links)
                """, hasErrors: !state.errors.isEmpty)
    }

    private static let links: HTML = """
        <p><a href="/bestuur/groeipad">Het groeipad</a> · <a href="/besluiten">Besluiten</a> · <a href="/betrokkenheid">Betrokkenheid van gemeenten</a></p>
        """

    private static func early(_ model: BasisPage, _ shown: TakenQuarter) -> HTML? {
        guard shown.publishedAt == nil else { return nil }
        let publish: HTML? =
            model.prepares
            ? form(
                "/bestuur/\(shown.quarter.text)/openbaar", csrf: model.csrf,
                "<button type=\"submit\">Toon dit kwartaal aan het bestuur</button>") : nil
        return """
            <div class="nl-alert nl-alert--warning"><p>Het bestuur ziet dit kwartaal nog niet. De gemeenten kijken eerst naar hun
            eigen cijfers en kunnen er iets bij zeggen.</p></div>\(publish)
            """
    }

    private static func take(_ model: BasisPage) -> HTML? {
        guard model.prepares else { return nil }
        let quarter = BasisQuarter(of: model.today)
        guard model.quarters.first(where: { $0.quarter == quarter })?.publishedAt == nil else { return nil }
        return form(
            "/bestuur/\(quarter.text)/cijfers", csrf: model.csrf,
            "<p class=\"actions\"><button class=\"quiet\" type=\"submit\">Maak de cijfers van \(quarter.words)</button></p>"
        )
    }

    /// Own municipality beside the region, with the quarter before and the line of years.
    static func figures(_ model: BasisPage, isPaper: Bool) -> Table {
        let own = model.municipalities.filter { model.own.contains($0.code) }
        let space: HTML = isPaper ? " " : "<br>"
        var table = Table(
            "Hoe het staat",
            columns: ["Cijfer", "Regio", "Vorig kwartaal"] + (isPaper ? [] : ["Verloop"]) + own.map(\.name))
        for measure in BasisMeasure.allCases {
            let now = model.comparison.figure(measure)
            let values = model.trend.map { entry in
                entry.figures.first { $0.measure == measure }?.thousandths
            }
            let trend = TrendPicture(
                values: values,
                label:
                    "Verloop van \(measure.word) over \(Dutch.count(values.count, "kwartaal", "kwartalen"))")
            let line: [HTML] = isPaper ? [] : ["\(trend.html)"]
            table.add(
                [
                    "\(measure.word.capitalisedFirst)\(space)<span class=\"muted\">\(measure.meaning)</span>",
                    cell(now, space),
                    "\(model.comparison.earlier(measure)?.text ?? "–")",
                ] + line
                    + own.map { place in
                        measure.isLocal ? cell(model.comparison.figure(measure, of: place.code), space) : "–"
                    })
        }
        return table
    }

    private static func cell(_ figure: BasisFigure?, _ space: HTML) -> HTML {
        guard let figure else { return "niet vastgesteld" }
        let count: HTML? =
            figure.countText.isEmpty ? nil : "\(space)<span class=\"muted\">\(figure.countText)</span>"
        return "<strong>\(figure.text)</strong>\(count)"
    }

    private static func choices(_ model: BasisPage, _ shown: TakenQuarter) -> HTML {
        let links = BasisMeasure.allCases.filter(\.isLocal).map { measure -> HTML in
            measure == model.measure
                ? "<strong>\(measure.word)</strong> "
                : "<a href=\"/bestuur?kwartaal=\(shown.quarter.text)&amp;cijfer=\(measure.word)\">\(measure.word)</a> "
        }
        return "<p>\(links)</p>"
    }

    private static func local(_ model: BasisPage) -> [Code<Municipality>: BasisFigure] {
        let hidden = model.comparison.hidden(model.measure)
        return model.municipalities.reduce(into: [:]) { figures, place in
            figures[place.code] = model.figure(model.measure, of: place.code, hidden: hidden)
        }
    }

    static func map(_ model: BasisPage) -> TileMapPicture {
        let figures = local(model)
        let words = model.municipalities.map { "\($0.name): \(figures[$0.code]?.text ?? "niet getoond")" }
        return TileMapPicture(
            map: TileMap(model.municipalities),
            names: Dictionary(
                model.municipalities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }),
            figures: figures, own: model.own, label: words.joined(separator: "; "))
    }

    static func table(_ model: BasisPage, isPaper: Bool) -> Table {
        let hidden = isPaper ? "niet getoond" : "te weinig mensen om te tonen"
        let figures = local(model)
        var table = Table(
            "\(model.measure.word.capitalisedFirst) per gemeente", columns: ["Gemeente", "Aandeel", "Aantal"])
        for place in model.municipalities {
            let figure = figures[place.code]
            table.add([
                "\(place.name)", "\(figure?.text ?? hidden)",
                "\(figure?.countText ?? "–")",
            ])
        }
        return table
    }

    private static func comments(_ model: BasisPage, _ shown: TakenQuarter, _ state: FormState) -> HTML {
        let names = Dictionary(
            model.municipalities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let items = model.comments.map { comment -> HTML in
            "<li><strong>\(names[comment.municipality] ?? comment.municipality.text)</strong>: \(comment.text)</li>"
        }
        let list: HTML = items.isEmpty ? "<p>Nog niets.</p>" : "<ul>\(items)</ul>"
        guard let own = model.municipalities.first(where: { model.own.contains($0.code) }) else {
            return list
        }
        let field = Field(
            "tekst", "Toelichting van \(own.name) bij haar cijfers", .longText(rows: 3), isRequired: true)
        let inputs: HTML =
            "\(field.html(state))<p class=\"actions\"><button class=\"quiet\" type=\"submit\">Zet erbij</button></p>"
        return "\(list)\(form("/bestuur/\(shown.quarter.text)/toelichting", csrf: model.csrf, inputs))"
    }

    private static func asked(_ model: BasisPage) -> HTML {
        let items = model.asked.map { paper -> HTML in
            "<li><a href=\"/besluiten/stukken/\(paper.paper)\">\(paper.title)</a>, \(paper.body)</li>"
        }
        return items.isEmpty ? "<p>Er wordt geen besluit gevraagd.</p>" : "<ul>\(items)</ul>"
    }

    private static func others(_ model: BasisPage, _ shown: TakenQuarter) -> HTML? {
        let links = model.quarters.prefix(BasisPage.quartersMax).filter { $0.quarter != shown.quarter }.map {
            taken -> HTML in
            "<li><a href=\"/bestuur?kwartaal=\(taken.quarter.text)\">\(taken.quarter.words.capitalisedFirst)</a></li>"
        }
        return links.isEmpty
            ? nil : "<details><summary>Eerdere kwartalen</summary><ul>\(links)</ul></details>"
    }
}
