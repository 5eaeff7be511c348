import Domain
import Foundation
import TestSupport
import Testing

@testable import Sheets

/// Workbooks made by two other libraries, by hand, and by nobody who means well.
@Suite struct WorkbookTests {
    /// Made once for all tests of this suite.
    private static let samples = Result {
        let folder = try TestFolder()
        try PythonTool("sheets", "write_samples.py").run([folder.path])
        return folder.path
    }

    private func read(
        _ name: String, rowsMax: Int = 10_000, columnsMax: Int = 200
    ) throws -> Workbook {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(try Self.samples.get())/\(name)")))
        return try Workbook.read(bytes, rowsMax: rowsMax, columnsMax: columnsMax)
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `every kind of cell that openpyxl writes is read`() throws {
        let book = try read("openpyxl.xlsx")
        #expect(book.rows.map(\.number) == [1, 2, 3, 5, 9])
        #expect(book.rows[0].cells.count == 10 && book.rows[0].cells[0] == .text("tekst"))
        #expect(
            book.rows[1].cells == [
                .text("Noor & <b>"), .number(612_345_678), .day(try day("2026-11-23")),
                .moment(try day("2026-11-23"), seconds: 34_200), .text("07:05"), .flag(true), .empty,
                .fault("#N/A"), .text("van den Berg"), .text("00045"),
            ])
        #expect(
            book.rows[2].cells == [
                .text("0612345678"), .number(0.5), .day(try day("1900-02-28")), .empty, .empty, .flag(false),
                .empty, .empty, .text(" spatie "), .number(1e15),
            ])
        #expect(book.rows[3].cells == [.text("samengevoegd")])
        #expect(book.rows[4].cells == [.text("regel\nafgebroken")])
    }

    @Test func `the first visible sheet is read, and the reader hears what was not or may mislead`() throws {
        let book = try read("openpyxl.xlsx")
        #expect(book.sheetName == "Medewerkers")
        #expect(
            book.notes == [
                .chosenSheet("Medewerkers", unread: ["Uitleg"], hidden: ["Oud"]), .hiddenRows([3]),
                .mergedCells(1), .formulasWithoutValue(["G2"]), .faults(["H2"]),
            ])
    }

    @Test func `days from 1904, texts in the cells, own formats and outcomes of formulas are read`() throws {
        let book = try read("1904.xlsx")
        #expect(book.notes.isEmpty)
        #expect(
            book.rows[1].cells == [
                .day(try day("2026-11-23")), .number(12.5), .text("van den"), .text("06:00"),
                .text("a_x000D_b Élise \u{1F600}"),
            ])
        #expect(book.rows[2].cells == [.empty, .empty, .number(6), .text("36:00")])
    }

    @Test func `other prefixes, cells without a place, readings and far corners are read`() throws {
        let book = try read("prefix.xlsx")
        #expect(book.rows.map(\.number) == [1, 4, 1_048_576])
        #expect(book.rows[0].cells == [.text("een"), .number(2)])
        #expect(book.rows[1].cells == [.empty, .empty, .moment(try day("2026-11-23"), seconds: 29_700)])
        #expect(book.rows[2].isTooWide && book.rows[2].cells.isEmpty)
    }

    @Test func `reading stops after as many rows as are wanted`() throws {
        #expect(try read("long.xlsx", rowsMax: 12).rows.map(\.number) == Array(1...12))
        #expect(try read("long.xlsx").rows.count == 5000)
    }

    @Test func `a path in a zip leads nowhere`() throws {
        #expect(try read("climbing.xlsx").rows.count == 1)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/oranje-klim.txt"))
    }

    @Test(arguments: [
        ("laughs.xlsx", WorkbookFault.declaresEntities(part: "xl/strings.xml")),
        ("outside.xlsx", .declaresEntities(part: "xl/strings.xml")),
        ("inflated.xlsx", .inflated(part: "xl/sheets/one.xml")),
        ("parts.xlsx", .tooManyParts(max: ZipParts.partsMax)),
        ("deep.xlsx", .damaged(part: "xl/sheets/one.xml")),
        ("twins.xlsx", .damaged(part: "XL/Sheets/One.xml")),
        ("broken.xlsx", .damaged(part: "xl/sheets/one.xml")),
        ("backwards.xlsx", .damaged(part: "xl/sheets/one.xml")),
        ("column.xlsx", .damaged(part: "xl/sheets/one.xml")),
        ("flipped.xlsx", .damaged(part: "xl/sheets/one.xml")),
        ("cut.xlsx", .notAWorkbook), ("locked.xlsx", .locked), ("hidden.xlsx", .noVisibleSheet),
        ("sheetless.xlsx", .noVisibleSheet), ("old.xls", .oldFormat), ("list.ods", .openDocument),
        ("binary.xlsb", .binary), ("photos.zip", .notAWorkbook), ("empty.zip", .notAWorkbook),
    ])
    func `what cannot be read says why`(name: String, fault: WorkbookFault) {
        #expect(throws: fault) { try read(name) }
    }

    @Test func `a file of random bytes behind the first four never does more than fail`() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var randomness = Randomness(seed: seed)
            let bytes = [0x50, 0x4B, 0x03, 0x04] + randomness.bytes(400)
            #expect(throws: WorkbookFault.self) { try Workbook.read(bytes, rowsMax: 10, columnsMax: 10) }
        }
    }

    @Test func `a good file with any one byte changed is read or refused, and never more`() throws {
        let folder = try Self.samples.get()
        let good = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/prefix.xlsx")))
        for place in good.indices {
            var bytes = good
            bytes[place] ^= 0x41
            do throws(WorkbookFault) {
                _ = try Workbook.read(bytes, rowsMax: 100, columnsMax: 20)
            } catch {
                #expect(!error.code.isEmpty)
            }
        }
    }
}
