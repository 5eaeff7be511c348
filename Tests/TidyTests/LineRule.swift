import Foundation

/// A line fits on half a screen. Content of multi-line string literals and files of facts are data, not
/// prose.
struct LineRule {
    static let charactersMax = 120
    /// A sentence or a tag that is most of its line is not broken for the line's sake.
    static let quotedCharactersMax = 160

    func findings(in files: [SourceFile]) -> [Finding] {
        files.filter { $0.isSource && !isFacts($0.path) }.flatMap { file -> [Finding] in
            let texts = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            return zip(1..., file.lineLengths).compactMap { line, length -> Finding? in
                guard length > LineRule.charactersMax, !file.quotedLines.contains(line) else { return nil }
                if length <= LineRule.quotedCharactersMax, isMostlyQuoted(texts[line - 1]) { return nil }
                return Finding(
                    path: file.path, line: line,
                    what: "line has \(length) characters, more than \(LineRule.charactersMax)",
                    instead: "break it (aim for 110), or give a part of it a name")
            }
        }
    }

    private func isMostlyQuoted(_ line: Substring) -> Bool {
        guard let first = line.firstIndex(of: "\""), let last = line.lastIndex(of: "\""), first < last else {
            return false
        }
        return line.distance(from: first, to: last) * 3 > line.count * 2
    }

    private func isFacts(_ path: String) -> Bool {
        path.hasPrefix("Sources/App/") && path.contains("/Facts/") && path.hasSuffix(".json")
    }
}
