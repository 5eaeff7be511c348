import Domain
import Foundation
import Testing

@testable import Sheets

@Suite struct SheetTableCSVTests {
    private func lines(_ rows: [[SheetCell]]) throws -> [String] {
        var table = SheetTable(
            "Lijst", columns: [SheetTable.Column("kop; één"), SheetTable.Column("getal", .number)])
        for row in rows { table.add(row) }
        let bytes = table.csv()
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        let text = try #require(String(validating: bytes.dropFirst(3), as: UTF8.self))
        #expect(text.hasSuffix("\r\n"))
        return text.components(separatedBy: "\r\n").dropLast()
    }

    @Test func `semicolons, CRLF, a comma before decimals and Dutch dates`() throws {
        let day = try #require(Day(iso: "2026-11-23"))
        let lines = try lines([
            [.text("Noor"), .number(1234.5)], [.day(day), .number(-3)],
            [.moment(day, seconds: 34_200), .empty], [.flag(true), .fault("#N/A")],
        ])
        #expect(
            lines == [
                "\"kop; één\";getal", "Noor;1234,5", "23-11-2026;-3", "23-11-2026 09:30;", "ja;#N/A",
            ])
    }

    @Test func `quotes go around what would otherwise fall apart`() throws {
        let lines = try lines([
            [.text("a;b"), .empty], [.text("zeg \"ja\""), .empty], [.text("a\nb"), .empty],
            [.text(" a"), .empty],
        ])
        #expect(lines[1...] == ["\"a;b\";", "\"zeg \"\"ja\"\"\";", "\"a\nb\";", "\" a\";"])
    }

    @Test(arguments: ["=1+1", "+31 6 12345678", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1", "\r=1"])
    func `what a spreadsheet would calculate gets an apostrophe`(text: String) throws {
        let field = try lines([[.text(text), .empty]]).dropFirst().joined(separator: "\r\n")
        #expect(field.hasPrefix("'") || field.hasPrefix("\"'"))
    }

    @Test func `what is no formula stays as it is`() throws {
        #expect(
            try lines([[.text("'t Hart"), .empty], [.text("06-12345678"), .empty]])[1...] == [
                "'t Hart;", "06-12345678;",
            ])
    }
}
