import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct CommitmentRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `a secretary agrees for the own municipality and for no other`(engine: TestEngine) async throws {
        let seen = try await TestRegion.with(engine) { region in
            let secretary = try await region.client("secretaris")
            let own = try await region.ownMunicipality()
            let other = try await region.read { tx in
                try tx.municipalities().first { $0.code != own && $0.successor == nil }?.code
            }
            let before = try await secretary.get("/betrokkenheid").body
            let wrong = try await secretary.post("/betrokkenheid", ["gemeente": own.text, "mensen": "-3"])
            let theirs = try await secretary.post(
                "/betrokkenheid", ["gemeente": other?.text ?? "", "mensen": "3"])
            let agreed = try await secretary.post("/betrokkenheid", ["gemeente": own.text, "mensen": "1999"])
            let after = try await secretary.get("/betrokkenheid").body
            return (before, wrong, theirs.status, agreed.status, after)
        }
        #expect(seen.0.contains("niet vastgesteld"))
        #expect(seen.1.status == 422 && seen.1.body.contains("van 0 tot en met 2.000"))
        #expect(seen.2 == 422 && seen.3 == 303)
        #expect(seen.4.contains("1999") && seen.4.contains("levert minder dan is afgesproken"))
    }

    @Test(arguments: TestEngine.allCases)
    func `what nobody established is not said to be given`(engine: TestEngine) async throws {
        let page = try await TestRegion.with(engine) { region in
            let own = try await region.ownMunicipality()
            let official = try await region.client("ambtenaar")
            _ = try await official.get("/uren")
            _ = try await official.post(
                "/uren", ["uren": "24", "gemeente": own.text, "dag": "1-10-2026"])
            return try await region.client("secretaris").get("/betrokkenheid").body
        }
        #expect(page.contains("levert de afgesproken uren; hoeveel mensen is niet vastgesteld"))
        #expect(!page.contains("levert wat is afgesproken"))
    }
}
