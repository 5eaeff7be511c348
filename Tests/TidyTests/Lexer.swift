import Foundation

/// The smallest piece of Swift the rules care about.
struct Token: Equatable {
    /// A word is an identifier, keyword or number; a symbol is one punctuation mark.
    enum Kind { case word, symbol, literal }

    let kind: Kind
    /// For a literal its content, each interpolation replaced by a space; raw identifiers keep their
    /// backticks.
    let text: String
    let line: Int
    /// Byte offset in the file, so that `try?` and `try ?` can be told apart.
    let offset: Int

    func reads(_ other: String) -> Bool { kind != .literal && text == other }

    var isCapitalised: Bool { kind == .word && text.utf8.first.map { (65...90).contains($0) } == true }
}

/// What a comment says on one line.
struct Remark: Equatable {
    var text: String
    let isDocumentation: Bool
    let isWholeLine: Bool

    var words: Int { text.split { !$0.isLetter }.count }
}

/// Splits Swift into words, symbols, string literals and comments, over bytes because Characters are slow
/// in debug.
///
/// Interpolated code becomes tokens of its own, between parentheses, right after the literal it stands in.
struct Lexer {
    private(set) var tokens: [Token] = []
    private(set) var comments: [Int: Remark] = [:]
    private(set) var quotedLines: Set<Int> = []

    private let bytes: [UInt8]
    private let end: Int
    private var at = 0
    private var line = 1

    init(_ text: String) {
        // Four zero bytes at the end, so that looking ahead needs no bounds.
        bytes = Array(text.utf8) + [0, 0, 0, 0]
        end = bytes.count - 4
    }

