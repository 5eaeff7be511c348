import Foundation

/// A function or type that a file declares, and in what it stands.
struct Declaration: Equatable {
    enum Kind { case function, type }

    /// What a pair of braces belongs to; `name` is the type or the extended type.
    enum Scope: Equatable {
        case type(String)
        case extensionOf(String)
        case other
    }

    let kind: Kind
    let name: String
    let line: Int
    /// The index of the name among the tokens.
    let index: Int
    let scopes: [Scope]
    let isStatic: Bool
    let isPrivate: Bool
}

extension SourceFile {
    private static let typeKeywords: Set<String> = [
        "struct", "class", "enum", "actor", "protocol", "typealias",
    ]
    private static let modifiers: Set<String> = [
        "private", "fileprivate", "internal", "package", "public", "open", "static", "class", "final",
        "indirect",
        "mutating", "nonmutating", "nonisolated", "override", "discardableResult", "@",
    ]

    var declarations: [Declaration] {
        var found: [Declaration] = []
        var scopes: [(scope: Declaration.Scope, isPrivate: Bool)] = []
        var pending: (scope: Declaration.Scope, isPrivate: Bool)?
        for index in tokens.indices where tokens[index].kind != .literal {
            switch tokens[index].text {
            case "{":
                scopes.append(pending ?? (.other, false))
                pending = nil
            case "}":
                _ = scopes.popLast()
            case "extension":
                pending = (.extensionOf(dottedName(from: index + 1)), modifiers(before: index).isPrivate)
            case let keyword:
                guard let kind = declarationKind(keyword, at: index) else { continue }
                let name = tokens[index + 1].text
                let (isStatic, isPrivate) = modifiers(before: index)
                let isHidden = isPrivate || scopes.contains { $0.isPrivate }
                found.append(
                    Declaration(
                        kind: kind, name: name, line: tokens[index].line, index: index + 1,
                        scopes: scopes.map(\.scope), isStatic: isStatic, isPrivate: isHidden))
                if keyword != "typealias" { pending = (kind == .type ? .type(name) : .other, isPrivate) }
            }
        }
        return found
    }

    /// Whether `keyword` declares something here: `actor` is also a parameter's name, `.init(class:)` a
    /// label.
    private func declarationKind(_ keyword: String, at index: Int) -> Declaration.Kind? {
        let isFunction = keyword == "func"
        guard isFunction || SourceFile.typeKeywords.contains(keyword) else { return nil }
        guard index + 1 < tokens.count, !token(index - 1, reads: ".") else { return nil }
        if isFunction { return .function }
        return tokens[index + 1].isCapitalised ? .type : nil
    }

    private func modifiers(before index: Int) -> (isStatic: Bool, isPrivate: Bool) {
        var (isStatic, isPrivate) = (false, false)
        var before = index - 1
        while before >= 0, SourceFile.modifiers.contains(tokens[before].text) {
            isStatic = isStatic || tokens[before].reads("static") || tokens[before].reads("class")
            isPrivate = isPrivate || tokens[before].reads("private") || tokens[before].reads("fileprivate")
            before -= 1
        }
        return (isStatic, isPrivate)
    }

    private func dottedName(from start: Int) -> String {
        var name = ""
        var index = start
        while index < tokens.count, tokens[index].kind == .word || tokens[index].reads(".") {
            if tokens[index].reads("where") { break }
            name += tokens[index].text
            index += 1
        }
        return name
    }
}
