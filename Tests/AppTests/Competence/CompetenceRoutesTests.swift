import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct CompetenceRoutesTests {
    private static let path = "/vakbekwaamheid/profielen/OGA"

    private func query(_ changes: KeyValuePairs<String, String> = [:]) -> [(String, String)] {
        var fields = [
            "stap": "gevolg", "gemeente": "", "eis": "exercise", "specialisatie": "", "aantal": "1",
            "maat": "times",
            "periode": "calendarYear", "maanden": "", "geldig": "", "respijt": "", "na": "",
            "vrijstelling": "ja",
            "status": "regionalDecision", "bron": "Oefenbeleidsplan", "door": "", "van": "01-12-2026",
            "tot": "",
        ]
        for (name, value) in changes { fields[name] = value }
        return fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func encoded(_ fields: [(String, String)]) -> String {
        fields.map { "\($0.0)=\(queryEncoded($0.1))" }.joined(separator: "&")
    }

    private func post(
        _ client: TestClient, _ path: String, _ fields: [(String, String)]
    ) async throws -> TestClient.Answer {
        try await client.post(path, body: encoded(fields.filter { $0.0 != "stap" }))
    }

    @Test(arguments: TestEngine.allCases)
    func `the matrix shows every state with its legend, and reasons to the planner only`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau").get("/vakbekwaamheid")
            #expect(office.status == 200)
            for state in Competence.State.allCases {
                #expect(office.body.contains(state.meaning), "\(state)")
            }
            #expect(office.body.contains("Waarom telt iemand niet mee?"))
            let secretary = try await region.client("secretaris").get("/vakbekwaamheid")
            #expect(secretary.status == 200)
            #expect(!secretary.body.contains("Waarom telt iemand niet mee?"))
            #expect(!secretary.body.contains(Competence.State.unknown.meaning))
        }
    }

    @Test func `somebody is found by name, function or municipality, and a page holds fifty people`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            func rows(_ answer: TestClient.Answer) -> Int {
                answer.body.components(separatedBy: "<tr><th scope=\"row\">").count - 1
            }
            let all = try await client.get("/vakbekwaamheid?pagina=2")
            #expect(rows(all) == MatrixPage.perPage)
            let beyond = try await client.get("/vakbekwaamheid?pagina=9999")
            #expect(beyond.status == 200 && rows(beyond) > 0)
            let designated = try await region.read { tx in
                Set(
                    try tx.designations().filter { $0.interval?.contains(TestRegion.now) == true }
                        .map(\.person))
            }
            let people = try await region.people().filter { designated.contains($0.id) }
            let person = try #require(people.last)
            let surname = encoded([("zoek", person.name.surname.uppercased())])
            let found = try await client.get("/vakbekwaamheid?\(surname)")
            #expect(found.body.contains("/mensen/\(person.id)/paspoort"))
            #expect(rows(found) < MatrixPage.perPage)
            let officers = try await client.get("/vakbekwaamheid?functie=OVDBZ&gemeente=GM0599")
            #expect(officers.body.components(separatedBy: "<abbr").count == 2)
            let nobody = try await client.get("/vakbekwaamheid?zoek=zzzz")
            #expect(nobody.body.contains("<h1>Niemand gevonden</h1>"))
        }
    }

    @Test func `a requirement shows beforehand who stops counting, and writes nothing`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let before = try await region.recordCount()
            let preview = try await client.get("\(Self.path)/eis?\(encoded(query()))")
            #expect(preview.status == 200)
            #expect(preview.body.contains("Wie niet meer meetelt"))
            #expect(preview.body.contains("Minuten verschil"))
            #expect(try await region.recordCount() == before)
            #expect(try await client.get(Self.path).body.contains("Er is nog niets vastgelegd"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a requirement that is recorded is asked from its day, and coverage follows`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let answer = try await post(client, "\(Self.path)/eis", query())
            #expect(answer.status == 303)
            #expect(try await client.get(Self.path).body.contains("1 keer per kalenderjaar"))
            let found = try await region.read { tx in
                try FunctionCompetence(
                    of: Code("OGA"), at: Amsterdam.startOfDay(TestMoments.startDay.adding(days: 60)), tx)
            }
            #expect(
                found.people.contains { $0.assessment.reasons.contains { $0.code == "activiteit-te-weinig" } }
            )
            #expect(try await !region.records(of: "gap.opened").isEmpty)
        }
    }

    @Test func `what is wrong with a requirement is told at its field, each in its own words`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let cases: [(KeyValuePairs<String, String>, String)] = [
                (["aantal": "0"], "Vraag minstens één keer"),
                (["aantal": "veel"], "Vul een heel getal in"),
                (["tot": "30-11-2026"], "De laatste dag ligt voor de eerste"),
                (["eis": "specialisation"], "Geef de specialisatie een naam"),
                (["na": "exercise"], "niet pas tellen na zichzelf"),
                (["bron": ""], "Noem waar deze eis staat"),
                (["van": "31-02-2027"], "geen bestaande dag"),
                (["gemeente": "GM9999"], "Maak een keuze uit de lijst"),
            ]
            for (changes, sentence) in cases {
                let answer = try await post(client, "\(Self.path)/eis", query(changes))
                #expect(answer.status == 422, "\(sentence)")
                #expect(answer.body.contains(sentence), "\(sentence)")
            }
        }
    }

    @Test func `a municipality adds for its own people and never lowers`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            #expect(try await post(office, "\(Self.path)/eis", query(["aantal": "2"])).status == 303)
            let own = try await region.ownMunicipality().text
            let official = try await region.client("ambtenaar")
            let lower = try await post(official, "\(Self.path)/eis", query(["gemeente": own]))
            #expect(lower.status == 422)
            #expect(lower.body.contains("Een gemeente mag toevoegen, niet verlagen"))
            #expect(
                try await post(official, "\(Self.path)/eis", query(["gemeente": own, "aantal": "3"])).status
                    == 303)
            #expect(try await post(official, "\(Self.path)/eis", query(["eis": "training"])).status == 422)
        }
    }

    @Test func `a requirement in use is not removed but ended`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await post(client, "\(Self.path)/eis", query(["van": "01-01-2026"]))
            let requirement = try #require(
                try await region.read { tx in try tx.requirements(of: Code("OGA")) }.first)
            let path = "\(Self.path)/eis/\(requirement.id)"
            let refused = try await client.post("\(path)/verwijdering")
            #expect(refused.status == 422)
            #expect(refused.body.contains("Verwijderen kan niet meer"))
            let preview = try await client.get("\(path)?tot=31-12-2026")
            #expect(preview.body.contains("Zo laten eindigen"))
            #expect(
                try await client.post("\(path)/einde", ["tot": "31-12-2026", "versie": "1"]).status == 303)
            let ended = try await region.read { tx in try tx.requirements(of: Code("OGA")) }.first
            #expect(ended?.validThrough?.iso == "2026-12-31")
            _ = try await post(client, "\(Self.path)/eis", query(["eis": "training", "van": "01-06-2027"]))
            let planned = try #require(
                try await region.read { tx in try tx.requirements(of: Code("OGA")) }.first {
                    $0.subject == .activity(.training)
                })
            #expect(try await client.post("\(Self.path)/eis/\(planned.id)/verwijdering").status == 303)
        }
    }

    @Test func `a passport is for the person and the planner`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let client = try await region.client("functionaris")
            let page = try await client.get("/mensen/\(own)/paspoort")
            #expect(page.status == 200)
            #expect(page.body.contains("Basiscertificaat"))
            let other = try await region.person { $0.id != own }
            let refused = try await client.get("/mensen/\(other.id)/paspoort").status
            #expect([403, 404].contains(refused))
            #expect(try await region.client("bureau").get("/mensen/\(other.id)/paspoort").status == 200)
        }
    }

    @Test func `what ends soon is listed with its day and what it becomes`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let page = try await region.client("bureau").get("/vakbekwaamheid/verloopt?dagen=365")
            #expect(page.status == 200)
            #expect(page.body.contains("Het certificaat was geldig t/m"))
        }
    }
}
