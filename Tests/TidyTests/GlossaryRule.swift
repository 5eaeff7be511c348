import Foundation

/// Rule 8: the glossary and the code speak one language; every identifier in the one is a word in the other.
struct GlossaryRule {
    static let path = "docs/glossary.md"

    func findings(in files: [SourceFile]) -> [Finding] {
        guard let glossary = files.first(where: { $0.path == GlossaryRule.path }) else {
            return [
                finding(
                    1, "there is no glossary",
                    "write it: | Dutch term | English identifier | meaning | source |")
            ]
        }
        let identifiers = identifiers(in: glossary.text)
        guard !identifiers.isEmpty else {
            return [
                finding(
                    1, "no identifiers found",
                    "a table with a column 'English identifier', names in backticks")
            ]
        }
        let known = Set(
            files.filter(\.isSwiftSource).flatMap { file in
                file.tokens.filter { $0.kind == .word }.map { $0.text.filter { $0 != "`" } }
            })
        return identifiers.filter { !known.contains($0.name) }.map { identifier in
            finding(
                identifier.line, "`\(identifier.name)` does not exist in Sources",
                "use the name the code uses, or take the row out until the code has it")
        }
    }

    private func finding(_ line: Int, _ what: String, _ instead: String) -> Finding {
        Finding(path: GlossaryRule.path, line: line, what: what, instead: instead)
    }

    /// The words in backticks of each table's identifier column; `Alarm.state` is two.
    private func identifiers(in text: String) -> [(name: String, line: Int)] {
        var column: Int?
        var found: [(name: String, line: Int)] = []
        for (line, row) in zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)) {
            guard row.hasPrefix("|") else {
                column = nil
                continue
            }
            let cells = cells(of: row)
            guard let column else {
                column = cells.firstIndex { $0.lowercased().contains("identifier") } ?? Int.max
                continue
            }
            guard column < cells.count else { continue }
            found += names(in: cells[column]).map { ($0, line) }
        }
        return found
    }

    private func cells(of row: Substring) -> [String] {
        row.replacing("\\|", with: "/").split(separator: "|", omittingEmptySubsequences: false).map(
            String.init)
    }

    private func names(in cell: String) -> [String] {
        var names: [String] = []
        for (index, part) in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        where index % 2 == 1 {
            names += part.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        }
        return names
    }
}
