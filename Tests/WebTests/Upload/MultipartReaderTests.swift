import Testing

@testable import Web

/// A body as a browser writes it, and what a reader makes of it.
enum MultipartBody {
    static let type = "multipart/form-data; boundary=grens"

    static func bytes(_ parts: [(headers: String, content: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            body += Array("--grens\r\n\(part.headers)\r\n\r\n".utf8) + part.content + Array("\r\n".utf8)
        }
        return body + Array("--grens--\r\n".utf8)
    }

    static func field(_ name: String, _ value: String) -> (headers: String, content: [UInt8]) {
        ("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
    }

    static func file(
        _ name: String, _ fileName: String, type: String = "", _ content: [UInt8]
    ) -> (headers: String, content: [UInt8]) {
        let type = type.isEmpty ? "" : "\r\nContent-Type: \(type)"
        return ("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\(type)", content)
    }
}

@Suite struct MultipartReaderTests {
    private struct Part: Equatable {
        var head: PartHead
        var content: [UInt8] = []
    }

    /// Reads a body that comes in pieces of `size` bytes.
    private func read(
        _ body: [UInt8], type: String = MultipartBody.type, size: Int = .max
    ) throws -> [Part] {
        var reader = try MultipartReader(contentType: type)
        var parts: [Part] = []
        var isOpen = false
        var place = 0
        while place < body.count {
            let piece = body[place..<(size > body.count - place ? body.count : place + size)]
            place = piece.endIndex
            for event in try reader.take(piece) {
                switch event {
                case .begin(let head):
                    #expect(!isOpen)
                    isOpen = true
                    parts.append(Part(head: head))
                case .content(let bytes): parts[parts.count - 1].content += bytes
                case .end: isOpen = false
                }
            }
        }
        try reader.finish()
        #expect(!isOpen)
        return parts
    }

    @Test func `fields and files of one form are told apart`() throws {
        let body = MultipartBody.bytes([
            MultipartBody.field("csrf", "x"),
            MultipartBody.file("bestand", "lijst één.csv", type: "text/csv", Array("a;b\r\n1;2\r\n".utf8)),
        ])
        let parts = try read(body)
        #expect(parts.map(\.head.name) == ["csrf", "bestand"])
        #expect(parts.map(\.head.fileName) == [nil, "lijst één.csv"])
        #expect(parts[1].head.contentType == "text/csv")
        #expect(parts[1].content == Array("a;b\r\n1;2\r\n".utf8))
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000])
    func `in whatever pieces it comes, the same parts come out`(size: Int) throws {
        let content = (0...255).map { UInt8($0) } + Array("--grens\r\n--gren\r\n\r\n\r\n--gren".utf8)
        let body = MultipartBody.bytes([
            MultipartBody.field("a", ""), MultipartBody.file("b", "x", content),
            MultipartBody.field("c", "\r\n"),
        ])
        let parts = try read(body, size: size)
        #expect(parts == (try read(body)))
        #expect(parts.map(\.content) == [[], content, Array("\r\n".utf8)])
    }

    @Test func `no more is held back than a boundary`() throws {
        var reader = try MultipartReader(contentType: MultipartBody.type)
        var out = 0
        let start = Array(
            "--grens\r\nContent-Disposition: form-data; name=\"b\"; filename=\"x\"\r\n\r\n".utf8)
        _ = try reader.take(start)
        for piece in 1...20 {
            for case .content(let bytes) in try reader.take([UInt8](repeating: 13, count: 1000)) {
                out += bytes.count
            }
            #expect(piece * 1000 - out < MultipartReader.boundaryMax + 4)
        }
    }

    @Test func `names without quotation marks and headers in any case are read`() throws {
        let parts = [
            (headers: "content-disposition: form-data; NAME=a", content: Array("1".utf8)),
            (headers: "X-Iets: ja\r\nContent-Disposition: form-data; name=\"b\"", content: Array("2".utf8)),
        ]
        let type = "multipart/form-data; charset=utf-8; boundary=\"grens\""
        #expect(try read(MultipartBody.bytes(parts), type: type).map(\.head.name) == ["a", "b"])
    }

    @Test func `a semicolon in the name of a file does not cut it off`() throws {
        let part = MultipartBody.file("b", "a; name=c.csv", Array("1".utf8))
        #expect(try read(MultipartBody.bytes([part])).first?.head.fileName == "a; name=c.csv")
    }

    @Test(arguments: [
        "", "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=grens",
        "multipart/form-data; boundary=" + String(repeating: "g", count: 71),
    ])
    func `without a boundary nothing can be read`(type: String) {
        #expect(throws: MultipartFault.noBoundary) { try MultipartReader(contentType: type) }
    }

    @Test func `a body that was cut off anywhere is malformed`() throws {
        let whole = MultipartBody.bytes([MultipartBody.field("a", "1"), MultipartBody.field("b", "2")])
        // Only the last line break may be missing.
        for length in 0..<(whole.count - 2) {
            #expect(throws: MultipartFault.malformed, "\(length)") { try read(Array(whole.prefix(length))) }
        }
        #expect(try read(Array(whole.dropLast(2))).count == 2)
    }

    @Test func `a part without a name, without its empty line or with endless headers is malformed`() {
        let nameless = (headers: "Content-Disposition: form-data", content: Array("1".utf8))
        #expect(throws: MultipartFault.malformed) { try read(MultipartBody.bytes([nameless])) }
        let headless = Array("--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n--grens--\r\n".utf8)
        #expect(throws: MultipartFault.malformed) { try read(headless) }
        let endless = "X: " + String(repeating: "x", count: MultipartReader.headBytesMax)
        let part = (headers: "\(endless)\r\n\(MultipartBody.field("a", "").headers)", content: [UInt8]())
        #expect(throws: MultipartFault.malformed) { try read(MultipartBody.bytes([part])) }
        #expect(throws: MultipartFault.malformed) { try read(MultipartBody.bytes([part]), size: 500) }
    }
}
