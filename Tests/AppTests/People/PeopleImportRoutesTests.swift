import Domain
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

    /// The list as the preview sends it along, read back as a browser would.
    private func carried(_ page: String) throws -> String {
        let text = try #require(
            page.firstMatch(of: /(?s)<textarea name="tekst" hidden>\n(.*?)<\/textarea>/)?.output.1)
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    @Test(arguments: TestEngine.allCases)
    func `a file is shown first, and what was shown is what is read`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let preview = try await client.upload("/mensen/import", file: "bestand", content: Self.good)
            #expect(preview.status == 200)
            #expect(preview.body.contains("Nog niets opgeslagen: 1 nieuw"))
            #expect(preview.body.contains("Anna Elzenaar (nieuw)"))
            #expect(try await region.recordCount() == before)
            let carried = try carried(preview.body)
            #expect(carried == Self.good)
            let applied = try await client.upload(
                "/mensen/import", file: "bestand", content: "", fields: ["verwerken": "ja", "tekst": carried])
            #expect(applied.status == 303)
            #expect(applied.notice?.contains("1 nieuw") == true)
            let person = try await region.person { $0.personnelNumber == "N-1" }
            let record = try #require(try await region.records(of: "person.imported").last)
            #expect(record.objectID == person.id.description)
            #expect(record.actor.hasPrefix("account:"))
            let again = try await client.upload("/mensen/import", file: "bestand", content: Self.good)
            #expect(again.body.contains("1 ongewijzigd"))
            #expect(!again.body.contains("name=\"verwerken\""))
        }
    }

    @Test func `the preview names row, line and column of what is wrong, escaped`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let answer = try await client.upload("/mensen/import", file: "bestand", content: Self.list)
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
            let pasted = try await client.upload(
                "/mensen/import", file: "bestand", content: "", fields: ["tekst": Self.good])
            #expect(pasted.body.contains("Nog niets opgeslagen: 1 nieuw"))
            let empty = try await client.upload("/mensen/import", file: "bestand", content: "")
            #expect(empty.status == 422)
            #expect(empty.body.contains("id=\"bestand-fout\""))
        }
    }

    @Test func `an ambtenaar sees people of another municipality as unknown`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other = try await region.person { $0.municipality != own }
            let list =
                "gemeente;personeelsnummer;naam\n\(other.municipality);\(other.personnelNumber);Nieuw, N.\n"
            let client = try await region.client("ambtenaar")
            for fields: KeyValuePairs in [["x": ""], ["verwerken": "ja"]] {
                let answer = try await client.upload(
                    "/mensen/import", file: "bestand", content: list, fields: fields)
                #expect(!answer.body.contains(other.name.surname))
            }
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
