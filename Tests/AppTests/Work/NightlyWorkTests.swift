import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct NightlyWorkTests {
    @Test(arguments: ["2026-11-24", "2027-03-28", "2027-10-31"])
    func `half past three exists once in every night`(iso: String) throws {
        let day = try #require(Day(iso: iso))
        let due = NightlyWork.dueAt(day)
        for minutes in [-60, 0, 60] {
            let clock = Amsterdam.wallClock(at: due.adding(minutes: minutes))
            #expect((clock.day == day && clock.hour == 3 && clock.minute == 30) == (minutes == 0))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `at night the sessions that ended are forgotten, and the failures of the day before`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { sample in
            let clock = TestClock()
            let region = sample.with(clock)
            _ = try await region.client("bureau")
            _ = try await TestClient(region.application).signIn("bestuur", "verkeerd")
            clock.advance(minutes: 10 * 60)
            let late = try await region.client("meldkamer")
            let night = NightlyWork.dueAt(TestMoments.startDay.adding(days: 1))
            clock.turn(to: night)
            let counts = { () async throws -> [Int?] in
                try await region.read { tx in
                    [
                        try tx.row("SELECT COUNT(*) AS number FROM session")?.integer("number"),
                        try tx.row("SELECT COUNT(*) AS number FROM sign_in_failure")?.integer("number"),
                    ]
                }
            }
            #expect(try await counts() == [2, 2])
            try await region.application.queueNightlyWork(at: TestRegion.now)
            while try await region.application.runDueWork(at: night) {}
            #expect(try await counts() == [1, 2])
            #expect(try await late.get("/").status == 200)
            let next = NightlyWork.dueAt(TestMoments.startDay.adding(days: 2))
            try await region.application.queueNightlyWork(at: night.adding(minutes: 1))
            while try await region.application.runDueWork(at: next) {}
            #expect(try await counts() == [0, 0])
        }
    }
}
