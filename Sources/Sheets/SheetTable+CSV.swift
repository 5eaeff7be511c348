import Domain

extension SheetTable {
    /// As Dutch spreadsheet programs read and write it: semicolons, a comma before decimals, `23-11-2026`,
    /// CRLF, and the mark by which Excel knows that it is UTF-8.
    package func csv() -> [UInt8] {
        var text = "\u{FEFF}"
        append(columns.map { Self.field($0.title) }, to: &text)
        for row in rows { append(row.map { Self.field($0) }, to: &text) }
        return Array(text.utf8)
    }

    private func append(_ fields: [String], to text: inout String) {
        text += fields.joined(separator: ";")
        text += "\r\n"
    }

    private static func field(_ cell: SheetCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text), .fault(let text): field(text)
        case .number(let number): number.plainText
        case .day(let day): written(day)
        case .moment(let day, let seconds): "\(written(day)) \(SheetCell.clock(seconds))"
        case .flag(let isTrue): isTrue ? "ja" : "nee"
        }
    }

    private static func field(_ text: String) -> String {
        let text = defused(text)
        let needsQuotes =
            text.utf8.contains { [0x22, 0x3B, 0x0A, 0x0D].contains($0) } || text.first == " "
            || text.last == " "
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    /// An apostrophe before what a spreadsheet program would calculate (OWASP, "CSV Injection"). Reading such
    /// a list in again takes it off.
    private static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return text }
        return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first) ? "'\(text)" : text
    }

    private static func written(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return "\(twoDigits(number))-\(twoDigits(month))-\(year)"
    }
}
