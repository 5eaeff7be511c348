import Domain
import Sheets
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct PeopleImportRoutesTests {
    private static let list = """
        gemeente;personeelsnummer;naam;mobiel
        Schiedam;N-1;"Stuifduin, Anna van den <b>";06-12345678
        Schiedam;N-2;Zoutmelde, Bo;06-1
        """

    private static let good =
        "gemeente;personeelsnummer;naam;mobiel\nSchiedam;N-1;Elzenaar, Anna;06-12345678\n"

    private func look(_ client: TestClient, _ list: String) async throws -> (
        path: String, page: TestClient.Answer
    ) {
        try await client.uploadAndFollow("/mensen/import", file: "bestand", bytes: Array(list.utf8))
    }

    private func workbook() throws -> [UInt8] {
        var table = SheetTable(
            "Mensen",
            columns: ["gemeente", "personeelsnummer", "naam", "mobiel", "uit dienst"].map {
                SheetTable.Column($0)
            })
        let day = try #require(Day(iso: "2027-12-31"))
        table.add([.text("Schiedam"), .text("007"), .text("Elzenaar, Anna"), .number(612_345_678), .day(day)])
        return try table.workbook(madeAt: TestMoments.startDay)
    }

    @Test(arguments: TestEngine.allCases)
    func `a file is shown first, and what was shown is what is read`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let (path, preview) = try await look(client, Self.good)
            #expect(preview.status == 200)
            #expect(preview.body.contains("Nog niets opgeslagen: 1 nieuw"))
            #expect(preview.body.contains("Anna Elzenaar (nieuw)"))
            #expect(try await region.recordCount() == before)
            let applied = try await client.post(path)
            #expect(applied.status == 303)
            #expect(applied.notice?.contains("1 nieuw") == true)
            let person = try await region.person { $0.personnelNumber == "N-1" }
            let record = try #require(try await region.records(of: "person.imported").last)
            #expect(record.objectID == person.id.description)
            #expect(record.actor.hasPrefix("account:"))
            #expect(try await client.get(path).status == 404)
            #expect(try await client.post(path).status == 404)
            let (_, again) = try await look(client, Self.good)
            #expect(again.body.contains("1 ongewijzigd"))
            #expect(!again.body.contains("Verwerk de goede rijen"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an xlsx is read by what is in it, with its dates, zeros and a repaired number`(engine: TestEngine)
        async throws
    {
        let bytes = try workbook()
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let (path, preview) = try await client.uploadAndFollow(
                "/mensen/import", file: "bestand", bytes: bytes, name: "lijst.xlsx",
                type: FileKind.xlsx.contentType)
            #expect(preview.body.contains("Nog niets opgeslagen: 1 nieuw"))
            #expect(preview.body.contains("miste de nul aan het begin"))
            _ = try await client.post(path)
            let person = try await region.person { $0.personnelNumber == "007" }
            #expect(person.employedThrough?.iso == "2027-12-31")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the journal keeps the hash of the file, and the file goes at once`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let (path, _) = try await look(client, Self.good)
            let file = path.replacing("/mensen/import/", with: "/bestanden/")
            #expect(try await client.get(file).body == Self.good)
            _ = try await client.post(path)
            #expect(try await client.get(file).status == 404)
            let record = try #require(try await region.records(of: "people.imported").last)
            let hash = record.after?.firstMatch(of: /"bestand":"([0-9a-f]{64})"/)
            #expect(hash != nil)
            let left = try await region.read { tx in
                try tx.row("SELECT COUNT(*) AS number FROM blob")?.integer("number")
            }
            #expect(left == 0)
        }
    }

    @Test func `a file can be thrown away instead`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let (path, _) = try await look(client, Self.good)
            let gone = try await client.post("\(path)/verwijdering")
            #expect(gone.status == 303)
            #expect(gone.notice?.contains("niets gewijzigd") == true)
            #expect(try await client.get(path).status == 404)
            #expect(try await region.recordCount() == before)
        }
    }

    @Test func `nobody else sees the file, whatever their role`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let (path, _) = try await look(try await region.client("bureau"), Self.good)
            let other = try await region.client("ambtenaar")
            let file = path.replacing("/mensen/import/", with: "/bestanden/")
            let statuses = [
                try await other.get(path).status, try await other.post(path).status,
                try await other.get(file).status,
            ]
            #expect(statuses == [404, 404, 404])
        }
    }

    @Test func `the preview names row, line and column of what is wrong, escaped`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let (_, answer) = try await look(try await region.client("bureau"), Self.list)
            #expect(answer.body.contains("2 rijen afgekeurd"))
            #expect(answer.body.contains("<title>Fout: "))
            #expect(answer.body.contains("data-label=\"Rij\">2</th>"))
            #expect(answer.body.contains("data-label=\"Regel\">3</td>"))
            #expect(answer.body.contains("data-label=\"Kolom\">mobiel</td>"))
            #expect(!answer.body.contains("<b>"))
        }
    }

    @Test func `lines can be pasted, and a form with nothing in it says so`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let (_, pasted) = try await client.uploadAndFollow(
                "/mensen/import", file: "bestand", bytes: [], name: "", fields: ["tekst": Self.good])
            #expect(pasted.body.contains("Nog niets opgeslagen: 1 nieuw"))
            let empty = try await client.upload("/mensen/import", file: "bestand", bytes: [], name: "")
            #expect(empty.status == 422)
            #expect(empty.body.contains("id=\"bestand-fout\""))
        }
    }

    @Test(arguments: [
        ("leeg.csv", "", "Het bestand is leeg"),
        ("lijst.xlsx", "gemeente;naam", "De naam eindigt op ‘.xlsx’"),
        ("lijst.csv", "%PDF-1.4\n%%EOF", "Dit is een pdf-bestand"),
        ("lijst.csv", "<html><script>alert(1)</script>", "Dit is een webpagina"),
        ("lijst.csv", "\u{1}\u{2}", "niet te zien wat het is"),
    ])
    func `a file of another kind is refused with what to do, and nothing is kept`(
        name: String, content: String, sentence: String
    ) async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let answer = try await client.upload(
                "/mensen/import", file: "bestand", bytes: Array(content.utf8), name: name)
            #expect(answer.status == 422)
            #expect(answer.body.contains(sentence))
            let kept = try await region.read { tx in
                try tx.row("SELECT COUNT(*) AS number FROM blob")?.integer("number")
            }
            #expect(kept == 0)
        }
    }

    @Test func `an ambtenaar sees people of another municipality as unknown`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other = try await region.person { $0.municipality != own }
            let list =
                "gemeente;personeelsnummer;naam\n\(other.municipality);\(other.personnelNumber);Nieuw, N.\n"
            let client = try await region.client("ambtenaar")
            let (path, preview) = try await look(client, list)
            #expect(!preview.body.contains(other.name.surname))
            _ = try await client.post(path)
            #expect(try await region.person { $0.id == other.id } == other)
        }
    }

    @Test func `a form of another kind is malformed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            #expect(try await client.post("/mensen/import", ["tekst": Self.good]).status == 400)
        }
    }
}
