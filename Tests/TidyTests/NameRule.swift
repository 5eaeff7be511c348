import Foundation

/// Rule 5: a name says what a thing is, and each file name is used once.
struct NameRule {
    static let suffixes = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Handler", "Processor", "Service",
        "Info", "Data", "Item", "Base", "Impl", "Default",
    ]
    static let folders: Set<String> = ["Common", "Core", "Extensions"]

    func findings(in files: [SourceFile]) -> [Finding] {
        let sources = files.filter(\.isSource)
        return sources.filter(\.isSwift).flatMap(typeFindings)
            + folderFindings(in: sources)
            + twinFindings(in: sources.filter(\.isSwift))
    }

    private func typeFindings(in file: SourceFile) -> [Finding] {
        file.declarations.filter { $0.kind == .type }.compactMap { type in
            guard let word = bannedWord(in: type.name) else { return nil }
            if word == "Service" && isLifecycleService(type, in: file) { return nil }
            return Finding(
                path: file.path, line: type.line, what: "type \(type.name) is called a \(word)",
                instead: "the noun a colleague says aloud (docs/glossary.md)")
        }
    }

    private func bannedWord(in name: String) -> String? {
        if let suffix = NameRule.suffixes.first(where: { name.hasSuffix($0) }) { return suffix }
        let rest = name.dropFirst("Default".count)
        return name.hasPrefix("Default") && rest.first?.isUppercase == true ? "Default" : nil
    }

    /// `AlarmService: Service` runs under ServiceLifecycle and may say so.
    private func isLifecycleService(_ type: Declaration, in file: SourceFile) -> Bool {
        file.tokens[(type.index + 1)...].prefix { !$0.reads("{") }.contains { $0.reads("Service") }
    }

    private func folderFindings(in files: [SourceFile]) -> [Finding] {
        var folders: Set<String> = []
        for file in files {
            let components = file.components
            for depth in 2..<components.count {
                folders.insert(components.prefix(depth).joined(separator: "/"))
            }
        }
        return folders.sorted().compactMap { folder in
            let name = folder.split(separator: "/").last.map(String.init) ?? ""
            guard NameRule.folders.contains(name) || bannedWord(in: name) != nil else { return nil }
            return Finding(
                path: folder, line: 1, what: "folder \(name) says nothing about what is in it",
                instead: "put each file with its noun")
        }
    }

    /// Each file whose name an earlier one already has; capitals make no difference, as on a Mac.
    private func twinFindings(in files: [SourceFile]) -> [Finding] {
        var firsts: [String: String] = [:]
        var findings: [Finding] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            guard let first = firsts[file.base.lowercased()] else {
                firsts[file.base.lowercased()] = file.path
                continue
            }
            findings.append(
                Finding(
                    path: file.path, line: 1, what: "\(file.base).swift also exists as \(first)",
                    instead: "a name that carries the feature: `AlarmRoutes.swift`, `AlarmCommand.swift`"))
        }
        return findings
    }
}
