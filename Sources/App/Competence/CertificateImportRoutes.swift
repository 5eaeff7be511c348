import Domain
import Storage
import Web

extension Routes {
    static let certificateImport: [Route] = ListImport.certificates.routes(
        needs: .permission(.importPeople),
        look: { file, visit, _, tx in
            var random = visit.randomness
            let list = try tx.certificateList(file, visit)
            return ListPreview(try tx.certificateOutcome(list) { random.id(at: visit.now) })
        },
        apply: { file, visit, _, change in
            let outcome = try change.importCertificates(
                try change.tx.certificateList(file, visit), fileHash: file.blob)
            let done = Dutch.count(outcome.newCount, "certificaat", "certificaten")
            return ("/vakbekwaamheid", "Ingelezen: \(done) erbij, \(outcome.changedCount) gewijzigd.")
        })
}

extension Transaction {
    fileprivate func certificateList(_ file: StoredFile, _ visit: Visit) throws -> CertificateFile {
        let lookup = try importLookup(reach: visit.signedIn.reach(of: .importPeople), today: visit.today)
        return CertificateFile.read(
            content: try blobContent(file.blob), lookup: lookup, today: visit.today)
    }
}
