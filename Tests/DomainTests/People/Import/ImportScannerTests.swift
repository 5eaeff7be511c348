import Testing

@testable import Domain

@Suite struct ImportScannerTests {
    private func records(_ text: String) -> [ImportRecord] {
        var scanner = ImportScanner(text)
        var records: [ImportRecord] = []
        while let record = scanner.next() { records.append(record) }
        return records
    }

    @Test(arguments: ["\r\n", "\n", "\r"])
    func `every line end starts a record`(end: String) {
        let found = records("a;b\(end)c;d\(end)")
        #expect(
            found == [ImportRecord(line: 1, fields: ["a", "b"]), ImportRecord(line: 2, fields: ["c", "d"])])
    }

    @Test(arguments: [
        ("a;;c", ["a", "", "c"]), (";", ["", ""]), ("\"a;b\";c", ["a;b", "c"]), ("\"a\"\"b\"", ["a\"b"]),
        ("\"\";x", ["", "x"]), ("a\"b\";c", ["a\"b\"", "c"]), ("=\"0123\";c", ["=\"0123\"", "c"]),
        ("\"a\" ;b", ["a ", "b"]),
    ])
    func `fields follow RFC 4180`(line: String, fields: [String]) {
        #expect(records(line) == [ImportRecord(line: 1, fields: fields)])
    }

    @Test(arguments: ["\r\n", "\n", "\r"])
    func `a line end within quotes belongs to the field and counts as a line`(end: String) {
        let found = records("\"a\(end)b\";c\(end)d;e")
        #expect(found.map(\.line) == [1, 3])
        #expect(found.first?.fields == ["a\(end)b", "c"])
    }

    @Test func `a quote that is never closed names its line`() {
        let found = records("a;b\nc;\"d\ne;f\n")
        #expect(found.map(\.damage) == [nil, .unclosedQuote(line: 2)])
    }

    @Test func `text after a closing quote damages the record and not the next`() {
        let found = records("\"a\"b;c\nd;e")
        #expect(found.map(\.damage) == [.textAfterQuote(line: 1), nil])
        #expect(found.last?.fields == ["d", "e"])
    }

    @Test func `a record of separators stops at the limit`() {
        let found = records(String(repeating: ";", count: 10_000))
        #expect(found.first?.fields.count == ImportScanner.fieldsMax)
        #expect(found.first?.damage == .tooManyFields(max: ImportScanner.fieldsMax))
    }

    @Test func `rows of separators only are blank`() {
        #expect(records("; ;\u{A0}")[0].isBlank)
        #expect(!records(";x;")[0].isBlank)
    }
}
