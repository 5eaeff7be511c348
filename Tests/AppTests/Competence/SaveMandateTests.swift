import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct SaveMandateTests {
    private static let path = "/vakbekwaamheid/mandaten"

    private func page(_ region: TestRegion, _ name: String = "bureau") async throws -> MandatePage {
        let visit = try await region.visit(name, Self.path)
        return try await region.read { tx in try MandatePage(visit, tx) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a missing mandate is told, recorded by the college's decision, and taken back`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let before = try await page(region)
            let row = try #require(before.rows.first)
            #expect(row.mandate == nil && row.people > 0)
            let client = try await region.client("bureau")
            #expect(try await client.get(Self.path).body.contains("mandaten ontbreken"))
            let fields: KeyValuePairs<String, String> = [
                "gemeente": row.municipality.code.text, "functie": row.function.code.text,
                "document": "Collegebesluit 2026/41", "vanaf": "23-11-2026",
            ]
            #expect(try await client.post(Self.path, fields).status == 303)
            #expect(try await page(region).missingCount == before.missingCount - 1)
            let again = try await client.post(Self.path, fields)
            #expect(again.status == 422)
            #expect(again.body.contains("Op die dag geldt al een mandaat: Collegebesluit 2026/41."))

            let mandate = try #require(try await region.read { tx in try tx.functionMandates() }.first)
            #expect(try await client.post("\(Self.path)/\(mandate.id)/intrekking").status == 303)
            #expect(try await page(region).missingCount == before.missingCount)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `one decision may cover every function that lacks one, and then nothing is missing`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let client = try await region.client("ambtenaar")
            let before = try await page(region, "ambtenaar")
            #expect(before.rows.allSatisfy { $0.municipality.code == own })
            _ = try await client.get(Self.path)
            let fields: KeyValuePairs<String, String> = [
                "gemeente": own.text, "functie": "", "document": "Mandaatbesluit", "vanaf": "23-11-2026",
            ]
            #expect(try await client.post(Self.path, fields).status == 303)
            #expect(try await page(region, "ambtenaar").missingCount == 0)
            #expect(try await client.get(Self.path).body.contains("Elk mandaat dat nodig is, is vastgelegd"))
            let nothing = try await client.post(Self.path, fields)
            #expect(nothing.body.contains("Voor deze gemeente ontbreekt geen mandaat."))
        }
    }

    @Test
    func `what is wrong with a mandate is told at its field, and another municipality's is not one's own`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality().text
            let client = try await region.client("ambtenaar")
            _ = try await client.get(Self.path)
            let cases: [(String, String, String, String)] = [
                ("OVDBZ", "", "23-11-2026", "Noem het besluit van het college."),
                ("OVDBZ", "Besluit", "31-02-2027", "geen bestaande dag"),
                ("XX", "Besluit", "23-11-2026", "Maak een keuze uit de lijst."),
                ("OVDBZ", String(repeating: "a", count: 201), "23-11-2026", "hoogstens 200 tekens"),
            ]
            for (function, document, day, sentence) in cases {
                let answer = try await client.post(
                    Self.path, ["gemeente": own, "functie": function, "document": document, "vanaf": day])
                #expect(answer.status == 422, "\(sentence)")
                #expect(answer.body.contains(sentence), "\(sentence)")
            }
            let other = try await region.person { $0.municipality.text != own }.municipality.text
            let stranger = try await client.post(
                Self.path,
                ["gemeente": other, "functie": "OVDBZ", "document": "Besluit", "vanaf": "23-11-2026"])
            #expect(stranger.status == 404)
        }
    }

    @Test func `a passport tells for which municipalities the mandate is not there`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try #require(try await region.signedIn("ambtenaar").person)
            let own = try await region.client("ambtenaar")
            #expect(try await own.get("/mensen/\(id)/paspoort").body.contains("Nog geen mandaat van "))
        }
    }
}
