import Domain
import Simulation
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct SimulationRequestTests {
    private static func usual() async throws -> (request: SimulationRequest, pool: StaffingPool) {
        try await TestRegion.with(.sqlite) { region in
            try await region.application.usualSimulation(from: nil, days: 2, with2019: false)
        }
    }

    @Test func `2019 comes first, with the lines of then among the municipalities of now`() async throws {
        var (request, pool) = try await Self.usual()
        let names = request.designs.map(\.name)
        let isKnown = try request.addYear2019(of: Code("VR17"), pool)
        #expect(isKnown)
        #expect(request.designs.map(\.name) == ["Zoals in 2019"] + names)
        #expect(request.designs[request.focus].sharing == .regional)
        guard case .byFunction(let all) = request.designs[0].sharing else {
            Issue.record("2019 is niet per functie ingedeeld")
            return
        }
        #expect(all.map(\.function) == pool.functions.map(\.code))
        let served = all.flatMap(\.parts).flatMap { $0 }
        #expect(Set(served).isSubset(of: Set(pool.municipalities)))
        let officers = try #require(all.first { $0.function.text == "OVDBZ" })
        #expect(officers.parts.count > 5)
        #expect(officers.parts.contains { $0.count > 1 } && officers.parts.contains { $0.count == 1 })
    }

    @Test func `of a region whose past is unknown nothing is made up`() async throws {
        var (request, pool) = try await Self.usual()
        let before = request
        let isKnown = try request.addYear2019(of: Code("VR07"), pool)
        #expect(!isKnown && request == before)
    }
}
