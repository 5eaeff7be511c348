import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct RosterYearPageTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14))
    private static let line = Code<DutyLine>("OGA-REGIO")

    @Test(arguments: TestEngine.allCases)
    func `an emptied place shows as a week without a first, in picture, list and heading`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            try await region.change(as: "bureau") { change in
                try change.assignDuty(Self.line, .first, Self.week, person: nil, explanation: "")
            }
            let client = try await region.client("bureau")
            let year = try await client.get("/rooster/jaar")
            #expect(year.status == 200)
            #expect(year.body.contains("week \(Self.week.monday.weekNumber)"))
            #expect(year.body.contains("eerste niemand"))
            #expect(year.body.contains("Als lijst"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `pools, hours, versions and last night have their pages`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let pools = try await client.get("/rooster/groepen")
            #expect(pools.body.contains("Wie draagt wie"))
            let hours = try await client.get("/rooster/uren?jaar=2027")
            #expect(hours.body.contains("niet vastgesteld"))
            let versions = try await client.get("/rooster/versies")
            #expect(versions.body.contains("gepubliceerd"))
            let night = try await client.get("/rooster/vannacht")
            #expect(night.body.contains("Vannacht was niemand"))
        }
    }

    @Test func `hours of a municipality are those of its people, and an amount makes an allowance`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let code = try await region.ownMunicipality()
            try await region.change(as: "bureau") { change in
                try change.saveNorm(
                    NormProposal(
                        code: .dutyAllowance, subject: .municipality(code), value: 100,
                        status: .regionalDecision, source: "Besluit", confirmedBy: "College",
                        validFrom: TestMoments.startDay, validTo: nil),
                    after: try change.tx.normSet().norms.last?.sequence ?? 0)
            }
            let visit = try await region.visit("bureau", "/rooster/uren", query: FormFields(["jaar": "2027"]))
            let (page, names, minutes) = try await region.read { tx in
                let people = Set(try tx.functionaries().filter { $0.municipality == code }.map(\.id))
                let first = Amsterdam.startOfDay(try #require(Day(year: 2027, month: 1, day: 1)))
                let next = Amsterdam.startOfDay(try #require(Day(year: 2028, month: 1, day: 1)))
                let year = Interval(first, next)
                let minutes = try tx.duties(during: year).filter { people.contains($0.person) }.reduce(0) {
                    $0 + $1.duty.interval.clamped(to: year).minutes
                }
                return (try DutyHoursPage(visit, tx), try tx.municipalityNames(), minutes)
            }
            let row = try #require(page.rows.first { $0.municipality == names[code] })
            #expect(row.minutes == minutes)
            #expect(row.minutes > 0)
            let allowance = try #require(row.allowance)
            // A hundred euros a week; each duty is rounded down to whole cents.
            #expect(abs(allowance.cents - Int64(minutes) * 10_000 / 10_080) < 100)
        }
    }
}
