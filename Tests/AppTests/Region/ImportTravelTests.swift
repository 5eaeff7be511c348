import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ImportTravelTests {
    private func file(_ region: TestRegion, _ rows: [String]) async throws -> TravelFile {
        let text = (["van;naar;minuten"] + rows).joined(separator: "\n")
        return try await region.read { tx in
            TravelFile.read(bytes: Array(text.utf8), municipalities: try tx.municipalities())
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `coverage reckons with a new travel time at once`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let week = Interval(TestRegion.now, TestRegion.now.adding(minutes: 7 * 24 * 60))
            let before = try await region.read { tx in try tx.coverageReport(during: week).coverage.figures }
            // Nobody reaches the coordination centre in time any more.
            let rows = try await region.read { tx in
                try tx.municipalities().map { "\($0.code);GM0599;240" }
            }
            let file = try await file(region, rows)
            let outcome = try await region.change(as: "bureau") { change in
                try change.importTravel(file, source: "Routeplanner, november 2026")
            }
            #expect(outcome.changed == 16)
            let after = try await region.read { tx in try tx.coverageReport(during: week).coverage.figures }
            #expect(after.coveredMinutes < before.coveredMinutes / 2)
            let times = try await region.read { tx in try tx.travelTimes() }
            let established = times.filter { $0.value.status == .established }
            #expect(established.count == 16)
            #expect(
                established.values.allSatisfy {
                    $0.source == "Routeplanner, november 2026" && $0.minutes == 240
                })
            #expect(times.count == 256)
            let records = try await region.records(of: "travel.changed")
            #expect(records.count == 16)
            #expect(records.allSatisfy { $0.before?.contains("assumption") == true })
        }
    }

    @Test func `what is on record already is unchanged`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let file = try await file(region, ["Schiedam;Rotterdam;14"])
            for expected in [(1, 0), (0, 1)] {
                let outcome = try await region.change(as: "bureau") { change in
                    try change.importTravel(file, source: "Routeplanner")
                }
                #expect((outcome.changed, outcome.unchanged) == expected)
            }
        }
    }
}
