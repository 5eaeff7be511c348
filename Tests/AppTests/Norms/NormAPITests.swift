import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct NormAPITests {
    @Test(arguments: TestEngine.allCases)
    func `every norm is told with its history, or those of one day`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bestuur")
            let all = try await client.get("/normen").decodedList(NormResource.schema)
            let stored = try await region.read { tx in try tx.normSet().norms }
            #expect(all.count == stored.count)
            #expect(Set(all.map(\.code)) == Set(stored.map(\.code)))
            let day = try await client.get("/normen?geldtOp=2026-11-23").decodedList(NormResource.schema)
            #expect(day.allSatisfy(all.contains))
            #expect(!day.isEmpty)
        }
    }
}
