import Domain
import TestSupport
import Testing
import Web

@testable import App

/// Reasons about a person are visible to that person and the planner; others see counts and "niet inzetbaar"
/// (spec P6).
@Suite struct CoveragePagesTests {
    /// The addresses of the proof: the year, every line's next two weeks, and the first gaps.
    private func paths(_ region: TestRegion) async throws -> [String] {
        let year = Interval(TestMoments.start, Amsterdam.startOfDay(TestMoments.startDay.adding(days: 364)))
        return try await region.read { tx in
            let lines = try tx.lines().map(\.code.text)
            let weeks = lines.flatMap { line in
                [0, 7].map { "/bezetting/\(line)/\(TestMoments.startDay.adding(days: $0).iso)" }
            }
            let gaps = try tx.coverageReport(during: year).gaps.prefix(20).map { gap in
                "/bezetting/\(gap.line.code)/\(Amsterdam.day(at: gap.interval.start).monday.iso)"
            }
            return ["/bezetting", "/bezetting?van=2027-03-01"] + weeks + gaps
        }
    }

    private func surnames(_ region: TestRegion, except name: String) async throws -> Set<String> {
        let own = try await region.signedIn(name).displayName
        return Set(try await region.people().map(\.name.surname)).filter { !own.contains($0) }
    }

    @Test(arguments: [
        "bestuur", "ambtenaar", "secretaris", "burgemeester", "portefeuillehouder", "coordinerend",
    ])
    func `the proof names nobody to who is not the planner`(name: String) async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client(name)
            let surnames = try await surnames(region, except: name)
            var mentionsGaps = false
            for path in try await paths(region) {
                let answer = try await client.get(path)
                #expect(answer.status == 200, "\(path)")
                let named = PrivacyReading(page: answer.body).words.intersection(surnames)
                #expect(named.isEmpty, "\(path): \(named)")
                #expect(!answer.body.contains("href=\"/mensen/"), "\(path)")
                for reason in ["Is verhinderd tot", "Het certificaat", "basiscertificaat"] {
                    #expect(!answer.body.contains(reason), "\(path): \(reason)")
                }
                mentionsGaps = mentionsGaps || answer.body.contains("niet inzetbaar")
            }
            #expect(mentionsGaps)
        }
    }

    @Test func `whoever may not open the roster gets no links into it`() async throws {
        try await TestRegion.with(.sqlite) { region in
            for name in ["bestuur", "portefeuillehouder", "bureau"] {
                let page = try await region.client(name).get("/bezetting").body
                #expect(page.contains("href=\"/rooster/lijn/") == (name == "bureau"), "\(name)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the planner reads who, and why`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let page = try await client.get("/bezetting").body
            let surnames = try await surnames(region, except: "bureau")
            #expect(!PrivacyReading(page: page).words.isDisjoint(with: surnames))
            let year = Interval(
                TestMoments.start, Amsterdam.startOfDay(TestMoments.startDay.adding(days: 364)))
            let report = try await region.read { tx in try tx.coverageReport(during: year) }
            let first = try #require(
                report.gaps.sorted { $0.interval.start < $1.interval.start }
                    .first { !$0.rosteredReasons.isEmpty })
            let reason = try #require(first.rosteredReasons.first)
            let name = try #require(report.people[reason.person]?.name.full)
            #expect(page.contains(name.escaped))
            #expect(page.contains(reason.sentence.escaped))
            #expect(page.contains(Dutch.period(first.interval)))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the year has a cell for every line and week, each a link with words, and a table beside it`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let page = try await region.client("bestuur").get("/bezetting").body
            let cells = page.matches(of: /<a href="\/bezetting\/[A-Z-]+\/[0-9-]+"[^>]* aria-label="([^"]+)">/)
            #expect(cells.count == 11 * 52)
            #expect(cells.allSatisfy { $0.output.1.contains(", week ") && $0.output.1.contains("ezet") })
            let rows = page.matches(of: /<th scope="row" data-label="Lijn">[^<]/)
            #expect(rows.count == 11)
        }
    }

    @Test func `the page tells the three figures as the report has them, and promises nothing`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let page = try await region.client("bestuur").get("/bezetting").body
            let year = Interval(
                TestMoments.start, Amsterdam.startOfDay(TestMoments.startDay.adding(days: 364)))
            let figures = try await region.read { tx in
                try tx.coverageReport(during: year).coverage.figures
            }
            for minutes in [figures.rosteredMinutes, figures.coveredMinutes, figures.oneOutMinutes] {
                let share = Dutch.percentage(minutes, of: figures.minutes)
                #expect(page.contains("<strong>\(share)</strong>"), "\(share)")
            }
            #expect(page.contains("volgens rooster bezet"))
            #expect(!page.folded.contains("garan"))
        }
    }

    @Test(arguments: ["XX-REGIO/2026-11-23", "OGA-REGIO/maandag", "OGA-REGIO/2026-02-31"])
    func `a line or week that is not there is a page of its own`(what: String) async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            #expect(try await region.client("bestuur").get("/bezetting/\(what)").status == 404)
        }
    }

    @Test func `a week that the clock cuts short has an hour less`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let monday = try #require(Day(iso: "2027-03-22"))
            try await region.change(as: "bureau") { change in
                for slot in DutySlot.allCases {
                    try change.assignDuty(
                        Code("OGA-REGIO"), slot, DutyPeriod(weekOf: monday), person: nil, explanation: "")
                }
            }
            let client = try await region.client("bestuur")
            let page = try await client.get("/bezetting/OGA-REGIO/2027-03-22").body
            #expect(page.contains("6 dagen en 11 uur onbezet in week 12"))
            #expect(page.contains("Niemand staat op het rooster."))
        }
    }
}
