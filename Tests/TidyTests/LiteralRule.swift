import Foundation

/// Rule 3: SQL is written in queries, HTML on pages, and nowhere else.
struct LiteralRule {
    func findings(in files: [SourceFile]) -> [Finding] {
        files.filter(\.isSwiftSource).flatMap { file in
            let (sql, html) = (mayHoldSQL(file), mayHoldHTML(file))
            return file.tokens.filter { $0.kind == .literal }.flatMap { literal in
                [
                    sql ? nil : sqlFinding(literal, in: file),
                    html ? nil : htmlFinding(literal, in: file),
                ].compactMap(\.self)
            }
        }
    }

    private func mayHoldSQL(_ file: SourceFile) -> Bool {
        file.base.hasSuffix("Queries") || file.base.hasSuffix("Facts") || file.base.contains("Search")
            || file.path.hasPrefix("Sources/Storage/")
    }

    private func mayHoldHTML(_ file: SourceFile) -> Bool {
        file.base.hasSuffix("Pages") || file.base.hasSuffix("Picture") || file.path.hasPrefix("Sources/Web/")
    }

    private func sqlFinding(_ literal: Token, in file: SourceFile) -> Finding? {
        guard let statement = sqlStatement(in: literal.text) else { return nil }
        return Finding(
            path: file.path, line: literal.line, what: "a string holds SQL (\(statement))",
            instead: "put it in the feature's `…Queries.swift`, or `…Facts.swift` when others may read it")
    }

    /// Keywords are recognised in capitals only, so that an English or Dutch sentence is not mistaken for a
    /// statement.
    private func sqlStatement(in text: String) -> String? {
        let words = text.split { !($0.isLetter || $0 == "_") }.filter {
            $0 == $0.uppercased() && $0.count > 1
        }
        for (index, word) in words.enumerated() {
            let rest = words[(index + 1)...]
            switch word {
            case "SELECT" where rest.contains("FROM"): return "SELECT … FROM"
            case "UPDATE" where rest.contains("SET"): return "UPDATE … SET"
            case "INSERT" where rest.contains("INTO"): return "INSERT INTO"
            case "DELETE" where rest.first == "FROM": return "DELETE FROM"
            case "CREATE" where rest.first == "TABLE": return "CREATE TABLE"
            default: break
            }
        }
        return nil
    }

    private func htmlFinding(_ literal: Token, in file: SourceFile) -> Finding? {
        guard let tag = htmlTag(in: literal.text) else { return nil }
        return Finding(
            path: file.path, line: literal.line, what: "a string holds HTML (\(tag))",
            instead: "put it in the feature's `…Pages.swift`, a chart in its `…Picture.swift`")
    }

    private static let tags: Set<String> = [
        "a", "abbr", "article", "aside", "audio", "b", "body", "br", "button", "caption", "circle", "code",
        "col", "dd", "defs", "details", "dialog", "div", "dl", "dt", "em", "ellipse", "fieldset",
        "figcaption", "figure", "footer", "form", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hr", "html", "i", "iframe", "img", "input", "label", "legend", "li", "line", "link", "main",
        "mark", "meta", "meter", "nav", "noscript", "ol", "optgroup", "option", "output", "p", "path",
        "pattern", "polygon", "polyline", "pre", "progress", "rect", "script", "section", "select", "small",
        "span", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template",
        "text", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tspan", "u", "ul", "use",
        "video",
    ]

    /// `</` or `<` and the name of an element; `<waarde>` and `a < b` are not HTML.
    private func htmlTag(in text: String) -> String? {
        for part in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            if part.hasPrefix("/") { return "</" }
            let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let next = part.dropFirst(name.count).first ?? ">"
            let ends = next == ">" || next == "/" || next.isWhitespace
            if ends && LiteralRule.tags.contains(String(name)) { return "<\(name)" }
        }
        return nil
    }
}
