import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ChangeTests {
    @Test(arguments: TestEngine.allCases)
    func `eight writers of a thousand commits leave one whole chain`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for number in 0..<1000 { try await write("\(writer)/\(number)", to: storage) }
                    }
                }
                try await group.waitForAll()
            }
            let verdict = try await verifyJournal(storage)
            #expect(verdict == JournalVerdict(recordCount: 8000, firstBroken: nil))
            let objects = try await storage.read { tx in
                try tx.journalRecords(after: 0, limit: 9000).map(\.objectID)
            }
            #expect(Set(objects).count == 8000)
        }
    }

    /// Each takes the one free place if nobody has it. Without the lock row both could read "free" and both
    /// write.
    @Test(arguments: TestEngine.allCases)
    func `of two racing writes that may not both succeed one does`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            for round in 0..<50 {
                let successes = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for contender in 0..<2 {
                        group.addTask { try await takePlace(round, contender, storage) }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(successes == 1)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a writer killed in mid-write loses no committed row and leaves a whole chain`(engine: TestEngine)
        async throws
    {
        try await engine.withPlace { place in
            let application = try await Application.open(place)
            try await application.loadRegion("VR17")
            try await application.storage.close()
            var last = 0
            for round in 1...4 {
                last = try killAfter(commits: 25 * round, startingAt: last, place)
                let storage = try await Application.open(place).storage
                let people = try await storage.read { tx in try tx.functionaries().map(\.personnelNumber) }
                let verdict = try await verifyJournal(storage)
                let gaps = try await storage.read { tx in
                    try tx.row("SELECT COUNT(*) AS number FROM journal WHERE action = 'gap.opened'")?
                        .integer("number")
                }
                try await storage.close()
                #expect(Set((1...last).map { "\($0)" }).isSubset(of: people))
                #expect(verdict.isWhole)
                // One record for the region, two for every person, and one for each line without a roster, which
                // the first write notices: a half-written import would leave another number behind.
                #expect(gaps == 11)
                #expect(verdict.recordCount == 1 + 11 + 2 * people.count)
                last = people.count
            }
        }
    }

    @Test func `a personal value is unreadable without the person's key, and the chain outlives the key`()
        async throws
    {
        try await TestEngine.sqlite.withStorage { storage in
            var random = Randomness(seed: 1)
            let person: ID<Functionary> = random.id(at: TestMoments.start)
            try await storage.change(by: .command("test"), at: TestMoments.start, randomness: random) {
                change in
                try change.record(
                    JournalEntry(
                        "person.changed", "person", person,
                        after: ["naam": .secret("Anna Elzenaar", of: person)]))
            }
            let stored = try await storage.read { tx in
                (try tx.journalRecords(after: 0, limit: 1)[0].after ?? "", try tx.personKey(person) ?? [])
            }
            #expect(!stored.0.contains("Elzenaar"))
            let decoded = try JSONDecoder().decode([String: [String: String]].self, from: Data(stored.0.utf8))
            let secret = try #require(decoded["naam"]?["geheim"])
            #expect(try PersonSecret.decrypt(secret, key: stored.1) == "Anna Elzenaar")
            try await storage.write { tx in try tx.destroyPersonKey(person, at: TestMoments.start) }
            await #expect(throws: PersonSecretFault.keyDestroyed) {
                try await storage.read { tx in _ = try tx.personKey(person) }
            }
            #expect(try await verifyJournal(storage).isWhole)
        }
    }

    private func write(_ object: String, to storage: Storage) async throws {
        try await storage.change(by: .command("test"), at: TestMoments.start, randomness: .system) { change in
            try change.record(JournalEntry("probe.written", "probe", object))
        }
    }

    private func takePlace(_ round: Int, _ contender: Int, _ storage: Storage) async throws -> Bool {
        try await storage.change(by: .command("test"), at: TestMoments.start, randomness: .system) { change in
            let records = try change.tx.journalRecords(after: 0, limit: 1000)
            guard !records.contains(where: { $0.objectID == "\(round)" }) else { return false }
            try change.record(JournalEntry("place.taken", "place", "\(round)"))
            return true
        }
    }

    /// Starts a writer, waits until it printed so many commits, kills it at once and reads the rest of what
    /// it printed.
    ///
    /// - Returns: the highest number it printed.
    private func killAfter(commits: Int, startingAt first: Int, _ place: StoragePlace) throws -> Int {
        let arguments =
            switch place {
            case .folder(let folder): ["sqlite", folder, "\(first)"]
            case .postgres(let url): ["postgres", url, "\(first)"]
            }
        let process = try ChildProcess(
            TestProcess.executable("journal-writer").path, arguments, output: .pipe)
        var text = ""
        for _ in 0..<commits {
            guard let line = try process.line() else { break }
            text += "\(line)\n"
        }
        process.kill()
        text += String(decoding: try process.output?.readToEnd() ?? Data(), as: UTF8.self)
        let numbers = text.split(separator: "\n").compactMap { Int($0) }
        #expect(numbers.count >= commits)
        return numbers.max() ?? 0
    }
}
