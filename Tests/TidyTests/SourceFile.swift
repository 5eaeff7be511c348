import Foundation

/// One file of the tree: its path from the root, its text, and for Swift what the lexer made of it.
struct SourceFile {
    let path: String
    let text: String
    let tokens: [Token]
    let comments: [Int: Remark]
    /// The content lines of multi-line string literals.
    let quotedLines: Set<Int>

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var lexer = Lexer(path.hasSuffix(".swift") ? text : "")
        lexer.read()
        tokens = lexer.tokens
        comments = lexer.comments
        quotedLines = lexer.quotedLines
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var isSource: Bool { path.hasPrefix("Sources/") }
    var isSwiftSource: Bool { isSource && isSwift }

    var components: [String] { path.split(separator: "/").map(String.init) }

    /// `AlarmQueries` of `Sources/App/Alarm/AlarmQueries.swift`.
    var base: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }

    /// The folder below `Sources/App`; empty for a file in `Sources/App` itself, nil for a file elsewhere.
    var feature: String? {
        guard path.hasPrefix("Sources/App/") else { return nil }
        return components.count > 3 ? components[2] : ""
    }

    /// How many characters (Unicode scalars) each line has, the first line first.
    var lineLengths: [Int] {
        var lengths: [Int] = []
        var length = 0
        for byte in Array(text.utf8) {
            if byte == 10 {
                lengths.append(length)
                length = 0
            } else if byte & 0xC0 != 0x80 {
                length += 1
            }
        }
        return length > 0 ? lengths + [length] : lengths
    }

    /// Whether the token at `index` exists and is this word or symbol.
    func token(_ index: Int, reads text: String) -> Bool {
        tokens.indices.contains(index) && tokens[index].reads(text)
    }

    /// The index of the bracket that closes the one at `open`; the last token when it is never closed.
    func closing(of open: Int) -> Int {
        let opener = tokens[open].text
        let closer = opener == "(" ? ")" : opener == "[" ? "]" : "}"
        var depth = 0
        for index in open..<tokens.count {
            if tokens[index].reads(opener) { depth += 1 }
            if tokens[index].reads(closer) { depth -= 1 }
            if depth == 0 { return index }
        }
        return tokens.count - 1
    }

    /// Whether the call whose parenthesis opens at `open` has an argument labelled `label` of its own.
    func call(at open: Int, hasLabel label: String) -> Bool {
        var depth = 0
        for index in open...closing(of: open) where tokens[index].kind != .literal {
            switch tokens[index].text {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case label where depth == 1 && token(index + 1, reads: ":"): return true
            default: break
            }
        }
        return false
    }

    /// Whether somebody wrote down why `line` is as it is: at least three words of comment on the line
    /// itself, or in a comment of whole lines that ends at most `linesAbove` lines higher.
    func hasReason(at line: Int, linesAbove: Int, documentationCounts: Bool) -> Bool {
        if let comment = comments[line], comment.words >= 3 { return true }
        for above in stride(from: line - 1, through: line - linesAbove, by: -1) {
            var words = 0
            var next = above
            while let comment = comments[next], comment.isWholeLine,
                documentationCounts || !comment.isDocumentation
            {
                words += comment.words
                next -= 1
            }
            if words >= 3 { return true }
        }
        return false
    }
}
