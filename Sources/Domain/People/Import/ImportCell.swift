import Foundation

/// The content of one cell, without what spreadsheets put around it.
package struct ImportCell: Equatable, Sendable {
    package let text: String
    /// A character that belongs in no list, such as a bell or an unused byte of Windows-1252.
    package let controlCharacter: UInt32?

    package init(_ raw: String) {
        // Line ends and tabs within a cell are layout; `tidied` turns them into spaces.
        let layout: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
        controlCharacter =
            raw.unicodeScalars.first {
                $0.properties.generalCategory == .control && !layout.contains($0)
            }?.value
        text = ImportCell.withoutDefusing(ImportCell.withoutFormula(raw.tidied))
    }

    /// `="0123"`: the trick with which a csv keeps its zeros in Excel.
    private static func withoutFormula(_ text: String) -> String {
        guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return text }
        return String(text.dropFirst(2).dropLast())
    }

    /// The apostrophe that keeps a spreadsheet from calculating; not that of "'t" and "'s".
    private static func withoutDefusing(_ text: String) -> String {
        guard text.first == "'", let next = text.dropFirst().first else { return text }
        return next.isNumber || "=+-@".contains(next) ? String(text.dropFirst()) : text
    }
}
