import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// A search asked from a page runs in the background and ends in a draft.
@Suite struct RosterWorkTests {
    private static let first = TestMoments.startDay.adding(days: 14)

    @Test(arguments: TestEngine.allCases)
    func `a search that was asked for runs once and gives a draft that its page leads to`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let id = try await region.change(as: "bureau") { change in
                try change.requestRoster(
                    lines: [Code("OGA-REGIO")], from: Self.first, weeks: 2, seconds: 600, steps: 20)
            }
            let client = try await region.client("bureau")
            let waiting = try await client.get("/rooster/zoeken/\(id)")
            #expect(waiting.body.contains("http-equiv=\"refresh\""))
            #expect(try await region.application.runDueRosterRequest(at: TestRegion.now))
            #expect(try await !region.application.runDueRosterRequest(at: TestRegion.now))
            let request = try #require(try await region.read { tx in try tx.rosterRequest(id) })
            #expect(request.state == .finished)
            let roster = try #require(request.roster)
            let page = try await client.get("/rooster/zoeken/\(id)")
            #expect(page.body.contains("/rooster/concept/\(roster)"))
            #expect(!page.body.contains("http-equiv=\"refresh\""))
            let duties = try await region.read { tx in try tx.duties(ofRoster: roster).count }
            #expect(duties > 0)
            let difference = try await client.get("/rooster/concept/\(roster)/verschil")
            #expect(difference.status == 200)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `stopping it takes what there is, and the form says what is wrong with it`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let refused = try await client.post(
                "/rooster/concepten/beste", ["lijn": "", "van": "morgen", "weken": "2", "seconden": "9000"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("van 5 tot 600"))
            let asked = try await client.post(
                "/rooster/concepten/beste",
                ["lijn": "OGA-REGIO", "van": Dutch.shortDate(Self.first), "weken": "2", "seconden": "5"])
            let path = try #require(asked.location)
            #expect(path.hasPrefix("/rooster/zoeken/"))
            let stopped = try await client.post("\(path)/stop")
            #expect(stopped.location == path)
            let id = try #require(ID<RosterRequest>(String(path.split(separator: "/").last ?? "")))
            #expect(try await region.read { tx in try tx.rosterRequest(id) }?.state == .stopping)
            #expect(try await region.application.runDueRosterRequest(at: TestRegion.now))
            #expect(try await region.read { tx in try tx.rosterRequest(id) }?.state.isOpen == false)
        }
    }
}
