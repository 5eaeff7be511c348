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

    /// The table is kept, the page shows what it would change, a second form reads it in.
    private static func importing(_ kind: TableKind) -> [Route] {
        [
            .get("\(kind.path)/import", needs: .permission(.editRegion)) { visit, _ in
                .page(TableImportPages.upload(kind, visit.signedIn.csrf, FormState()))
            },
            .upload("\(kind.path)/import", needs: .permission(.editRegion), ListHandedIn.limits) {
                try await handIn(kind, $0, $1, $2)
            },
            .get("\(kind.path)/import/:file", needs: .permission(.editRegion)) { visit, tx in
                let (file, table) = try tx.table(kind, visit, visit.request.query)
                let outcome = try kind.preview(table, tx)
                return .page(
                    TableImportPages.preview(
                        kind, outcome, file, visit.request.query, visit.signedIn.csrf))
            },
            .post("\(kind.path)/import/:file", needs: .permission(.editRegion)) { visit, fields, change in
                let (file, table) = try change.tx.table(kind, visit, fields)
                let outcome = try kind.apply(table, &change)
                try change.forget(file)
                return .redirect(kind.path, notice: notice(outcome))
            },
        ]
    }

    private static func handIn(
        _ kind: TableKind, _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let list = try await ListHandedIn(form, among: [.csv])
        let errors = (list.error.map { [$0] } ?? []) + TableForm.errors(form.fields)
        guard errors.isEmpty, let file = try await application.keep(list, for: kind.purpose, visit) else {
            let state = FormState(form.fields, errors: errors)
            return .refused(TableImportPages.upload(kind, visit.signedIn.csrf, state))
        }
        let (source, date) = (queryEncoded(form.fields["bron"]), queryEncoded(form.fields["peildatum"]))
        return .redirect("\(kind.path)/import/\(file.id)?bron=\(source)&peildatum=\(date)")
    }

    private static func notice(_ outcome: TableOutcome) -> String {
        "Ingelezen: \(outcome.created) nieuw, \(outcome.changed) gewijzigd, \(outcome.unchanged) ongewijzigd; "
            + "\(outcome.rejected) afgekeurd."
    }
}

extension Transaction {
    /// The table of the path, with what was filled in beside it.
    fileprivate func table(
        _ kind: TableKind, _ visit: Visit, _ fields: FormFields
    ) throws -> (file: StoredFile, table: TableForm) {
        let file = try storedFile(try visit.id("file"), for: kind.purpose, of: visit)
        let bytes = try blobContent(file.blob)
        do throws(TableRefusal) {
            return (file, try TableForm(fields, bytes: bytes))
        } catch {
            // Only an address that was changed by hand: the form had these fields looked at.
            throw WebFailure.malformed
        }
    }
}
