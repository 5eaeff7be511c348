package import Domain
import Web

/// What an import of a table of facts would do or did: counts, and every fault and warning.
package struct TableOutcome: Sendable {
    package let count: Int
    package let rejected: Int
    package let faults: [PlacedTableFault]
    package let tableWarnings: [TableWarning]
    package let differences: [Difference]
    /// Rows that say what is on record already.
    package let unchanged: Int
    package let isApplied: Bool

    /// What one row would change.
    package struct Difference: Sendable {
        package let subject: String
        package let isNew: Bool
        package let before: String
        package let after: String
    }

    /// Rows about the region that can be imported.
    package var accepted: Int { differences.count + unchanged }
    package var created: Int { differences.count(where: \.isNew) }
    package var changed: Int { differences.count - created }
    package var isUnreadable: Bool { faults.contains(where: \.fault.isUnreadable) }

    package var errors: [ImportNotice] {
        faults.map { placed in
            ImportNotice(
                row: placed.row, line: placed.line, field: placed.fault.field?.rawValue,
                code: placed.fault.code,
                message: placed.fault.sentence)
        }
    }

    /// For the terminal.
    package var summary: String {
        let verb = isApplied ? "" : " (nog niets opgeslagen; geef --apply om te verwerken)"
        var lines = [
            "\(Dutch.count(count, "rij", "rijen")): \(accepted) van deze regio goed, \(rejected) afgekeurd\(verb).",
            "\(created) nieuw, \(changed) gewijzigd, \(unchanged) ongewijzigd.",
        ]
        for difference in differences {
            lines.append(
                "  \(difference.subject): \(difference.isNew ? "–" : difference.before) → \(difference.after)"
            )
        }
        for notice in errors { lines.append("FOUT  \(notice.place)\(notice.message)") }
        for notice in warnings { lines.append("let op  \(notice.place)\(notice.message)") }
        return lines.joined(separator: "\n")
    }

    package var warnings: [ImportNotice] {
        tableWarnings.map { warning in
            ImportNotice(row: nil, line: nil, field: nil, code: warning.code, message: warning.sentence)
        }
    }
}
