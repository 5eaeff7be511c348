import Domain
import Web

/// Reading a list of people from an HR system: upload, preview, apply.
enum PeopleImportPages {
    /// Rows of the preview that are shown; the figures above are always complete.
    private static let rowsMax = 200

    static func upload(_ csrf: String, _ state: FormState) -> Page {
        let file = Field(
            "bestand", "Bestand", .file(accept: ".csv,.txt,.xlsx,text/csv"),
            hint: "xlsx of csv uit uw personeelssysteem, hoogstens 10 MB.")
        let text = Field(
            "tekst", "Of plak de regels hier", .longText(rows: 6), hint: "Met de kopregel bovenaan.")
        return Page(
            heading: "Lijst met functionarissen inlezen", breadcrumb: "<a href=\"/mensen\">Mensen</a>",
            body: """
                <p>Oranje toont eerst wat er zou veranderen. Er wordt nooit iemand verwijderd. Nodig zijn de kolommen
                gemeente, personeelsnummer en een naam.</p>
                \(state.summary)
                <form method="post" action="/mensen/import" enctype="multipart/form-data" novalidate>
                <input type="hidden" name="csrf" value="\(csrf)">\(file.html(state))\(text.html(state))
                <div class="actions"><button type="submit">Bekijk wat er verandert</button></div></form>
                """, hasErrors: !state.errors.isEmpty)
    }

    static func preview(_ outcome: ImportOutcome, _ file: StoredFile, _ csrf: String) -> Page {
        Page(
            heading: heading(outcome), breadcrumb: "<a href=\"/mensen/import\">Ander bestand</a>",
            body: """
                <p class="muted">Uit <a href="/bestanden/\(file.id)">\(file.name)</a>. Oranje bewaart dit bestand een dag, of
                korter als u het verwerkt of weggooit.</p>
                \(notices(outcome.errors, "Niet goed: deze rijen worden overgeslagen", isError: true))
                \(notices(outcome.warnings, "Let op", isError: false))
                \(differences(outcome))
                \(decision(outcome, file, csrf))
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

    private static func decision(_ outcome: ImportOutcome, _ file: StoredFile, _ csrf: String) -> HTML {
        let isUseful = outcome.created + outcome.changed > 0
        let apply = form(
            "/mensen/import/\(file.id)", csrf: csrf, "<button type=\"submit\">Verwerk de goede rijen</button>"
        )
        let forget = form(
            "/mensen/import/\(file.id)/verwijdering", csrf: csrf,
            "<button type=\"submit\" class=\"quiet\">Gooi het bestand weg</button>")
        return """
            \(isUseful ? "" : "<p>Er is niets om te verwerken.</p>")
            <div class="actions">\(isUseful ? apply : "")\(forget)</div>
            """
    }
}
