/// One step of the schema. Additive and immutable: a released step never changes, a later one adds to it.
///
/// The text uses the type tokens of `Dialect.columnType` (`{integer}`, `{text}`, `{real}`, `{bytes}`,
/// `{money}`) and closes every table with `{strict}`, so that both engines refuse a value of another type.
struct Migration: Sendable {
    let version: Int
    let name: String
    let text: String

    func script(for dialect: Dialect) -> String {
        var script = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let token = String(rest[rest.index(after: open)..<close])
            script += rest[..<open]
            script += dialect.columnType(token) ?? "{\(token)}"
            rest = rest[rest.index(after: close)...]
        }
        return script + rest
    }
}
