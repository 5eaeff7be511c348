import Crypto
import Foundation
import NIOPosix

/// A file that somebody sent with a form: on disk as long as this value lives, and no longer.
package struct UploadedFile: Sendable {
    /// As the sender named it, without folders and control characters; never used as a path.
    package let name: String
    /// What the browser said it is; empty when it said nothing.
    package let declaredType: String
    package let byteCount: Int
    /// SHA-256 of the content.
    package let hash: [UInt8]
    private let file: TemporaryFile

    fileprivate init(
        name: String, declaredType: String, byteCount: Int, hash: [UInt8], file: TemporaryFile
    ) {
        self.name = name
        self.declaredType = declaredType
        self.byteCount = byteCount
        self.hash = hash
        self.file = file
    }

    /// Blocks: call it from a storage closure or a thread of its own. Fewer bytes come only at the end.
    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try file.read(at: offset, count: count)
    }

    /// The first and last bytes, for telling what kind of file it is.
    package func ends(bytes count: Int) async throws -> (head: [UInt8], tail: [UInt8]) {
        try await NIOThreadPool.singleton.runIfActive { [file, byteCount] in
            (
                try file.read(at: 0, count: min(count, byteCount)),
                try file.read(at: max(0, byteCount - count), count: min(count, byteCount))
            )
        }
    }
}

/// A file while it streams in. Writing and hashing happen on threads that may block, some bytes at a time.
struct FileUnderWay {
    /// How much is gathered before a thread is asked to write it.
    private static let batchBytes = 256 * 1024

    let head: PartHead
    private let file: TemporaryFile
    private var hasher = SHA256()
    private var waiting: [UInt8] = []
    private var byteCount = 0

    init(_ head: PartHead) async throws {
        self.head = head
        file = try await NIOThreadPool.singleton.runIfActive { try TemporaryFile() }
    }

    mutating func append(_ bytes: [UInt8]) async throws {
        waiting += bytes
        if waiting.count >= Self.batchBytes { try await write() }
    }

    mutating func finish() async throws -> UploadedFile {
        try await write()
        return UploadedFile(
            name: Self.tidyName(head.fileName ?? ""), declaredType: head.contentType, byteCount: byteCount,
            hash: Array(hasher.finalize()), file: file)
    }

    private mutating func write() async throws {
        guard !waiting.isEmpty else { return }
        let (batch, offset, before) = (waiting, byteCount, hasher)
        hasher = try await NIOThreadPool.singleton.runIfActive { [file] in
            try file.write(batch, at: offset)
            var hasher = before
            hasher.update(data: batch)
            return hasher
        }
        byteCount += batch.count
        waiting = []
    }

    /// Some browsers send the whole path. What is left may be long: a name of a file is at most 255 bytes.
    private static func tidyName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let visible = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String(String.UnicodeScalarView(visible)).prefix(200))
    }
}
