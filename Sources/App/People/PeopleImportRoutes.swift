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
            action: .upload(look: look, write: importPeople),
            bodyBytesMax: PeopleFile.bytesMax + formBytesAround),
    ]

    /// The fields and separators around the file in the body.
    private static let formBytesAround = 100_000

    /// Shows what would change; the same form with `verwerken` then writes it. The file travels along as
    /// text, so that nothing of it is kept on the server in between.
    @Sendable private static func look(_ visit: Visit, _ form: MultipartForm, _ tx: Transaction) throws
        -> Answer?
    {
        let bytes = bytes(of: form)
        guard !bytes.isEmpty else {
            let error = FieldError("bestand", "Kies een bestand of plak de regels in het tekstvak.")
            return .refused(
                PeopleImportPages.upload(visit.signedIn.csrf, FormState(form.fields, errors: [error])))
        }
        guard form.fields["verwerken"] != "ja" else { return nil }
        let outcome = try tx.importPreview(try file(bytes, visit, tx))
        return .page(
            PeopleImportPages.preview(outcome, PeopleImportPages.text(of: bytes), visit.signedIn.csrf))
    }

    @Sendable private static func importPeople(
        _ visit: Visit, _ form: MultipartForm, _ change: inout Change
    ) throws -> Answer {
        let outcome = try change.importPeople(try file(bytes(of: form), visit, change.tx))
        return .redirect(
            "/mensen",
            notice: "Ingelezen: \(outcome.created) nieuw, \(outcome.changed) gewijzigd, "
                + "\(outcome.unchanged) ongewijzigd; \(outcome.file.rejected) afgekeurd.")
    }

    /// The file if one was chosen, else what was pasted.
    private static func bytes(of form: MultipartForm) -> [UInt8] {
        if let file = form.files["bestand"], !file.content.isEmpty { return file.content }
        return Array(form.fields.raw("tekst").utf8)
    }

    private static func file(_ bytes: [UInt8], _ visit: Visit, _ tx: Transaction) throws -> PeopleFile {
        let reach = visit.signedIn.reach(of: .importPeople)
        return PeopleFile.read(bytes: bytes, lookup: try tx.importLookup(reach: reach, today: visit.today))
    }
}
