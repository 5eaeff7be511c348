import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct CardAPITests {
    @Test(arguments: TestEngine.allCases)
    func `a card tells its sections, who checked them and who holds which office`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bureau")
            let cards = try await client.get("/gemeentekaarten").decodedList(CardSummaryResource.schema)
            #expect(cards.count > 1)
            let code = try #require(cards.first?.municipality)
            let card = try await client.get("/gemeentekaarten/\(code)").decoded(CardResource.schema)
            #expect(card.municipality == code)
            #expect(card.sections.map(\.section) == CardSection.allCases)
            let stored = try await region.read { tx in try tx.officials(of: code) }
            #expect(card.officials.map(\.name) == stored.map(\.name))
        }
    }

    @Test func `a card of another municipality and one that does not exist are not for everybody`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let office = try await region.api("bureau")
            #expect(try await office.get("/gemeentekaarten/GM9999").status == 404)
            let own = try await region.api("secretaris")
            let cards = try await own.get("/gemeentekaarten").decodedList(CardSummaryResource.schema)
            let all = try await office.get("/gemeentekaarten").decodedList(CardSummaryResource.schema)
            let mine = cards.map(\.municipality)
            for other in all where !mine.contains(other.municipality) {
                let answer = try await own.get("/gemeentekaarten/\(other.municipality)")
                // As with every route outside somebody's scope: not even that it exists.
                #expect(answer.status == 404)
            }
        }
    }

    @Test func `private numbers ask for a scope of their own`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let officials = try await region.read { tx in try tx.officials() }
            let hidden = try #require(officials.first { $0.isPrivate && $0.phone != nil })
            let path = "/gemeentekaarten/\(hidden.municipality)"
            let bare = try await region.api("bureau", scopes: [.readRegion])
            let withoutNumbers = try await bare.get(path).decoded(CardResource.schema)
            #expect(withoutNumbers.officials.filter(\.isPrivate).allSatisfy { $0.phone == nil })
            let whole = try await region.api("bureau", scopes: [.readRegion, .readPersonal])
            let withNumbers = try await whole.get(path).decoded(CardResource.schema)
            #expect(withNumbers.officials.contains { $0.phone == hidden.phone?.e164 })
        }
    }
}
