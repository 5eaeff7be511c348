import Domain
import TestSupport
import Testing

@testable import App

@Suite struct ReplayPageTests {
    private static let now = TestRegion.now

    /// A real alarm that one person filled in time.
    private static func fill(_ region: TestRegion, key: String = "een", exercise: Bool = false) async throws {
        let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)], key: key, exercise: exercise))
        try await region.deliverAll(at: now.adding(seconds: 2))
        let person = try #require(try await region.people(raised.id, .called).first)
        _ = try await region.answer(raised.id, person, "JA 20", at: now.adding(minutes: 1))
        _ = try await region.answer(raised.id, person, "aanwezig", at: now.adding(minutes: 20))
    }

    @Test(arguments: TestEngine.allCases)
    func `a past alarm is played through other groups, with who came then`(engine: TestEngine) async throws {
        let page = try await TestRegion.with(engine) { region in
            try await Self.fill(region)
            try await Self.fill(region, key: "oefening", exercise: true)
            let visit = try await region.visit("bureau", at: Self.now.adding(minutes: 600))
            return try await region.read { tx in try ReplayPage(visit, tx) }
        }
        #expect(page.alarms.count == 1)
        #expect(page.wanted == 1)
        #expect(page.real == 1)
        #expect(page.designs.count == 3)
        // With everybody's people nothing is lost; with the own people alone it is a place at most.
        #expect(page.ranges[2].least == 1)
        #expect(page.ranges.allSatisfy { $0.least <= $0.most && $0.most <= 1 })
        #expect(page.names != nil)
    }

    @Test func `a board sees counts and no names`() async throws {
        let (board, office, empty) = try await TestRegion.with(.sqlite) { sample in
            let region = sample.with(TestClock(Self.now.adding(minutes: 600)))
            let empty = try await region.client("bestuur").get("/simulatie/alarmen").body
            try await Self.fill(region)
            let board = try await region.client("bestuur").get("/simulatie/alarmen").body
            let office = try await region.client("bureau").get("/simulatie/alarmen").body
            return (board, office, empty)
        }
        #expect(empty.contains("Er is nog geen alarm om terug te kijken"))
        #expect(board.contains("Op tijd gevuld: 1 van 1 in het echt"))
        #expect(!board.contains("Met namen"))
        #expect(office.contains("Met namen"))
    }
}
