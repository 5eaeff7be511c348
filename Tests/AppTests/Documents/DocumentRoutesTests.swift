import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct DocumentRoutesTests {
    private static let pdf = Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

    /// Adds an instruction with a file and a text.
    private func added(_ region: TestRegion, _ office: TestClient) async throws -> RegionalDocument {
        _ = try await office.get("/documenten/nieuw")
        let answer = try await office.upload(
            "/documenten", file: "bestand", bytes: Self.pdf, name: "instructie.pdf", type: "application/pdf",
            fields: [
                "titel": "Instructie opvang", "soort": "instruction", "dag": "1-11-2026",
                "tekst": "Open de zaal.\nTel de mensen.", "lezers": "OVDBZ", "lezers": "CO",
            ])
        #expect(answer.status == 303)
        return try #require(
            try await region.read { tx in try tx.regionalDocuments() }.first {
                $0.title == "Instructie opvang"
            })
    }

    @Test(arguments: TestEngine.allCases)
    func `who has the function is asked to read, confirms once, and reads the next version anew`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            let document = try await added(region, office)
            #expect(document.readers == [Code("OVDBZ"), Code("CO")])
            let path = "/documenten/\(document.id)"
            let person = try await region.client("functionaris")
            let before = try await person.get("/documenten")
            #expect(before.body.contains("Je moet nog 1 document lezen"))
            #expect(try await person.get("/").body.contains("1 document"))
            #expect(try await person.get(path).body.contains("Bij jouw functie hoort dat je dit leest."))
            let file = try await person.get("\(path)/versies/1/bestand")
            #expect(file.bytes == Self.pdf)
            for _ in 0..<2 {
                #expect(try await person.post("\(path)/gelezen", ["versie": "1"]).status == 303)
            }
            #expect(try await region.records(of: "reading.confirmed").count == 1)
            #expect(try await person.get("/documenten").body.contains("Je hebt alles gelezen"))
            let figures = try await office.get(path)
            #expect(figures.body.contains("1 van"))
            _ = try await office.get("\(path)/versie")
            let next = try await office.upload(
                "\(path)/versie", file: "bestand", bytes: Self.pdf, name: "instructie.pdf",
                type: "application/pdf",
                fields: [
                    "dag": "20-11-2026", "toelichting": "De zaal is anders.", "tekst": "Open de kleine zaal.",
                ])
            #expect(next.status == 303)
            #expect(try await person.get(path).body.contains("Je las versie 1; deze is nieuwer."))
            #expect(try await person.post("\(path)/gelezen", ["versie": "9"]).status == 400)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test
    func `a document without text and file, and a file of another kind, are refused with what was typed`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            _ = try await office.get("/documenten/nieuw")
            let list = try await office.upload(
                "/documenten", file: "bestand", bytes: Array("a;b\n".utf8), name: "lijst.csv",
                type: "text/csv",
                fields: ["titel": "Instructie", "soort": "instruction", "dag": "1-11-2026", "tekst": "Tel."])
            #expect(list.status == 422)
            #expect(list.body.contains("id=\"bestand-fout\""))
            #expect(list.body.contains("value=\"Instructie\""))
            let document = try await added(region, office)
            let early = try await office.upload(
                "/documenten/\(document.id)/versie", file: "bestand", bytes: Self.pdf, name: "i.pdf",
                type: "application/pdf", fields: ["dag": "1-10-2026", "tekst": "Eerder."])
            #expect(early.status == 422)
            #expect(early.body.contains("een volgende begint niet eerder"))
            let person = try await region.client("functionaris")
            #expect(try await person.get("/documenten/nieuw").status == 403)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a task card has one version for the region, and keeps its local annexes`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let own = try await region.ownMunicipality()
            let official = try await region.client("ambtenaar")
            _ = try await official.get("/taakkaarten/opvang")
            _ = try await official.post(
                "/taakkaarten/opvang", ["gemeente": own.text, "tekst": "Sleutel bij de portier"])
            let office = try await region.client("bureau")
            let form = try await office.get("/documenten/taakkaarten/opvang")
            #expect(form.status == 200)
            let empty = try await office.post("/documenten/taakkaarten/opvang", ["dag": "1-11-2026"])
            #expect(empty.status == 422)
            let saved = try await office.post(
                "/documenten/taakkaarten/opvang",
                [
                    "dag": "1-11-2026", "toelichting": "Registratie erbij",
                    "tekst": "Bel de beheerder.\nTel wie er is.",
                ])
            #expect(saved.status == 303)
            let card = try await official.get("/taakkaarten/opvang")
            #expect(card.body.contains("Bel de beheerder."))
            #expect(card.body.contains("Sleutel bij de portier"))
            #expect(card.body.contains("Ik heb versie 2 gelezen"))
            let confirmed = try await official.post("/documenten/taakkaarten/opvang/gelezen", ["versie": "2"])
            #expect(confirmed.status == 303)
            #expect(try await official.get("/taakkaarten/opvang").body.contains("Je las versie 2"))
            let later = try await office.post(
                "/documenten/taakkaarten/opvang",
                ["dag": "1-1-2027", "toelichting": "Later", "tekst": "Anders."])
            #expect(later.status == 303)
            #expect(try await official.get("/taakkaarten/opvang").body.contains("Bel de beheerder."))
        }
    }

    @Test func `everything that is wrong with a new document is told at once`() async throws {
        let answer = try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            _ = try await office.get("/documenten/nieuw")
            return try await office.upload(
                "/documenten", file: "anders", bytes: [], name: "", type: "text/plain",
                fields: ["titel": "", "soort": "", "dag": "40-1-2026", "tekst": ""])
        }
        #expect(answer.status == 422)
        for sentence in [
            "Vul de titel in", "Maak een keuze", "geen bestaande dag", "Schrijf een tekst of kies",
        ] {
            #expect(answer.body.contains(sentence), "\(sentence)")
        }
    }
}
