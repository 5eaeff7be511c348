import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct RotateKeysTests {
    private static let person = ID<Functionary>("01a13951-6cc0-7bc6-846c-9661bc721227")

    private func opened(
        _ engine: TestEngine,
        _ body: (Application, _ open: () async throws -> Application) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try await engine.withPlace { place in
            let open = { try await Application.open(place, keyFile: "\(folder.path)/sleutels.json") }
            let application = try await open()
            try await body(application, open)
            try await application.storage.close()
        }
    }

    private func record(_ name: String, _ application: Application) async throws {
        let person = try #require(Self.person)
        try await application.storage.change(by: .command("test"), at: TestRegion.now, randomness: .system) {
            change in
            try change.record(
                JournalEntry("person.added", "person", person, after: ["naam": .secret(name, of: person)]))
        }
    }

    /// The names as the journal holds them, decrypted.
    private func names(_ application: Application) async throws -> [String] {
        let person = try #require(Self.person)
        return try await application.storage.read { tx in
            let key = try #require(try tx.personKey(person))
            return try tx.journalRecords(after: 0, limit: 100).compactMap { record in
                guard let match = record.after?.firstMatch(of: /"geheim":"([^"]+)"/) else { return nil }
                return try PersonSecret.decrypt(String(match.output.1), key: key)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func
        `after a rotation old and new names are read, by this process and by the next, and the journal is whole`(
            engine: TestEngine
        ) async throws
    {
        try await opened(engine) { application, open async throws in
            try await record("Anna", application)
            let rotation = try #require(try await application.rotateKeys())
            #expect(rotation.rewrapped == 1)
            try await record("Bram", application)
            #expect(try await names(application) == ["Anna", "Bram"])
            let next = try await open()
            #expect(try await names(next) == ["Anna", "Bram"])
            let verdict = try await verifyJournal(next.storage)
            #expect(verdict.isWhole)
            #expect(verdict.recordCount == 3)
            let actions = try await next.storage.read { tx in
                try tx.journalRecords(after: 0, limit: 10).map { "\($0.action) \($0.objectID)" }
            }
            #expect(actions[1] == "keys.rotated \(rotation.keyID)")
            try await next.storage.close()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `without the right keys verifying says how many secrets cannot be read`(engine: TestEngine)
        async throws
    {
        try await opened(engine) { application, _ async throws in
            try await record("Anna", application)
            let verdict = try await verifyJournal(application.storage.unlocked(with: nil))
            #expect(verdict.firstBroken == nil)
            #expect(verdict.unreadableKeys == 1)
            #expect(!verdict.isWhole)
        }
    }

    @Test func `what was under no key has nothing to rotate`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            #expect(try await region.application.rotateKeys() == nil)
        }
    }
}
