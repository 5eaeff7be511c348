import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct StopAlarmTests {
    @Test(arguments: TestEngine.allCases)
    func `a better description goes to everybody who was called`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let raised = try await region.raise(TestRegion.request(description: ""))
            let first = try await region.deliverAll()
            #expect(first.contains { $0.text.contains("Wat er is, volgt nog.") })
            let called = Set(try await region.people(raised.id, .called)).count
            try await region.change(as: "meldkamer") { change in
                try change.relayDescription("Grote brand bij de haven.", of: raised.id)
            }
            let second = try await region.deliverAll()
            #expect(second.count == called)
            #expect(second.allSatisfy { $0.text.contains("Grote brand bij de haven.") })
        }
    }

    @Test func `an exhausted alarm stays visible until somebody takes it, and after that until the end`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise(TestRegion.request([("ACBZ", 150)]))
            _ = try await region.claim(at: TestRegion.now.adding(minutes: 1))
            #expect(try await region.status(raised.id)?.state == "exhausted")
            try await region.change(as: "meldkamer") { change in try change.takeAlarm(raised.id) }
            #expect(try await region.status(raised.id)?.state == "taken")
            let running = try await region.read { tx in try tx.runningAlarms().map(\.id) }
            #expect(running == [raised.id])
            try await region.change(as: "meldkamer") { change in try change.stopAlarm(raised.id) }
            await #expect(throws: AlarmRefusal.over) {
                try await region.change(as: "meldkamer") { change in try change.stopAlarm(raised.id) }
            }
            let after = try await region.read { tx in try tx.runningAlarms().count }
            #expect(after == 0)
        }
    }

    @Test func `that the mayor was rung is kept with the time`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            try await region.change(as: "meldkamer", at: TestRegion.now.adding(minutes: 4)) { change in
                try change.recordInformed(.mayor, position: 0, of: raised.id)
            }
            let told = try await region.read { tx in
                try tx.contacts(of: raised.id).first { $0.role == .mayor }?.toldAt
            }
            #expect(told == TestRegion.now.adding(minutes: 4))
        }
    }
}
