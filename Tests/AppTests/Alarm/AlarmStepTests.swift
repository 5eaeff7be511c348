import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AlarmStepTests {
    private static let later = TestRegion.now.adding(minutes: 3)

    @Test(arguments: TestEngine.allCases)
    func `a batch holds at most sixteen, and no other worker gets them while the claim lasts`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            _ = try await region.raise(TestRegion.request([("CO", 20)]))
            let first = try #require(try await region.claim())
            var keys = Set(first.messages.map(\.key))
            var count = first.messages.count
            while let next = try await region.claim() {
                #expect(next.messages.count <= AlarmMessage.batchMax)
                keys.formUnion(next.messages.map(\.key))
                count += next.messages.count
            }
            #expect(keys.count == count)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a worker that is lost leaves its messages to another, with the same key and marked`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            _ = try await region.raise()
            let lost = try #require(try await region.claim())
            let after = TestRegion.now.adding(seconds: AlarmMessage.leaseSeconds)
            let again = try #require(try await region.claim(at: after))
            let known = Set(lost.messages.map(\.key))
            let repeated = again.messages.filter { known.contains($0.key) }
            #expect(repeated.count == lost.messages.count)
            #expect(repeated.allSatisfy { $0.possibleDuplicate })
            // The lost worker comes back: its results no longer count.
            try await region.record(lost, at: after) { _ in .failedForGood(.badAddress) }
            try await region.record(again, at: after)
            let failed = try await region.read { tx in
                try tx.row("SELECT COUNT(*) AS number FROM alarm_message WHERE state = 'failed'")?.integer(
                    "number")
            }
            #expect(failed == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after a stop only what was claimed may leave, and everybody called hears of it`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let raised = try await region.raise()
            let held = try #require(try await region.claim())
            try await region.change(as: "meldkamer") { change in try change.stopAlarm(raised.id) }
            let after = try await region.deliverAll(at: Self.later)
            let called = Set(held.messages.map(\.key))
            #expect(after.allSatisfy { $0.text.contains("beëindigd") || called.contains($0.key) })
            #expect(after.contains { $0.text.contains("Je hoeft niet (meer) te komen") })
            #expect(try await region.status(raised.id)?.state == "stopped")
            #expect(try await region.status(raised.id)?.nextDue == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a failed channel pulls the next one forward at once`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            _ = try await region.raise()
            let sent = try await region.deliverAll { message in
                message.kind == .sms
                    ? .failedForNow(.unreachable, retryAfter: nil) : .accepted(reference: "r")
            }
            let texted = Set(sent.filter { $0.kind == .sms }.map(\.text))
            let mailed = Set(sent.filter { $0.kind == .mail }.map(\.text))
            #expect(!texted.isEmpty)
            #expect(texted == mailed)
        }
    }

    @Test func `without an answer the next channel follows after its time, and not after an answer`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            let first = try await region.deliverAll().filter { $0.text.contains("ALARM.") }
            #expect(first.allSatisfy { $0.kind == .sms })
            let person = try #require(try await region.people(raised.id, .called).first)
            _ = try await region.answer(raised.id, person, "nee")
            let second = try await region.deliverAll(at: TestRegion.now.adding(minutes: 5))
                .filter { $0.kind == .mail && $0.text.contains("ALARM.") }
            #expect(second.count == first.count - 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `when nobody can be reached it ends at once at a named human`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            var now = TestRegion.now
            // Everything is refused for good but the last: to whoever must take it over.
            for _ in 0..<6 {
                try await region.deliverAll(at: now) { message in
                    message.text.contains("OVERGENOMEN")
                        ? .accepted(reference: "r") : .failedForGood(.badAddress)
                }
                now = now.adding(seconds: 1)
            }
            #expect(try await region.status(raised.id)?.state == "exhausted")
            let told = try await region.read { tx in
                try tx.contacts(of: raised.id).filter { $0.role == .lastResort && $0.toldAt != nil }.count
            }
            #expect(told >= 1)
        }
    }

    @Test func `a clock that is set back brings every due time along`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            try await region.deliverAll()
            let back = TestRegion.now.adding(minutes: -120)
            _ = try await region.claim(at: back)
            let due = try #require(try await region.status(raised.id)?.nextDue)
            #expect(due <= back.adding(minutes: 10))
        }
    }

    @Test func `deliveries stand in the journal per batch, and the chain stays whole`() async throws {
        try await TestRegion.with(.sqlite) { region in
            _ = try await region.raise()
            try await region.deliverAll()
            let records = try await region.records(of: "alarm.delivered")
            #expect(records.count == 1)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }
}
