import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct WhyPageTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))

    @Test(arguments: TestEngine.allCases)
    func `a functionary reads why they do not count, at the moment they ask for`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let start = Amsterdam.instant(Self.week.monday.adding(days: 1), hour: 18)
            let absence = Interval(start, start.adding(minutes: 120))
            try await region.change(as: "functionaris") { try $0.recordAbsence(of: own, during: absence) }
            let client = try await region.client("functionaris")
            let during = try await client.get("/mensen/\(own)/waarom?dag=1-12-2026&tijd=19:00").body
            #expect(during.contains("<h1>Waarom (niet) ik?</h1>"))
            #expect(during.contains("Op di 1 dec 2026, 19.00 uur."))
            #expect(during.contains("Is verhinderd tot di 1 dec 2026, 20.00 uur."))
            let after = try await client.get("/mensen/\(own)/waarom?dag=1-12-2026&tijd=20:00").body
            #expect(!after.contains("Is verhinderd"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who stands on the roster and holds every rule counts`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let line = try await region.line("OGA-REGIO")
            let person = try #require(try await region.fitAndFree(line, Self.week).first)
            let client = try await region.client("bureau")
            let path = "/mensen/\(person.id)/waarom?dag=2026-12-02&tijd=12:00"
            #expect(try await client.get(path).body.contains("Staat niet op het rooster."))
            try await region.change(as: "bureau") {
                try $0.assignDuty(line.code, .backup, Self.week, person: person.id, explanation: "")
            }
            let page = try await client.get(path).body
            #expect(page.contains("telt mee"))
            #expect(page.contains("Omgevingsanalist"))
            #expect(page.contains("Waarom telt \(person.name.full.escaped) (niet) mee?"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the page and the proof give the same reasons`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let week = Interval(TestMoments.start, TestMoments.start.adding(minutes: 28 * 24 * 60))
            let report = try await region.read { tx in try tx.coverageReport(during: week) }
            for gap in report.gaps.prefix(4) {
                let moment = gap.interval.start
                for reason in gap.rosteredReasons where reason.interval.contains(moment) {
                    let clock = Amsterdam.wallClock(at: moment)
                    let visit = try await region.visit(
                        "bureau", parameters: ["id": reason.person.description],
                        query: FormFields([
                            "dag": clock.day.iso,
                            "tijd": "\(twoDigits(clock.hour)):\(twoDigits(clock.minute))",
                        ]))
                    let page = try await region.read { tx in try WhyPage(visit, tx) }
                    #expect(page.moment == moment)
                    #expect(page.answers.flatMap(\.refusals).contains(reason.refusal), "\(gap.line.code)")
                }
            }
        }
    }

    @Test func `only the person and their planners read it`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let municipality = try await region.ownMunicipality()
            let own = try await region.person { $0.municipality == municipality }
            let other = try await region.person { $0.municipality != municipality }
            let allowed = ["bureau": [200, 200], "ambtenaar": [200, 404]]
            for role in Role.allCases {
                let client = try await region.client(role.sampleName)
                let oneself = try await region.signedIn(role.sampleName).person
                for (index, person) in [own, other].enumerated() where person.id != oneself {
                    let answer = try await client.get("/mensen/\(person.id)/waarom")
                    #expect(answer.status == allowed[role.sampleName]?[index] ?? 403, "\(role)")
                }
                if let oneself, role.permissions.contains(.seeOwn) {
                    #expect(try await client.get("/mensen/\(oneself)/waarom").status == 200, "\(role)")
                }
            }
        }
    }

    @Test(arguments: ["dag=gisteren", "dag=31-02-2027", "tijd=12:00", ""])
    func `without a readable day it is about now`(query: String) async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let page = try await region.client("functionaris").get("/mensen/\(own)/waarom?\(query)")
            #expect(page.body.contains("Op ma 23 nov 2026, 10.00 uur."))
        }
    }
}