    /// Reads to the end of the file or, inside an interpolation, to the parenthesis that ends it.
    mutating func read(interpolation: Bool = false) {
        var depth = 0
        while at < end {
            let byte = bytes[at]
            if Lexer.wordBytes[Int(byte)] {
                word()
                continue
            }
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                at += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                at += 1
            case UInt8(ascii: "/"):
                slash()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                quoteOrPound()
            case UInt8(ascii: "`"):
                rawIdentifier()
            case UInt8(ascii: "("):
                depth += 1
                symbol()
            case UInt8(ascii: ")"):
                if interpolation && depth == 0 { return }
                depth -= 1
                symbol()
            default:
                symbol()
            }
        }
    }

    // MARK: Words and symbols

    /// Letters, digits, underscore, dollar sign and everything beyond ASCII.
    private static let wordBytes: [Bool] = (0..<256).map { (byte: Int) -> Bool in
        switch byte {
        case 48...57, 65...90, 97...122, 95, 36, 128...255: true
        default: false
        }
    }

    private static let symbols: [String] = (0..<128).map { String(UnicodeScalar(UInt8($0))) }

    private mutating func word() {
        let start = at
        while Lexer.wordBytes[Int(bytes[at])] { at += 1 }
        tokens.append(Token(kind: .word, text: text(start, at), line: line, offset: start))
    }

    private mutating func symbol() {
        tokens.append(Token(kind: .symbol, text: Lexer.symbols[Int(bytes[at])], line: line, offset: at))
        at += 1
    }

    private mutating func rawIdentifier() {
        let start = at
        at += 1
        skip { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "\n") }
        at += bytes[at] == UInt8(ascii: "`") ? 1 : 0
        tokens.append(Token(kind: .word, text: text(start, at), line: line, offset: start))
    }

    private func text(_ start: Int, _ end: Int) -> String {
        bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self)
        }
    }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while at < end && condition(bytes[at]) { at += 1 }
    }

    // MARK: Comments and regular expressions

    private mutating func slash() {
        switch bytes[at + 1] {
        case UInt8(ascii: "/"): lineComment()
        case UInt8(ascii: "*"): blockComment()
        default:
            if let length = regexLength {
                tokens.append(Token(kind: .symbol, text: "/…/", line: line, offset: at))
                at += length
            } else {
                symbol()
            }
        }
    }

    private mutating func lineComment() {
        let start = at
        skip { $0 != UInt8(ascii: "\n") }
        note(text(start, at), isDocumentation: bytes[start + 2] == UInt8(ascii: "/"))
    }

    private mutating func blockComment() {
        let isDocumentation = bytes[at + 2] == UInt8(ascii: "*")
        var start = at
        var depth = 0
        repeat {
            let pair = (bytes[at], bytes[at + 1])
            if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
                depth += 1
                at += 2
            } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
                depth -= 1
                at += 2
            } else {
                if pair.0 == UInt8(ascii: "\n") {
                    note(text(start, at), isDocumentation: isDocumentation)
                    line += 1
                    start = at + 1
                }
                at += 1
            }
        } while depth > 0 && at < end
        note(text(start, min(at, end)), isDocumentation: isDocumentation)
    }

    private mutating func note(_ text: String, isDocumentation: Bool) {
        if comments[line] != nil {
            comments[line]?.text += text
        } else {
            let isWholeLine = tokens.last?.line != line
            comments[line] = Remark(text: text, isDocumentation: isDocumentation, isWholeLine: isWholeLine)
        }
    }

    /// The bytes of a bare `/regex/` that starts here; nil when this slash divides.
    private var regexLength: Int? {
        let next = bytes[at + 1]
        guard next != UInt8(ascii: " "), next != UInt8(ascii: ")"), next != UInt8(ascii: ",") else {
            return nil
        }
        if let last = tokens.last {
            let openers = ["(", ",", "=", ":", "[", "{", ";", "return", "in"]
            guard openers.contains(where: last.reads) else { return nil }
        }
        var ahead = at + 1
        while ahead < end && bytes[ahead] != UInt8(ascii: "\n") {
            if bytes[ahead] == UInt8(ascii: "/") { return ahead + 1 - at }
            ahead += bytes[ahead] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    // MARK: String literals

    private mutating func quoteOrPound() {
        var pounds = 0
        while bytes[at + pounds] == UInt8(ascii: "#") { pounds += 1 }
        switch bytes[at + pounds] {
        case UInt8(ascii: "\""): literal(pounds: pounds)
        case UInt8(ascii: "/"): extendedRegex(pounds: pounds)
        default: symbol()
        }
    }

    private mutating func extendedRegex(pounds: Int) {
        tokens.append(Token(kind: .symbol, text: "/…/", line: line, offset: at))
        at += pounds + 1
        while at < end && !(bytes[at] == UInt8(ascii: "/") && hasPounds(pounds, from: at + 1)) {
            line += bytes[at] == UInt8(ascii: "\n") ? 1 : 0
            at += 1
        }
        at = min(end, at + pounds + 1)
    }

    private mutating func literal(pounds: Int) {
        let (place, start, firstLine) = (tokens.count, at, line)
        tokens.append(Token(kind: .literal, text: "", line: line, offset: at))
        at += pounds
        let isMultiline = hasThreeQuotes
        at += isMultiline ? 3 : 1
        let content = literalContent(pounds: pounds, isMultiline: isMultiline)
        tokens[place] = Token(kind: .literal, text: content, line: firstLine, offset: start)
        if line > firstLine + 1 { quotedLines.formUnion(firstLine + 1..<line) }
    }

    /// Reads up to and including the closing quotes.
    private mutating func literalContent(pounds: Int, isMultiline: Bool) -> String {
        var content = ""
        var start = at
        while at < end {
            switch bytes[at] {
            case UInt8(ascii: "\\") where hasPounds(pounds, from: at + 1):
                content += text(start, at)
                escape(pounds: pounds, into: &content)
                start = at
            case UInt8(ascii: "\"")
            where isMultiline
                ? hasThreeQuotes && hasPounds(pounds, from: at + 3)
                : hasPounds(pounds, from: at + 1):
                content += text(start, at)
                at += (isMultiline ? 3 : 1) + pounds
                return content
            case UInt8(ascii: "\n"):
                if !isMultiline { return content + text(start, at) }
                line += 1
                at += 1
            default:
                at += 1
            }
        }
        return content + text(start, at)
    }

    private mutating func escape(pounds: Int, into content: inout String) {
        at += 1 + pounds
        switch bytes[at] {
        case UInt8(ascii: "("):
            symbol()
            read(interpolation: true)
            if at < end { symbol() }
            content += " "
        case UInt8(ascii: "\n"):
            break
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"):
            content += "\n"
            at += 1
        default:
            content += text(at, min(at + 1, end))
            at += 1
        }
    }

    private var hasThreeQuotes: Bool {
        bytes[at] == UInt8(ascii: "\"") && bytes[at + 1] == UInt8(ascii: "\"")
            && bytes[at + 2] == UInt8(ascii: "\"")
    }

    private func hasPounds(_ count: Int, from start: Int) -> Bool {
        count == 0
            || (start + count <= end && bytes[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") })
    }
}
