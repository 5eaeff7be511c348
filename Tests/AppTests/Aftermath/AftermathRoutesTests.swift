import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AftermathRoutesTests {
    /// The municipality of the sample's municipal accounts.
    private func ownMunicipality(_ region: TestRegion) async throws -> Code<Municipality> {
        try #require(try await region.signedIn("ambtenaar").municipalities.first)
    }

    @Test(arguments: TestEngine.allCases)
    func `it is opened early, handed over with what is open, confirmed by the municipality, and ended`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let municipality = try await ownMunicipality(region)
            let id = try await region.deployment(in: municipality)
            let path = "/inzetten/\(id)/nafase"
            let office = try await region.client("bureau")
            _ = try await office.get(path)
            _ = try await office.post(
                "/inzetten/\(id)/acties", ["sleutel": "a", "tekst": "Bel de school", "wie": "CO"])
            _ = try await office.post(path, ["gemeente": municipality.text])
            _ = try await office.post(path, ["gemeente": municipality.text])
            let files = try await region.read { tx in try tx.aftermaths(of: id) }
            #expect(files.count == 1)
            let file = try #require(files.first?.file.id)
            let point: KeyValuePairs<String, String> = [
                "dossier": "\(file)", "onderwerp": "damage", "wat": "Glasschade in de straat",
                "wie": "Beheer",
                "uiterlijk": "30-11-2026", "bedrag": "1.250,50",
            ]
            _ = try await office.post("/nafase/\(file)/punten", point)
            _ = try await office.post("/nafase/\(file)/overdracht", ["dossier": "\(file)"])
            let offered = try await office.get(path).body
            #expect(offered.contains("De gemeente moet de nafase nog bevestigen"))
            #expect(offered.contains("Bel de school"))
            #expect(offered.contains("€ 1.250,50"))
            #expect(
                try await office.post("/nafase/\(file)/bevestiging", ["dossier": "\(file)"]).status == 403)
            let official = try await region.client("ambtenaar")
            #expect(try await official.get("/nafase").body.contains("wacht op bevestiging"))
            #expect(try await official.get(path).body.contains("Wij nemen het over"))
            _ = try await official.post("/nafase/\(file)/bevestiging", ["dossier": "\(file)"])
            #expect(try await official.get("/inzetten/\(id)").body.contains("heeft de nafase overgenomen"))
            #expect(try await office.post("/nafase/\(file)/punten", point).status == 403)
            let refused = try await official.post(
                "/nafase/\(file)/einde", ["dossier": "\(file)", "besluit": "College, 1 maart", "rest": ""])
            #expect(refused.status == 422 || refused.status == 400 || refused.status == 200)
            #expect(refused.body.contains("2 punten staan nog open"))
            _ = try await official.post(
                "/nafase/\(file)/einde",
                ["dossier": "\(file)", "besluit": "College, 1 maart", "rest": "Naar de wijk"])
            #expect(try await official.get(path).body.contains("De nafase is voorbij"))
            #expect(try await region.read { tx in try tx.runningAftermaths() }.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an amount below nought is refused at its field and lowers nothing`(
        engine: TestEngine
    ) async throws {
        let (refused, points) = try await TestRegion.with(engine) { region in
            let municipality = try await ownMunicipality(region)
            let id = try await region.deployment(in: municipality)
            let file = try await region.change(as: "bureau") { change in
                try change.openAftermath(of: id, in: municipality)
            }
            let office = try await region.client("bureau")
            _ = try await office.get("/inzetten/\(id)/nafase")
            let refused = try await office.post(
                "/nafase/\(file)/punten",
                ["dossier": "\(file)", "onderwerp": "damage", "wat": "Glas", "wie": "Beheer", "bedrag": "-5"])
            return (refused, try await region.read { tx in try tx.aftermath(file)?.points.count })
        }
        #expect(
            refused.status == 422 && refused.body.contains("Schrijf een bedrag als 1.250,00, nul of meer."))
        #expect(refused.body.contains("value=\"-5\""))
        #expect(points == 0)
    }

    @Test func `the municipality may give it back, and says why`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let municipality = try await ownMunicipality(region)
            let id = try await region.deployment(in: municipality)
            let file = try await region.change(as: "bureau") { change in
                let file = try change.openAftermath(of: id, in: municipality)
                try change.offerAftermath(file)
                return file
            }
            let official = try await region.client("ambtenaar")
            _ = try await official.get("/inzetten/\(id)/nafase")
            let refused = try await official.post(
                "/nafase/\(file)/terug", ["dossier": "\(file)", "reden": ""])
            #expect(refused.body.contains("Schrijf op waarom de gemeente nog niet overneemt"))
            _ = try await official.post(
                "/nafase/\(file)/terug", ["dossier": "\(file)", "reden": "De opvang loopt nog"])
            let state = try await region.read { tx in try tx.aftermath(file)?.file.state }
            #expect(state == .prepared)
            #expect(
                try await official.get("/inzetten/\(id)").body.contains(
                    "neemt de nafase nog niet over: De opvang loopt nog"))
        }
    }

    @Test func `an official of another municipality cannot know of it`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await ownMunicipality(region)
            let places = try await region.read { tx in try tx.municipalities().map(\.code) }
            let other = try #require(places.first { $0 != own })
            let id = try await region.deployment(in: other)
            let file = try await region.change(as: "bureau") { change in
                try change.openAftermath(of: id, in: other)
            }
            let official = try await region.client("ambtenaar")
            #expect(try await official.get("/inzetten/\(id)/nafase").status == 404)
            await #expect(throws: WebFailure.notFound) {
                try await region.change(as: "ambtenaar") { change in try change.acceptAftermath(file) }
            }
        }
    }
}
