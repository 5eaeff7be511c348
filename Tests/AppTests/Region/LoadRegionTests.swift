import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct LoadRegionTests {
    private func load(_ code: String, into storage: Storage) async throws {
        try await storage.change(by: .command("region load"), at: TestMoments.start, randomness: .system) {
            try $0.loadRegion(code)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `Rotterdam-Rijnmond has thirteen municipalities today, and the fifteen of 2020 in its history`(
        engine: TestEngine
    ) async throws {
        let municipalities = try await engine.withStorage { storage in
            try await load("VR17", into: storage)
            return try await storage.read { tx in try tx.municipalities() }
        }
        let day2020 = try #require(Day(iso: "2020-01-01"))
        let (now, then) = (
            municipalities.filter { $0.exists(on: TestMoments.startDay) },
            municipalities.filter { $0.exists(on: day2020) }
        )
        #expect(now.count == 13)
        #expect(then.count == 15)
        let merged = municipalities.filter { $0.successor != nil }
        #expect(Set(merged.map(\.name)) == ["Brielle", "Hellevoetsluis", "Westvoorne"])
        for old in merged {
            #expect(old.successor?.text == "GM1992")
            #expect(old.validThrough?.iso == "2022-12-31")
        }
        let new = try #require(municipalities.first { $0.code.text == "GM1992" })
        #expect(new.name == "Voorne aan Zee")
        #expect(new.validFrom?.iso == "2023-01-01")
    }

    @Test(arguments: TestEngine.allCases)
    func `the fifteen of 2020 have 1,323,434 inhabitants together, with a source and a status`(
        engine: TestEngine
    )
        async throws
    {
        try await engine.withStorage { storage in
            try await load("VR17", into: storage)
            let rows = try await storage.read { tx in
                try tx.rows("SELECT inhabitants, reference_date, source, status FROM population").map {
                    (
                        try $0.integer("inhabitants"), try $0.text("reference_date"), try $0.text("source"),
                        try $0.text("status")
                    )
                }
            }
            #expect(rows.count == 15)
            #expect(rows.map(\.0).reduce(0, +) == 1_323_434)
            #expect(rows.allSatisfy { $0.1 == "2020-01-01" && !$0.2.isEmpty && !$0.3.isEmpty })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a database holds one region`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await load("VR17", into: storage)
            for code in ["VR17", "VR18"] {
                await #expect(throws: LoadRegionFault.alreadyLoaded("VR17")) {
                    try await load(code, into: storage)
                }
            }
            #expect(try await verifyJournal(storage).recordCount == 1)
            #expect(try await storage.read { tx in try tx.municipalities().count } == 16)
        }
    }

    @Test func `a region that does not ship is refused and leaves nothing behind`() async throws {
        try await TestEngine.sqlite.withStorage { storage async throws in
            await #expect(throws: LoadRegionFault.unknownRegion("VR99")) {
                try await load("VR99", into: storage)
            }
            #expect(try await storage.read { tx in try tx.functions().isEmpty })
            #expect(try await verifyJournal(storage).recordCount == 0)
        }
    }

    @Test(arguments: TestEngine.allCases, ShippedRegions.codes)
    func `every shipped region loads with lines that can be served`(engine: TestEngine, code: String)
        async throws
    {
        try await engine.withStorage { storage in
            try await load(code, into: storage)
            try await storage.read { tx in
                let region = try #require(try tx.region())
                #expect(region.code.text == code)
                let municipalities = try tx.municipalities()
                #expect(municipalities.contains { $0.code == region.coordinationCentre })
                let lines = try tx.lines()
                #expect(lines.count >= 10)
                let functions = Dictionary(grouping: try tx.functions(), by: \.code)
                let travel = try tx.travelMinutes()
                for line in lines {
                    let function = try #require(functions[line.function]?.first)
                    let district = try #require(try tx.districts().first { $0.code == line.district })
                    let served = try tx.municipalities(of: district.code, on: TestMoments.startDay)
                    #expect(!served.isEmpty, "\(line.code)")
                    let minutes = served.compactMap {
                        travel.minutes(from: $0, to: function, in: district, of: region)
                    }
                    #expect(minutes.count == served.count, "\(line.code)")
                    #expect(
                        minutes.contains { $0 <= line.responseMinutesMax(at: TestMoments.start) ?? .max },
                        "\(line.code)")
                }
            }
        }
    }

    @Test func `travel is known between all, none at home, and an assumption`() async throws {
        try await TestEngine.sqlite.withStorage { storage in
            try await load("VR17", into: storage)
            let rows = try await storage.read { tx in
                try tx.rows("SELECT origin, destination, minutes, status FROM travel").map {
                    (
                        try $0.text("origin"), try $0.text("destination"), try $0.integer("minutes"),
                        try $0.text("status")
                    )
                }
            }
            #expect(rows.count == 16 * 16)
            #expect(rows.allSatisfy { $0.3 == "assumption" })
            let far = rows.filter { $0.0 != $0.1 }
            #expect(far.allSatisfy { $0.2 > 0 && $0.2 < 120 })
        }
    }
}
