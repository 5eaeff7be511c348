import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct KeptAnswerTests {
    private func body(_ number: String) -> String {
        #"{"gemeente":"GM0599","personeelsnummer":"\#(number)","voornaam":"Noor","achternaam":"Zilverspar"}"#
    }

    @Test(arguments: TestEngine.allCases)
    func `the same request with the same key is done once and answered twice`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let first = try await client.post("/functionarissen", body("90001"), key: "a-1")
            #expect(first.status == 201)
            let count = try await region.recordCount()
            let second = try await client.post("/functionarissen", body("90001"), key: "a-1")
            #expect(second.status == 201)
            #expect(second.body == first.body)
            #expect(second.location == first.location)
            #expect(second.tag == first.tag)
            #expect(second.headers[.apiVersion] == API.version)
            #expect(try await region.recordCount() == count)
        }
    }

    @Test func `a key belongs to one request of one account, for a day`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let clock = TestClock()
            let timed = region.with(clock)
            let client = try await timed.api("bureau")
            #expect(try await client.post("/functionarissen", body("90001"), key: "a-1").status == 201)
            let reused = try await client.post("/functionarissen", body("90002"), key: "a-1")
            #expect(reused.status == 422)
            #expect(try reused.problem == "sleutel-hergebruikt")
            let other = try await timed.api("ambtenaar")
            let own = try await region.ownMunicipality().text
            let ownBody = body("90003").replacing("GM0599", with: own)
            #expect(try await other.post("/functionarissen", ownBody, key: "a-1").status == 201)
            let bad = try await client.post("/functionarissen", body("90004"), key: "met spatie")
            #expect(bad.status == 400)
            #expect(try bad.faultPlaces == ["Idempotency-Key"])
            clock.advance(minutes: 13 * 60)
            #expect(try await client.post("/functionarissen", body("90001"), key: "a-1").status == 201)
        }
    }

    @Test func `what was refused is not kept, and what is kept is forgotten after a day`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.api("bureau")
            #expect(try await client.post("/functionarissen", body("90001"), key: "a").status == 201)
            #expect(try await client.post("/functionarissen", body("90001"), key: "b").status == 409)
            let before = try await region.read { tx in
                try tx.rows("SELECT idempotency_key FROM kept_answer").count
            }
            #expect(before == 1)
            let later = TestRegion.now.adding(minutes: KeptAnswer.minutesMax)
            try await region.storage.change(by: .background("nacht"), at: later, randomness: .system) {
                change in
                try change.forgetKeptAnswers()
            }
            let after = try await region.read { tx in
                try tx.rows("SELECT idempotency_key FROM kept_answer").count
            }
            #expect(after == 0)
        }
    }
}
