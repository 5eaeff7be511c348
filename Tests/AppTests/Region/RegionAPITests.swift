import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct RegionAPITests {
    @Test(arguments: TestEngine.allCases)
    func `region, municipalities, functions, districts and travel are read as they are stored`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bestuur")
            #expect(try await client.get("/regio").decoded(RegionResource.schema).code == Code("VR17"))
            let all = try await client.get("/gemeenten").decodedList(MunicipalityResource.schema)
            let stored = try await region.read { tx in try tx.municipalities() }
            #expect(all.map(\.code) == stored.map(\.code))
            let today = try await client.get("/gemeenten?bestaatOp=2026-11-23").decodedList(
                MunicipalityResource.schema)
            let day = try #require(Day(iso: "2026-11-23"))
            #expect(today.map(\.code) == stored.filter { $0.exists(on: day) }.map(\.code))
            let one = try await client.get("/gemeenten/GM0599").decoded(MunicipalityResource.schema)
            #expect(all.contains(one))
            let functions = try await client.get("/crisisfuncties").decodedList(FunctionResource.schema)
            #expect(functions.map(\.code) == (try await region.read { tx in try tx.functions() }.map(\.code)))
            let function = try await client.get("/crisisfuncties/OVDBZ").decoded(FunctionResource.schema)
            #expect(functions.contains(function))
            #expect(functions.contains { !$0.aliases.isEmpty })
            let districts = try await client.get("/piketregios").decodedList(DistrictResource.schema)
            #expect(districts.allSatisfy { !$0.municipalities.isEmpty })
            let travel = try await client.get("/reistijden?vertrek=GM0599").decodedList(TravelResource.schema)
            #expect(travel.count == stored.count)
            #expect(travel.allSatisfy { $0.origin == Code("GM0599") })
        }
    }

    @Test func `a day that does not exist is told`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let answer = try await region.api("bestuur").get("/gemeenten?bestaatOp=2026-02-30")
            #expect(answer.status == 400)
            #expect(try answer.faultPlaces == ["bestaatOp"])
        }
    }
}
