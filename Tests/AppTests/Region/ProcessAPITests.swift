import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ProcessAPITests {
    @Test(arguments: TestEngine.allCases)
    func `processes, task organisations and arrangements are read as they are stored`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bestuur")
            let stored = try await region.read { tx in
                (try tx.careProcesses(), try tx.taskOrganisations().map(\.code), try tx.arrangements().count)
            }
            let processes = try await client.get("/processen").decodedList(ProcessResource.schema)
            #expect(!processes.isEmpty)
            #expect(processes.map(\.code) == stored.0.map(\.code))
            #expect(processes.map(\.functions) == stored.0.map(\.functions))
            #expect(processes.contains { $0.arrangement != nil })
            let first = try #require(processes.first)
            let one = try await client.get("/processen/\(first.code)").decoded(ProcessResource.schema)
            #expect(one == first)
            let organisations = try await client.get("/taakorganisaties")
                .decodedList(TaskOrganisationResource.schema)
            #expect(organisations.map(\.code) == stored.1)
            let arrangements = try await client.get("/inrichtingen").decodedList(ArrangementResource.schema)
            #expect(arrangements.count == stored.2)
            #expect(Set(arrangements.map(\.kind)) == [.process, .function])
            let definitions = try await client.get("/definities").decodedList(CareDefinitionResource.schema)
            #expect(!definitions.isEmpty)
        }
    }

    @Test func `a process that is not there is not found`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let answer = try await region.api("bestuur").get("/processen/NIETS")
            #expect(answer.status == 404)
        }
    }
}
