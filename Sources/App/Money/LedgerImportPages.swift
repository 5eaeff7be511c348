import Domain
import Web

extension ListImport {
    /// Totals of the ledger.
    static let ledger = ListImport(
        "/geld/inlezen", "Uitgaven inlezen", breadcrumb: MoneyPages.crumb, purpose: .ledgerImport,
        among: [.csv, .xlsx],
        explanation: """
            <p>Totalen uit het grootboek, per maand en post. Nodig zijn de kolommen jaar, maand, post en bedrag. Dezelfde maand en post
            nog eens inlezen vervangt het totaal.</p>
            """,
        fields: [Field("bron", "Bron", hint: "Waar de totalen vandaan komen, met datum.", isRequired: true)])
}

extension ListPreview {
    init(_ outcome: LedgerOutcome) {
        var table = Table("Wat er verandert", columns: ["Maand", "Post", "Nu", "Wordt"])
        for change in outcome.changes.prefix(ListImportPages.rowsMax) {
            table.add([
                "\(Dutch.monthName(change.after.month)) \(change.after.year)", "\(change.after.post)",
                change.before.map { money -> HTML in "\(Dutch.money(money))" } ?? "–",
                "\(Dutch.money(change.after.amount))",
            ])
        }
        let created = outcome.changes.count { $0.before == nil }
        let faults = outcome.file.faults.map {
            Notice(row: nil, line: $0.line, column: nil, sentence: $0.fault.sentence)
        }
        let outside = outcome.outside.map {
            Notice(
                row: nil, line: nil, column: "post",
                sentence: "‘\($0)’ staat niet in de begroting van dat jaar.")
        }
        self.init(
            created: created, changed: outcome.changes.count - created,
            unchanged: outcome.file.rows.count - outcome.changes.count,
            rejected: outcome.file.count - outcome.file.rows.count, errors: faults, warnings: outside,
            differences: table)
    }
}
