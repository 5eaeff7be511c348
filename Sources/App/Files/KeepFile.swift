import Domain
import Storage
import Web

extension Application {
    /// How long a file is kept that somebody still has to decide about: a night's sleep.
    private static let undecidedMinutes = 24 * 60

    /// Keeps a list that somebody still has to look at.
    ///
    /// - Returns: nil when it was refused.
    func keep(_ list: ListHandedIn, for purpose: StoredFile.Purpose, _ visit: Visit) async throws
        -> StoredFile?
    {
        switch list {
        case .file(let upload, let kind): try await keep(upload, as: kind, for: purpose, visit)
        case .pasted(let bytes):
            try await keep(bytes, name: "geplakte regels.csv", as: .csv, for: purpose, visit)
        case .refused: nil
        }
    }

    /// Keeps an upload until it is used or a day has passed. It is no fact of the region yet, so the journal
    /// does not hear of it; what is made of it later does.
    ///
    /// One transaction: the file is there whole, with its row, or not at all.
    func keep(
        _ upload: UploadedFile, as kind: FileKind, for purpose: StoredFile.Purpose, _ visit: Visit
    ) async throws -> StoredFile {
        let blob = Blob(
            hash: upload.hash.hexadecimal, byteCount: upload.byteCount, contentType: kind.contentType)
        return try await keep(blob, name: upload.name, for: purpose, visit) { offset, count in
            try upload.read(at: offset, count: count)
        }
    }

    /// The same for bytes that did not come as a file, such as pasted lines.
    func keep(
        _ bytes: [UInt8], name: String, as kind: FileKind, for purpose: StoredFile.Purpose, _ visit: Visit
    ) async throws -> StoredFile {
        let blob = Blob(hash: Blob.hash(of: bytes), byteCount: bytes.count, contentType: kind.contentType)
        return try await keep(blob, name: name, for: purpose, visit) { offset, count in
            Array(bytes[offset..<(offset + count)])
        }
    }

    private func keep(
        _ blob: Blob, name: String, for purpose: StoredFile.Purpose, _ visit: Visit,
        piece: @escaping @Sendable (Int, Int) throws -> [UInt8]
    ) async throws -> StoredFile {
        guard blob.byteCount <= Blob.bytesMax else { throw WebFailure.bodyTooLarge(bytesMax: Blob.bytesMax) }
        var randomness = visit.randomness
        let file = StoredFile(
            id: randomness.id(at: visit.now), blob: blob.hash, name: name, purpose: purpose,
            account: visit.signedIn.account, storedAt: visit.now,
            expiresAt: visit.now.adding(minutes: Self.undecidedMinutes))
        try await storage.write { tx in
            try tx.keep(blob, at: file.storedAt, piece: piece)
            try tx.insert(file)
        }
        return file
    }
}

extension Change {
    /// Files whose time has passed, and content that nothing refers to. No fact of the region, so no record
    /// in the journal.
    func forgetExpiredFiles() throws {
        try tx.deleteStoredFiles(expiredBefore: now)
        try tx.clearBlobs(untouchedSince: now.adding(minutes: -24 * 60))
    }

    /// The file goes now, and its content unless somebody handed in the same since.
    func forget(_ file: StoredFile) throws {
        try tx.deleteStoredFile(file.id)
        let justAfter = Instant(milliseconds: file.storedAt.milliseconds + 1)
        try tx.clearBlobs(untouchedSince: justAfter, only: file.blob)
    }
}
