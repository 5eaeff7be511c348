import Delivery
import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct SendQueuedMailTests {
    private static func with<Value>(
        _ engine: TestEngine, _ body: (TestRegion, TestServer) async throws -> Value
    ) async throws -> Value {
        try await TestServer.with("mailserver.py") { server in
            try await TestRegion.with(engine) { region in
                try await region.addMail(port: server.port)
                return try await body(region, server)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a mail leaves once, however often it is asked for`(engine: TestEngine) async throws {
        let (queued, ran, seen, states) = try await Self.with(engine) { region, server in
            let queued = [try await region.queueMail("a"), try await region.queueMail("a")]
            let ran = [
                try await region.application.sendQueuedMail(at: TestRegion.now),
                try await region.application.sendQueuedMail(at: TestRegion.now.adding(minutes: 100)),
            ]
            return (queued, ran, try server.messages(MailRecord.self), try await region.mailStates())
        }
        #expect(queued == [true, false])
        #expect(ran == [true, false])
        #expect(seen.count == 1)
        #expect(seen.first?.headers["subject"] == "Herinnering")
        #expect(seen.first?.to == ["anna@gemeente.test"])
        #expect(states == [.sent: 1])
    }

    @Test(arguments: TestEngine.allCases)
    func `what a transaction did not decide does not leave`(engine: TestEngine) async throws {
        struct Stop: Error {}
        let (ran, states) = try await Self.with(engine) { region, _ in
            let mail = QueuedMail(
                key: "a", recipient: try #require(EmailAddress("anna@gemeente.test")), person: nil,
                subject: "x", text: "x")
            await #expect(throws: Stop.self) {
                try await region.change(as: "bureau") { change in
                    try change.queueMail(mail)
                    throw Stop()
                }
            }
            return (
                try await region.application.sendQueuedMail(at: TestRegion.now), try await region.mailStates()
            )
        }
        #expect(!ran && states == [:])
    }

    @Test(arguments: TestEngine.allCases)
    func `a busy server is asked again later, a refusal is for good`(engine: TestEngine) async throws {
        let (states, counts, errors) = try await Self.with(engine) { region, _ in
            for name in ["later", "onbekend", "anna"] { _ = try await region.queueMail(name, to: name) }
            _ = try await region.application.sendQueuedMail(at: TestRegion.now)
            let states = try await region.mailStates()
            var ran = 0
            var clock = TestRegion.now
            while try await region.mailStates()[.waiting] != nil, ran < 200 {
                clock = clock.adding(minutes: 30)
                if try await region.application.sendQueuedMail(at: clock) { ran += 1 }
            }
            let errors = try await region.read { tx in
                try tx.rows("SELECT fault FROM mail WHERE state = \(MailState.failed) ORDER BY fault").map {
                    try $0.text("fault")
                }
            }
            return (states, (try await region.mailStates(), ran), errors)
        }
        #expect(states == [.waiting: 1, .failed: 1, .sent: 1])
        #expect(counts.0 == [.failed: 2, .sent: 1])
        // Once an hour for two days, with half hours at the start.
        #expect((40...60).contains(counts.1))
        #expect(errors == ["ontvanger-geweigerd", "server-451"])
    }

    @Test(arguments: TestEngine.allCases)
    func `a mail whose end nobody wrote down leaves again and says so`(engine: TestEngine) async throws {
        let (seen, duplicates) = try await Self.with(engine) { region, server in
            _ = try await region.queueMail("a")
            // A runner that takes it and is killed before it writes down how it ended.
            try await region.storage.write { tx in
                var random = Randomness(seed: 7)
                let claims = try tx.claimWork(
                    kinds: [MailWork.kind], limit: 1, lease: random.id(at: TestRegion.now),
                    now: TestRegion.now, until: TestRegion.now.adding(minutes: 15))
                for claim in claims { _ = try tx.beginSending(claim) }
            }
            let early = try await region.application.sendQueuedMail(at: TestRegion.now.adding(minutes: 14))
            let late = try await region.application.sendQueuedMail(at: TestRegion.now.adding(minutes: 16))
            #expect(!early && late)
            return (
                try server.messages(MailRecord.self),
                try await region.read { tx in try tx.possibleDuplicateCount() }
            )
        }
        #expect(seen.map { $0.headers["subject"] } == ["(mogelijk dubbel) Herinnering"])
        #expect(duplicates == 1)
    }

    @Test func `an answer that did not come makes the next attempt a possible duplicate`() async throws {
        let marked = try await Self.with(.sqlite) { region, _ in
            _ = try await region.queueMail("a", to: "weg-na-data")
            _ = try await region.application.sendQueuedMail(at: TestRegion.now)
            return try await region.read { tx in
                try tx.row("SELECT possible_duplicate FROM mail")?.flag("possible_duplicate")
            }
        }
        #expect(marked == true)
    }

    @Test func `when the first mail server is away the second takes over`() async throws {
        let (seen, statuses) = try await TestServer.with("mailserver.py") { server in
            try await TestRegion.with(.sqlite) { region in
                try await region.addMail(port: 1, name: "Weg", rank: 1)
                try await region.addMail(port: server.port, name: "Reserve", rank: 2)
                _ = try await region.queueMail("a")
                _ = try await region.application.sendQueuedMail(at: TestRegion.now)
                let statuses = try await region.read { tx in
                    let statuses = try tx.channelStatuses()
                    return try tx.channelSetups().map { statuses[$0.id] }
                }
                return (try server.messages(MailRecord.self).count, statuses)
            }
        }
        #expect(seen == 1)
        #expect(statuses.map { $0?.lastFault } == ["onbereikbaar", nil])
        #expect(statuses.map { $0?.lastSuccess } == [nil, TestRegion.now])
    }

    @Test func `without a mail server mail waits, and is there when one comes`() async throws {
        let (before, after) = try await TestServer.with("mailserver.py") { server in
            try await TestRegion.with(.sqlite) { region in
                _ = try await region.queueMail("a")
                _ = try await region.application.sendQueuedMail(at: TestRegion.now)
                let before = try await region.mailStates()
                try await region.addMail(port: server.port)
                _ = try await region.application.sendQueuedMail(at: TestRegion.now.adding(minutes: 2))
                return (before, try await region.mailStates())
            }
        }
        #expect(before == [.waiting: 1])
        #expect(after == [.sent: 1])
    }

    @Test(arguments: TestEngine.allCases)
    func `thirty days after it was settled a mail is forgotten`(engine: TestEngine) async throws {
        let counts = try await Self.with(engine) { region, _ in
            _ = try await region.queueMail("a")
            _ = try await region.application.sendQueuedMail(at: TestRegion.now)
            var counts: [Int] = []
            for days in [29, 31] {
                let night = TestRegion.now.adding(minutes: days * 24 * 60)
                try await region.storage.change(
                    by: .background("mail-forgetting"), at: night, randomness: .system
                ) { change in try change.forgetOldMail() }
                counts.append(try await region.mailStates()[.sent] ?? 0)
            }
            return counts
        }
        #expect(counts == [1, 0])
    }
}
