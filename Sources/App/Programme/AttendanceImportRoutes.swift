import Domain
import Storage
import Web

extension Routes {
    private static let path = "/programma/sessies/:session/aanwezigheid/inlezen"

    static let attendanceImport: [Route] = [
        .get(path, needs: .permission(.editProgramme)) { visit, tx in
            let model = try SessionPage(visit, tx)
            return .page(ListImportPages.handIn(.attendance(model), visit.signedIn.csrf, FormState()))
        },
        .upload(path, needs: .permission(.editProgramme), ListHandedIn.limits, handIn),
        .get("\(path)/:file", needs: .permission(.editProgramme)) { visit, tx in
            let model = try SessionPage(visit, tx)
            let (file, list) = try tx.attendanceList(visit)
            let outcome = try tx.attendanceOutcome(
                list, at: model.session, of: model.activity, now: visit.now)
            return .page(
                ListImportPages.preview(
                    .attendance(model), ListPreview(outcome), file, FormFields(), visit.signedIn.csrf))
        },
        .post("\(path)/:file", needs: .permission(.editProgramme)) { visit, _, change in
            let session = try visit.activitySession(change.tx)
            let (file, list) = try change.tx.attendanceList(visit)
            let outcome = try change.importAttendance(list, at: session.id)
            try change.forget(file)
            return .redirect(
                "/programma/sessies/\(session.id)/aanwezigheid",
                notice: "Ingelezen: van \(Dutch.count(outcome.changed.count, "persoon", "personen")).")
        },
        .post("\(path)/:file/verwijdering", needs: .permission(.editProgramme)) { visit, _, change in
            let session = try visit.activitySession(change.tx)
            try change.forget(try change.tx.attendanceList(visit).0)
            return .redirect(
                "/programma/sessies/\(session.id)/aanwezigheid/inlezen",
                notice: "Het bestand is weggegooid. Er is niets gewijzigd.")
        },
    ]

    @Sendable private static func handIn(
        _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let model = try await application.storage.read { tx in try SessionPage(visit, tx) }
        let list = try await ListHandedIn(form, among: [.csv, .xlsx])
        guard let file = try await application.keep(list, for: .competenceImport, visit) else {
            let state = FormState(form.fields, errors: list.error.map { [$0] } ?? [])
            return .refused(ListImportPages.handIn(.attendance(model), visit.signedIn.csrf, state))
        }
        return .redirect("\(ListImport.attendance(model).path)/\(file.id)")
    }
}

extension Transaction {
    fileprivate func attendanceList(_ visit: Visit) throws -> (StoredFile, AttendanceFile) {
        let file = try storedFile(try visit.id("file"), for: .competenceImport, of: visit)
        let lookup = try importLookup(reach: .region, today: visit.today)
        return (file, AttendanceFile.read(content: try blobContent(file.blob), lookup: lookup))
    }
}
