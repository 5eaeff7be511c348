import Domain
import Web

extension ListImport {
    /// A list of people from an HR system.
    static let people = ListImport(
        "/mensen/import", "Lijst met functionarissen inlezen", breadcrumb: "<a href=\"/mensen\">Mensen</a>",
        purpose: .peopleImport, among: [.csv, .xlsx],
        explanation: """
            <p>Een lijst uit uw personeelssysteem. Nodig zijn de kolommen gemeente, personeelsnummer en een naam. Er wordt
            nooit iemand verwijderd.</p>
            """)
}

extension ListPreview {
    init(_ outcome: ImportOutcome) {
        var table = Table("Wat er verandert", columns: ["Persoon", "Rij", "Veld", "Nu", "Wordt"])
        for difference in outcome.differences.prefix(ListImportPages.rowsMax) {
            for field in difference.fields {
                table.add([
                    "\(difference.name)\(difference.isNew ? " (nieuw)" : "")", "\(difference.row)",
                    "\(field.name)", field.before.isEmpty ? "–" : "\(field.before)", "\(field.after)",
                ])
            }
        }
        self.init(
            created: outcome.created, changed: outcome.changed, unchanged: outcome.unchanged,
            rejected: outcome.file.rejected, errors: outcome.errors.map(Notice.init),
            warnings: outcome.warnings.map(Notice.init), differences: table)
    }
}
