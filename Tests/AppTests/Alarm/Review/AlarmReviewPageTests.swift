import Domain
import TestSupport
import Testing

@testable import App

@Suite struct AlarmReviewPageTests {
    private static let now = TestRegion.now

    /// An alarm in which the first who is called promises, is at work after `minutes`, and so fills it.
    private static func fill(
        _ region: TestRegion, minutes: Int, key: String = "k-1", exercise: Bool = false
    ) async throws -> ID<Alarm> {
        let request = TestRegion.request([("OVDBZ", 1)], key: key, exercise: exercise)
        let raised = try await region.raise(request)
        try await region.deliverAll(at: now.adding(seconds: 2))
        let person = try #require(try await region.people(raised.id, .called).first)
        _ = try await region.answer(raised.id, person, "JA 20", at: now.adding(minutes: 1))
        try await region.change(as: "meldkamer", at: now.adding(minutes: 4)) { change in
            try change.relayDescription("Grote brand.", of: raised.id)
        }
        _ = try await region.answer(raised.id, person, "aanwezig", at: now.adding(minutes: minutes))
        return raised.id
    }

    @Test(arguments: TestEngine.allCases)
    func `the report measures being at work against the norm, and tells how it went`(engine: TestEngine)
        async throws
    {
        let (page, paper) = try await TestRegion.with(engine) { region in
            let id = try await Self.fill(region, minutes: 22)
            try await region.change(as: "meldkamer", at: Self.now.adding(minutes: 6)) { change in
                try change.recordInformed(.mayor, position: 0, of: id)
            }
            let visit = try await region.visit("meldkamer", at: Self.now.adding(minutes: 60))
            let page = try await region.read { tx in try AlarmReviewPage(id, visit, tx) }
            let paper = try await region.client("meldkamer").get("/alarmen/\(id)/verslag").body
            return (page, paper)
        }
        let turnout = try #require(page.posts.first?.turnout)
        #expect(turnout.minutesToFill == 22)
        #expect(turnout.arrivals.count == 1)
        #expect(page.people.atWork == 1 && page.people.answered == 1 && page.people.called >= 1)
        #expect(page.firstSentAt == Self.now.adding(seconds: 2))
        #expect(page.describedMinutes == 4)
        #expect(page.channels.contains { $0.kind == .sms && $0.accepted > 0 && $0.failed == 0 })
        #expect(paper.contains("1 van 1 plaatsen gevuld"))
        #expect(paper.contains("22 min"))
        #expect(paper.contains("na 4 min (norm 5 min)"))
        #expect(paper.contains("Geïnformeerd: "))
        #expect(paper.contains("10.06 uur, na 6 minuten"))
    }

    @Test func `a year's figures count places against the norm, and leave exercises out`() async throws {
        let (page, html) = try await TestRegion.with(.sqlite) { sample in
            let region = sample.with(TestClock(Self.now.adding(minutes: 600)))
            _ = try await Self.fill(region, minutes: 20, key: "een")
            _ = try await Self.fill(region, minutes: 500, key: "twee")
            _ = try await Self.fill(region, minutes: 20, key: "drie", exercise: true)
            let visit = try await region.visit("meldkamer", at: Self.now.adding(minutes: 600))
            let page = try await region.read { tx in try TurnoutPage(visit, tx) }
            return (page, try await region.client("meldkamer").get("/alarmen/opkomst").body)
        }
        let figures = try #require(page.functions.first?.figures)
        #expect(page.functions.count == 1)
        #expect((figures.alarms, figures.wanted, figures.filled) == (2, 2, 2))
        #expect((figures.withNorm, figures.inTime) == (2, 1))
        #expect(page.exerciseCount == 1)
        #expect(html.contains("Opkomst per functie"))
        #expect(html.contains("50,0 % van de plaatsen was binnen de norm aan het werk"))
        #expect(html.contains("1 oefening telt niet mee"))
    }

    @Test func `whoever may not follow an alarm gets neither`() async throws {
        let statuses = try await TestRegion.with(.sqlite) { region in
            let id = try await Self.fill(region, minutes: 20)
            let client = try await region.client("bestuur")
            return [
                try await client.get("/alarmen/\(id)/verslag").status,
                try await client.get("/alarmen/opkomst").status,
            ]
        }
        #expect(statuses == [403, 403])
    }
}
