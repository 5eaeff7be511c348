import Domain
import Web

/// A fault or warning of an import as a reader or a program gets it.
package struct ImportNotice: Sendable {
    /// Data record from 1, the header not counted; nil for the whole file.
    package let row: Int?
    /// Line of the file on which the record begins, from 1.
    package let line: Int?
    package let field: String?
    package let code: String
    package let message: String
}

extension ImportOutcome {
    package var errors: [ImportNotice] {
        file.faults.map { placed in
            ImportNotice(
                row: placed.row, line: placed.line, field: placed.fault.field?.rawValue,
                code: placed.fault.code,
                message: placed.fault.sentence)
        }
    }

    /// The file is no list at all, as against a list with something wrong in it.
    package var isUnreadable: Bool {
        file.faults.contains { placed in
            switch placed.fault {
            case .file(.empty), .file(.spreadsheet), .file(.notText), .file(.tooLarge), .file(.workbook): true
            default: false
            }
        }
    }

    package var warnings: [ImportNotice] {
        file.warnings.map { placed in
            ImportNotice(
                row: placed.row, line: placed.line, field: placed.warning.field?.rawValue,
                code: placed.warning.code,
                message: placed.warning.sentence)
        }
    }

    /// After it was written.
    var notice: String {
        "Ingelezen: \(created) nieuw, \(changed) gewijzigd, \(unchanged) ongewijzigd; \(file.rejected) afgekeurd."
    }

    /// For the terminal.
    package var summary: String {
        let verb = isApplied ? "" : " (nog niets opgeslagen; geef --apply om te verwerken)"
        var lines = [
            "\(Dutch.count(file.count, "rij", "rijen")): \(file.accepted) goed, \(file.rejected) afgekeurd\(verb).",
            "Mensen: \(created) nieuw, \(changed) gewijzigd, \(unchanged) ongewijzigd.",
        ]
        for notice in errors { lines.append("FOUT  \(notice.place)\(notice.message)") }
        for notice in warnings { lines.append("let op  \(notice.place)\(notice.message)") }
        return lines.joined(separator: "\n")
    }
}

extension ImportNotice {
    /// `rij 3 (regel 4), mobiel: `; empty for the whole file.
    var place: String {
        guard let row, let line else { return "" }
        let field = field.map { ", \($0)" } ?? ""
        return "rij \(row) (regel \(line))\(field): "
    }
}
