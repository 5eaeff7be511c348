import Domain
import Logging
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct LocalOrganisationTests {
    private func sample<Result: Sendable>(
        _ situation: SampleSituation, start: Day = TestMoments.startDay, engine: TestEngine = .sqlite,
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await engine.withStorage { storage in
            let application = Application(
                storage: storage, logger: Logger(label: "test"), now: { TestMoments.start },
                randomness: { .system }, passwordCost: .cheapest)
            _ = try await application.makeSample(
                SampleRequest(seed: 1, region: "VR17", start: start, situation: situation))
            return try await storage.read(body)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `in 2019 municipalities have lines of their own, share some, and leave functions out`(
        engine: TestEngine
    )
        async throws
    {
        let (lines, districts, functions) = try await sample(.year2019, engine: engine) { tx in
            (try tx.lines(), try tx.districts(), try tx.functions())
        }
        #expect(lines.count == 52)
        let byDistrict = Dictionary(grouping: lines, by: \.district).mapValues(\.count)
        #expect(byDistrict[Code("GM0599")] == 8)
        #expect(byDistrict[Code("GM0542")] == 1)
        #expect(byDistrict[Code("BAR")] == 5)
        #expect(Set(lines.filter { $0.district.text == "REGIO" }.map(\.function.text)) == ["ACBZ", "ACCROT"])
        #expect(districts.filter { $0.meetingPlace == nil }.map(\.code.text) == ["REGIO"])
        #expect(functions.count > 20)
    }

    @Test func `as many people as in the pooled sample, of whom far more without a known certificate`()
        async throws
    {
        func figures(_ situation: SampleSituation) async throws -> (
            people: Int, unknown: Int, byFunction: [String: Int]
        ) {
            try await sample(situation) { tx in
                let people = try tx.functionaries()
                let papers = Set(try tx.certificates().map(\.person))
                let designations = Dictionary(grouping: try tx.designations(), by: \.function.text).mapValues(
                    \.count)
                return (people.count, people.count { !papers.contains($0.id) }, designations)
            }
        }
        let (pooled, local) = (try await figures(.pooled), try await figures(.year2019))
        #expect(pooled.people == local.people)
        #expect(local.unknown > pooled.unknown * 3)
        for (function, count) in pooled.byFunction where !["GS", "ARB", "MDWO"].contains(function) {
            #expect(abs(count - (local.byFunction[function] ?? 0)) < 15, "\(function)")
        }
    }

    @Test func `the proof shows what the board found: fewer lines covered, and hardly one that bears a loss`()
        async throws
    {
        func figures(_ situation: SampleSituation) async throws -> CoverageFigures {
            let horizon = Interval(
                Amsterdam.startOfDay(TestMoments.startDay),
                Amsterdam.startOfDay(TestMoments.startDay.adding(days: 26 * 7)))
            return try await sample(situation) { tx in try tx.coverageReport(during: horizon).coverage.figures
            }
        }
        func share(_ part: Int, _ figures: CoverageFigures) -> Double {
            Double(part) / Double(figures.minutes)
        }
        let (pooled, local) = (try await figures(.pooled), try await figures(.year2019))
        #expect(share(local.rosteredMinutes, local) > 0.8)
        #expect(share(local.coveredMinutes, local) < share(pooled.coveredMinutes, pooled) - 0.15)
        #expect(share(local.oneOutMinutes, local) < share(pooled.oneOutMinutes, pooled) / 1.5)
    }

    @Test func `nobody stands on a line of another municipality`() async throws {
        try await sample(.year2019) { tx in
            let people = Dictionary(
                try tx.functionaries().map { ($0.id, $0.municipality) },
                uniquingKeysWith: { first, _ in first })
            let lines = Dictionary(
                try tx.lines().map { ($0.code, $0.district) }, uniquingKeysWith: { first, _ in first })
            let served = Dictionary(grouping: try tx.districtMemberships(), by: \.district)
            let horizon = Interval(TestMoments.start, TestMoments.start.adding(minutes: 52 * 7 * 24 * 60))
            let strangers = try tx.duties(during: horizon).filter { stored in
                guard let district = lines[stored.duty.line], let home = people[stored.person] else {
                    return true
                }
                return !(served[district] ?? []).contains { $0.municipality == home }
            }
            #expect(strangers.isEmpty)
        }
    }

    @Test func `with a start in 2019 the fifteen municipalities of that year take part`() async throws {
        let (employers, districts) = try await sample(.year2019, start: Day(daysSince1970: 18_155)) { tx in
            (Set(try tx.functionaries().map(\.municipality.text)), try tx.districts().map(\.code.text))
        }
        #expect(employers.count == 15)
        #expect(employers.isSuperset(of: ["GM0501", "GM0530", "GM0614"]))
        #expect(districts.contains("VOORNE"))
        #expect(!districts.contains("GM1992"))
    }

    @Test func `only Rotterdam-Rijnmond is described in that situation`() async throws {
        #expect(SampleSituation.year2019.regions == ["VR17"])
        try await TestEngine.sqlite.withStorage { storage async throws in
            await #expect(throws: LoadRegionFault.unknownSituation(.year2019, region: "VR07")) {
                try await storage.change(by: .command("sample"), at: TestMoments.start, randomness: .system) {
                    try $0.loadRegion("VR07", situation: .year2019)
                }
            }
        }
    }
}
