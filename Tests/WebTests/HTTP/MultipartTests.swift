import Testing

@testable import Web

@Suite struct MultipartTests {
    private static let type = "multipart/form-data; boundary=grens"

    /// A body as a browser writes it.
    private func body(_ parts: [(headers: String, content: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            body += Array("--grens\r\n\(part.headers)\r\n\r\n".utf8) + part.content + Array("\r\n".utf8)
        }
        return body + Array("--grens--\r\n".utf8)
    }

    private func field(_ name: String, _ value: String) -> (headers: String, content: [UInt8]) {
        ("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
    }

    private func read(_ body: [UInt8], type: String = type) throws -> MultipartForm {
        try MultipartForm(body: body, contentType: type)
    }

    @Test func `fields and files of one form are told apart`() throws {
        let file = (
            headers: "Content-Disposition: form-data; name=\"bestand\"; filename=\"lijst één.csv\"\r\n"
                + "Content-Type: text/csv", content: Array("a;b\r\n1;2\r\n".utf8)
        )
        let form = try read(body([field("csrf", "x"), file, field("rol", "a"), field("rol", "b")]))
        #expect(form.fields["csrf"] == "x")
        #expect(form.fields.all("rol") == ["a", "b"])
        let content = Array("a;b\r\n1;2\r\n".utf8)
        #expect(form.files["bestand"] == MultipartForm.File(name: "lijst één.csv", content: content))
        #expect(form.fields.all("bestand") == [])
    }

    @Test func `bytes of every value come through, also those that look like a boundary`() throws {
        let content = (0...255).map { UInt8($0) } + Array("--grens\r\n--gren\r\n\r\n".utf8)
        let part = (headers: "Content-Disposition: form-data; name=\"b\"; filename=\"x\"", content: content)
        #expect(try read(body([part])).files["b"]?.content == content)
    }

    @Test func `an empty file field is a file without content`() throws {
        let part = (headers: "Content-Disposition: form-data; name=\"b\"; filename=\"\"", content: [UInt8]())
        #expect(try read(body([part])).files["b"] == MultipartForm.File(name: "", content: []))
    }

    @Test func `names without quotation marks and headers in any case are read`() throws {
        let parts = [
            (headers: "content-disposition: form-data; NAME=a", content: Array("1".utf8)),
            (headers: "X-Iets: ja\r\nContent-Disposition: form-data; name=\"b\"", content: Array("2".utf8)),
        ]
        let form = try read(body(parts), type: "multipart/form-data; charset=utf-8; boundary=\"grens\"")
        #expect(form.fields["a"] == "1")
        #expect(form.fields["b"] == "2")
    }

    @Test func `a semicolon in the name of a file does not cut it off`() throws {
        let headers = "Content-Disposition: form-data; name=\"b\"; filename=\"a; name=c.csv\""
        let form = try read(body([(headers: headers, content: Array("1".utf8))]))
        #expect(form.files["b"]?.name == "a; name=c.csv")
    }

    @Test(arguments: [
        "", "multipart/form-data", "multipart/form-data; boundary=", "text/plain; charset=utf-8",
    ])
    func `without a boundary nothing can be read`(type: String) {
        #expect(throws: MultipartFault.noBoundary) { try read(body([field("a", "1")]), type: type) }
    }

    @Test func `a body that was cut off anywhere is malformed`() throws {
        let whole = body([field("a", "1"), field("b", "2")])
        // Only the last line break may be missing.
        for length in 0..<(whole.count - 2) {
            #expect(throws: MultipartFault.malformed, "\(length)") { try read(Array(whole.prefix(length))) }
        }
        #expect(try read(Array(whole.dropLast(2))).fields["b"] == "2")
    }

    @Test func `a part without a name or without its empty line is malformed`() {
        let nameless = (headers: "Content-Disposition: form-data", content: Array("1".utf8))
        #expect(throws: MultipartFault.malformed) { try read(body([nameless])) }
        let headless = Array("--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n--grens--\r\n".utf8)
        #expect(throws: MultipartFault.malformed) { try read(headless) }
    }
}
