import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let peopleImport: [Route] = [
        .get("/mensen/import", needs: .permission(.importPeople)) { visit, _ in
            .page(PeopleImportPages.upload(visit.signedIn.csrf, FormState()))
        },
        Route(
            method: .post, path: "/mensen/import", needs: .permission(.importPeople),
            action: .upload(importPeople),
            bodyBytesMax: PeopleFile.bytesMax + formBytesAround),
    ]

    /// The fields and separators around the file in the body.
    private static let formBytesAround = 100_000

    /// First shows what would change; the same form with `verwerken` then writes it. The file travels along
    /// as text, so that nothing of it is kept on the server in between.
    @Sendable private static func importPeople(
        _ visit: Visit, _ form: MultipartForm, _ change: inout Change
    ) throws -> Answer {
        let pasted = form.fields.raw("tekst")
        let bytes = form.files["bestand"].map(\.content) ?? []
        guard !bytes.isEmpty || !pasted.isEmpty else {
            let error = FieldError("bestand", "Kies een bestand of plak de regels in het tekstvak.")
            return .refused(
                PeopleImportPages.upload(visit.signedIn.csrf, FormState(form.fields, errors: [error])))
        }
        let reach = visit.signedIn.reach(of: .importPeople)
        let lookup = try change.tx.importLookup(reach: reach, today: visit.today)
        let file = PeopleFile.read(bytes: bytes.isEmpty ? Array(pasted.utf8) : bytes, lookup: lookup)
        guard form.fields["verwerken"] == "ja" else {
            let outcome = try change.tx.importPreview(file)
            let text = bytes.isEmpty ? pasted : PeopleImportPages.text(of: bytes)
            return .page(PeopleImportPages.preview(outcome, text, visit.signedIn.csrf))
        }
        let outcome = try change.importPeople(file)
        return .redirect(
            "/mensen",
            notice:
                "Ingelezen: \(outcome.created) nieuw, \(outcome.changed) gewijzigd, \(outcome.unchanged) ongewijzigd; "
                + "\(outcome.file.rejected) afgekeurd.")
    }
}
