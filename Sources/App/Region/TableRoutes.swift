import Domain
import HTTPTypes
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

    /// The fields and separators around the file in the body.
    private static let formBytesAround = 100_000

    /// First shows what would change; the same form with `verwerken` then writes it. The file travels along as text.
    private static func importing(_ kind: TableKind) -> [Route] {
        [
            .get("\(kind.path)/import", needs: .permission(.editRegion)) { visit, _ in
                .page(TableImportPages.upload(kind, visit.signedIn.csrf, FormState()))
            },
            Route(
                method: .post, path: "\(kind.path)/import", needs: .permission(.editRegion),
                action: .upload(
                    look: { visit, form, tx in try look(kind, visit, form, tx) },
                    write: { visit, form, change in
                        let outcome = try kind.apply(try TableForm(form), &change)
                        return .redirect(kind.path, notice: notice(outcome))
                    }),
                bodyBytesMax: PeopleFile.bytesMax + formBytesAround),
        ]
    }

    private static func look(
        _ kind: TableKind, _ visit: Visit, _ form: MultipartForm, _ tx: Transaction
    ) throws -> Answer? {
        let table: TableForm
        do {
            table = try TableForm(form)
        } catch {
            return .refused(
                TableImportPages.upload(
                    kind, visit.signedIn.csrf, FormState(form.fields, errors: error.errors)))
        }
        guard form.fields["verwerken"] != "ja" else { return nil }
        return .page(
            TableImportPages.preview(
                kind, try kind.preview(table, tx), table, form.fields, visit.signedIn.csrf))
    }

    private static func notice(_ outcome: TableOutcome) -> String {
        "Ingelezen: \(outcome.created) nieuw, \(outcome.changed) gewijzigd, \(outcome.unchanged) ongewijzigd; "
            + "\(outcome.rejected) afgekeurd."
    }
}
