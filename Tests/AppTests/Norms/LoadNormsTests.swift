import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct LoadNormsTests {
    @Test(arguments: TestEngine.allCases)
    func `a region begins with the norms that ship, read back as they were`(engine: TestEngine) async throws {
        let (set, expected) = try await TestRegion.with(engine) { region in
            (try await region.read { tx in try tx.normSet() }, try ShippedNorms.rows(for: Code("VR17")))
        }
        #expect(set.norms.count == expected.count)
        for row in expected {
            let at = Amsterdam.startOfDay(row.validFrom ?? TestMoments.startDay)
            let norm = try #require(set.norm(of: row.code, for: row.subject, at: at))
            #expect(norm.value == row.value)
            #expect(norm.status == row.status)
            #expect(norm.source == row.source)
            #expect(norm.confirmedBy.isEmpty)
        }
        #expect(set.value(of: .certificateValidity, at: TestRegion.now) == nil)
        #expect(set.value(of: .planProjectCost, at: TestRegion.now) == nil)
        #expect(set.value(of: .planHours, for: .municipality(Code("GM0599")), at: TestRegion.now) == 8)
        #expect(set.value(of: .response, for: .function(Code("OVDBZ")), at: TestRegion.now) == 30)
    }

    @Test(arguments: TestEngine.allCases)
    func `a norm that is new in a version is added once and leaves the others alone`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let before = try await region.read { tx in try tx.normSet().norms }
            let gone: [NormCode] = [.alarmWave, .planHours]
            try await region.storage.write { tx in
                try tx.execute("DELETE FROM norm WHERE code IN (\(list: gone.map(\.rawValue)))")
            }
            try await region.application.loadMissingNorms()
            try await region.application.loadMissingNorms()
            let after = try await region.read { tx in try tx.normSet() }
            #expect(after.norms.count == before.count)
            #expect(after.value(of: .alarmWave, at: TestRegion.now) == 5)
            let records = try await region.records(of: "norms.loaded")
            #expect(records.map(\.after) == ["{\"normen\":2}"])
        }
    }

    @Test func `an empty database gets no norms before it has a region`() async throws {
        try await TestEngine.sqlite.withStorage { storage in
            try await storage.change(by: .background("norms"), at: TestRegion.now, randomness: .system) {
                try $0.loadMissingNorms()
            }
            #expect(try await storage.read { tx in try tx.normSet().norms.isEmpty })
            #expect(try await verifyJournal(storage).recordCount == 0)
        }
    }
}
