import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct KeepFileTests {
    private func counts(_ region: TestRegion) async throws -> [Int?] {
        try await region.read { tx in
            [
                try tx.row("SELECT COUNT(*) AS number FROM stored_file")?.integer("number"),
                try tx.row("SELECT COUNT(*) AS number FROM blob")?.integer("number"),
                try tx.row("SELECT COUNT(*) AS number FROM blob_piece")?.integer("number"),
            ]
        }
    }

    private func keep(_ content: String, _ region: TestRegion, at now: Instant) async throws -> StoredFile {
        let visit = try await region.visit("bureau", at: now)
        return try await region.application.keep(
            Array(content.utf8), name: "lijst.csv", as: .csv, for: .peopleImport, visit)
    }

    @Test(arguments: TestEngine.allCases)
    func `the same content twice is two files and one blob`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let first = try await keep("a;b\n", region, at: TestRegion.now)
            let second = try await keep("a;b\n", region, at: TestRegion.now.adding(minutes: 1))
            #expect(first.id != second.id && first.blob == second.blob)
            #expect(try await counts(region) == [2, 1, 1])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after a day nobody opens it, and at night it goes, content and all`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let now = TestRegion.now
            let file = try await keep("a;b\n", region, at: now)
            _ = try await keep("nog niet\n", region, at: now.adding(minutes: 23 * 60))
            let late = now.adding(minutes: 24 * 60 + 1)
            let visit = try await region.visit("bureau", at: late)
            await #expect(throws: (any Error).self) {
                _ = try await region.read { tx in try tx.storedFile(file.id, of: visit) }
            }
            try await region.storage.change(by: .background("test"), at: late, randomness: .system) {
                change in
                try NightlyWork.forgettingFiles.run("2026-11-25", in: &change)
            }
            #expect(try await counts(region) == [1, 1, 1])
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `content that a file still refers to stays`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let now = TestRegion.now
            let old = try await keep("a;b\n", region, at: now)
            _ = try await keep("a;b\n", region, at: now.adding(minutes: 20 * 60))
            try await region.change(as: "bureau", at: now) { change in try change.forget(old) }
            let late = now.adding(minutes: 30 * 60)
            try await region.storage.change(by: .background("test"), at: late, randomness: .system) {
                change in
                try change.forgetExpiredFiles()
            }
            #expect(try await counts(region) == [1, 1, 1])
        }
    }
}
