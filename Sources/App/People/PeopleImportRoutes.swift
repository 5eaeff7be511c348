import Domain
import HTTPTypes
import Storage
import Web

extension Routes {
    static let peopleImport: [Route] = [
        .get("/mensen/import", needs: .permission(.importPeople)) { visit, _ in
            .page(PeopleImportPages.upload(visit.signedIn.csrf, FormState()))
        },
        .upload("/mensen/import", needs: .permission(.importPeople), ListHandedIn.limits, handIn),
        .get("/mensen/import/:file", needs: .permission(.importPeople)) { visit, tx in
            let file = try tx.importedFile(visit)
            let outcome = try tx.importPreview(try tx.peopleFile(file, visit))
            return .page(PeopleImportPages.preview(outcome, file, visit.signedIn.csrf))
        },
        .post("/mensen/import/:file", needs: .permission(.importPeople)) { visit, _, change in
            let file = try change.tx.importedFile(visit)
            let outcome = try change.importPeople(try change.tx.peopleFile(file, visit), fileHash: file.blob)
            try change.forget(file)
            return .redirect("/mensen", notice: outcome.notice)
        },
        .post("/mensen/import/:file/verwijdering", needs: .permission(.importPeople)) { visit, _, change in
            try change.forget(try change.tx.importedFile(visit))
            return .redirect("/mensen/import", notice: "Het bestand is weggegooid. Er is niets gewijzigd.")
        },
    ]

    /// Keeps the list and goes on to the page that shows what it would change.
    @Sendable private static func handIn(
        _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let list = try await ListHandedIn(form, among: [.csv, .xlsx])
        guard let file = try await application.keep(list, for: .peopleImport, visit) else {
            let state = FormState(form.fields, errors: list.error.map { [$0] } ?? [])
            return .refused(PeopleImportPages.upload(visit.signedIn.csrf, state))
        }
        return .redirect("/mensen/import/\(file.id)")
    }
}

extension Transaction {
    fileprivate func importedFile(_ visit: Visit) throws -> StoredFile {
        try storedFile(try visit.id("file"), for: .peopleImport, of: visit)
    }

    fileprivate func peopleFile(_ file: StoredFile, _ visit: Visit) throws -> PeopleFile {
        let reach = visit.signedIn.reach(of: .importPeople)
        return PeopleFile.read(
            content: try blobContent(file.blob), lookup: try importLookup(reach: reach, today: visit.today))
    }
}
