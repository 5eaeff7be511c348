import Foundation

/// Rule 8: every route says which permission it needs.
struct RouteRule {
    private static let verbs: Set<String> = ["get", "post", "put", "patch", "delete"]

    func findings(in files: [SourceFile]) -> [Finding] {
        files.filter { $0.isSwiftSource && $0.base.hasSuffix("Routes") }.flatMap { file in
            file.tokens.indices.compactMap { index in
                guard let open = routeCall(at: index, in: file), !file.call(at: open, hasLabel: "needs")
                else { return nil }
                return Finding(
                    path: file.path, line: file.tokens[index].line, what: "this route declares no permission",
                    instead: "add `needs:` with the permission of its reader")
            }
        }
    }

    /// The opening parenthesis of a call that starts a route: `Route(`, `Route.get(`, or `.get("/…`.
    private func routeCall(at index: Int, in file: SourceFile) -> Int? {
        let token = file.tokens[index]
        guard token.kind == .word, file.token(index + 1, reads: "(") else { return nil }
        let isMember = file.token(index - 1, reads: ".")
        if token.text == "Route" { return isMember ? nil : index + 1 }
        guard isMember else { return nil }
        if file.token(index - 2, reads: "Route") { return index + 1 }
        guard RouteRule.verbs.contains(token.text), index + 2 < file.tokens.count else { return nil }
        let argument = file.tokens[index + 2]
        return argument.kind == .literal && argument.text.hasPrefix("/") ? index + 1 : nil
    }
}
