import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PlanAPITests {
    @Test(arguments: TestEngine.allCases)
    func `a plan is read with its parts and what was worked for them`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bestuur")
            let plans = try await client.get("/plannen").decodedList(PlanResource.schema)
            let first = try #require(plans.first)
            let (content, worked) = try await region.read { tx in
                (try #require(try tx.planContent(first.id)), try tx.minutesWorked(for: first.id))
            }
            #expect(try await client.get("/plannen/\(first.id)").decoded(PlanResource.schema) == first)
            #expect(first == PlanResource(content.plan))
            let parts = try await client.get("/plannen/\(first.id)/onderdelen")
                .decodedList(PlanPartResource.schema)
            #expect(parts.map(\.id) == content.parts.map(\.id))
            #expect(Set(parts.map(\.kind)).contains(.subActivity))
            #expect(parts.allSatisfy { ($0.activity == nil) == ($0.kind != .subActivity) })
            let minutes = parts.compactMap(\.activity?.minutesWorked).reduce(0, +)
            #expect(minutes == worked.values.reduce(0, +))
        }
    }

    @Test func `a role that does not see plans reads none`() async throws {
        try await TestRegion.with(.sqlite) { region in
            #expect(try await region.api("bureau", scopes: [.readRegion]).get("/plannen").status == 403)
            let answer = try await region.api("bureau").get("/plannen/01a13951-0000-7000-8000-000000000000")
            #expect(answer.status == 404)
        }
    }
}
