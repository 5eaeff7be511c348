import Domain
import TestSupport
import Testing

@testable import App

@Suite struct GapsPageTests {
    @Test(arguments: TestEngine.allCases)
    func `what competence costs is told per line, and each advised place wins something`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let visit = try await region.visit("bureau", "/vakbekwaamheid/gaten")
            let page = try await region.read { tx in try GapsPage(visit, tx) }
            #expect(!page.losses.isEmpty)
            #expect(page.places.allSatisfy { $0.gain.sum > 0 })
            if let choice = page.choice {
                #expect(choice.places.count <= GapsPage.placesUsual)
                #expect(choice.gain.sum <= choice.bound)
            }
            let answer = try await region.client("bureau").get("/vakbekwaamheid/gaten")
            #expect(answer.status == 200)
            #expect(answer.body.contains("Waar vakbekwaamheid bezetting kost"))
        }
    }

    @Test func `the tasks of a municipality are about its own people only`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let visit = try await region.visit("ambtenaar", "/vakbekwaamheid/taken")
            let page = try await region.read { tx in try TasksPage(visit, tx) }
            #expect(page.groups.flatMap(\.tasks).allSatisfy { $0.person.municipality == own })
            #expect(try await region.client("ambtenaar").get("/vakbekwaamheid/taken").status == 200)
        }
    }
}
