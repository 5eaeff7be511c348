import Domain
import Web

/// Documents, and that they were read.
enum DocumentPages {
    static let breadcrumb: HTML = "<a href=\"/documenten\">Documenten</a>"

    static func list(_ model: DocumentsPage) -> Page {
        let heading =
            model.toRead.isEmpty
            ? "Je hebt alles gelezen wat je moet lezen"
            : "Je moet nog \(Dutch.count(model.toRead.count, "document", "documenten")) lezen"
        let add: HTML? =
            model.mayEdit
            ? "<div class=\"actions\"><a class=\"button\" href=\"/documenten/nieuw\">Document toevoegen</a></div>"
            : nil
        let cards = model.cards.map { card -> HTML in
            "<li><a href=\"/taakkaarten/\(card.code)\">\(card.name)</a></li>"
        }
        return Page(
            heading: heading,
            body: """
                \(add)\(RegionalDocument.Kind.allCases.map { kind($0, model) })
                <h2>Taakkaarten</h2><ul>\(cards)</ul>
                """)
    }

    private static func kind(_ kind: RegionalDocument.Kind, _ model: DocumentsPage) -> HTML {
        let items = model.entries.filter { $0.document.kind == kind }.map { entry -> HTML in
            let version =
                entry.version.map { "versie \($0.number), \(Dutch.shortDate($0.day))" } ?? "gaat nog in"
            return """
                <li><a href="/documenten/\(entry.document.id)">\(entry.document.title)</a> <span class="muted">\(version)</span>
                \(state(entry))</li>
                """
        }
        let list: HTML = items.isEmpty ? "<p>Er is er nog geen.</p>" : "<ul class=\"plain\">\(items)</ul>"
        return "<h2>\(kind.words.capitalisedFirst)</h2>\(list)"
    }

    private static func state(_ entry: DocumentsPage.Entry) -> HTML? {
        if entry.standing.isRead { return "<span class=\"tag covered\">gelezen</span>" }
        return entry.isAsked ? "<span class=\"tag attention\">nog lezen</span>" : nil
    }

    static func document(_ model: DocumentPage) -> Page {
        Page(
            heading: model.document.title, breadcrumb: breadcrumb,
            body: """
                \(content(model))\(confirm(model))\(figures(model))\(versions(model))
                """)
    }

    private static func content(_ model: DocumentPage) -> HTML {
        guard let version = model.present else {
            return "<p><span class=\"tag attention\">gaat nog in</span></p>"
        }
        let note: HTML? = version.note.isEmpty ? nil : "<p class=\"lead\">Nieuw: \(version.note)</p>"
        return """
            \(note)\(version.lines.map { line -> HTML in "<p>\(line)</p>" })\(file(version, model))
            <p class="muted">Versie \(version.number), vanaf \(Dutch.date(version.day)).</p>
            """
    }

    private static func file(_ version: DocumentVersion, _ model: DocumentPage) -> HTML? {
        guard model.files[version.number] != nil else { return nil }
        return
            "<p><a href=\"\(model.path)/versies/\(version.number)/bestand\">Bestand van versie \(version.number)</a></p>"
    }

    private static func confirm(_ model: DocumentPage) -> HTML? {
        guard let version = model.present else { return nil }
        return confirmation(
            model.standing, version, action: "\(model.path)/gelezen", csrf: model.csrf, isAsked: model.isAsked
        )
    }

    /// That it was read, or the button to say so.
    static func confirmation(
        _ standing: ReadingStanding, _ version: DocumentVersion, action: String, csrf: String, isAsked: Bool
    ) -> HTML {
        if case .read(let confirmation) = standing {
            return
                "<p><span class=\"tag covered\">gelezen</span> Je las versie \(version.number) op \(Dutch.moment(confirmation.at)).</p>"
        }
        let earlier: HTML? =
            if case .readEarlier(let confirmation) = standing {
                "<p>Je las versie \(confirmation.version); deze is nieuwer.</p>"
            } else { nil }
        let asked: HTML? = isAsked ? "<p>Bij jouw functie hoort dat je dit leest.</p>" : nil
        return """
            \(asked)\(earlier)\(form(action, csrf: csrf, """
                <input type="hidden" name="versie" value="\(version.number)">
                <div class="actions"><button type="submit">Ik heb versie \(version.number) gelezen</button></div>
                """))
            """
    }

    private static func figures(_ model: DocumentPage) -> HTML? {
        guard let figures = model.figures else { return nil }
        let readers: HTML =
            model.readers.isEmpty
            ? "<p>Niemand hoeft dit te bevestigen.</p>"
            : """
            <p>\(figures.read) van \(Dutch.count(figures.asked, "persoon", "mensen")) bevestigde dat dit is gelezen. Gevraagd aan:
            \(Dutch.list(model.readers)).</p>
            """
        return """
            <section class="card"><h2 class="first">Wie dit las</h2>\(readers)
            <div class="actions"><a class="button quiet" href="\(model.path)/versie">Nieuwe versie</a></div></section>
            """
    }

    private static func versions(_ model: DocumentPage) -> HTML? {
        guard model.document.versions.count > 1 else { return nil }
        let items = model.document.versions.reversed().map { version -> HTML in
            "<li>Versie \(version.number), vanaf \(Dutch.date(version.day)). \(version.note) \(file(version, model))</li>"
        }
        return "<details><summary>Alle versies</summary><ul>\(items)</ul></details>"
    }
}
