import Foundation

/// What stands between the fields of a csv; AFAS and Excel take it from the regional settings of Windows.
package enum ImportSeparator: UInt8, CaseIterable, Sendable {
    /// The Dutch setting, so first when nothing decides.
    case semicolon = 0x3B
    case tab = 0x09
    case comma = 0x2C

    /// Splits with each separator and keeps the one that gives most known columns, then most fields.
    package static func sniff(_ scanner: ImportScanner) -> ImportSeparator {
        var best = (separator: ImportSeparator.semicolon, known: -1, fields: -1)
        for separator in allCases {
            var trial = scanner
            trial.separator = separator
            guard let first = trial.next() else { continue }
            let known = first.fields.count { ImportColumn.recognise($0) != nil }
            if (known, first.fields.count) > (best.known, best.fields) {
                best = (separator, known, first.fields.count)
            }
        }
        return best.separator
    }

    /// Excel's own first line, `sep=;`, which is no record. Nil when `line` is something else.
    static func declared(in line: String) -> Result<ImportSeparator, ImportFileFault>? {
        let bare = line.filter { $0 != "\"" }
        guard bare.lowercased().hasPrefix("sep=") else { return nil }
        let value = bare.dropFirst(4)
        // A file opened and saved elsewhere carries separators after it: "sep=;;;;".
        guard let byte = value.utf8.first, let separator = ImportSeparator(rawValue: byte) else {
            return .failure(.unknownSeparator(String(value.prefix(5))))
        }
        return .success(separator)
    }
}
