/// Why a theme file is refused; every case names the line or the pair, so that its maker can mend it.
package enum ThemeFault: Error, Equatable, Sendable {
    case tooLarge(bytesMax: Int)
    /// Something else than `:root { --name: value; }` stands here.
    case notTokens(line: Int, found: String)
    /// A value that is more than a colour, a size or a font: it could load something or do something.
    case value(line: Int, token: String)
    /// A token that is a colour of the product holds something from which no colour can be read.
    case noColour(token: String, value: String)
    case tooLittleContrast([ThemeContrast])
}

/// The tokens of a theme in NL Design System style: custom properties, and nothing that a style sheet can do
/// besides. A region's theme replaces the product's own tokens one by one.
package struct Theme: Equatable, Sendable {
    /// Beside the data; taken when no other file is given.
    package static let fileName = "thema.css"
    package static let bytesMax = 200_000

    /// In the order of the file; a later value of one name wins.
    let light: [Token]
    /// What differs on a device that is set to dark.
    let dark: [Token]

    struct Token: Equatable, Sendable {
        let name: String
        let value: String
    }

    /// Reads `:root { … }` and `.name-theme { … }`, also inside `@media (prefers-color-scheme: dark) { … }`.
    ///
    /// - Throws: `ThemeFault` at the first thing that is no token.
    package init(css: String) throws(ThemeFault) {
        guard css.utf8.count <= Self.bytesMax else { throw .tooLarge(bytesMax: Self.bytesMax) }
        var reader = ThemeReader(css)
        try reader.read()
        light = reader.light
        dark = reader.dark
    }

    static func css(_ tokens: [Token]) -> String {
        tokens.isEmpty
            ? "" : ":root { \(tokens.map { "\($0.name): \($0.value);" }.joined(separator: " ")) }\n"
    }
}

/// Takes a theme file apart. Written for this narrow grammar: what it does not know, it refuses.
private struct ThemeReader {
    private var rest: Substring
    private var line = 1
    private(set) var light: [Theme.Token] = []
    private(set) var dark: [Theme.Token] = []

    init(_ css: String) {
        rest = css[...]
    }

    mutating func read() throws(ThemeFault) {
        while try skipSpace() {
            let start = line
            let head = try upTo("{", or: start)
            if head.hasPrefix("@") {
                guard Self.darkHeads.contains(head.filter { !$0.isWhitespace }) else {
                    throw .notTokens(line: start, found: head)
                }
                while try skipSpace(), rest.first != "}" {
                    try block(try upTo("{", or: line), at: line) { reader, token in reader.dark.append(token)
                    }
                }
                guard rest.popFirst() == "}" else {
                    throw .notTokens(line: line, found: "einde van het bestand")
                }
            } else {
                try block(head, at: start) { reader, token in reader.light.append(token) }
            }
        }
    }

    private static let darkHeads: Set<String> = [
        "@media(prefers-color-scheme:dark)", "@mediascreenand(prefers-color-scheme:dark)",
    ]

    /// The inside of one `{ … }`; its selector was read.
    private mutating func block(
        _ selector: String, at start: Int, _ keep: (inout ThemeReader, Theme.Token) -> Void
    ) throws(ThemeFault) {
        let isTheme = selector.wholeMatch(of: /:root|html|\.[a-z0-9-]+-theme/) != nil
        guard isTheme else { throw .notTokens(line: start, found: selector) }
        while try skipSpace(), rest.first != "}" {
            let at = line
            let declaration = rest.prefix { $0 != ";" && $0 != "}" && $0 != "{" }
            take(declaration.count)
            guard rest.first != "{" else { throw .notTokens(line: at, found: String(declaration)) }
            if rest.first == ";" { take(1) }
            keep(&self, try Self.token(String(declaration), at: at))
        }
        guard rest.first == "}" else { throw .notTokens(line: line, found: "einde van het bestand") }
        take(1)
    }

    private static func token(_ text: String, at line: Int) throws(ThemeFault) -> Theme.Token {
        let declaration = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let match = declaration.wholeMatch(of: /(--[A-Za-z0-9_-]+) ?: ?(.*)/) else {
            throw .notTokens(line: line, found: declaration)
        }
        let name = String(match.output.1)
        let value = String(match.output.2)
        guard isHarmless(value) else { throw .value(line: line, token: name) }
        return Theme.Token(name: name, value: value)
    }

    /// A list of what may be, not of what may not: colours, sizes, fonts, and functions that only compute.
    private static func isHarmless(_ value: String) -> Bool {
        guard value.wholeMatch(of: /[A-Za-z0-9 #%.,()+*\/"'_-]*/) != nil else { return false }
        // What does not close would swallow the tokens after it.
        guard !value.contains("/*"), value.count(where: { $0 == "\"" }).isMultiple(of: 2),
            value.count(where: { $0 == "'" }).isMultiple(of: 2), isBalanced(value)
        else { return false }
        let functions = value.matches(of: /([A-Za-z-]*)\(/).map { $0.output.1.lowercased() }
        return Set(functions).isSubset(of: [
            "", "var", "rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp",
        ])
    }

    private static func isBalanced(_ value: String) -> Bool {
        var depth = 0
        for character in value {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// The text before `mark`, without the space around it; the mark is taken too.
    private mutating func upTo(_ mark: Character, or start: Int) throws(ThemeFault) -> String {
        let text = rest.prefix { $0 != mark && $0 != ";" && $0 != "}" }
        take(text.count)
        let shown = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard rest.first == mark else { throw .notTokens(line: start, found: shown) }
        take(1)
        return shown
    }

    /// Passes over white space and comments.
    ///
    /// - Returns: whether anything is left.
    private mutating func skipSpace() throws(ThemeFault) -> Bool {
        while let first = rest.first {
            if first.isWhitespace {
                take(1)
            } else if rest.hasPrefix("/*") {
                let start = line
                guard let end = rest.firstRange(of: "*/") else {
                    throw .notTokens(line: start, found: "commentaar zonder einde")
                }
                take(rest.distance(from: rest.startIndex, to: end.upperBound))
            } else {
                return true
            }
        }
        return false
    }

    private mutating func take(_ count: Int) {
        line += rest.prefix(count).count(where: \.isNewline)
        rest = rest.dropFirst(count)
    }
}
