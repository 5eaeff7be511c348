import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ImportPopulationTests {
    private static let table = """
        "RegioS";"Perioden";"BevolkingOp1Januari_1"
        "GM0606";"2020JJ00";"78730"
        "GM0599";"2020JJ00";"651158"
        "GM0606";"2026JJ00";"83000"
        "GM0363";"2026JJ00";"930000"
        """

    private func file(_ region: TestRegion, date: Day? = nil) async throws -> PopulationFile {
        try await region.read { tx in
            PopulationFile.read(
                bytes: Array(Self.table.utf8), date: date, municipalities: try tx.municipalities())
        }
    }

    @Test(arguments: TestEngine.allCases)
    func
        `an official table replaces the status, adds a reference date, and the old figure stays in the journal`(
            engine: TestEngine
        ) async throws
    {
        try await TestRegion.with(engine) { region in
            let file = try await file(region)
            let outcome = try await region.change(as: "bureau") { change in
                try change.importPopulation(file, source: "CBS StatLine 03759ned")
            }
            #expect((outcome.created, outcome.changed, outcome.unchanged) == (1, 2, 0))
            let history = try await region.read { tx in try tx.populationHistory() }
            let schiedam = history.filter { $0.municipality.text == "GM0606" }.map(\.population)
            #expect(schiedam.map(\.inhabitants) == [83000, 78730])
            #expect(schiedam.allSatisfy { $0.status == .established && $0.source == "CBS StatLine 03759ned" })
            let others = history.filter { $0.municipality.text == "GM0622" }.map(\.population.status)
            #expect(others == [.unconfirmed])
            let latest = try await region.read { tx in try tx.latestPopulations()[Code("GM0606")] }
            #expect(latest?.inhabitants == 83000)
            let records = try await region.records(of: "population.changed")
            #expect(records.count == 3)
            #expect(records.contains { $0.objectID == "GM0599" && $0.before?.contains("651157") == true })
            let again = try await region.change(as: "bureau") { change in
                try change.importPopulation(file, source: "CBS StatLine 03759ned")
            }
            #expect((again.created, again.changed, again.unchanged) == (0, 0, 3))
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `looking changes nothing, and only the regional office may write`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let before = try await region.recordCount()
            let file = try await file(region, date: Day(iso: "2020-01-01"))
            let preview = try await region.read { tx in try tx.populationPreview(file, source: "CBS") }
            #expect(preview.changed == 2)
            #expect(!preview.isApplied)
            for name in ["ambtenaar", "secretaris", "bestuur"] {
                await #expect(throws: WebFailure.forbidden) {
                    try await region.change(as: name) { change in
                        _ = try change.importPopulation(file, source: "CBS")
                    }
                }
            }
            #expect(try await region.recordCount() == before)
        }
    }
}
