import Domain
import Web

/// Agreements and who took them over.
enum AgreementPages {
    static let breadcrumb: HTML = "<a href=\"/afspraken\">Afspraken</a>"

    static func list(_ model: AgreementsPage) -> Page {
        let open = model.entries.count { $0.figures.notYet > 0 }
        let heading =
            model.entries.isEmpty
            ? "Er zijn nog geen regionale afspraken"
            : open == 0
                ? "Alle gemeenten hebben alle afspraken overgenomen"
                : "\(Dutch.count(open, "afspraak is", "afspraken zijn")) nog niet door iedereen overgenomen"
        let add: HTML? =
            model.mayEdit ? "<a class=\"button\" href=\"/afspraken/nieuw\">Afspraak toevoegen</a>" : nil
        return Page(
            heading: heading,
            body: """
                <div class="actions">\(add)<a class="button quiet" href="/afspraken/toezeggingen">Toezeggingen (\(model.promises))</a>
                <a class="button quiet" href="/inventaris">Stand van zaken</a>
                <a class="button quiet" href="/documenten">Documenten</a>
                <a class="button quiet" href="/besluiten">Besluiten en gesprekken</a></div>
                \(Agreement.Theme.allCases.map { theme($0, model) })
                """)
    }

    private static func theme(_ theme: Agreement.Theme, _ model: AgreementsPage) -> HTML? {
        let entries = model.entries.filter { $0.agreement.theme == theme }
        guard !entries.isEmpty else { return nil }
        let own = model.ownName.map { ["\($0)"] } ?? []
        var table = Table(
            "\(theme.word.capitalisedFirst), per afspraak hoeveel gemeenten",
            columns: ["Afspraak", "Overgenomen", "Wijkt af", "Nog niet"] + own)
        for entry in entries {
            let figures = entry.figures
            let harm: HTML? = figures.harmful == 0 ? nil : ", waarvan \(figures.harmful) schadelijk"
            table.add(
                [
                    "<a href=\"/afspraken/\(entry.agreement.id)\">\(entry.agreement.title)</a>",
                    "\(figures.adopted) van \(figures.municipalities)", "\(figures.deviating)\(harm)",
                    "\(figures.notYet)",
                ] + (own.isEmpty ? [] : [entry.own?.html ?? ""]))
        }
        return "<h2>\(theme.word.capitalisedFirst)</h2>\(table.html)"
    }

    static func agreement(_ model: AgreementPage) -> Page {
        let figures = model.figures
        let edit: HTML? =
            model.mayEdit
            ? "<div class=\"actions\"><a class=\"button quiet\" href=\"\(model.path)/versie\">Nieuwe versie</a></div>"
            : nil
        return Page(
            heading:
                "\(model.agreement.title): \(figures.adopted) van \(figures.municipalities) gemeenten doen mee zoals afgesproken",
            breadcrumb: breadcrumb,
            body: """
                \(text(model))\(edit)\(promises(model))\(rows(model))\(versions(model))
                """)
    }

    private static func text(_ model: AgreementPage) -> HTML {
        guard let version = model.offered else { return "" }
        let paragraphs = version.text.split(whereSeparator: \.isNewline).map { line -> HTML in
            "<p>\(String(line))</p>"
        }
        let begins: HTML? =
            model.present == nil
            ? "<p><span class=\"tag attention\">gaat nog in</span></p>" : nil
        return """
            \(begins)\(paragraphs)<p class="muted">Versie \(version.number), vanaf \(Dutch.date(version.day)). \(version.source).</p>
            """
    }

    private static func promises(_ model: AgreementPage) -> HTML? {
        guard !model.promises.isEmpty else { return nil }
        let codes = Dutch.list(model.promises.map(\.code.text))
        return "<p>Hierbij hoort: <a href=\"/afspraken/toezeggingen\">toezegging \(codes)</a>.</p>"
    }

    private static func rows(_ model: AgreementPage) -> HTML {
        let items = model.rows.map { row -> HTML in
            let code = row.municipality.code
            let adopt: HTML? =
                row.mayAdopt
                ? """
                <a class="button quiet" href="\(model.path)/\(code)">Vastleggen<span class="visually-hidden"> voor \(row.municipality.name)</span></a>
                """ : nil
            let judge: HTML? =
                if model.mayEdit, case .deviates = row.standing {
                    """
                    <a class="button quiet" href="\(model.path)/\(code)/oordeel">Beoordelen<span class="visually-hidden">: \(row.municipality.name)</span></a>
                    """
                } else { nil }
            // It does not count yet, and whoever recorded it must see that it was.
            let coming = row.history.last { $0.day > model.today }.map { adoption -> HTML in
                "<p class=\"muted\">Vanaf \(Dutch.date(adoption.day)): \(adoption.choice.kind.word).</p>"
            }
            return """
                <li><p><strong>\(row.municipality.name)</strong> \(row.standing.html)</p>\(coming)\(deviation(row))
                \(history(row))<div class="actions">\(adopt)\(judge)</div></li>
                """
        }
        return "<h2>Per gemeente</h2><ul class=\"entries\">\(items)</ul>"
    }

    private static func deviation(_ row: AgreementPage.Row) -> HTML? {
        guard case .deviates(let adoption) = row.standing else { return nil }
        let ground = adoption.choice.harm.ground
        let judged: HTML? = ground.isEmpty ? nil : "<p class=\"muted\">Oordeel van de regio: \(ground)</p>"
        return "<p>\(adoption.choice.deviation)</p>\(judged)"
    }

    private static func history(_ row: AgreementPage.Row) -> HTML? {
        guard row.history.count > 1 else { return nil }
        let items = row.history.reversed().map { adoption -> HTML in
            let judged = adoption.choice.harm.kind
            let harm: HTML? = judged == .notJudged ? nil : "; \(judged.word)"
            return """
                <li>\(Dutch.date(adoption.day)): versie \(adoption.version), \(adoption.choice.kind.word)\(harm)</li>
                """
        }
        return
            "<details><summary>Geschiedenis van \(row.municipality.name)</summary><ul>\(items)</ul></details>"
    }

    private static func versions(_ model: AgreementPage) -> HTML? {
        guard model.agreement.versions.count > 1 else { return nil }
        let items = model.agreement.versions.reversed().map { version -> HTML in
            "<li><p><strong>Versie \(version.number)</strong>, vanaf \(Dutch.date(version.day)). \(version.source)</p><p>\(version.text)</p></li>"
        }
        return "<h2>Alle versies</h2><ul class=\"entries\">\(items)</ul>"
    }
}

extension AdoptionStanding {
    /// State in a word, with what decides it.
    var html: HTML {
        switch self {
        case .notYet: "<span class=\"tag unknown\">nog niet</span>"
        case .adopted(let adoption):
            "<span class=\"tag covered\">overgenomen</span> \(Dutch.shortDate(adoption.day))"
        case .earlier(let adoption):
            "<span class=\"tag attention\">nog niet</span> nam versie \(adoption.version) over"
        case .withdrawn(let adoption):
            "<span class=\"tag gap\">doet niet mee</span> sinds \(Dutch.shortDate(adoption.day))"
        case .deviates(let adoption):
            switch adoption.choice.harm.kind {
            case .notJudged: "<span class=\"tag attention\">wijkt af</span> \(HarmKind.notJudged.word)"
            case .harmless: "<span class=\"tag covered\">wijkt af</span> \(HarmKind.harmless.word)"
            case .harmful: "<span class=\"tag gap\">wijkt af</span> \(HarmKind.harmful.word)"
            }
        }
    }
}
