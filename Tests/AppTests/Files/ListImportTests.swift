import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ListImportTests {
    private struct Example: Sendable {
        let path: String
        let list: String
        let source: String
    }

    private static let examples = [
        Example(
            path: "/mensen/import", list: "gemeente;personeelsnummer;naam\nGM0599;N-1;Nieuw, N.\n", source: ""
        ),
        Example(
            path: "/vakbekwaamheid/inlezen",
            list: "gemeente;personeelsnummer;soort;datum\nGM0599;1;Ruzie;1-1-2020\n", source: ""),
        Example(
            path: "/regio/inwoners/import", list: "gemeente;inwoners\nSchiedam;79000\n",
            source: "CBS"),
        Example(
            path: "/regio/reistijden/import", list: "van;naar;minuten\nSchiedam;Rotterdam;14\n",
            source: "Routeplanner <b>"),
    ]

    @Test func `every list is looked at first, and can be thrown away`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            for example in Self.examples {
                let before = try await region.recordCount()
                let (path, preview) = try await client.uploadAndFollow(
                    example.path, file: "bestand", bytes: Array(example.list.utf8), name: "lijst.csv",
                    fields: ["bron": example.source, "peildatum": "1-1-2020"])
                let address = String(path.split(separator: "?")[0])
                let gone = try await client.post("\(address)/verwijdering")
                let after = try await client.get(path)
                let written = try await region.recordCount() - before
                #expect(preview.body.contains("Nog niets opgeslagen"), "\(example.path)")
                #expect(!preview.body.contains("<b>"), "\(example.path)")
                #expect(gone.location == example.path)
                #expect(after.status == 404, "\(example.path)")
                #expect(written == 0, "\(example.path)")
            }
        }
    }

    @Test func `a preview whose address was changed by hand is malformed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let (path, _) = try await client.uploadAndFollow(
                "/regio/inwoners/import", file: "bestand",
                bytes: Array("gemeente;inwoners\nSchiedam;1\n".utf8),
                name: "lijst.csv", fields: ["bron": "CBS", "peildatum": "1-1-2020"])
            let address = String(path.split(separator: "?")[0])
            #expect(try await client.get("\(address)?bron=").status == 400)
            #expect(try await client.post(address, ["bron": "CBS", "peildatum": "31-2-2020"]).status == 400)
        }
    }
}
