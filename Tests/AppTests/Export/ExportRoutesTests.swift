import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ExportRoutesTests {
    private func regional(_ region: TestRegion) async throws -> ID<Deployment> {
        let id = try await region.deployment()
        let places: [Code<Municipality>] = [Code("GM0613"), Code("GM0606")]
        let level = Declaration(
            level: .four, declarer: .chair, ground: "meer gemeenten", municipalities: places)
        try await region.record(EntryDraft(.level(level), level.sentence, key: "g4"), in: id)
        let decision = DeploymentDecision(
            judgement: "Het water stijgt", decision: "De polder ontruimen", picture: nil,
            decidedBy: "Voorzitter",
            checkAt: nil)
        try await region.record(EntryDraft(.decision(decision), "De polder ontruimen", key: "d"), in: id)
        let objection = Objection(by: "Burgemeester", municipality: Code("GM0606"), decision: 3)
        try await region.record(
            EntryDraft(.objection(objection), "De wegen kunnen dit niet aan", key: "b"), in: id)
        var secret = EntryDraft(.note(Note(verification: .confirmed)), "Naam van een kind", key: "s")
        secret.isConfidential = true
        let hidden = secret
        try await region.record(hidden, in: id)
        return id
    }

    @Test(arguments: TestEngine.allCases)
    func `the article 40 report has course, decisions and objections, and nothing confidential`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await regional(region)
            let client = try await region.client("bureau")
            let page = try await client.get("/inzetten/\(id)/stukken/artikel40").body
            #expect(page.contains("De polder ontruimen"))
            #expect(page.contains("Burgemeester (Schiedam) tegen besluit nummer 3"))
            #expect(page.contains("De wegen kunnen dit niet aan"))
            #expect(page.contains("voorzitter veiligheidsregio"))
            #expect(page.contains("1 vertrouwelijke regel is weggelaten"))
            #expect(!page.contains("Naam van een kind"))
            #expect(!page.contains("Let op:"))
            let file = try await client.get("/inzetten/\(id)/stukken/artikel40/bestand")
            #expect(file.headers[.contentDisposition]?.contains("2026-001-artikel40.html") == true)
            #expect(file.body.hasPrefix("<!doctype html>"))
            #expect(file.body.contains("De wegen kunnen dit niet aan"))
            let export = try await region.application.exportArticle40(id.description, asPDF: false)
            #expect(export.map { String(decoding: $0, as: UTF8.self) } == file.body)
            #expect(try await region.application.exportArticle40("onzin", asPDF: false) == nil)
        }
    }

    @Test func `without GRIP 4 it says that article 40 was not applied, and that nobody objected`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            let page = try await client.get("/inzetten/\(id)/stukken/artikel40").body
            #expect(page.contains("Let op:"))
            #expect(page.contains("Geen burgemeester heeft bezwaar laten vastleggen"))
            for kind in ["verslag", "tijdlijn"] {
                #expect(try await client.get("/inzetten/\(id)/stukken/\(kind)").status == 200)
            }
            #expect(try await client.get("/inzetten/\(id)/stukken/anders").status == 404)
            let stranger = try await region.client("bestuur")
            #expect(try await stranger.get("/inzetten/\(id)/stukken/verslag").status == 404)
        }
    }

    @Test func `an objection is written down with the decisions`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/\(id)/besluiten")
            _ = try await client.post(
                "/inzetten/\(id)/bezwaren",
                ["sleutel": "b", "wie": "Burgemeester", "gemeente": "GM0613", "tekst": "Te vroeg"])
            #expect(try await client.get("/inzetten/\(id)/besluiten").body.contains("Burgemeester: Te vroeg"))
        }
    }
}
