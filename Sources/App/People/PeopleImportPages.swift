import Domain
import Web

/// Reading a list of people from an HR system: upload, preview, apply.
enum PeopleImportPages {
    /// Rows of the preview that are shown; the figures above are always complete.
    private static let rowsMax = 200

    static func upload(_ csrf: String, _ state: FormState) -> Page {
        let file = Field(
            "bestand", "Bestand", .file(accept: ".csv,.txt,text/csv"), hint: "csv uit uw personeelssysteem.")
        let text = Field(
            "tekst", "Of plak de regels hier", .longText(rows: 6), hint: "Met de kopregel bovenaan.")
        return Page(
            heading: "Lijst met functionarissen inlezen", breadcrumb: "<a href=\"/mensen\">Mensen</a>",
            body: """
                <p>Oranje toont eerst wat er zou veranderen. Er wordt nooit iemand verwijderd. Nodig zijn de kolommen
                gemeente, personeelsnummer en een naam.</p>
                \(state.summary)
                \(multipart(csrf, """
                    \(file.html(state))\(text.html(state))
                    <div class="actions"><button type="submit">Bekijk wat er verandert</button></div>
                    """))
                """, hasErrors: !state.errors.isEmpty)
    }

    static func preview(_ outcome: ImportOutcome, _ text: String, _ csrf: String) -> Page {
        Page(
            heading: heading(outcome), breadcrumb: "<a href=\"/mensen/import\">Ander bestand</a>",
            body: """
                \(notices(outcome.errors, "Niet goed: deze rijen worden overgeslagen", isError: true))
                \(notices(outcome.warnings, "Let op", isError: false))
                \(differences(outcome))
                \(apply(outcome, text, csrf))
                """, hasErrors: !outcome.errors.isEmpty)
    }

    private static func heading(_ outcome: ImportOutcome) -> String {
        let rejected =
            outcome.file.rejected == 0
            ? "" : ", \(Dutch.count(outcome.file.rejected, "rij", "rijen")) afgekeurd"
        return "Nog niets opgeslagen: \(outcome.created) nieuw, \(outcome.changed) gewijzigd, "
            + "\(outcome.unchanged) ongewijzigd\(rejected)"
    }

    private static func notices(_ notices: [ImportNotice], _ title: String, isError: Bool) -> HTML? {
        guard !notices.isEmpty else { return nil }
        var table = Table(title, columns: ["Rij", "Regel", "Kolom", "Wat is er"])
        for notice in notices.prefix(rowsMax) {
            table.add([
                "\(notice.row.map(String.init) ?? "hele bestand")", "\(notice.line.map(String.init) ?? "–")",
                "\(notice.field ?? "–")", "\(notice.message)",
            ])
        }
        let kind: HTML = isError ? "error" : "warning"
        return """
            <div class="nl-alert nl-alert--\(kind)"><p>\(title): \(Dutch.count(notices.count, "melding", "meldingen")).</p></div>
            \(table.html)
            """
    }

    private static func differences(_ outcome: ImportOutcome) -> HTML? {
        guard !outcome.differences.isEmpty else { return nil }
        var table = Table("Wat er verandert", columns: ["Persoon", "Rij", "Veld", "Nu", "Wordt"])
        for difference in outcome.differences.prefix(rowsMax) {
            for field in difference.fields {
                table.add([
                    "\(difference.name)\(difference.isNew ? " (nieuw)" : "")", "\(difference.row)",
                    "\(field.name)",
                    field.before.isEmpty ? "–" : "\(field.before)",
                    "\(field.after)",
                ])
            }
        }
        return table.html
    }

    private static func apply(_ outcome: ImportOutcome, _ text: String, _ csrf: String) -> HTML {
        guard outcome.created + outcome.changed > 0 else {
            return "<p>Er is niets om te verwerken.</p>"
        }
        return multipart(
            csrf,
            """
            <input type="hidden" name="verwerken" value="ja">
            <textarea name="tekst" hidden>\n\(text)</textarea>
            <div class="actions"><button type="submit">Verwerk de goede rijen</button></div>
            """)
    }

    private static func multipart(_ csrf: String, _ body: HTML) -> HTML {
        """
        <form method="post" action="/mensen/import" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="csrf" value="\(csrf)">\(body)</form>
        """
    }

    /// What was uploaded, as text that survives being sent back by the browser.
    static func text(of bytes: [UInt8]) -> String {
        switch ImportText.decode(bytes) {
        case .success(let decoded): decoded.text
        // Cannot be read; the preview has already said so and has nothing to apply.
        case .failure: ""
        }
    }
}
