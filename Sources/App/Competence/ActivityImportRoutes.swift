import Domain
import Sheets
import Storage
import Web

extension Routes {
    static let activityImport: [Route] =
        [
            .get("/vakbekwaamheid/inlezen", needs: .permission(.importPeople)) { visit, _ in
                .page(ActivityImportPages.upload(visit.signedIn.csrf, FormState()))
            },
            .upload(
                "/vakbekwaamheid/inlezen", needs: .permission(.importPeople), ListHandedIn.limits, handIn),
            .get("/vakbekwaamheid/inlezen/:file", needs: .permission(.importPeople)) { visit, tx in
                let (file, list) = try tx.activities(visit)
                return .page(
                    ActivityImportPages.preview(try tx.activityPreview(list), file, visit.signedIn.csrf))
            },
            .post("/vakbekwaamheid/inlezen/:file", needs: .permission(.importPeople)) { visit, _, change in
                let (file, list) = try change.tx.activities(visit)
                let outcome = try change.importActivities(list, fileHash: file.blob)
                try change.forget(file)
                return .redirect(
                    "/vakbekwaamheid",
                    notice: "Ingelezen: \(Dutch.count(outcome.newCount, "activiteit", "activiteiten")) erbij."
                )
            },
        ] + Route.downloads("/vakbekwaamheid/gedaan", needs: .permission(.editPeople), SheetTable.performed)
        + Route.downloads(
            "/vakbekwaamheid/certificaten", needs: .permission(.editPeople), SheetTable.certificates)

    @Sendable private static func handIn(
        _ application: Application, _ visit: Visit, _ form: UploadForm
    ) async throws -> Answer {
        let list = try await ListHandedIn(form, among: [.csv, .xlsx])
        guard let file = try await application.keep(list, for: .competenceImport, visit) else {
            let state = FormState(form.fields, errors: list.error.map { [$0] } ?? [])
            return .refused(ActivityImportPages.upload(visit.signedIn.csrf, state))
        }
        return .redirect("/vakbekwaamheid/inlezen/\(file.id)")
    }
}

extension Transaction {
    fileprivate func activities(_ visit: Visit) throws -> (StoredFile, ActivityFile) {
        let file = try storedFile(try visit.id("file"), for: .competenceImport, of: visit)
        let lookup = try importLookup(reach: visit.signedIn.reach(of: .importPeople), today: visit.today)
        return (
            file,
            ActivityFile.read(content: try blobContent(file.blob), lookup: lookup, today: visit.today)
        )
    }
}

extension SheetTable {
    /// What the visitor's people did, in the columns that can be read in again.
    static func performed(_ visit: Visit, _ tx: Transaction) throws -> SheetTable {
        let reach = visit.signedIn.reach(of: .editPeople)
        let people = Dictionary(
            try tx.functionaries().filter { reach.includes($0.municipality) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var table = SheetTable(
            "Deelname",
            columns: [
                Column("gemeente"), Column("personeelsnummer"), Column("naam"), Column("soort"),
                Column("datum", .day),
                Column("uren", .number), Column("functie"), Column("titel"),
            ])
        for activity in try tx.performedActivities() {
            guard let person = people[activity.person] else { continue }
            table.add([
                .text(person.municipality.text), .text(person.personnelNumber), .text(person.name.listed),
                .text(activity.kind.word), .day(activity.day), .number(Double(activity.minutes) / 60),
                .text(activity.function?.text ?? ""), .text(activity.title),
            ])
        }
        return table
    }
}
