import Domain
import Web

/// Reading a list in: handing it in, and what it would change.
enum ListImportPages {
    /// Rows that are shown; the figures in the heading are always complete.
    static let rowsMax = 300

    static func handIn(_ list: ListImport, _ csrf: String, _ state: FormState) -> Page {
        let file = Field(
            "bestand", "Bestand",
            .file(accept: list.kinds.contains(.xlsx) ? ".csv,.txt,.xlsx,text/csv" : ".csv,.txt,text/csv"),
            hint: list.kinds.contains(.xlsx) ? "xlsx of csv, hoogstens 10 MB." : "csv, hoogstens 10 MB.")
        let text = Field(
            "tekst", "Of plak de regels hier", .longText(rows: 6), hint: "Met de kolomnamen bovenaan.")
        return Page(
            heading: list.heading, breadcrumb: list.breadcrumb,
            body: """
                \(list.explanation)
                <p>Oranje toont eerst wat er zou veranderen.</p>
                \(state.summary)
                <form method="post" action="\(list.path)" enctype="multipart/form-data" novalidate>
                <input type="hidden" name="csrf" value="\(csrf)">
                \(([file, text] + list.fields).map { $0.html(state) })
                <div class="actions"><button type="submit">Bekijk wat er verandert</button></div></form>
                \(list.more)
                """, hasErrors: !state.errors.isEmpty)
    }

    static func preview(
        _ list: ListImport, _ preview: ListPreview, _ file: StoredFile, _ fields: FormFields, _ csrf: String
    ) -> Page {
        Page(
            heading: heading(preview), breadcrumb: "<a href=\"\(list.path)\">Ander bestand</a>",
            body: """
                <p class="muted">Uit <a href="/bestanden/\(file.id)">\(file.name)</a>. Oranje bewaart dit bestand een dag, of
                korter als u het verwerkt of weggooit.</p>
                \(notices(preview.errors, "Niet goed: deze rijen worden overgeslagen", isError: true))
                \(notices(preview.warnings, "Let op", isError: false))
                \(preview.differences.rows.isEmpty ? nil : preview.differences.html)
                \(decision(list, preview, file, fields, csrf))
                """, hasErrors: !preview.errors.isEmpty)
    }

    private static func heading(_ preview: ListPreview) -> String {
        let rejected =
            preview.rejected == 0 ? "" : ", \(Dutch.count(preview.rejected, "rij", "rijen")) afgekeurd"
        return "Nog niets opgeslagen: \(preview.created) nieuw, \(preview.changed) gewijzigd, "
            + "\(preview.unchanged) ongewijzigd\(rejected)"
    }

    private static func notices(_ notices: [ListPreview.Notice], _ title: String, isError: Bool) -> HTML? {
        guard !notices.isEmpty else { return nil }
        var table = Table(title, columns: ["Rij", "Regel", "Kolom", "Wat is er"])
        for notice in notices.prefix(rowsMax) {
            let row = notice.row.map(String.init) ?? (notice.line == nil ? "hele bestand" : "–")
            table.add([
                "\(row)", "\(notice.line.map(String.init) ?? "–")", "\(notice.column ?? "–")",
                "\(notice.sentence)",
            ])
        }
        let kind: HTML = isError ? "error" : "warning"
        return """
            <div class="nl-alert nl-alert--\(kind)"><p>\(title): \(Dutch.count(notices.count, "melding", "meldingen")).</p></div>
            \(table.html)
            """
    }

    private static func decision(
        _ list: ListImport, _ preview: ListPreview, _ file: StoredFile, _ fields: FormFields, _ csrf: String
    ) -> HTML {
        let isUseful = preview.created + preview.changed > 0
        let typed = list.fields.map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(fields[field.name])\">"
        }
        let apply = form(
            "\(list.path)/\(file.id)", csrf: csrf,
            "\(typed)<button type=\"submit\">Verwerk de goede rijen</button>")
        let forget = form(
            "\(list.path)/\(file.id)/verwijdering", csrf: csrf,
            "<button type=\"submit\" class=\"quiet\">Gooi het bestand weg</button>")
        return """
            \(isUseful ? "" : "<p>Er is niets om te verwerken.</p>")
            <div class="actions">\(isUseful ? apply : "")\(forget)</div>
            """
    }
}
