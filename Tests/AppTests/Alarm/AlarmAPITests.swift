import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AlarmAPITests {
    private static let body = """
        {"sleutel": "mk-1", "functies": [{"crisisfunctie": "OVDBZ", "aantal": 1}], "gemeente": "GM0613",
        "omschrijving": "Brand in een flat."}
        """

    @Test(arguments: TestEngine.allCases)
    func `the control room's program raises an alarm once, however often it asks`(engine: TestEngine)
        async throws
    {
        let (first, again, other, alarms, sent) = try await TestRegion.with(engine) { region in
            let client = try await region.api("meldkamer")
            let first = try await client.post("/alarmen", Self.body)
            let again = try await client.post("/alarmen", Self.body)
            let other = try await client.post(
                "/alarmen", Self.body.replacing("\"aantal\": 1", with: "\"aantal\": 2"))
            let alarms = try await region.read { tx in try tx.runningAlarms().map(\.id) }
            return (first, again, other, alarms, try await region.deliverAll().count)
        }
        #expect(first.status == 201 && again.status == 201)
        #expect(first.headers[.location] == again.headers[.location])
        #expect(first.body.contains("\"staat\":\"loopt\""))
        #expect(first.body.contains("\"tekort\":0"))
        #expect(other.status == 409)
        #expect(other.body.contains("sleutel-bezet"))
        #expect(alarms.count == 1)
        #expect(sent > 0)
    }

    @Test func `what does not exist is told at its place, and nothing is raised`() async throws {
        let (refused, count) = try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("meldkamer")
            let refused = try await client.post(
                "/alarmen", Self.body.replacing("GM0613", with: "GM9999").replacing("OVDBZ", with: "NIETS"))
            return (refused, try await region.read { tx in try tx.runningAlarms().count })
        }
        #expect(refused.status == 409)
        #expect(refused.body.contains("onbekende-gemeente") && refused.body.contains("onbekende-functie"))
        #expect(count == 0)
    }

    @Test func `it is followed by its id, without a name`() async throws {
        let (one, list, forbidden) = try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            let client = try await region.api("meldkamer")
            return (
                try await client.get("/alarmen/\(raised.id)"), try await client.get("/alarmen"),
                try await region.api("auditor").get("/alarmen")
            )
        }
        #expect(one.status == 200 && one.body.contains("\"aanHetWerk\":0"))
        #expect(list.status == 200 && list.body.contains("Brand in een flat."))
        #expect(forbidden.status == 403)
    }
}
