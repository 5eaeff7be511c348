import Foundation
import Testing

@Suite struct LexerTests {
    private func words(_ text: String) -> [String] {
        SourceFile(path: "Sources/A.swift", text: text).tokens.filter { $0.kind == .word }.map(\.text)
    }

    private func literals(_ text: String) -> [String] {
        SourceFile(path: "Sources/A.swift", text: text).tokens.filter { $0.kind == .literal }.map(\.text)
    }

    @Test func `comments hold no words, nested ones neither`() {
        #expect(words("a // b\n/* c /* d */ e */ f") == ["a", "f"])
    }

    @Test func `interpolated code is code, also with a string inside`() {
        let text = #"let s = "x \(f("y)") + g) z" + h"#
        #expect(words(text) == ["let", "s", "f", "g", "h"])
        #expect(literals(text) == ["x   z", "y)"])
    }

    @Test func `a raw string has no escapes but its own`() {
        #expect(literals(##"let s = #"a "b" \(c) \#(d)"#"##) == [#"a "b" \(c)  "#])
    }

    @Test func `a multi-line string spans lines and ends where it ends`() {
        let file = SourceFile(
            path: "Sources/A.swift", text: "let s = \"\"\"\n  one \"two\"\n  // three\n  \"\"\"\nlet t = 1")
        #expect(file.quotedLines == [2, 3])
        #expect(file.tokens.last?.line == 5)
        #expect(file.comments.isEmpty)
    }

    @Test func `an escaped quote does not end a string`() {
        #expect(literals(#"f("a\"b", "\\") + g"#) == [#"a"b"#, #"\"#])
    }

    @Test func `a slash divides, starts a comment or a regular expression`() {
        #expect(words("a / b / c") == ["a", "b", "c"])
        #expect(words("match(/\"x/) + y") == ["match", "y"])
        #expect(words("match(#/\"x/#) + y") == ["match", "y"])
    }

    @Test func `a raw identifier is one word`() {
        #expect(words("func `a b`() {}") == ["func", "`a b`"])
    }

    @Test func `unfinished source does not hang or crash`() {
        for text in [
            "\"", "\"\"\"", "/*", "`", "\"\\(", "#\"", "#", "\\", "(/x", "func", "import", "extension",
            "Route.get(",
        ] {
            let file = SourceFile(path: "Sources/App/A/ARoutes.swift", text: text)
            #expect(file.functions.isEmpty)
            #expect(file.imports.isEmpty)
            #expect(BorderRule().findings(in: [file]).isEmpty)
            _ = RouteRule().findings(in: [file])
        }
    }

    @Test func `a comment knows whether it has the line to itself`() {
        let file = SourceFile(path: "Sources/A.swift", text: "a // one two\n/// three\n  // four")
        #expect(file.comments[1]?.isWholeLine == false)
        #expect(file.comments[2]?.isDocumentation == true)
        #expect(file.comments[3] == Remark(text: "// four", isDocumentation: false, isWholeLine: true))
    }
}
