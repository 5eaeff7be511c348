import Domain
import TestSupport
import Testing

@testable import App

@Suite struct TableRoutesTests {
    private static let population = "gemeente;inwoners\nSchiedam;79000\nVlaardingen;veel\n"

    @Test(arguments: TestEngine.allCases)
    func `a table is shown first, and what was shown is what is read`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let (path, preview) = try await client.uploadAndFollow(
                "/regio/inwoners/import", file: "bestand", bytes: Array(Self.population.utf8),
                fields: ["bron": "CBS <b>StatLine</b>", "peildatum": "1-1-2020"])
            #expect(preview.status == 200)
            #expect(preview.body.contains("Nog niets opgeslagen: 0 nieuw, 1 gewijzigd"))
            #expect(preview.body.contains("1 rij afgekeurd"))
            #expect(preview.body.contains("78.730 (te bevestigen)"))
            #expect(preview.body.contains("is geen getal"))
            #expect(!preview.body.contains("<b>StatLine"))
            #expect(try await region.recordCount() == before)
            let address = String(path.prefix { $0 != "?" })
            let applied = try await client.post(address, ["bron": "CBS StatLine", "peildatum": "1-1-2020"])
            #expect(applied.status == 303)
            #expect(applied.location == "/regio/inwoners")
            #expect(applied.notice?.contains("1 gewijzigd") == true)
            let page = try await client.get("/regio/inwoners")
            #expect(page.body.contains("79.000"))
            #expect(page.body.contains("CBS StatLine"))
        }
    }

    @Test func `a form without file, source or a real date keeps what was typed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let answer = try await client.upload(
                "/regio/inwoners/import", file: "bestand", bytes: [], name: "",
                fields: ["peildatum": "32-1-2020"])
            #expect(answer.status == 422)
            for field in ["bestand", "bron", "peildatum"] {
                #expect(answer.body.contains("id=\"\(field)-fout\""), "\(field)")
            }
            #expect(answer.body.contains("value=\"32-1-2020\""))
        }
    }

    @Test func `travel times tell what is an assumption, from the municipality that was chosen`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            #expect(
                try await client.get("/regio/reistijden").body.contains(
                    "169 van 169 reistijden zijn een aanname"))
            let (path, _) = try await client.uploadAndFollow(
                "/regio/reistijden/import", file: "bestand",
                bytes: Array("van;naar;minuten\nSchiedam;Rotterdam;14\n".utf8),
                fields: ["bron": "Routeplanner"])
            _ = try await client.post(String(path.prefix { $0 != "?" }), ["bron": "Routeplanner"])
            let page = try await client.get("/regio/reistijden?vanuit=GM0606")
            #expect(page.body.contains("168 van 169 reistijden zijn een aanname"))
            #expect(page.body.contains("Minuten vanuit en naar Schiedam"))
            #expect(page.body.contains("Routeplanner"))
        }
    }

    @Test func `who may not edit the region sees the figures and no form`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bestuur")
            let page = try await client.get("/regio/inwoners")
            #expect(page.status == 200)
            #expect(!page.body.contains("/regio/inwoners/import"))
            #expect(try await client.get("/regio/inwoners/import").status == 403)
        }
    }
}
