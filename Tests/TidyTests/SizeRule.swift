import Foundation

/// A file or function that may stay too long for now: never longer than `atMost`, and gone from the list
/// once it fits.
struct SizeException {
    let path: String
    /// Nil for the file itself.
    var function: String?
    let atMost: Int
    let reason: String
}

/// The list may only shrink.
let sizeExceptions: [SizeException] = []

/// Rule 1: a file fits in 400 lines and a function on a screen.
struct SizeRule {
    static let fileLinesMax = 400
    static let functionLinesMax = 70

    var exceptions = sizeExceptions

    func findings(in files: [SourceFile]) -> [Finding] {
        let sizes = files.filter(\.isSwiftSource).flatMap(sizes)
        return sizes.compactMap(finding) + exceptions.compactMap { staleness(of: $0, among: sizes) }
    }

    private struct Size {
        let path: String
        let function: String?
        let line: Int
        let lines: Int

        var limit: Int { function == nil ? SizeRule.fileLinesMax : SizeRule.functionLinesMax }
    }

    private func sizes(of file: SourceFile) -> [Size] {
        let whole = Size(path: file.path, function: nil, line: 1, lines: file.lineLengths.count)
        return [whole]
            + file.functions.map { function in
                Size(
                    path: file.path, function: function.name, line: function.firstLine,
                    lines: function.lastLine - function.firstLine + 1)
            }
    }

    private func finding(_ size: Size) -> Finding? {
        let exception = exceptions.first { $0.path == size.path && $0.function == size.function }
        guard size.lines > max(size.limit, exception?.atMost ?? 0) else { return nil }
        let name = size.function.map { "function \($0)" } ?? "file"
        return Finding(
            path: size.path, line: size.line,
            what: "\(name) has \(size.lines) lines, more than \(exception?.atMost ?? size.limit)",
            instead: size.function == nil
                ? "move a facet to a file of its own, named for its noun"
                : "let this function branch and move each branch to a function named for what it computes")
    }

    private func staleness(of exception: SizeException, among sizes: [Size]) -> Finding? {
        let same = sizes.filter { $0.path == exception.path && $0.function == exception.function }
        guard !same.contains(where: { $0.lines > $0.limit }) else { return nil }
        return Finding(
            path: exception.path, line: same.first?.line ?? 1,
            what: "the exception for \(exception.function ?? "this file") is no longer needed",
            instead: "take it out of sizeExceptions in SizeRule.swift")
    }
}

/// A function with a body, from its keyword to its closing brace.
struct FunctionSpan: Equatable {
    let name: String
    let firstLine: Int
    let lastLine: Int
}

extension SourceFile {
    /// Functions, initialisers, subscripts and computed properties.
    var functions: [FunctionSpan] {
        tokens.indices.compactMap { index in
            guard let (name, start) = functionHead(at: index), let open = body(from: start) else {
                return nil
            }
            let lastLine = tokens[closing(of: open)].line
            return FunctionSpan(name: name, firstLine: tokens[index].line, lastLine: lastLine)
        }
    }

    /// The function's name and the token from which its body is looked for.
    private func functionHead(at index: Int) -> (name: String, start: Int)? {
        guard tokens[index].kind == .word, index + 1 < tokens.count, !token(index - 1, reads: ".") else {
            return nil
        }
        switch tokens[index].text {
        case "func":
            guard let parameters = tokens[(index + 2)...].firstIndex(where: { $0.reads("(") }) else {
                return nil
            }
            return (tokens[index + 1].text, parameters)
        case "init", "subscript", "deinit":
            guard ["(", "<", "?", "!", "{"].contains(tokens[index + 1].text) else { return nil }
            return (tokens[index].text, index + 1)
        case "var":
            guard token(index + 2, reads: ":") else { return nil }
            return (tokens[index + 1].text, index + 3)
        default:
            return nil
        }
    }

    private static let endsWithoutBody: Set<String> = [
        "}", "=", "func", "var", "let", "init", "deinit", "subscript", "struct", "enum", "class", "actor",
        "extension", "protocol", "typealias", "associatedtype", "case", "import", "static", "private",
        "package", "public",
    ]

    private func body(from start: Int) -> Int? {
        var index = start
        while index < tokens.count {
            let token = tokens[index]
            if token.reads("{") { return index }
            if token.kind != .literal, SourceFile.endsWithoutBody.contains(token.text) {
                // `where Key == Value` is still the head of the function.
                let isPaired = self.token(index - 1, reads: "=") || self.token(index + 1, reads: "=")
                if !(token.text == "=" && isPaired) { return nil }
            }
            index = token.reads("(") || token.reads("[") ? closing(of: index) + 1 : index + 1
        }
        return nil
    }
}
