import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AgreementAPITests {
    @Test(arguments: TestEngine.allCases)
    func `agreements, who took them over, and promises are read as they are stored`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bestuur")
            let (agreements, promises) = try await region.read { tx in
                (try tx.agreements(), try tx.promises())
            }
            let list = try await client.get("/afspraken").decodedList(AgreementResource.schema)
            #expect(!list.isEmpty)
            #expect(list == agreements.map(AgreementResource.init))
            let first = try #require(list.first)
            let one = try await client.get("/afspraken/\(first.id)").decoded(AgreementResource.schema)
            #expect(one == first)
            let rows = try await client.get("/afspraken/\(first.id)/overnames")
                .decodedList(AdoptionResource.schema)
            let page = try await region.client("bestuur").get("/afspraken/\(first.id)").body
            #expect(page.contains("\(rows.count { $0.standing == .adopted }) van \(rows.count) "))
            #expect(rows.allSatisfy { ($0.version == nil) == ($0.standing == .notYet) })
            let promised = try await client.get("/toezeggingen").decodedList(PromiseResource.schema)
            #expect(!promised.isEmpty)
            #expect(promised == promises.map(PromiseResource.init))
        }
    }

    @Test func `without the scope nothing is read, and what is not there is not found`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let other = try await region.api("bestuur", scopes: [.readRegion])
            #expect(try await other.get("/afspraken").status == 403)
            let client = try await region.api("bestuur")
            let answer = try await client.get("/afspraken/01a13951-0000-7000-8000-000000000000/overnames")
            #expect(answer.status == 404)
        }
    }
}
