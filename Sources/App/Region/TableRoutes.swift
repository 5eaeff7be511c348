import Domain
import Storage
import Web

extension Routes {
    static let tables: [Route] =
        [
            .get("/regio/inwoners", needs: .permission(.seeRegion)) { visit, tx in
                .page(TablePages.population(try PopulationPage(visit, tx)))
            },
            .get("/regio/reistijden", needs: .permission(.seeRegion)) { visit, tx in
                .page(TablePages.travel(try TravelPage(visit, tx)))
            },
        ] + TableKind.allCases.flatMap(importing)

    private static func importing(_ kind: TableKind) -> [Route] {
        kind.list.routes(
            needs: .permission(.editRegion), faults: TableForm.errors,
            look: { file, _, fields, tx in
                ListPreview(try kind.preview(try tx.table(file, fields), tx))
            },
            apply: { file, _, fields, change in
                let outcome = try kind.apply(try change.tx.table(file, fields), &change)
                return (kind.path, notice(outcome))
            })
    }

    private static func notice(_ outcome: TableOutcome) -> String {
        "Ingelezen: \(outcome.created) nieuw, \(outcome.changed) gewijzigd, \(outcome.unchanged) ongewijzigd; "
            + "\(outcome.rejected) afgekeurd."
    }
}

extension Transaction {
    /// The table, with what was filled in beside it.
    fileprivate func table(_ file: StoredFile, _ fields: FormFields) throws -> TableForm {
        TableForm(fields, bytes: try blobContent(file.blob))
    }
}
