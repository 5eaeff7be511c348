import CXlsxWriter
package import Domain
import Foundation

extension SheetTable {
    /// What a spreadsheet can hold (ECMA-376; Excel's own limits).
    private static let rowLast = 1_048_576
    private static let textMax = 32_767
    private static let nameMax = 31

    /// The list as a workbook (xlsx): real dates, numbers that stay text where they are names, a heading that
    /// stays in sight and filters.
    ///
    /// Texts are never formulas, also not after somebody types in them: their cells have the format of text.
    ///
    /// - Throws: `SheetFault` when there are too many rows or the disk is full. It blocks.
    package func workbook(madeAt day: Day) throws(SheetFault) -> [UInt8] {
        guard rows.count < Self.rowLast else { throw .tooManyRows(max: Self.rowLast - 1) }
        // Without a name from the first moment on: nothing of the list stays behind on disk.
        guard let file = tmpfile() else { throw .noRoom }
        defer { fclose(file) }
        var options = lxw_workbook_options()
        guard let workbook = workbook_new_opt("/proc/self/fd/\(fileno(file))", &options),
            let sheet = workbook_add_worksheet(workbook, sheetName)
        else { throw .noRoom }
        var properties = lxw_doc_properties()
        properties.created = time_t(day.daysSince1970 * 86_400)
        workbook_set_properties(workbook, &properties)
        fill(sheet, CellFormats(workbook))
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw .noRoom }
        return try Self.content(of: file)
    }

    private func fill(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
        let widths = self.widths
        for (index, column) in columns.enumerated() {
            let place = UInt16(index)
            worksheet_set_column(sheet, place, place, widths[index], formats.format(column.kind))
            worksheet_write_string(sheet, 0, place, column.title, formats.heading)
        }
        for (index, row) in rows.enumerated() {
            for (place, (column, cell)) in zip(columns, row).enumerated() {
                write(cell, formats.format(column.kind), sheet, UInt32(index + 1), UInt16(place), formats)
            }
        }
        worksheet_freeze_panes(sheet, 1, 0)
        if !columns.isEmpty {
            worksheet_autofilter(sheet, 0, 0, UInt32(max(1, rows.count)), UInt16(columns.count - 1))
        }
    }

    private func write(
        _ cell: SheetCell, _ format: UnsafeMutablePointer<lxw_format>?,
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16, _ formats: CellFormats
    ) {
        switch cell {
        case .empty: break
        case .text(let text), .fault(let text):
            worksheet_write_string(sheet, row, column, Self.storable(text), formats.text)
        case .number(let number): worksheet_write_number(sheet, row, column, number, format)
        case .day(let day):
            worksheet_write_number(sheet, row, column, SheetDate.serial(day), formats.day)
        case .moment(let day, let seconds):
            worksheet_write_number(
                sheet, row, column, SheetDate.serial(day, seconds: seconds), formats.moment)
        case .flag(let isTrue):
            worksheet_write_string(sheet, row, column, isTrue ? "ja" : "nee", formats.text)
        }
    }

    /// In characters, from the longest content, within reason.
    private var widths: [Double] {
        columns.enumerated().map { index, column in
            let longest = rows.lazy.map { $0.indices.contains(index) ? Self.width($0[index]) : 0 }.max() ?? 0
            // Room for the arrow of the filter beside a title.
            return Double(min(60, max(8, longest + 1, column.title.count + 4)))
        }
    }

    private static func width(_ cell: SheetCell) -> Int {
        switch cell {
        case .empty: 0
        case .text(let text), .fault(let text): text.count
        case .number(let number): number.plainText.count
        case .day: 10
        case .moment: 16
        case .flag: 3
        }
    }

    /// Without control characters, which XML cannot hold, and no longer than a cell can be; an underscore
    /// that would begin a mark for a character is marked itself.
    private static func storable(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" {
            kept.append(scalar)
        }
        let marked = String(kept).replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x")
        guard marked.utf16.count > textMax else { return marked }
        var shorter = String(marked.prefix(textMax / 2 - 20))
        while shorter.utf16.count > textMax - 20 { shorter.removeLast(1000) }
        return shorter + " … (afgekapt)"
    }

    /// Without the characters that a sheet's name cannot have.
    private var sheetName: String {
        let name = title.filter { !"[]:*?/\\'".contains($0) }
        return String(name.prefix(Self.nameMax))
    }

    private static func content(of file: UnsafeMutablePointer<FILE>) throws(SheetFault) -> [UInt8] {
        guard fseek(file, 0, SEEK_END) == 0 else { throw .noRoom }
        let count = ftell(file)
        rewind(file)
        guard count > 0 else { throw .noRoom }
        var bytes = [UInt8](repeating: 0, count: count)
        guard fread(&bytes, 1, count, file) == count else { throw .noRoom }
        return bytes
    }
}

/// Why a list cannot be written as a workbook.
package enum SheetFault: Error, Equatable, Sendable {
    case tooManyRows(max: Int)
    /// The disk or memory is full.
    case noRoom
}

/// The few ways in which cells look.
private struct CellFormats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    let moment: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(workbook)
            format_set_num_format(format, code)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            return format
        }
        heading = workbook_add_format(workbook)
        format_set_bold(heading)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        text = format("@")
        day = format("dd\\-mm\\-yyyy")
        moment = format("dd\\-mm\\-yyyy\\ hh:mm")
    }

    func format(_ kind: SheetTable.Kind) -> UnsafeMutablePointer<lxw_format>? {
        switch kind {
        case .text: text
        case .number: nil
        case .day: day
        case .moment: moment
        }
    }
}
