import Foundation

/// What a rule has to say about one line: where, what is wrong there, and what to do instead.
struct Finding: Equatable, CustomStringConvertible {
    let path: String
    let line: Int
    let what: String
    let instead: String

    var description: String { "\(path):\(line): \(what). Instead: \(instead)." }
}

/// The files the rules look at, read and lexed once for the whole run.
enum HouseTree {
    static let root: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let files: [SourceFile] = (paths(under: "Sources") + paths(under: "Tests") + ["docs/glossary.md"])
        .compactMap { path in
            guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path) else {
                return nil
            }
            return SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
        }

    /// The kinds of text people write by hand; fonts and pictures are nobody's prose.
    private static let extensions: Set<String> = ["swift", "sql", "css", "js", "json", "h", "c"]

    private static func paths(under folder: String) -> [String] {
        // A missing folder has no files; HouseRulesTests fails when there are no sources at all.
        let names =
            (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.sorted()
            .filter { name in name.split(separator: ".").last.map { extensions.contains(String($0)) } ?? false
            }
            .map { "\(folder)/\($0)" }
    }
}
