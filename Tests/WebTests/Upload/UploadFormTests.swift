import Foundation
import NIOCore
import Testing

@testable import Web

@Suite struct UploadFormTests {
    /// A body in pieces that counts how many were asked for, and may break off.
    private struct Pieces: AsyncSequence, Sendable {
        let body: [UInt8]
        var size = 1000
        var breaksAfter = Int.max

        struct Broken: Error {}

        struct Iterator: AsyncIteratorProtocol {
            let pieces: Pieces
            var count = 0

            mutating func next() async throws -> ByteBuffer? {
                if count >= pieces.breaksAfter { throw Broken() }
                let rest = pieces.body.dropFirst(count * pieces.size).prefix(pieces.size)
                count += 1
                return rest.isEmpty ? nil : ByteBuffer(bytes: rest)
            }
        }

        func makeAsyncIterator() -> Iterator { Iterator(pieces: self) }
    }

    private func read(_ pieces: Pieces, _ limits: UploadLimits = UploadLimits(bytesMax: 1_000_000))
        async throws
        -> UploadForm
    {
        try await UploadForm.read(pieces, contentType: MultipartBody.type, limits: limits)
    }

    @Test func `a file is on disk with its hash, its name without folders, and its bytes`() async throws {
        let content = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let body = MultipartBody.bytes([
            MultipartBody.field("csrf", "x"), MultipartBody.field("rol", "a"),
            MultipartBody.field("rol", "b"),
            MultipartBody.file("bestand", "C:\\Mijn map\\lijst\u{7}.csv", type: "text/csv", content),
        ])
        let form = try await read(Pieces(body: body, size: 4096))
        #expect(form.fields["csrf"] == "x" && form.fields.all("rol") == ["a", "b"])
        let file = try #require(form.files["bestand"])
        #expect(file.name == "lijst.csv" && file.declaredType == "text/csv")
        #expect(file.byteCount == content.count)
        #expect(try file.read(at: 0, count: content.count + 10) == content)
        #expect(try file.read(at: 699_990, count: 100) == Array(content.suffix(10)))
        let (head, tail) = try await file.ends(bytes: 5)
        #expect(head == Array(content.prefix(5)) && tail == Array(content.suffix(5)))
    }

    @Test func `the hash is SHA-256 of the content`() async throws {
        let body = MultipartBody.bytes([MultipartBody.file("b", "a.txt", Array("abc".utf8))])
        let hash = try #require(try await read(Pieces(body: body)).files["b"]).hash
        // FIPS 180-2, appendix B.1.
        let published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(hash.map { String(format: "%02x", $0) }.joined() == published)
    }

    @Test func `a field in which no file was chosen is no file`() async throws {
        let body = MultipartBody.bytes([
            MultipartBody.file("b", "", []), MultipartBody.file("c", "leeg.csv", []),
        ])
        let form = try await read(Pieces(body: body))
        #expect(form.files["b"] == nil)
        #expect(form.files["c"]?.byteCount == 0)
    }

    @Test func `the limit holds while the body streams`() async throws {
        let body = MultipartBody.bytes([MultipartBody.file("b", "x", [UInt8](repeating: 7, count: 50_000))])
        let limits = UploadLimits(bytesMax: 10_000)
        // What lies beyond the limit is never asked for: it would break.
        await #expect(throws: WebFailure.bodyTooLarge(bytesMax: 10_000)) {
            _ = try await read(Pieces(body: body, breaksAfter: 12), limits)
        }
    }

    @Test func `fields have a limit of their own, and so has the number of parts`() async throws {
        let large = MultipartBody.bytes([MultipartBody.field("a", String(repeating: "x", count: 5000))])
        await #expect(throws: WebFailure.bodyTooLarge(bytesMax: 4000)) {
            _ = try await read(Pieces(body: large), UploadLimits(bytesMax: 100_000, fieldBytesMax: 4000))
        }
        let many = MultipartBody.bytes((0..<60).map { MultipartBody.field("f\($0)", "x") })
        await #expect(throws: WebFailure.malformed) { _ = try await read(Pieces(body: many)) }
    }

    @Test func `no file on disk has a name, whether it is kept, broken off or refused`() async throws {
        let body = MultipartBody.bytes([MultipartBody.file("b", "x", [UInt8](repeating: 7, count: 600_000))])
        let kept = try await read(Pieces(body: body))
        await #expect(throws: Pieces.Broken.self) { _ = try await read(Pieces(body: body, breaksAfter: 500)) }
        await #expect(throws: WebFailure.malformed) {
            _ = try await read(Pieces(body: Array(body.dropLast(9))))
        }
        await #expect(throws: WebFailure.self) {
            _ = try await read(Pieces(body: body), UploadLimits(bytesMax: 500_000))
        }
        let named = try FileManager.default.contentsOfDirectory(
            atPath: FileManager.default.temporaryDirectory.path)
        #expect(!named.contains { $0.hasPrefix("oranje-") && $0.count == "oranje-XXXXXX".count })
        #expect(kept.files["b"]?.byteCount == 600_000)
    }
}
