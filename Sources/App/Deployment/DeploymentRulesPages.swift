import Domain
import Web

/// Agreements behind deployments, task cards, and what may be kept on a device.
enum DeploymentRulesPages {
    private static let breadcrumb: HTML = "<a href=\"/inzetten\">Inzetten</a>"

    static func rules(_ model: DeploymentRulesPage) -> Page {
        let isDecided = !model.declarers.allowed.isEmpty
        return Page(
            heading: "Wie kondigt af, en wie spreekt", breadcrumb: breadcrumb,
            body: """
                <h2 class="first">Wie kondigt een niveau af</h2>
                <p>\(isDecided
                    ? "Zo heeft de regio het afgesproken. Wat ervan afwijkt wordt vastgelegd en gemeld, nooit geweigerd."
                    : "De regio heeft dit niet vastgelegd. Wat wordt afgekondigd, wordt vastgelegd zoals het is gehoord.")</p>
                \(GRIPLevel.allCases.map { level($0, model) })
                <h2>Mandaatmatrix</h2>
                <p>Zonder eigen besluit geldt dit voorstel. Wat ervan afwijkt gaat gewoon uit; de afwijking staat erbij.</p>
                \(MandatePhase.allCases.map { phase($0, model) })
                """)
    }

    private static func level(_ level: GRIPLevel, _ model: DeploymentRulesPage) -> HTML {
        let allowed = model.declarers.allowed[level] ?? []
        let words = Declarer.allCases.filter(allowed.contains).map(\.word)
        let said = words.isEmpty ? "niet vastgesteld" : Dutch.list(words)
        guard model.mayEdit else { return "<p><strong>\(level.name)</strong>: \(said)</p>" }
        let state = FormState(
            FormFields(urlEncoded: allowed.map { "\($0.rawValue)=ja" }.joined(separator: "&")))
        let boxes = Declarer.allCases.map {
            Field($0.rawValue, $0.word.capitalisedFirst, .checkbox).html(
                state, in: "niveau-\(level.rawValue)")
        }
        return """
            <details><summary>\(level.name): \(said)</summary>
            \(form("/inzetten/afspraken/niveaus/\(level.rawValue)", csrf: model.csrf, """
                \(boxes)<div class="actions"><button class="quiet" type="submit">Opslaan</button></div>
                """))</details>
            """
    }

    private static func phase(_ phase: MandatePhase, _ model: DeploymentRulesPage) -> HTML {
        let rows = MessageKind.allCases.map { kind -> HTML in
            let rule = model.mandates.rule(kind, phase)
            let approval = rule.needsApproval ? "eerst goedkeuren" : "gaat meteen uit"
            return """
                <tr><th scope="row">\(kind.word.capitalisedFirst)</th><td data-label="Wie">\(rule.speaker.word)</td>
                <td data-label="Hoe">\(approval)</td><td data-label="Wijzigen" class="\(model.mayEdit ? "" : "empty")">\(change(rule, model))</td></tr>
                """
        }
        return """
            <details><summary>\(phase.word.capitalisedFirst)</summary><div class="table-frame"><table>
            <caption>Wie spreekt bij \(phase.word)</caption><thead><tr><th scope="col">Bericht over</th><th scope="col">Wie</th>
            <th scope="col">Hoe</th><th scope="col">Wijzigen</th></tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }

    private static func change(_ rule: MandateRule, _ model: DeploymentRulesPage) -> HTML? {
        guard model.mayEdit else { return nil }
        let other: Speaker = rule.speaker == .region ? .municipality : .region
        let path = "/inzetten/afspraken/mandaten"
        func button(_ speaker: Speaker, _ needsApproval: Bool, _ word: String) -> HTML {
            form(
                path, csrf: model.csrf,
                """
                <input type="hidden" name="soort" value="\(rule.kind.rawValue)"><input type="hidden" name="fase" value="\(rule.phase.rawValue)">
                <input type="hidden" name="wie" value="\(speaker.rawValue)"><input type="hidden" name="goedkeuren" value="\(needsApproval ? "ja" : "nee")">
                <button class="link" type="submit">\(word)</button>
                """)
        }
        let approval = rule.needsApproval ? "Meteen laten uitgaan" : "Eerst laten goedkeuren"
        return """
            <div class="actions">\(button(other, rule.needsApproval, "Laat de \(other.word) spreken"))
            \(button(rule.speaker, !rule.needsApproval, approval))</div>
            """
    }

    static func cards() -> Page {
        let items = DeploymentFile.shipped.cards.map { card -> HTML in
            "<li><a href=\"/taakkaarten/\(card.code)\">\(card.name)</a></li>"
        }
        return Page(
            heading: "Taakkaarten: wat doe je eerst", breadcrumb: breadcrumb,
            body: "<ul>\(items)</ul><p><a href=\"/offline\">Bewaren op dit apparaat</a></p>")
    }

    static func card(_ model: TaskCardPage) -> Page {
        let steps = model.card.steps.map { step -> HTML in "<li>\(step)</li>" }
        let annexes = model.annexes.map { annex -> HTML in
            "<h3>\(annex.municipality.name)</h3><p>\(annex.body)</p>"
        }
        let own: HTML? =
            model.editable.isEmpty
            ? nil
            : form(
                "/taakkaarten/\(model.card.code)", csrf: model.csrf,
                """
                \(Field("gemeente", "Gemeente", .choice(model.editable.map { ($0.code.text, $0.name) })).html(FormState()))
                \(Field("tekst", "Wat geldt hier ook", .longText(rows: 4)).html(FormState()))
                <div class="actions"><button class="quiet" type="submit">Opslaan</button></div>
                """)
        return Page(
            heading: model.card.name, breadcrumb: "<a href=\"/taakkaarten\">Taakkaarten</a>",
            body: """
                <ol>\(steps)</ol>\(reading(model))
                \(annexes.isEmpty ? nil : "<h2>Per gemeente</h2>\(annexes)" as HTML?)
                \(own.map { form -> HTML in "<details><summary>Lokale aanvulling schrijven</summary>\(form)</details>" })
                """)
    }

    /// Which version this is, and that it was read.
    private static func reading(_ model: TaskCardPage) -> HTML {
        let version = model.reading.version
        let note: HTML? = version.number == 1 ? nil : ", vanaf \(Dutch.date(version.day)): \(version.note)"
        let edit: HTML? = model.reading.readCount.map { count in
            """
            <p>\(Dutch.count(count, "persoon", "mensen")) bevestigde deze versie te hebben gelezen.
            <a href="/documenten/taakkaarten/\(model.card.code)">Nieuwe versie</a></p>
            """
        }
        let confirmation = DocumentPages.confirmation(
            model.reading.standing, version, action: "/documenten/taakkaarten/\(model.card.code)/gelezen",
            csrf: model.csrf, isAsked: false)
        return "<p class=\"muted\">Versie \(version.number)\(note).</p>\(confirmation)\(edit)"
    }

    static func offline(_ model: OfflinePage) -> Page {
        let items = model.pages.map { page -> HTML in "<li><a href=\"\(page.path)\">\(page.name)</a></li>" }
        return Page(
            heading: "Ook zonder verbinding te lezen", breadcrumb: "<a href=\"/taakkaarten\">Taakkaarten</a>",
            body: """
                <p>Bewaar deze pagina's op uw eigen telefoon of laptop; niet op een gedeeld apparaat. Bij afmelden worden ze gewist.</p>
                <div class="actions"><button type="button" data-offline aria-label="Bewaar op dit apparaat" hidden></button></div>
                <p role="status" data-offline-stand></p><ul>\(items)</ul>
                """)
    }
}
