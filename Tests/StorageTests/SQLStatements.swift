import Foundation

/// A string literal of a source file, cut at its interpolations.
struct SourceLiteral {
    enum Part {
        case text(String)
        /// What stands between `\(` and `)`.
        case code(String)
    }

    let file: String
    let line: Int
    var parts: [Part] = []
}

/// Finds the string literals of Swift text: enough of the language for statements, over scalars for speed.
struct LiteralScanner {
    private let characters: [Unicode.Scalar]
    private let file: String
    private var at = 0
    private var line = 1
    private(set) var literals: [SourceLiteral] = []

    init(_ text: String, file: String) {
        characters = Array(text.unicodeScalars)
        self.file = file
    }

    static func literals(in text: String, file: String) -> [SourceLiteral] {
        var scanner = LiteralScanner(text, file: file)
        while scanner.at < scanner.characters.count { scanner.step() }
        return scanner.literals
    }

    private func reads(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return at + scalars.count <= characters.count
            && scalars.indices.allSatisfy { characters[at + $0] == scalars[$0] }
    }

    private mutating func step() {
        if reads("//") {
            while at < characters.count, characters[at] != "\n" { at += 1 }
        } else if reads("\"\"\"") {
            literal(delimiter: "\"\"\"")
        } else if reads("\"") {
            literal(delimiter: "\"")
        } else {
            if characters[at] == "\n" { line += 1 }
            at += 1
        }
    }

    private mutating func literal(delimiter: String) {
        var found = SourceLiteral(file: file, line: line)
        var text = ""
        at += delimiter.count
        while at < characters.count, !reads(delimiter) {
            // A quotation mark in a regular expression opens nothing: it ends with its line.
            if characters[at] == "\n", delimiter.count == 1 { return }
            if reads("\\(") {
                found.parts.append(.text(text))
                text = ""
                found.parts.append(.code(interpolation()))
            } else if characters[at] == "\\", at + 1 < characters.count {
                if characters[at + 1] == "\n" {
                    line += 1
                } else {
                    text.unicodeScalars.append(characters[at + 1])
                }
                at += 2
            } else {
                if characters[at] == "\n" { line += 1 }
                text.unicodeScalars.append(characters[at])
                at += 1
            }
        }
        at += delimiter.count
        found.parts.append(.text(text))
        literals.append(found)
    }

    /// Reads to the parenthesis that ends the interpolation; literals inside it are literals of their own.
    private mutating func interpolation() -> String {
        at += 2
        let start = at
        var depth = 0
        while at < characters.count, depth > 0 || characters[at] != ")" {
            if characters[at] == "(" { depth += 1 }
            if characters[at] == ")" { depth -= 1 }
            step()
        }
        var code = ""
        code.unicodeScalars.append(contentsOf: characters[start..<min(at, characters.count)])
        at += 1
        return code
    }
}
