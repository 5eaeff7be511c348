import Domain
import Web

/// Reading a table of facts about the region: upload, preview, apply.
enum TableImportPages {
    /// Rows of the preview that are shown; the figures above are always complete.
    private static let rowsMax = 300

    static func upload(_ kind: TableKind, _ csrf: String, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field("bestand", "Bestand", .file(accept: ".csv,.txt,text/csv"), hint: "Een csv-bestand."),
            Field("tekst", "Of plak de regels hier", .longText(rows: 6), hint: "Met de kolomnamen bovenaan."),
        ]
        return Page(
            heading: heading(kind), breadcrumb: crumb(kind),
            body: """
                \(explanation(kind))
                \(state.summary)
                <form method="post" action="\(kind.path)/import" enctype="multipart/form-data" novalidate>
                <input type="hidden" name="csrf" value="\(csrf)">
                \(fields.map { $0.html(state) })\(own(kind).map { $0.html(state) })
                <div class="actions"><button type="submit">Bekijk wat er verandert</button></div></form>
                """, hasErrors: !state.errors.isEmpty)
    }

    private static func heading(_ kind: TableKind) -> String {
        switch kind {
        case .population: "Inwonertallen inlezen"
        case .travel: "Reistijden inlezen"
        }
    }

    private static func explanation(_ kind: TableKind) -> HTML {
        switch kind {
        case .population:
            """
            <p>Lees de tabel van CBS StatLine in zoals u haar downloadt: gemeente (code of naam), aantal inwoners en, als die
            erin staat, de peildatum. Andere gemeenten in de tabel worden overgeslagen. Oranje toont eerst wat er zou
            veranderen.</p>
            """
        case .travel:
            """
            <p>De tabel heeft drie kolommen: van, naar en minuten. Gemeenten staan er met hun naam of code. Wat niet in de
            tabel staat, blijft zoals het was. Oranje toont eerst wat er zou veranderen; daarna rekent de bezetting er
            meteen mee.</p>
            """
        }
    }

    private static func own(_ kind: TableKind) -> [Field] {
        let source = Field(
            "bron", "Bron", hint: "Waar de tabel vandaan komt, met datum. Dit staat later bij elk getal.",
            isRequired: true)
        switch kind {
        case .population:
            return [
                Field(
                    "peildatum", "Peildatum", .date, hint: "Alleen nodig als de tabel geen peildatum heeft."),
                source,
            ]
        case .travel: return [source]
        }
    }

    static func preview(
        _ kind: TableKind, _ outcome: TableOutcome, _ file: StoredFile, _ fields: FormFields, _ csrf: String
    ) -> Page {
        Page(
            heading: heading(outcome), breadcrumb: "<a href=\"\(kind.path)/import\">Ander bestand</a>",
            body: """
                \(notices(outcome.errors, "Niet goed: deze rijen worden overgeslagen", isError: true))
                \(notices(outcome.warnings, "Let op", isError: false))
                \(differences(outcome))
                \(apply(kind, outcome, file, fields, csrf))
                """, hasErrors: !outcome.errors.isEmpty)
    }

    private static func heading(_ outcome: TableOutcome) -> String {
        let rejected =
            outcome.rejected == 0 ? "" : ", \(Dutch.count(outcome.rejected, "rij", "rijen")) afgekeurd"
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

    private static func differences(_ outcome: TableOutcome) -> HTML? {
        guard !outcome.differences.isEmpty else { return nil }
        var table = Table("Wat er verandert", columns: ["Waarvan", "Nu", "Wordt"])
        for difference in outcome.differences.prefix(rowsMax) {
            let before: HTML = difference.isNew ? "–" : "\(difference.before)"
            table.add(["\(difference.subject)", before, "\(difference.after)"])
        }
        return table.html
    }

    private static func apply(
        _ kind: TableKind, _ outcome: TableOutcome, _ file: StoredFile, _ fields: FormFields, _ csrf: String
    ) -> HTML {
        guard !outcome.differences.isEmpty else { return "<p>Er is niets om te verwerken.</p>" }
        return form(
            "\(kind.path)/import/\(file.id)", csrf: csrf,
            """
            <input type="hidden" name="bron" value="\(fields["bron"])">
            <input type="hidden" name="peildatum" value="\(fields["peildatum"])">
            <div class="actions"><button type="submit">Verwerk de goede rijen</button></div>
            """)
    }

    private static func crumb(_ kind: TableKind) -> HTML {
        switch kind {
        case .population: "<a href=\"/regio/inwoners\">Inwoners</a>"
        case .travel: "<a href=\"/regio/reistijden\">Reistijden</a>"
        }
    }
}
