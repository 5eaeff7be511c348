import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct DecisionRoutesTests {
    private func opened(_ client: TestClient) async throws -> String {
        _ = try await client.get("/besluiten/stukken/nieuw")
        let answer = try await client.post(
            "/besluiten/stukken",
            [
                "titel": "Plan van aanpak", "soort": "plan", "opdrachtgever": "portefeuillehouder",
                "versie": "0.2", "dag": "6-1-2020",
            ])
        #expect(answer.status == 303)
        return try #require(answer.location)
    }

    private func saying(
        _ body: String, _ verdict: String, version: String = "1", scope: String = "whole",
        on day: String = "3-2-2020"
    ) -> KeyValuePairs<String, String> {
        [
            "gremium": body, "versie": version, "dag": day, "uitkomst": verdict, "reikwijdte": scope,
            "tekst": "In de eigen woorden.", "agendapunt": "08",
        ]
    }

    private func heading(_ page: String) -> Substring? {
        page.firstMatch(of: /<h1[^>]*>([^<]*)</)?.1
    }

    @Test(arguments: TestEngine.allCases)
    func `a paper goes its way, and what is said is bound to the version that lay there`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let board = try await region.client("bestuur")
            let standing = heading(try await board.get("/besluiten").body)
            let path = try await opened(client)
            for (body, role) in [("CAGEM", "advice"), ("AB", "decision")] {
                _ = try await client.get("\(path)/route")
                let step = try await client.post("\(path)/route", ["gremium": body, "rol": role])
                #expect(step.status == 303)
            }
            let before = try await client.get(path)
            #expect(before.body.contains("nu aan Commissie van Advies Gemeenten (CAGEM) om te adviseren"))
            let advised = try await client.post(
                "\(path)/uitkomst", saying("CAGEM", "agreed", scope: "outlines"))
            #expect(advised.status == 303)
            let version = try await client.post(
                "\(path)/versie", ["versie": "0.3", "dag": "10-2-2020", "hoofdlijnen": "ja"])
            #expect(version.status == 303)
            let kept = try await client.get(path)
            #expect(kept.body.contains("geldt op hoofdlijnen ook voor versie 0.3"))
            #expect(kept.body.contains("nu aan Algemeen Bestuur om te besluiten"))
            let decided = try await client.post(
                "\(path)/uitkomst", saying("AB", "adopted", version: "2", on: "19-2-2020"))
            #expect(decided.status == 303)
            let page = try await client.get(path)
            #expect(page.body.contains("Plan van aanpak: vastgesteld op wo 19 feb 2020"))
            // What waits is what waited before.
            let after = heading(try await board.get("/besluiten").body)
            #expect(standing != nil && after == standing)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a paper to a body that may not decide is told so, and nothing typed is lost`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let path = try await opened(client)
            let before = try await region.recordCount()
            let advisory = try await client.post("\(path)/uitkomst", saying("CAGEM", "adopted"))
            #expect(advisory.status == 422)
            #expect(advisory.body.contains("mag niet besluiten, alleen adviseren"))
            #expect(advisory.body.contains("In de eigen woorden."))
            let thematic = try await client.post("\(path)/uitkomst", saying("TAB", "adopted"))
            #expect(thematic.body.contains("neemt geen besluiten en geeft geen advies"))
            let route = try await client.post("\(path)/route", ["gremium": "VD", "rol": "decision"])
            #expect(route.status == 422)
            #expect(route.body.contains("id=\"gremium-fout\""))
            #expect(try await region.recordCount() == before)
            let talked = try await client.post("\(path)/uitkomst", saying("TAB", "discussed"))
            #expect(talked.status == 303)
        }
    }

    @Test func `a decision is signed by secretary and chair, by name of office`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let path = try await opened(client)
            _ = try await client.post("\(path)/uitkomst", saying("AB", "adopted"))
            let paper = try #require(try await region.read { tx in try tx.boardPapers() }.first)
            let file = try #require(try await region.read { tx in try tx.paperFile(paper.id) })
            let outcome = try #require(file.outcomes.first)
            let sign = "\(path)/uitkomst/\(outcome.id)/handtekening"
            #expect(try await client.get(sign).status == 200)
            let early = try await client.post(sign, ["ambt": "chair", "dag": "1-2-2020"])
            #expect(early.status == 422)
            #expect(try await client.post(sign, ["ambt": "chair", "dag": "4-2-2020"]).status == 303)
            #expect(try await client.get("/besluiten").body.contains("deels"))
            let twice = try await client.post(sign, ["ambt": "chair", "dag": "5-2-2020"])
            #expect(twice.body.contains("De voorzitter heeft dit al ondertekend"))
            #expect(try await client.post(sign, ["ambt": "secretary", "dag": "4-2-2020"]).status == 303)
            let signed = try await region.read { tx in try tx.paperFile(paper.id)?.outcomes.first }
            #expect(signed?.isSigned == true)
            #expect(signed?.signatures.map(\.officeName).sorted() == ["secretaris", "voorzitter"])
        }
    }

    @Test func `a region changes a body and adds its own`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/besluiten/gremia/nieuw")
            let body: KeyValuePairs<String, String> = [
                "code": "db", "naam": "Dagelijks Bestuur", "bevoegdheid": "decides",
                "voorzitter": "voorzitter",
                "secretaris": "algemeen directeur", "bron": "Besluit AB",
            ]
            #expect(try await client.post("/besluiten/gremia", body).status == 303)
            let again = try await client.post("/besluiten/gremia", body)
            #expect(again.body.contains("Er is al een gremium DB"))
            _ = try await client.post(
                "/besluiten/gremia/TAB",
                [
                    "naam": "Themadag bestuur", "bevoegdheid": "discusses", "voorzitter": "voorzitter",
                    "secretaris": "secretaris", "bron": "Besluit AB",
                ])
            let page = try await client.get("/besluiten/gremia")
            #expect(page.body.contains("Algemeen Bestuur en Dagelijks Bestuur besluiten"))
            #expect(page.body.contains("Themadag bestuur"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a round of talks keeps its red threads, and offices instead of names`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/besluiten/gesprekken/nieuw")
            let wrong = try await client.post(
                "/besluiten/gesprekken",
                ["soort": "roundTable", "titel": "Verbreding", "van": "19-9-2019", "tot": "18-9-2019"])
            #expect(wrong.body.contains("De laatste dag ligt voor de eerste."))
            #expect(wrong.body.contains("id=\"met-fout\""))
            let added = try await client.post(
                "/besluiten/gesprekken",
                [
                    "soort": "roundTable", "titel": "Verbreding", "van": "18-9-2019", "tot": "18-9-2019",
                    "met": "burgemeesters", "gremium": "TAB", "voorzitter": "algemeen directeur",
                    "aantal": "12",
                ])
            #expect(added.status == 303)
            let titled = try await region.read { tx in try tx.conversationRounds() }
                .first { $0.title == "Verbreding" && $0.partnerCount == 12 }
            let round = try #require(titled)
            let path = "/besluiten/gesprekken/\(round.id)"
            let thread = try await client.post(
                "\(path)/draad", ["thema": "structuur", "tekst": "De GRIP-structuur leent zich hiervoor."])
            #expect(thread.status == 303)
            #expect(try await client.get("/besluiten/gesprekken").body.contains("leent zich hiervoor"))
            let edited: KeyValuePairs<String, String> = [
                "soort": "roundTable", "titel": "Verbreding", "van": "18-9-2019", "tot": "18-9-2019",
                "met": "burgemeesters en gemeentesecretarissen", "stand": "1",
            ]
            #expect(try await client.post(path, edited).status == 303)
            #expect(try await client.post(path, edited).status == 409)
        }
    }
}
