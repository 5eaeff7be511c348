import Domain
import Storage
import Web

/// What other features may read of files.
extension Transaction {
    /// A file that this visitor handed in for that purpose and whose time has not passed.
    ///
    /// - Throws: `WebFailure.notFound` for every other: nobody may know what others send.
    func storedFile(_ id: ID<StoredFile>, for purpose: StoredFile.Purpose? = nil, of visit: Visit) throws
        -> StoredFile
    {
        guard let file = try selectStoredFile(id), file.account == visit.signedIn.account,
            purpose == nil || file.purpose == purpose, visit.now < file.expiresAt ?? .distantFuture
        else { throw WebFailure.notFound }
        return file
    }
}
