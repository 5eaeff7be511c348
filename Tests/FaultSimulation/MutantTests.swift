import Foundation
import TestSupport
import Testing

/// The known ways to break the alarm engine, which `make mutants` builds and tests: a patch that no longer fits
/// would break nothing there, and then proves nothing.
@Suite struct MutantTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Mutants")
    private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func `every mutant fits today's code`() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".patch") }.sorted()
        var unfit: [String] = []
        for name in names {
            let verdict = try await TestProcess.run(
                URL(filePath: "/usr/bin/patch"),
                [
                    "--dry-run", "--force", "--fuzz=0", "--strip=1", "--directory=\(Self.root.path)",
                    "--input=\(Self.folder.appending(path: name).path)",
                ])
            if verdict.status != 0 { unfit.append("\(name): \(verdict.text)") }
        }
        #expect(unfit == [])
        #expect(names.count >= 17)
    }
}
