import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// What programs that are not ours think of the API of a server process on a real database (`Tests/Python/api/check.py`).
@Suite struct OpenAPIDocumentTests {
    /// Examples per operation and kind of data: seconds, not minutes. The long run is in docs/benchmarks.md.
    private static let examples = "6"

    @Test func `openapi-spec-validator finds the document whole`() async throws {
        let verdict = try await TestRegion.with(.sqlite) { region in
            try await check("document", region.place)
        }
        #expect(verdict.status == 0, "\(verdict.text)")
    }

    @Test(arguments: TestEngine.allCases)
    func `the rules of the government hold, as another program says them`(engine: TestEngine)
        async throws
    {
        let verdict = try await TestRegion.with(engine) { region in
            try await check("rules", region.place)
        }
        #expect(verdict.status == 0, "\(verdict.text)")
        #expect(verdict.text.contains("0 rules broken"))
    }

    @Test(arguments: TestEngine.allCases)
    func `schemathesis gets no answer that the document does not allow`(engine: TestEngine)
        async throws
    {
        let verdict = try await TestRegion.with(engine) { region in
            try await check("fuzz", region.place, Self.examples)
        }
        #expect(verdict.status == 0, "\(verdict.text)")
    }

    private func check(
        _ what: String, _ place: StoragePlace, _ more: String...
    ) async throws -> TestProcess.Verdict {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let python = root.appending(path: ".build/python/api/bin/python")
        try #require(
            FileManager.default.isExecutableFile(atPath: python.path), "voer eerst uit: make setup-tests")
        let arguments =
            switch place {
            case .folder(let folder): ["--data", folder]
            case .postgres(let url): ["--database", url]
            }
        return try await TestProcess.run(
            python,
            [root.appending(path: "Tests/Python/api/check.py").path, TestProcess.executable("oranje").path]
                + arguments + [what]
                + more)
    }
}
