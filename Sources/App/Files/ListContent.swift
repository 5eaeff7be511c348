import Domain
import Sheets
import Web

extension ImportRecord {
    /// The records of a list by what is in it, csv or xlsx.
    ///
    /// - Parameter rowsMax: under the header; one more is read, so that too many can be told.
    static func read(content bytes: [UInt8], rowsMax: Int) -> Result<[ImportRecord], ImportFileFault> {
        guard Workbook.isOne(bytes) else { return csv(bytes, recordsMax: rowsMax + 2) }
        do throws(WorkbookFault) {
            let workbook = try Workbook.read(bytes, rowsMax: rowsMax + 2, columnsMax: ImportScanner.fieldsMax)
            return .success(workbook.rows.map(ImportRecord.init))
        } catch {
            return .failure(.workbook(error))
        }
    }
}

extension ListFault {
    var sentence: String {
        switch self {
        case .file(let fault): fault.sentence
        case .missingColumns(let columns): "Deze kolommen ontbreken: \(Dutch.list(columns.map(\.rawValue)))."
        case .noRows: "Onder de kopregel staan geen rijen."
        case .tooManyRows(let max): "Het bestand heeft meer dan \(max) rijen. Splits het."
        }
    }
}
