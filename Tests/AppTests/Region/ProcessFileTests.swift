import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ProcessFileTests {
    @Test(arguments: TestEngine.allCases, ShippedRegions.codes)
    func `every region ships with a definition, processes with functions, and a task organisation for each`(
        engine: TestEngine, code: String
    ) async throws {
        try await engine.withStorage { storage in
            try await storage.change(by: .command("region load"), at: TestMoments.start, randomness: .system)
            {
                try $0.loadRegion(code)
            }
            try await storage.read { tx in
                #expect(try tx.careDefinitions().count == 1)
                let organisations = Set(try tx.taskOrganisations().map(\.code))
                #expect(organisations.count >= 3)
                let arrangements = try tx.arrangements(on: TestMoments.startDay)
                let functions = try tx.functions()
                for process in try tx.careProcesses() {
                    #expect(!process.functions.isEmpty, "\(process.code)")
                    let arrangement = try #require(arrangements[.process(process.code)])
                    if let carrier = arrangement.taskOrganisation {
                        #expect(organisations.contains(carrier), "\(process.code)")
                    }
                }
                for function in functions {
                    #expect(arrangements[.function(function.code)] != nil, "\(function.code)")
                    #expect(try tx.calledWhen(function.code) != nil, "\(function.code)")
                }
            }
        }
    }

    @Test
    func
        `Gelderland-Midden has the three task organisations of its own design, Zuid-Holland Zuid calls one otherwise`()
        throws
    {
        let file = try ShippedRegions.processes()
        #expect(
            file.taskOrganisations(of: Code("VR07")).map(\.name) == [
                "Crisiscommunicatie", "Acute Bevolkingszorg", "(Preparatie) Nafase",
            ])
        #expect(file.taskOrganisations(of: Code("VR18")).map(\.name).contains("Publieke Zorg"))
        #expect(file.carrier(Code("INFORMATIE"), in: Code("VR07"))?.text == "ACUTE_BEVOLKINGSZORG")
        #expect(file.carrier(nil, in: Code("VR07")) == nil)
    }

    @Test func `in 2019 what is regional in the pooled design is local`() async throws {
        let levels = try await TestEngine.sqlite.withStorage { storage in
            try await storage.change(by: .command("sample"), at: TestMoments.start, randomness: .system) {
                try $0.loadRegion("VR17", situation: .year2019)
            }
            return try await storage.read { tx in
                try tx.arrangements(on: TestMoments.startDay).mapValues(\.level)
            }
        }
        #expect(levels[.process(Code("OPVANG"))] == .local)
        #expect(levels[.function(Code("ACBZ"))] == .regional)
        #expect(levels[.function(Code("OGA"))] == .local)
    }
}
