import Domain
import TestSupport
import Testing

@testable import App

@Suite struct AlarmPersonPageTests {
    @Test(arguments: TestEngine.allCases)
    func `what was heard on the telephone is written down for that person`(engine: TestEngine) async throws {
        let (before, recorded, after, answers) = try await TestRegion.with(engine) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            try await region.deliverAll()
            let person = try #require(try await region.people(raised.id, .called).first)
            let client = try await region.client("meldkamer")
            let path = "/alarmen/\(raised.id)/mensen/\(person)"
            let before = try await client.get(path)
            let recorded = try await client.post(path, ["antwoord": "komt", "minuten": "30"])
            return (
                before, recorded, try await client.get(path),
                try await region.read { tx in try tx.answers(of: raised.id) }
            )
        }
        #expect(before.body.contains("heeft nog niet geantwoord"))
        #expect(before.body.contains("href=\"tel:+31"))
        #expect(before.body.contains("Sms (alarm): verstuurd"))
        #expect(recorded.notice == "Vastgelegd: komt.")
        #expect(after.body.contains("komt vóór 10.30 uur"))
        #expect(after.body.contains("Door een collega vastgelegd"))
        #expect(answers.map(\.way) == [.colleague])
        #expect(answers.map(\.effect) == ["promised"])
    }

    @Test func `nobody who is not in the plan has a page in the alarm`() async throws {
        let status = try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            let planned = Set(try await region.read { tx in try tx.audience(of: raised.id).map(\.person) })
            let other = try await region.person { !planned.contains($0.id) }
            return try await region.client("meldkamer").get("/alarmen/\(raised.id)/mensen/\(other.id)").status
        }
        #expect(status == 404)
    }
}
