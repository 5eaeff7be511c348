import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct BlobTests {
    private func content(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }
    }

    private func blob(_ content: [UInt8]) -> Blob {
        Blob(hash: Blob.hash(of: content), byteCount: content.count, contentType: "text/csv")
    }

    private func keep(_ content: [UInt8], in storage: Storage, at now: Instant = TestMoments.start)
        async throws
    {
        let blob = blob(content)
        try await storage.write { tx in
            try tx.keep(blob, at: now) { offset, count in Array(content[offset..<(offset + count)]) }
        }
    }

    private func pieceCount(_ storage: Storage) async throws -> Int? {
        try await storage.read { tx in
            try tx.row("SELECT COUNT(*) AS number FROM blob_piece")?.integer("number")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `every byte comes back, at and around the size of a piece`(engine: TestEngine) async throws {
        try await engine.withStorage { storage async throws in
            for count in [1, Blob.pieceBytes - 1, Blob.pieceBytes, Blob.pieceBytes + 1, 3 * Blob.pieceBytes] {
                let content = content(count)
                try await keep(content, in: storage)
                let hash = blob(content).hash
                let (found, whole, last) = try await storage.read { tx in
                    let found = try tx.blob(hash)
                    return (
                        found, try tx.blobContent(hash), try tx.blobPiece(hash, (found?.pieceCount ?? 0) - 1)
                    )
                }
                #expect(found == blob(content))
                #expect(whole == content)
                #expect(last == Array(content.suffix((count - 1) % Blob.pieceBytes + 1)))
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same content is kept once`(engine: TestEngine) async throws {
        try await engine.withStorage { storage async throws in
            let content = content(600_000)
            try await keep(content, in: storage)
            let before = try await pieceCount(storage)
            try await keep(content, in: storage, at: TestMoments.start.adding(minutes: 1))
            #expect(before == 3)
            #expect(try await pieceCount(storage) == 3)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a blob whose bytes break off is not there at all`(engine: TestEngine) async throws {
        struct Broken: Error {}
        try await engine.withStorage { storage async throws in
            let content = content(600_000)
            let blob = blob(content)
            for breaks in [true, false] {
                await #expect(throws: (any Error).self) {
                    try await storage.write { tx in
                        try tx.keep(blob, at: TestMoments.start) { offset, count in
                            if offset > 0, breaks { throw Broken() }
                            return Array(content[offset..<(offset + count - (offset > 0 ? 1 : 0))])
                        }
                    }
                }
            }
            #expect(try await storage.read { tx in try tx.blob(blob.hash) } == nil)
            #expect(try await pieceCount(storage) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what nothing refers to is cleared away once nobody touched it for long`(engine: TestEngine)
        async throws
    {
        try await engine.withStorage { storage async throws in
            let (old, touched) = (content(10), content(20))
            try await keep(old, in: storage)
            try await keep(touched, in: storage)
            let later = TestMoments.start.adding(minutes: 60)
            try await keep(touched, in: storage, at: later)
            let cleared = try await storage.write { tx in try tx.clearBlobs(untouchedSince: later) }
            let (oldHash, touchedHash) = (blob(old).hash, blob(touched).hash)
            #expect(cleared == 1)
            #expect(try await storage.read { tx in try tx.blob(oldHash) } == nil)
            #expect(try await storage.read { tx in try tx.blobContent(touchedHash) } == touched)
        }
    }
}
