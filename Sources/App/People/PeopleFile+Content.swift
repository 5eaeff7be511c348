import Domain
import Sheets

extension PeopleFile {
    /// Reads a list by what is in it, csv or xlsx.
    static func read(content bytes: [UInt8], lookup: ImportLookup) -> PeopleFile {
        guard Workbook.isOne(bytes) else { return read(bytes: bytes, lookup: lookup) }
        guard bytes.count <= bytesMax else { return .refused(.tooLarge(bytes: bytes.count, max: bytesMax)) }
        do throws(WorkbookFault) {
            // One more than there may be, so that a list that is too long is told apart.
            let workbook = try Workbook.read(bytes, rowsMax: rowsMax + 2, columnsMax: ImportScanner.fieldsMax)
            var file = read(records: workbook.rows.map(ImportRecord.init), lookup: lookup)
            file.add(workbook.notes)
            return file
        } catch {
            return .refused(.workbook(error))
        }
    }
}

extension ImportRecord {
    /// Each cell as a csv of the same list would have it.
    init(_ row: SheetRow) {
        self.init(
            line: row.number, fields: row.cells.map(\.importText),
            damage: row.isTooWide ? .tooManyFields(max: ImportScanner.fieldsMax) : nil)
    }
}

extension SheetCell {
    fileprivate var importText: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): number.plainText
        case .day(let day): ImportDate.written(day)
        case .moment(let day, let seconds):
            seconds == 0 ? ImportDate.written(day) : "\(ImportDate.written(day)) \(SheetCell.clock(seconds))"
        case .flag(let isTrue): isTrue ? "ja" : "nee"
        case .fault(let text): text
        }
    }
}
