import Crypto
package import Domain

/// Files in the database, known by the SHA-256 of their content: the same content is there once, and what has
/// a hash never changes.
///
/// A blob is written whole or not at all. It stays as long as something refers to it, and a day longer, so
/// that whoever is about to refer to it finds it.
package struct Blob: Sendable, Equatable {
    /// In hexadecimal.
    package let hash: String
    package let byteCount: Int
    package let contentType: String

    /// Content is stored in pieces of this size: one row of either engine, and no more in memory at a time.
    package static let pieceBytes = 256 * 1024
    /// No file of a crisis organisation is larger; a transaction that takes longer would keep others waiting.
    package static let bytesMax = 100 * 1024 * 1024

    package var pieceCount: Int { (byteCount + Self.pieceBytes - 1) / Self.pieceBytes }

    /// SHA-256 in hexadecimal.
    package static func hash(of content: [UInt8]) -> String {
        [UInt8](SHA256.hash(data: content)).hexadecimal
    }

    package init(hash: String, byteCount: Int, contentType: String) {
        self.hash = hash
        self.byteCount = byteCount
        self.contentType = contentType
    }
}

extension Transaction {
    /// Keeps `blob`, unless its content is there already.
    ///
    /// - Parameter piece: the bytes from an offset on, at most so many; asked for in order.
    package func keep(
        _ blob: Blob, at now: Instant, piece: (_ offset: Int, _ count: Int) throws -> [UInt8]
    ) throws {
        // Also locks the row of a blob that is there, so that nobody clears it away in between.
        try execute(
            """
            INSERT INTO blob (hash, size, content_type, touched_at)
            VALUES (\(blob.hash), \(blob.byteCount), \(blob.contentType), \(now))
            ON CONFLICT (hash) DO UPDATE SET touched_at = excluded.touched_at
            """)
        let present = try row("SELECT COUNT(*) AS number FROM blob_piece WHERE blob = \(blob.hash)")
        guard try present?.integer("number") == 0 else { return }
        for position in 0..<blob.pieceCount {
            let offset = position * Blob.pieceBytes
            let count = min(Blob.pieceBytes, blob.byteCount - offset)
            let bytes = try piece(offset, count)
            guard bytes.count == count else { throw StorageFault.column("blob_piece") }
            try execute(
                "INSERT INTO blob_piece (blob, position, content) VALUES (\(blob.hash), \(position), \(bytes))"
            )
        }
    }

    package func blob(_ hash: String) throws -> Blob? {
        try row("SELECT hash, size, content_type FROM blob WHERE hash = \(hash)").map { row in
            Blob(
                hash: try row.text("hash"), byteCount: try row.integer("size"),
                contentType: try row.text("content_type"))
        }
    }

    /// The content of one piece; nil past the last, or when the blob was cleared away.
    package func blobPiece(_ hash: String, _ position: Int) throws -> [UInt8]? {
        try row("SELECT content FROM blob_piece WHERE blob = \(hash) AND position = \(position)")?
            .bytes("content")
    }

    /// All of it, for a file that is small enough to be read at once.
    package func blobContent(_ hash: String) throws -> [UInt8] {
        try rows("SELECT content FROM blob_piece WHERE blob = \(hash) ORDER BY position")
            .reduce(into: []) { $0 += try $1.bytes("content") }
    }

    /// Clears away what nothing refers to and nobody touched since `moment`.
    ///
    /// - Parameter hash: only this one; nil for all.
    /// - Returns: how many blobs are gone.
    @discardableResult
    package func clearBlobs(untouchedSince moment: Instant, only hash: String? = nil) throws -> Int {
        let loose = try rows(
            """
            SELECT hash FROM blob
            WHERE touched_at < \(moment) AND hash = COALESCE(\(hash), hash)
                AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.blob = blob.hash)
            ORDER BY hash LIMIT 1000 \(sql: dialect.forUpdate)
            """
        ).map { try $0.text("hash") }
        guard !loose.isEmpty else { return 0 }
        try execute("DELETE FROM blob_piece WHERE blob IN (\(list: loose))")
        return try execute("DELETE FROM blob WHERE hash IN (\(list: loose))")
    }
}
