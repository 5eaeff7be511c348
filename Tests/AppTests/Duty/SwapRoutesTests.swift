import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct SwapRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `a functionary records a wish, takes it back, and gets an address for the calendar`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("functionaris")
            let page = try await client.get("/rooster/mijn")
            #expect(page.status == 200)
            let refused = try await client.post(
                "/rooster/mijn/wensen", ["wens": "avoid", "van": "morgen", "tot": "24-12-2026"])
            #expect(refused.status == 422)
            let saved = try await client.post(
                "/rooster/mijn/wensen", ["wens": "avoid", "van": "21-12-2026", "tot": "27-12-2026"])
            #expect(saved.location == "/rooster/mijn")
            let shown = try await client.get("/rooster/mijn")
            #expect(shown.body.contains("Liever niet"))
            let address = try await client.post("/rooster/agenda")
            let match = try #require(address.body.firstMatch(of: /\/agenda\/[0-9a-f]{48}/))
            let feed = try await TestClient(region.application).get(String(match.output))
            #expect(feed.status == 200)
            #expect(feed.body.hasPrefix("BEGIN:VCALENDAR"))
            let feeds = try await region.read { tx in try tx.calendarFeeds() }
            let revoked = try await client.post("/rooster/agenda/\(try #require(feeds.first).id)/intrekking")
            #expect(revoked.location == "/rooster/mijn")
            let gone = try await TestClient(region.application).get(String(match.output))
            #expect(gone.status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the planner offers a duty for somebody ill and sees it among the open ones`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14))
            let duty = try #require(
                try await region.read { tx in
                    try tx.duties(during: week.interval, line: Code("OGA-REGIO")).first
                })
            let client = try await region.client("bureau")
            let form = try await client.get("/rooster/dienst/\(duty.id)/ruil")
            #expect(form.status == 200)
            let answer = try await client.post(
                "/rooster/dienst/\(duty.id)/ruil", ["aan": "", "van": "", "tot": ""])
            #expect(answer.status == 303)
            let inbox = try await client.get("/rooster/ruilen")
            #expect(inbox.body.contains("1 dienst wordt aangeboden"))
            #expect(inbox.body.contains("iedereen van de functie"))
        }
    }
}
