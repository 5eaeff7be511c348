import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct CoverageAPITests {
    @Test(arguments: TestEngine.allCases)
    func `figures and gaps are those of the proof`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let horizon = Interval(
                TestMoments.start, Amsterdam.startOfDay(TestMoments.startDay.adding(days: 364)))
            let proof = try await proveCoverage(region.storage, during: horizon, runs: 1).report
            let client = try await region.api("bureau")
            let figures = try await client.get("/bezetting").decoded(CoverageResource.schema)
            #expect(figures == CoverageResource(proof))
            var gaps: [GapResource] = []
            var path: String? = "/bezettingsgaten?limiet=10"
            while let current = path, gaps.count <= proof.gaps.count {
                let answer = try await client.get(current)
                gaps += try answer.decodedList(GapResource.schema)
                path = try answer.next
            }
            #expect(gaps == proof.gaps.map { GapResource($0, showsReasons: true) })
            #expect(gaps.contains { $0.reasons?.isEmpty == false })
        }
    }

    @Test func `figures have no names: whoever may not know reasons gets none`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let ids = try await region.people().map(\.id.description)
            for name in ["bestuur", "burgemeester", "portefeuillehouder"] {
                let client = try await region.api(name)
                let answer = try await client.get("/bezettingsgaten?limiet=200")
                #expect(try answer.decodedList(GapResource.schema).allSatisfy { $0.reasons == nil })
                #expect(!ids.contains { answer.body.contains($0) })
            }
        }
    }

    @Test func `why somebody counts or not is for that person and the planner`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let path = "/functionarissen/\(own)/inzetbaarheid?tijdstip=2026-12-01T11:00:00Z"
            let answer = try await region.api("functionaris").get(path)
            let why = try answer.decoded(WhyResource.schema)
            #expect(why.moment.iso8601 == "2026-12-01T11:00:00Z")
            #expect(!why.lines.isEmpty)
            #expect(try await region.api("bureau").get(path).status == 200)
            #expect(try await region.api("coordinerend").get(path).status == 403)
            let other = try await region.person { $0.id != own }
            #expect(
                try await region.api("functionaris").get("/functionarissen/\(other.id)/inzetbaarheid")
                    .status == 403)
        }
    }
}
