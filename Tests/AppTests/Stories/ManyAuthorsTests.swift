import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// Two to five people write in one deployment at once, over lines that lose and repeat what they send.
@Suite struct ManyAuthorsTests {
    private static let accounts = ["bureau", "meldkamer", "informatie"]

    /// Somebody at a page: what they last saw, and what they typed and do not know to have arrived.
    private struct Author {
        let account: String
        var seen: [DeploymentEntry] = []
        var waiting: [EntryDraft] = []
        var written = 0
    }

    /// One who watches: the last version that a signal told them.
    private struct Viewer {
        var version = 0
    }

    private struct Run {
        let region: TestRegion
        let id: ID<Deployment>
        var random: SplitMix64
        var authors: [Author]
        var viewers: [Viewer]
        let topic = EventTopic(keptMax: 1)
        /// What stood after each entry, at the moment it was written.
        var standingAt: [Int: [Int]] = [:]
        var sent: Set<String> = []
        var clock = TestRegion.now

        init(_ region: TestRegion, seed: UInt64) async throws {
            self.region = region
            random = SplitMix64(state: seed)
            id = try await region.deployment()
            let count = 2 + Int(random.next() % 4)
            authors = (0..<count).map { Author(account: ManyAuthorsTests.accounts[$0 % 3]) }
            viewers = Array(repeating: Viewer(), count: 4)
            standingAt[1] = [1]
        }

        mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

        /// Types something: a note, or a statement that replaces what this author happens to have before them.
        mutating func type(_ index: Int) {
            let author = authors[index]
            let text = "\(index)-\(author.written)"
            var draft: EntryDraft
            if chance(40) {
                draft = EntryDraft(.note(Note()), text, key: "sleutel-\(text)")
            } else {
                let topic = "Onderwerp \(random.next() % 3)"
                let settles = chance(20)
                draft = EntryDraft(
                    .statement(PictureStatement(theme: .incident, topic: topic, isSettlement: settles)), text,
                    key: "sleutel-\(text)")
                let standing = author.seen.filter { entry in
                    guard case .statement(let statement) = entry.content else { return false }
                    return statement.topic == topic
                }
                if chance(70) { draft.replaces = standing.suffix(1).map(\.number) }
            }
            authors[index].written += 1
            authors[index].waiting.append(draft)
            sent.insert(text)
        }

        /// Tries to send the oldest that waits: it gets lost on the way, or its answer does, or it arrives twice.
        mutating func send(_ index: Int, isCertain: Bool = false) async throws {
            guard let draft = authors[index].waiting.first else { return }
            if !isCertain, chance(25) { return }
            let times = chance(20) ? 2 : 1
            clock = clock.adding(seconds: Int(random.next() % 40))
            for _ in 0..<times { try await arrive(draft, authors[index].account) }
            if isCertain || !chance(25) { authors[index].waiting.removeFirst() }
        }

        private mutating func arrive(_ draft: EntryDraft, _ account: String) async throws {
            let recorded = try await region.record(draft, in: id, as: account, at: clock)
            guard !recorded.isDuplicate else { return }
            let deployment = id
            standingAt[recorded.number] = try await region.read { tx in
                try tx.standingEntries(of: deployment).map(\.number)
            }
            topic.publish(number: recorded.number, data: "\(recorded.number)")
        }

        mutating func look(_ index: Int) async throws {
            let deployment = id
            authors[index].seen = try await region.read { tx in try tx.standingEntries(of: deployment) }
        }

        /// A viewer's line broke: it comes back with the last that it had.
        mutating func comeBack(_ index: Int) {
            if let last = topic.last, last > viewers[index].version { viewers[index].version = last }
        }
    }

    private static func play(_ region: TestRegion, seed: UInt64) async throws -> Run {
        var run = try await Run(region, seed: seed)
        for _ in 0..<80 {
            let index = Int(run.random.next() % UInt64(run.authors.count))
            switch run.random.next() % 5 {
            case 0: run.type(index)
            case 1: try await run.look(index)
            case 2: run.comeBack(Int(run.random.next() % 4))
            default: try await run.send(index)
            }
        }
        for index in run.authors.indices {
            while !run.authors[index].waiting.isEmpty { try await run.send(index, isCertain: true) }
        }
        for index in run.viewers.indices { run.comeBack(index) }
        return run
    }

    @Test(arguments: TestEngine.allCases, [1, 2, 3] as [UInt64])
    func `no statement is lost or doubled, and everybody ends with the same`(
        engine: TestEngine, seed: UInt64
    ) async throws {
        try await TestRegion.with(engine) { region in
            let run = try await Self.play(region, seed: seed)
            let id = run.id
            let entries = try await region.read { tx in try tx.entries(of: id, through: 10_000) }
            #expect(entries.map(\.number) == Array(1...entries.count))
            #expect(entries.dropFirst().map(\.text).sorted() == run.sent.sorted())
            let last = entries.count
            #expect(run.viewers.allSatisfy { $0.version == last || last == 1 })
            let moments = try await region.read { tx in
                try (1...last).map { try tx.standingEntries(of: id, at: $0).map(\.number) }
            }
            #expect(moments == (1...last).map { run.standingAt[$0] ?? [] })
            try Self.checkNothingVanished(entries)
        }
    }

    private static let atOnceCount = 6

    /// Every draft is sent twice at the same moment, by all authors together.
    private static func writeAtOnce(_ region: TestRegion, in id: ID<Deployment>) async throws
        -> [RecordedEntry]
    {
        try await withThrowingTaskGroup(of: RecordedEntry.self) { group in
            for author in 0..<5 {
                for number in 0..<atOnceCount {
                    let text = "\(author)-\(number)"
                    let statement = PictureStatement(theme: .incident, topic: "Onderwerp \(number % 2)")
                    let draft = EntryDraft(
                        number == 0 ? .note(Note()) : .statement(statement), text, key: "sleutel-\(text)")
                    for _ in 0..<2 {
                        group.addTask {
                            try await region.record(draft, in: id, as: accounts[author % 3])
                        }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what five people send at the same moment, all of it twice, is written once`(
        engine: TestEngine
    ) async throws {
        let (recorded, entries) = try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let recorded = try await Self.writeAtOnce(region, in: id)
            return (recorded, try await region.read { tx in try tx.entries(of: id, through: 1_000) })
        }
        #expect(entries.map(\.number) == Array(1...(1 + 5 * Self.atOnceCount)))
        #expect(Set(entries.map(\.text)).count == entries.count)
        #expect(recorded.count { $0.isDuplicate } == 5 * Self.atOnceCount)
    }

    /// A statement that no longer stands was replaced by one of the same topic.
    private static func checkNothingVanished(_ entries: [DeploymentEntry]) throws {
        for entry in entries {
            guard case .statement(let statement) = entry.content, let by = entry.supersededBy else {
                continue
            }
            let next = entries[by - 1]
            guard case .statement(let other) = next.content else {
                Issue.record("\(entry.number) gaf plaats aan iets anders")
                continue
            }
            #expect(other.key == statement.key)
            #expect(by > entry.number)
        }
    }
}
