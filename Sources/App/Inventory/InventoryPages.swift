import Domain
import Web

/// How municipalities stand, side by side.
enum InventoryPages {
    static let breadcrumb: HTML = "<a href=\"/inventaris\">Inventarisatie</a>"

    static func list(_ model: InventoriesPage) -> Page {
        let open = model.entries.first { $0.round.isOpen(on: model.today) }
        let heading =
            open.map { "\($0.round.title): in te vullen tot en met \(Dutch.date($0.round.closesOn))" }
            ?? (model.entries.isEmpty ? "Er is nog geen inventarisatie" : "Geen inventarisatie staat open")
        let add: HTML? =
            model.mayEdit
            ? "<div class=\"actions\"><a class=\"button\" href=\"/inventaris/nieuw\">Inventarisatie openen</a></div>"
            : nil
        let items = model.entries.map { entry -> HTML in
            """
            <li class="card"><h2><a href="/inventaris/\(entry.round.id)">\(entry.round.title)</a></h2>
            <p>Stand op \(Dutch.date(entry.round.referenceDay)). \(Dutch.percentage(entry.answered, of: entry.asked)) van de vragen is ingevuld.</p></li>
            """
        }
        return Page(
            heading: heading, breadcrumb: AgreementPages.breadcrumb,
            body: "\(add)<ul class=\"cards board\">\(items)</ul>")
    }

    static func round(_ model: InventoryPage) -> Page {
        let total = model.municipalities.count * InventoryFile.shipped.count
        let given = model.answers.values.map(\.count).reduce(0, +)
        return Page(
            heading: "\(model.round.title): \(Dutch.percentage(given, of: total)) van de vragen is ingevuld",
            breadcrumb: breadcrumb,
            body: """
                <p class="lead">Stand op \(Dutch.date(model.round.referenceDay)), in te vullen tot en met \(Dutch.date(model.round.closesOn)).
                Gemeenten staan op naam; er is geen rangorde.</p>
                \(own(model))\(InventoryQuestion.Section.allCases.map { section($0, model) })
                \(DownloadPages.links("\(model.path)/lijst"))
                """)
    }

    private static func own(_ model: InventoryPage) -> HTML? {
        guard !model.editable.isEmpty, model.round.isOpen(on: model.today) else { return nil }
        let items = model.editable.map { municipality -> HTML in
            let parts = InventoryQuestion.Section.allCases.map { section -> HTML in
                let (given, asked) = model.answered(municipality, section)
                return """
                    <li><a href="\(model.path)/\(municipality.code)/\(section.rawValue)">\(section.word.capitalisedFirst)</a>
                    <span class="muted">\(given) van \(asked)</span></li>
                    """
            }
            return """
                <details\(model.editable.count == 1 ? " open" : "")><summary>\(municipality.name) invullen</summary><ul class="plain">\(parts)</ul></details>
                """
        }
        return "<section class=\"card\"><h2 class=\"first\">Invullen</h2>\(items)</section>"
    }

    private static func section(_ section: InventoryQuestion.Section, _ model: InventoryPage) -> HTML {
        let items = InventoryFile.shipped.filter { $0.section == section }.map { question -> HTML in
            let spread = InventorySpread(question, model.values(question))
            let rows = model.municipalities.map { municipality -> HTML in
                let value = model.answers[municipality.code]?[question.code]
                return "<dt>\(municipality.name)</dt><dd>\(question.shown(value))</dd>"
            }
            return """
                <li><p><strong>\(question.text)</strong></p><p>\(spread.sentence(question))</p>
                <details><summary>Per gemeente<span class="visually-hidden">: \(question.text)</span></summary><dl class="facts">\(rows)</dl></details>
                <p><a href="/inventaris/vragen/\(question.code)">Over de jaren<span class="visually-hidden">: \(question.text)</span></a></p></li>
                """
        }
        return "<h2>\(section.word.capitalisedFirst)</h2><ul class=\"entries\">\(items)</ul>"
    }

    static func years(_ model: InventoryYearsPage) -> Page {
        var table = Table(
            model.question.text,
            columns: ["Gemeente"] + model.rounds.map { Dutch.shortDate($0.referenceDay) })
        for municipality in model.municipalities {
            table.add(
                ["\(municipality.name)"]
                    + model.rounds.map { round -> HTML in
                        municipality.exists(on: round.referenceDay)
                            ? "\(model.question.shown(model.value(municipality, round)))"
                            : "<span class=\"muted\">bestond niet</span>"
                    })
        }
        let sentences = model.rounds.map { round -> HTML in
            "<li>\(Dutch.date(round.referenceDay)): \(model.spread(round).sentence(model.question))</li>"
        }
        return Page(
            heading: model.question.text, breadcrumb: breadcrumb,
            body: "<ul>\(sentences)</ul>\(table.html)")
    }
}
