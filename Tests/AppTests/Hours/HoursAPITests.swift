import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct HoursAPITests {
    @Test(arguments: TestEngine.allCases)
    func `hours are read by month and municipality, as the page counts them`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.api("bestuur")
            let year = TestMoments.startDay.parts.year
            let months = try await region.read { tx in
                try tx.capacityMonths(
                    from: try #require(Day(year: year, month: 1, day: 1)), count: 12)
            }
            let rows = try await client.get("/gewerkte-uren?jaar=\(year)")
                .decodedList(MunicipalHoursResource.schema)
            #expect(rows.count == months.map(\.rows.count).reduce(0, +))
            #expect(rows.map(\.minutes).reduce(0, +) == months.map(\.minutes).reduce(0, +))
            #expect(rows.contains { $0.minutes > 0 })
            let present = try await client.get("/gewerkte-uren").decodedList(MunicipalHoursResource.schema)
            #expect(present == rows)
            #expect(try await client.get("/gewerkte-uren?jaar=1999").status == 400)
        }
    }
}
