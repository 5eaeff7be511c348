import Domain
import Sheets
import Storage
import Web

extension Routes {
    static let activityImport: [Route] =
        ListImport.activities.routes(
            needs: .permission(.importPeople),
            look: { file, visit, _, tx in
                ListPreview(try tx.activityPreview(try tx.activities(file, visit)))
            },
            apply: { file, visit, _, change in
                let outcome = try change.importActivities(
                    try change.tx.activities(file, visit), fileHash: file.blob)
                let done = Dutch.count(outcome.newCount, "activiteit", "activiteiten")
                return ("/vakbekwaamheid", "Ingelezen: \(done) erbij.")
            })
        + Route.downloads("/vakbekwaamheid/gedaan", needs: .permission(.editPeople), SheetTable.performed)
        + Route.downloads(
            "/vakbekwaamheid/certificaten", needs: .permission(.editPeople), SheetTable.certificates)
}

extension Transaction {
    fileprivate func activities(_ file: StoredFile, _ visit: Visit) throws -> ActivityFile {
        let lookup = try importLookup(reach: visit.signedIn.reach(of: .importPeople), today: visit.today)
        return ActivityFile.read(
            content: try blobContent(file.blob), lookup: lookup, today: visit.today)
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
