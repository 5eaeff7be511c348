import Domain
import Web

extension TableKind {
    /// Reading a table of facts about the region.
    var list: ListImport {
        ListImport(
            "\(path)/import", heading, breadcrumb: breadcrumb, purpose: purpose, among: [.csv],
            explanation: explanation, fields: fields)
    }

    private var heading: String {
        switch self {
        case .population: "Inwonertallen inlezen"
        case .travel: "Reistijden inlezen"
        }
    }

    private var breadcrumb: HTML {
        switch self {
        case .population: "<a href=\"/regio/inwoners\">Inwoners</a>"
        case .travel: "<a href=\"/regio/reistijden\">Reistijden</a>"
        }
    }

    private var explanation: HTML {
        switch self {
        case .population:
            """
            <p>Lees de tabel van CBS StatLine in zoals u haar downloadt: gemeente (code of naam), aantal inwoners en, als die
            erin staat, de peildatum. Andere gemeenten in de tabel worden overgeslagen.</p>
            """
        case .travel:
            """
            <p>De tabel heeft drie kolommen: van, naar en minuten. Gemeenten staan er met hun naam of code. Wat niet in de
            tabel staat, blijft zoals het was. Zodra u de tabel verwerkt, rekent de bezetting ermee.</p>
            """
        }
    }

    private var fields: [Field] {
        let source = Field(
            "bron", "Bron", hint: "Waar de tabel vandaan komt, met datum. Dit staat later bij elk getal.",
            isRequired: true)
        switch self {
        case .population:
            return [
                Field(
                    "peildatum", "Peildatum", .date, hint: "Alleen nodig als de tabel geen peildatum heeft."),
                source,
            ]
        case .travel: return [source]
        }
    }
}

extension ListPreview {
    init(_ outcome: TableOutcome) {
        var table = Table("Wat er verandert", columns: ["Waarvan", "Nu", "Wordt"])
        for difference in outcome.differences.prefix(ListImportPages.rowsMax) {
            let before: HTML = difference.isNew ? "–" : "\(difference.before)"
            table.add(["\(difference.subject)", before, "\(difference.after)"])
        }
        self.init(
            created: outcome.created, changed: outcome.changed, unchanged: outcome.unchanged,
            rejected: outcome.rejected, errors: outcome.errors.map(Notice.init),
            warnings: outcome.warnings.map(Notice.init), differences: table)
    }
}
