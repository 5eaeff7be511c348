import Domain

/// The rows of one sheet (`xl/worksheets/sheet….xml`), with what a reader should know about them.
struct SheetRows: XMLReader {
    /// The last row and column that a spreadsheet has.
    private static let rowLast = 1_048_576
    private static let columnLast = 16_384

    private let strings: SharedStrings
    private let styles: CellStyles
    private let dates: SheetDate
    private let rowsMax: Int
    private let columnsMax: Int
    private let part: String

    private(set) var rows: [SheetRow] = []
    private(set) var hiddenRows: [Int] = []
    private(set) var mergedCount = 0
    private(set) var unvaluedCells: [String] = []
    private(set) var faultCells: [String] = []

    private var row = RowUnderWay()
    private var cell = CellUnderWay()
    private var isInValue = false

    private struct RowUnderWay {
        var number = 0
        var isHidden = false
        var cells: [SheetCell] = []
        var isTooWide = false
        /// Column of the last cell, from 1.
        var column = 0
    }

    private struct CellUnderWay {
        var column = 0
        var type = ""
        var style = 0
        /// Nil when the cell has no value at all.
        var value: String?
        var hasFormula = false
        var inline = RichText()
    }

    init(
        strings: SharedStrings, styles: CellStyles, dates: SheetDate, rowsMax: Int, columnsMax: Int,
        part: String
    ) {
        self.strings = strings
        self.styles = styles
        self.dates = dates
        self.rowsMax = rowsMax
        self.columnsMax = columnsMax
        self.part = part
    }

    var isDone: Bool { rows.count >= rowsMax }

    var notes: [WorkbookNote] {
        var notes: [WorkbookNote] = []
        if !hiddenRows.isEmpty { notes.append(.hiddenRows(hiddenRows)) }
        if mergedCount > 0 { notes.append(.mergedCells(mergedCount)) }
        if !unvaluedCells.isEmpty { notes.append(.formulasWithoutValue(unvaluedCells)) }
        if !faultCells.isEmpty { notes.append(.faults(faultCells)) }
        return notes
    }

    mutating func begin(_ element: String, _ attributes: XMLAttributes) throws {
        switch element {
        case "row":
            let number = attributes["r"].flatMap(Int.init) ?? row.number + 1
            // Rows come in order; a file in which they do not was not made by a spreadsheet program.
            guard number > row.number, number <= Self.rowLast else { throw WorkbookFault.damaged(part: part) }
            row = RowUnderWay(number: number, isHidden: attributes.isTrue("hidden"))
        case "c":
            cell = CellUnderWay(
                column: try column(attributes["r"]), type: attributes["t"] ?? "n",
                style: attributes["s"].flatMap(Int.init) ?? 0)
        case "v":
            isInValue = true
            cell.value = cell.value ?? ""
        case "f": cell.hasFormula = true
        case "mergeCell": mergedCount += 1
        default: cell.inline.begin(element)
        }
    }

    mutating func text(_ text: String) {
        if isInValue { cell.value = (cell.value ?? "") + text } else { cell.inline.add(text) }
    }

    mutating func end(_ element: String) {
        switch element {
        case "v": isInValue = false
        case "c": endCell()
        case "row": endRow()
        default: cell.inline.end(element)
        }
    }

    /// `C7` is column 3; without a reference it is the next.
    private func column(_ reference: String?) throws -> Int {
        guard let reference else { return row.column + 1 }
        var column = 0
        for letter in reference.utf8 {
            guard let place = Self.place(letter), column <= Self.columnLast else { break }
            column = column * 26 + place
        }
        guard column > row.column, column <= Self.columnLast else { throw WorkbookFault.damaged(part: part) }
        return column
    }

    private static func place(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter - UInt8(ascii: "A")) + 1
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter - UInt8(ascii: "a")) + 1
        default: nil
        }
    }

    private mutating func endCell() {
        let content = content()
        row.column = cell.column
        guard !content.isEmpty else { return }
        guard cell.column <= columnsMax else {
            row.isTooWide = true
            return
        }
        while row.cells.count < cell.column - 1 { row.cells.append(.empty) }
        row.cells.append(content)
    }

    private mutating func endRow() {
        guard !row.cells.isEmpty || row.isTooWide else { return }
        if row.isHidden { hiddenRows.append(row.number) }
        rows.append(SheetRow(number: row.number, cells: row.cells, isTooWide: row.isTooWide))
    }

    private mutating func content() -> SheetCell {
        if cell.type == "inlineStr" { return .text(cell.inline.plain) }
        let value = cell.value ?? ""
        // A text may come out empty; a number may not.
        if value.isEmpty, cell.hasFormula, cell.value == nil || cell.type == "n" {
            unvaluedCells.append(place)
            return .empty
        }
        if cell.value == nil { return .empty }
        switch cell.type {
        case "s": return Int(value).flatMap { strings[$0] }.map(SheetCell.text) ?? .empty
        case "str": return .text(unescaped(value))
        case "b": return .flag(value == "1" || value == "true")
        case "e":
            faultCells.append(place)
            return .fault(value)
        case "d":
            guard let (day, seconds) = SheetDate.moment(iso: value) else { return .text(value) }
            return seconds == 0 ? .day(day) : .moment(day, seconds: seconds)
        default: return number(value)
        }
    }

    private func number(_ text: String) -> SheetCell {
        guard let number = Double(text), number.isFinite else { return text.isEmpty ? .empty : .text(text) }
        switch styles.kind(of: cell.style) {
        case .number: return .number(number)
        case .padded(let digits):
            let text = number.plainText
            guard number >= 0, number.rounded() == number else { return .number(number) }
            return .text(String(repeating: "0", count: max(0, digits - text.count)) + text)
        // A duration: no list has a moment before the summer of 1900.
        case .time where (0..<100).contains(number):
            return .text(SheetCell.clock(Int((number * 86_400).rounded())))
        case .date, .time:
            guard let (day, seconds) = dates.moment(number) else { return .number(number) }
            return seconds == 0 ? .day(day) : .moment(day, seconds: seconds)
        }
    }

    /// `C7`
    private var place: String {
        var letters = ""
        var rest = cell.column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return "\(letters)\(row.number)"
    }
}
