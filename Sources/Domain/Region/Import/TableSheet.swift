import Foundation

/// A csv taken apart: the header, wherever it stands, and the records under it.
///
/// StatLine writes the title of the table and its filters above the header, and its source below the last row.
struct TableSheet {
    let header: TableHeader
    let records: ArraySlice<ImportRecord>

    /// More rows than all municipalities of the Netherlands in twenty years have.
    static let rowsMax = 20_000
    /// How far down a header is looked for.
    private static let preambleMax = 12

    static func read(
        _ bytes: [UInt8], wanted: [TableColumn], required: [TableColumn]
    ) -> Result<TableSheet, TableFault> {
        switch ImportText.decode(bytes) {
        case .failure(let fault): .failure(.file(fault))
        case .success(let decoded): read(decoded.text, wanted: wanted, required: required)
        }
    }

    private static func read(
        _ text: String, wanted: [TableColumn], required: [TableColumn]
    ) -> Result<TableSheet, TableFault> {
        var best: Result<TableSheet, TableFault>?
        for separator in ImportSeparator.allCases {
            let records = records(text, separator)
            for (index, record) in records.prefix(preambleMax).enumerated() {
                guard let header = TableHeader(record.fields, wanted: wanted, required: required) else {
                    continue
                }
                let rows = records[(index + 1)...].filter { !isClosing($0, header) }
                if rows.isEmpty { return .failure(.noRows) }
                if rows.count > rowsMax { return .failure(.tooManyRows(max: rowsMax)) }
                return .success(TableSheet(header: header, records: rows[...]))
            }
            let seen = records.first?.fields.map(\.tidied).filter { !$0.isEmpty } ?? []
            if best == nil || seen.count > 1 { best = .failure(missing(seen, wanted: required)) }
        }
        return best ?? .failure(.file(.empty))
    }

    private static func records(_ text: String, _ separator: ImportSeparator) -> [ImportRecord] {
        var scanner = ImportScanner(text, separator: separator)
        scanner.takeFirstLine { $0.lowercased().filter { $0 != "\"" }.hasPrefix("sep=") }
        var records: [ImportRecord] = []
        while records.count <= rowsMax + preambleMax, let record = scanner.next() {
            if !record.isBlank { records.append(record) }
        }
        return records
    }

    /// "Bron: CBS" and "© CBS", alone on a line under a table of several columns.
    private static func isClosing(_ record: ImportRecord, _ header: TableHeader) -> Bool {
        let filled = record.fields.map(\.tidied).filter { !$0.isEmpty }
        guard record.damage == nil, header.titles.count > 1, filled.count == 1, let only = filled.first else {
            return false
        }
        return ["bron", "©", "(c)"].contains { only.lowercased().hasPrefix($0) }
    }

    private static func missing(_ seen: [String], wanted: [TableColumn]) -> TableFault {
        let missing = wanted.filter { column in !seen.contains { column.tier(of: $0) != nil } }
        return .missingColumns(missing.isEmpty ? wanted : missing, seen: seen.map { String($0.prefix(60)) })
    }
}

/// Reads the number in a cell: `651157`, `651.157` or `651 157`.
func tableNumber(_ text: String) -> Int? {
    let isGrouped = text.wholeMatch(of: /\d{1,3}([. \u{00A0}]\d{3})+/) != nil
    let digits = isGrouped ? text.filter(\.isNumber) : text
    guard !digits.isEmpty, digits.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
    }
    return Int(digits)
}
