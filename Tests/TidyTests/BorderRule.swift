import Foundation

/// Rule 6: the queries of a feature are its own; others read its `…Facts.swift` or call its operations.
struct BorderRule {
    /// A function or type declared in `Sources/App/<feature>/…Queries.swift`.
    private struct Query {
        let feature: String
        let declaration: Declaration
        /// The type it extends; nil for a free function or a type of its own.
        let owner: String?
    }

    func findings(in files: [SourceFile]) -> [Finding] {
        let features = Dictionary(grouping: files.filter { $0.isSwift && $0.feature != nil }) {
            $0.feature ?? ""
        }
        let queries = features.values.joined().filter(isQueries).flatMap(queries)
        let elsewhere = names(in: files.filter { $0.isSwiftSource && !isQueries($0) })
        return features.sorted { $0.key < $1.key }.flatMap { feature, own in
            let excused = elsewhere.union(names(in: own.filter(isQueries)))
            let foreign = queries.filter { $0.feature != feature && !excused.contains($0.declaration.name) }
            let byName = Dictionary(grouping: foreign) { $0.declaration.name }
            return own.flatMap { trespasses(of: $0, on: byName) }
        }
    }

    private func isQueries(_ file: SourceFile) -> Bool { file.base.hasSuffix("Queries") }

    private func names(in files: [SourceFile]) -> Set<String> {
        Set(files.flatMap { $0.declarations.map(\.name) })
    }

    private func queries(of file: SourceFile) -> [Query] {
        file.declarations.filter { !$0.isPrivate }.compactMap { declaration in
            let scopes = declaration.scopes
            if scopes.isEmpty {
                return Query(feature: file.feature ?? "", declaration: declaration, owner: nil)
            }
            guard scopes.count == 1, case .extensionOf(let owner) = scopes[0] else { return nil }
            return Query(feature: file.feature ?? "", declaration: declaration, owner: owner)
        }
    }

    private func trespasses(of file: SourceFile, on queries: [String: [Query]]) -> [Finding] {
        let extended = Set(
            zip(file.tokens, file.tokens.dropFirst()).filter { $0.0.reads("extension") }.map(\.1.text))
        return file.tokens.indices.compactMap { index in
            let token = file.tokens[index]
            guard token.kind == .word, let named = queries[token.text] else { return nil }
            guard let query = named.first(where: { names($0, at: index, in: file, extending: extended) })
            else { return nil }
            return Finding(
                path: file.path, line: token.line, what: "`\(token.text)` is a query of App/\(query.feature)",
                instead: "publish the read in App/\(query.feature)/…Facts.swift, or call an operation"
                    + " (if this is another thing with the same name: give the query a more telling one)")
        }
    }

    /// Whether the word at `index` can be this query: called on a value, on its type, or bare where self
    /// may be its owner.
    private func names(_ query: Query, at index: Int, in file: SourceFile, extending: Set<String>) -> Bool {
        if query.declaration.kind == .type { return !file.token(index - 1, reads: ".") || query.owner != nil }
        guard file.token(index + 1, reads: "("), !file.token(index - 1, reads: "case") else { return false }
        guard file.token(index - 1, reads: ".") else {
            return query.owner.map { extending.contains($0) } ?? true
        }
        guard let owner = query.owner, let receiver = receiver(beforeDot: index - 1, in: file) else {
            return false
        }
        return query.declaration.isStatic ? receiver.text == owner : !receiver.isCapitalised
    }

    private static let keywords: Set<String> = [
        "return", "case", "in", "try", "await", "throw", "else", "is", "as", "where", "default",
    ]

    /// Nil for the implicit member of an enum: `return .alarm(id)`, `object: .alarm(id)`,
    /// `urgent ? .alarm(id) : .none`.
    private func receiver(beforeDot dot: Int, in file: SourceFile) -> Token? {
        guard dot > 0 else { return nil }
        let before = file.tokens[dot - 1]
        switch before.text {
        case ")", "]", "}": return before
        case "?", "!": return before.offset + 1 == file.tokens[dot].offset ? before : nil
        default: return before.kind == .word && !BorderRule.keywords.contains(before.text) ? before : nil
        }
    }
}
