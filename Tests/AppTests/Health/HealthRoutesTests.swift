import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct HealthRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func
        `anybody may ask whether it lives and is ready, and hears figures and nothing about people or places`(
            engine: TestEngine
        ) async throws
    {
        try await TestRegion.with(engine) { region async throws in
            let client = TestClient(region.application)
            let alive = try await client.get("/gezond/levend")
            #expect(alive.status == 200)
            #expect(alive.body == "{\"checks\":{},\"status\":\"pass\"}")
            let ready = try await client.get("/gezond/gereed")
            #expect(ready.status == 200)
            #expect(ready.headers[.contentType] == "application/health+json")
            #expect(
                ready.body.contains("\"work:overdue\":[{\"observedUnit\":\"minutes\",\"observedValue\":0"))
            for word in ["Rijnmond", "postgres:", "/tmp", "sqlite"] {
                #expect(!ready.body.contains(word), "\(word)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a database that does not answer is a 503 with a code, while the process still lives`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region async throws in
            let client = TestClient(region.application)
            try await region.storage.write { tx in
                try tx.executeScript("ALTER TABLE work RENAME TO work_gone")
            }
            let ready = try await client.get("/gezond/gereed")
            #expect(ready.status == 503)
            #expect(ready.body.contains("\"database:connection\":[{\"output\":\"opdracht "))
            #expect(try await client.get("/gezond/levend").status == 200)
        }
    }

    @Test func `overdue work is a 503, so that a proxy sends nobody here`() async throws {
        let later = NightlyWork.dueAt(TestMoments.startDay.adding(days: 1)).adding(minutes: 60)
        try await TestRegion.with(.sqlite, now: later) { region async throws in
            try await region.application.queueNightlyWork(at: TestRegion.now)
            let ready = try await TestClient(region.application).get("/gezond/gereed")
            #expect(ready.status == 503)
            #expect(ready.body.contains("achtergrondwerk blijft liggen"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a running alarm that nobody looks at any more is a 503 with the reason in Dutch`(
        engine: TestEngine
    ) async throws {
        let (before, after) = try await TestRegion.with(engine) { region in
            try await region.openLink(.sms, success: TestRegion.now, failure: nil)
            try await region.quietAlarm()
            let client = TestClient(region.application)
            let before = try await client.get("/gezond/gereed")
            try await region.sql(["UPDATE alarm SET due_at = NULL, take_due_at = NULL"])
            return (before, try await client.get("/gezond/gereed"))
        }
        #expect(before.status == 200)
        #expect(after.status == 503)
        #expect(after.body.contains("Een alarm is niet gevuld en er gebeurt niets meer mee."))
    }
}
