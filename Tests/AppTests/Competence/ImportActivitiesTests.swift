import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ImportActivitiesTests {
    @Test(arguments: TestEngine.allCases)
    func `a list shows what it would add, adds it once, and the second time nothing`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await region.person { _ in true }
            let lines = [
                "gemeente;personeelsnummer;soort;datum;uren;functie;titel",
                "\(person.municipality);\(person.personnelNumber);oefening;04-03-2026;3,5;OVDBZ;Hoogwater",
                "\(person.municipality);\(person.personnelNumber);oefening;04-03-2026;3,5;ACBZ;Hoogwater",
                "\(person.municipality);999999;oefening;04-03-2026;3,5;OVDBZ;Hoogwater",
                "\(person.municipality);\(person.personnelNumber);feest;04-03-2026;;;",
            ]
            let client = try await region.client("bureau")
            for expected in [1, 0] {
                let answer = try await client.upload(
                    "/vakbekwaamheid/inlezen", file: "bestand", content: lines.joined(separator: "\r\n"))
                let path = try #require(answer.location)
                let preview = try await client.get(path).body
                #expect(preview.contains("Nog niets opgeslagen: \(expected) nieuw"))
                #expect(preview.contains("staat bij deze gemeente niet in het register"))
                #expect(preview.contains("Soort ‘feest’ is niet bekend"))
                #expect(try await client.post(path).status == 303)
            }
            let kept = try await region.read { tx in
                try tx.performedActivities(of: person.id).filter { $0.title == "Hoogwater" }
            }
            #expect(Set(kept.compactMap(\.function)) == [Code("OVDBZ"), Code("ACBZ")])
            #expect(kept.allSatisfy { $0.minutes == 210 && $0.source.kind == .imported })
            #expect(try await client.get("/vakbekwaamheid/gedaan.csv").body.contains("Hoogwater"))
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `a list without its columns is refused in one sentence`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let answer = try await client.upload(
                "/vakbekwaamheid/inlezen", file: "bestand",
                content: "gemeente;datum\r\nGM0599;04-03-2026")
            let page = try await client.get(try #require(answer.location)).body
            #expect(page.contains("Deze kolommen ontbreken: personeelsnummer en soort"))
            let nothing = try await client.upload("/vakbekwaamheid/inlezen", file: "bestand", content: "")
            #expect(nothing.status == 422)
            #expect(nothing.body.contains("Het bestand is leeg"))
        }
    }

    @Test func `what was taken along is read back, csv and xlsx, and changes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let person = try await region.person { _ in true }
            let line =
                "\(person.municipality);\(person.personnelNumber);oefening;04-03-2026;3,5;OVDBZ;Hoogwater"
            let client = try await region.client("bureau")
            let first = try await client.upload(
                "/vakbekwaamheid/inlezen", file: "bestand",
                content: "gemeente;personeelsnummer;soort;datum;uren;functie;titel\r\n\(line)")
            _ = try await client.get(try #require(first.location))
            _ = try await client.post(try #require(first.location))
            for format in ["csv", "xlsx"] {
                let taken = try await client.get("/vakbekwaamheid/gedaan.\(format)")
                _ = try await client.get("/vakbekwaamheid/inlezen")
                let (_, page) = try await client.uploadAndFollow(
                    "/vakbekwaamheid/inlezen", file: "bestand", bytes: taken.bytes, name: "gedaan.\(format)",
                    type: format == "csv" ? "text/csv" : FileKind.xlsx.contentType)
                #expect(page.body.contains("Nog niets opgeslagen: 0 nieuw"), "\(format)")
                #expect(!page.body.contains("afgekeurd"), "\(format)")
            }
        }
    }
}
