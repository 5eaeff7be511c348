import Domain
import Web

extension Routes {
    static let files: [Route] = [
        .file("/bestanden/:file", needs: .signedIn) { visit, tx in
            try tx.storedFile(try visit.id("file"), of: visit)
        }
    ]
}
