import Domain
import TestSupport
import Testing

@testable import App

@Suite struct OwnAlarmPageTests {
    @Test(arguments: TestEngine.allCases)
    func `somebody finds the alarms they stood in, with why`(engine: TestEngine) async throws {
        let (none, list, own) = try await TestRegion.with(engine) { region in
            let client = try await region.client("functionaris")
            let none = try await client.get("/alarmen").body
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 90)]))
            try await region.deliverAll(at: TestRegion.now.adding(minutes: 1))
            let list = try await client.get("/alarmen").body
            return (none, list, try await client.get("/alarmen/\(raised.id)/ik").body)
        }
        #expect(none.contains("Je bent nog nooit gealarmeerd"))
        #expect(list.contains("1 alarm wacht op je antwoord"))
        #expect(list.contains("Jij: gevraagd."))
        #expect(own.contains("Ik ga nu"))
        #expect(own.contains("Waarom (niet) ik?"))
        #expect(own.contains("Sms (alarm): verstuurd"))
    }

    @Test func `whoever was passed over reads the reason`() async throws {
        let (list, own) = try await TestRegion.with(.sqlite) { region in
            let person = try #require(try await region.signedIn("functionaris").person)
            try await region.change(as: "bureau") { change in
                _ = try change.recordAbsence(
                    of: person,
                    during: Interval(TestRegion.now, TestRegion.now.adding(minutes: 600)))
            }
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 90)]))
            let client = try await region.client("functionaris")
            return (
                try await client.get("/alarmen").body,
                try await client.get("/alarmen/\(raised.id)/ik").body
            )
        }
        #expect(list.contains("Jij: niet gevraagd."))
        #expect(own.contains("niet gevraagd. Is verhinderd"))
        #expect(!own.contains("Ik ga nu"))
    }

    @Test func `an account without a person has no alarms of its own`() async throws {
        let status = try await TestRegion.with(.sqlite) { region in
            try await region.client("bestuur").get("/alarmen").status
        }
        #expect(status == 403)
    }
}
