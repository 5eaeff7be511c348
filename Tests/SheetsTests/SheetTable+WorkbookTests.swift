import Domain
import Foundation
import TestSupport
import Testing

@testable import Sheets

/// What is written is read back by two readers that know nothing of each other, and by our own.
@Suite struct SheetTableWorkbookTests {
    private struct Reading: Decodable {
        let sheet: String
        let rows: [[[String]]]
        let formulas: [String]?
        let frozen: String?
        let filter: String?
        let headBold: Bool?
        let formats: [String]?
        let widths: [Double]?
    }

    private struct Readings: Decodable {
        let openpyxl: Reading
        let calamine: Reading
    }

    private static let madeAt = Day(daysSince1970: 20_780)

    private func table() throws -> SheetTable {
        let day = try #require(Day(iso: "2026-11-23"))
        var table = SheetTable(
            "Mensen: alle [2026]/'test' met een lange naam",
            columns: [
                SheetTable.Column("naam"), SheetTable.Column("telefoon"), SheetTable.Column("dag", .day),
                SheetTable.Column("moment", .moment), SheetTable.Column("aantal", .number),
            ])
        table.add([
            .text("Élise van den Berg & <co>"), .text("0612345678"), .day(day), .moment(day, seconds: 34_205),
            .number(-12.5),
        ])
        table.add([.text("=1+1"), .text("+31612345678"), .empty, .empty, .number(0)])
        table.add([
            .text("@SUM(A1)"), .text("007"), .day(Day(daysSince1970: -3653)), .moment(day, seconds: 60),
            .empty,
        ])
        table.add([.text("regel\nafgebroken \u{1F600}"), .text("2026-11-23"), .empty, .empty, .number(1e15)])
        table.add([.text("https://voorbeeld.nl _x0041_"), .text("TRUE"), .empty, .empty, .number(0.1)])
        return table
    }

    private func readings(_ table: SheetTable) throws -> Readings {
        let folder = try TestFolder()
        defer { folder.remove() }
        let path = "\(folder.path)/lijst.xlsx"
        try Data(try table.workbook(madeAt: Self.madeAt)).write(to: URL(filePath: path))
        let answer = try PythonTool("sheets", "read_back.py").run([path])
        return try JSONDecoder().decode(Readings.self, from: answer)
    }

    /// As the readers tell a cell.
    private func told(_ cell: SheetCell) -> [String] {
        switch cell {
        case .empty: ["empty", ""]
        case .text(let text), .fault(let text): ["text", text]
        case .number(let number): ["number", number == 1e15 ? "1000000000000000.0" : "\(number)"]
        case .day(let day): ["day", day.iso]
        case .moment(let day, let seconds):
            ["moment", "\(day.iso)T\(SheetCell.clock(seconds))\(seconds % 60 == 0 ? ":00" : "")"]
        case .flag(let isTrue): ["text", isTrue ? "ja" : "nee"]
        }
    }

    @Test func `two independent readers find every cell with its type`() throws {
        let table = try table()
        let readings = try readings(table)
        let expected = [table.columns.map { ["text", $0.title] }] + table.rows.map { $0.map(told) }
        #expect(readings.openpyxl.rows == expected)
        #expect(readings.calamine.rows == expected)
    }

    @Test func `no text is a formula, and its cells stay text when somebody types in them`() throws {
        let reading = try readings(table()).openpyxl
        #expect(reading.formulas == [])
        #expect(reading.formats?.prefix(2) == ["@", "@"])
        #expect(reading.formats?[2] == "dd\\-mm\\-yyyy")
    }

    @Test func `the heading is bold, stays in sight and filters; columns are wide enough`() throws {
        let reading = try readings(table()).openpyxl
        #expect(reading.headBold == true)
        #expect(reading.frozen == "A2")
        #expect(reading.filter == "A1:E6")
        #expect((reading.widths ?? []).allSatisfy { (8...61).contains($0) })
        #expect(reading.sheet == "Mensen alle 2026test met een la")
    }

    @Test func `our own reader finds the same`() throws {
        let table = try table()
        let book = try Workbook.read(try table.workbook(madeAt: Self.madeAt), rowsMax: 100, columnsMax: 20)
        #expect(
            book.rows.dropFirst().map(\.cells)
                == table.rows.map { row in
                    Array(row.reversed().drop(while: \.isEmpty).reversed())
                })
        #expect(book.notes.isEmpty)
    }

    @Test func `control characters and texts beyond a cell do not make a file that cannot be opened`() throws
    {
        var table = SheetTable("Lijst", columns: [SheetTable.Column("tekst")])
        table.add([.text("a\u{0}b\u{1}c\u{1F}")])
        table.add([.text(String(repeating: "\u{1F600}x", count: 20_000))])
        let rows = try readings(table).openpyxl.rows
        #expect(rows[1] == [["text", "abc"]])
        #expect(rows[2][0][1].hasSuffix("(afgekapt)"))
        #expect(rows[2][0][1].utf16.count <= 32_767)
    }

    @Test func `an empty list has its heading`() throws {
        let table = SheetTable("Leeg", columns: [SheetTable.Column("naam")])
        #expect(try readings(table).calamine.rows == [[["text", "naam"]]])
    }

    @Test func `the same list is the same file`() throws {
        let table = try table()
        #expect(try table.workbook(madeAt: Self.madeAt) == table.workbook(madeAt: Self.madeAt))
    }
}
