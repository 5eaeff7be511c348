import Foundation

/// Rule 7: `<Name>Tests.swift` tests `<Name>.swift`. Stories, faults, house rules and test support have no
/// mirror.
struct MirrorRule {
    static let free: Set<String> = ["Stories", "FaultSimulation", "TidyTests", "TestSupport"]

    func findings(in files: [SourceFile]) -> [Finding] {
        let sources = Set(files.filter(\.isSwiftSource).map(\.base))
        return files.filter(isMirror).compactMap { file in
            let name = String(file.base.dropLast("Tests".count))
            guard !sources.contains(name) else { return nil }
            return Finding(
                path: file.path, line: 1, what: "there is no \(name).swift in Sources",
                instead: "name the test for the file it tests, or move it to Tests/Stories")
        }
    }

    private func isMirror(_ file: SourceFile) -> Bool {
        let components = file.components
        guard components.count > 2, components[0] == "Tests", components[1].hasSuffix("Tests") else {
            return false
        }
        return file.path.hasSuffix("Tests.swift") && MirrorRule.free.isDisjoint(with: components)
    }
}
