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

    /// A file that somebody handed in for another feature, whose permission that feature asks.
    ///
    /// - Throws: `WebFailure.notFound`.
    func storedFile(_ id: ID<StoredFile>, for purpose: StoredFile.Purpose) throws -> StoredFile {
        guard let file = try selectStoredFile(id), file.purpose == purpose else { throw WebFailure.notFound }
        return file
    }

    /// The file stays until whatever it belongs to lets go of it.
    func keepForGood(_ id: ID<StoredFile>) throws {
        try execute("UPDATE stored_file SET expires_at = NULL WHERE id = \(id)")
    }
}
