import Domain
import Storage
import Web

extension Routes {
    static let peopleImport = ListImport.people.routes(
        needs: .permission(.importPeople),
        look: { file, visit, _, tx in
            ListPreview(try tx.importPreview(try tx.peopleFile(file, visit)))
        },
        apply: { file, visit, _, change in
            let outcome = try change.importPeople(try change.tx.peopleFile(file, visit), fileHash: file.blob)
            return ("/mensen", outcome.notice)
        })
}

extension Transaction {
    fileprivate func peopleFile(_ file: StoredFile, _ visit: Visit) throws -> PeopleFile {
        let reach = visit.signedIn.reach(of: .importPeople)
        return PeopleFile.read(
            content: try blobContent(file.blob), lookup: try importLookup(reach: reach, today: visit.today))
    }
}
