import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct WorkPagesTests {
    private static let due = NightlyWork.dueAt(TestMoments.startDay.adding(days: 1))

    /// The region some hours after a night in which the proof failed five times.
    private func withFailedWork(
        _ engine: TestEngine, _ body: (TestRegion, String) async throws -> Void
    ) async throws {
        try await TestRegion.with(engine, now: Self.due.adding(minutes: 480)) { region async throws in
            try await region.storage.write { tx in
                try tx.executeScript("ALTER TABLE travel RENAME TO travel_gone")
            }
            try await region.application.queueNightlyWork(at: TestRegion.now)
            for hour in 0..<8 {
                while try await region.application.runDueWork(at: Self.due.adding(minutes: hour * 60)) {}
            }
            try await region.storage.write { tx in
                try tx.executeScript("ALTER TABLE travel_gone RENAME TO travel")
            }
            let id = try #require(
                try await region.storage.read { tx in
                    try tx.row("SELECT id FROM work WHERE state = \(Work.State.failed)")?.text("id")
                })
            try await body(region, id)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the page says what failed, since when, how often and with which code`(engine: TestEngine)
        async throws
    {
        try await withFailedWork(engine) { region, _ async throws in
            let page = try await region.client("beheer").get("/werk").body
            #expect(page.contains("Eén taak is mislukt en wacht op u"))
            #expect(page.contains("bewijs van bezetting vastleggen"))
            #expect(page.contains("mislukt</span>"))
            #expect(page.contains("<td data-label=\"Pogingen\">5</td>"))
            #expect(page.contains("<code>opdracht "))
            #expect(page.contains("24-11-2026 06.38"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `trying again runs it once more, and stands in the journal`(engine: TestEngine) async throws {
        try await withFailedWork(engine) { region, id async throws in
            let client = try await region.client("beheer")
            _ = try await client.get("/werk")
            #expect(try await client.post("/werk/\(id)/nieuwe-poging").status == 303)
            while try await region.application.runDueWork(at: Self.due.adding(minutes: 480)) {}
            #expect(try await region.records(of: "coverage.proven").count == 1)
            #expect(try await region.records(of: "work.retried").map(\.objectID) == [id])
            #expect(try await client.get("/werk").body.contains("Het achtergrondwerk loopt"))
            // What is done cannot be tried again.
            #expect(try await client.post("/werk/\(id)/nieuwe-poging").status == 409)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `dropping asks for a reason, keeps it in the journal, and the work is never queued again`(
        engine: TestEngine
    ) async throws {
        try await withFailedWork(engine) { region, id async throws in
            let client = try await region.client("beheer")
            #expect(
                try await client.get("/werk/\(id)/vervallen").body.contains("Waarom hoeft dit niet meer?"))
            let refused = try await client.post("/werk/\(id)/vervallen", ["reden": " "])
            #expect(refused.status == 422)
            #expect(refused.body.contains("Schrijf op waarom"))
            #expect(try await client.post("/werk/\(id)/vervallen", ["reden": "dubbel gedaan"]).status == 303)
            let record = try #require(try await region.records(of: "work.dropped").first)
            #expect(record.after == "{\"reden\":\"dubbel gedaan\",\"soort\":\"nightly-proof\"}")
            try await region.application.queueNightlyWork(at: TestRegion.now)
            #expect(try await region.application.runDueWork(at: Self.due.adding(minutes: 480)) == false)
            #expect(try await client.get("/werk/\(id)/vervallen").status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work of an unknown kind shows no key and no payload`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region async throws in
            try await region.storage.write { tx in
                var random = Randomness(seed: 7)
                try tx.queue(
                    random.id(at: TestRegion.now), kind: "message", key: "anna.elzenaar@gemeente.example",
                    payload: "{\"naar\":\"+31600012345\"}", dueAt: TestRegion.now, now: TestRegion.now)
            }
            let page = try await region.client("beheer").get("/werk").body
            #expect(page.contains("message"))
            #expect(page.contains("aan de beurt</span>"))
            #expect(!page.contains("elzenaar"))
            #expect(!page.contains("31600012345"))
        }
    }

    @Test func `running work is shown and left alone`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let now = TestRegion.now
            let id = try await region.storage.write { tx in
                var random = Randomness(seed: 7)
                let id: ID<Work> = random.id(at: now)
                try tx.queue(id, kind: "message", key: "a", dueAt: now, now: now)
                _ = try tx.claimWork(
                    kinds: ["message"], limit: 1, lease: random.id(at: now), now: now,
                    until: now.adding(minutes: 10))
                return id
            }
            let client = try await region.client("beheer")
            let page = try await client.get("/werk").body
            #expect(page.contains("loopt</span> uiterlijk tot 10.10 uur"))
            #expect(!page.contains("/nieuwe-poging"))
            #expect(try await client.post("/werk/\(id)/nieuwe-poging").status == 409)
        }
    }
}
