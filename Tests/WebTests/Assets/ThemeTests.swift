import Testing

@testable import Web

@Suite struct ThemeTests {
    private func fault(_ css: String) -> ThemeFault? {
        do {
            _ = try Theme(css: css)
            return nil
        } catch {
            return error
        }
    }

    @Test func `tokens are read with comments around them, for light and for dark`() throws {
        let theme = try Theme(
            css: """
                /* Huisstijl */
                .maasdelta-theme {
                  --oranje-color-action: #005A9C; /* blauw */
                  --oranje-font: "Open Sans", Arial, sans-serif
                }
                @media (prefers-color-scheme: dark) {
                  :root { --oranje-color-action: rgb(120, 180, 255); }
                }
                """)
        #expect(theme.light.map(\.name) == ["--oranje-color-action", "--oranje-font"])
        #expect(theme.light.map(\.value) == ["#005A9C", "\"Open Sans\", Arial, sans-serif"])
        #expect(theme.dark.map(\.value) == ["rgb(120, 180, 255)"])
    }

    @Test(arguments: [
        "@import \"https://elders.example/x.css\";", "body { color: red; }", ":root { color: red; }",
        "a { --x: red; }", "@font-face { src: x; }", ":root { --x: red; } p", ":root { --x { y } }",
        ":root { --x: a",
        "/* open", "@media (prefers-color-scheme: dark) { a { --x: red; } }",
        "@media (prefers-color-scheme: dark) { :root { --x: red; }",
    ])
    func `anything else than tokens is refused`(css: String) {
        guard case .notTokens(line: 1, _) = fault(css) else {
            Issue.record("\(css): \(String(describing: fault(css)))")
            return
        }
    }

    @Test(arguments: [
        "url(https://elders.example/x.png)", "URL(x)", "image-set('a')", "expression(alert(1))", "red\\3b",
        "red<",
        "red /*", "'red", "calc(1px", "1px)", "attr(href)", "paint(x)", "env(x)",
    ])
    func `a value that could load or do something is refused with its line`(value: String) {
        #expect(fault(":root {\n --a: #fff;\n --b: \(value);\n}") == .value(line: 3, token: "--b"))
    }

    @Test func `a protocol in a value is refused`() {
        #expect(fault(":root { --x: http://elders; }") != nil)
    }

    @Test func `a file without end is refused before it is read`() {
        let css = ":root { --x: \(String(repeating: "a", count: Theme.bytesMax)); }"
        #expect(fault(css) == .tooLarge(bytesMax: Theme.bytesMax))
    }

    @Test func `what the browser gets are the tokens and nothing of the file`() throws {
        let theme = try Theme(css: ".x-theme { --oranje-radius: 2px; /* geheim */ }")
        let text = Stylesheet.text(theme)
        #expect(text.contains(":root { --oranje-radius: 2px; }"))
        #expect(!text.contains("geheim"))
        #expect(!text.contains("x-theme"))
    }

    @Test func `in the dark the product's own dark colours stay unless the theme has dark ones`() throws {
        let theme = try Theme(css: ":root { --oranje-color-paper: #FFFFFF; }")
        let text = Stylesheet.text(theme)
        let own = try #require(text.firstRange(of: "--oranje-color-paper: #FFFFFF"))
        let dark = try #require(text.firstRange(of: "prefers-color-scheme: dark"))
        #expect(own.lowerBound < dark.lowerBound)
    }
}
