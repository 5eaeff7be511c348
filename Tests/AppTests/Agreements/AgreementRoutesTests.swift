import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct AgreementRoutesTests {
    private func added(_ region: TestRegion, _ client: TestClient) async throws -> Agreement {
        _ = try await client.get("/afspraken/nieuw")
        let answer = try await client.post(
            "/afspraken",
            [
                "titel": "Samen oefenen", "thema": "competence", "dag": "1-2-2026",
                "tekst": "Elk jaar één gezamenlijke oefening.", "besluit": "Algemeen Bestuur",
            ])
        #expect(answer.status == 303)
        return try #require(
            try await region.read { tx in try tx.agreements() }.first { $0.title == "Samen oefenen" })
    }

    @Test(arguments: TestEngine.allCases)
    func `a municipality takes over, deviates and is judged, and its history stays`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            let agreement = try await added(region, office)
            let path = "/afspraken/\(agreement.id)"
            let own = try await region.ownMunicipality()
            let official = try await region.client("ambtenaar")
            _ = try await official.get("\(path)/\(own)")
            let empty = try await official.post("\(path)/\(own)", ["keuze": "deviates", "dag": "1-3-2026"])
            #expect(empty.body.contains("id=\"afwijking-fout\""))
            #expect(
                try await official.post("\(path)/\(own)", ["keuze": "adopted", "dag": "1-3-2026"]).status
                    == 303)
            let deviates: KeyValuePairs<String, String> = [
                "keuze": "deviates", "dag": "1-4-2026", "afwijking": "Wij oefenen zelf.",
            ]
            #expect(try await official.post("\(path)/\(own)", deviates).status == 303)
            #expect(try await official.post("\(path)/\(own)/oordeel", ["oordeel": "harmless"]).status == 403)
            let page = try await office.get(path)
            #expect(page.body.contains("Wij oefenen zelf."))
            #expect(page.body.contains("nog niet beoordeeld"))
            _ = try await office.get("\(path)/\(own)/oordeel")
            let groundless = try await office.post("\(path)/\(own)/oordeel", ["oordeel": "harmful"])
            #expect(groundless.status == 422)
            let judged = try await office.post(
                "\(path)/\(own)/oordeel", ["oordeel": "harmful", "grond": "Dan oefenen we niet samen."])
            #expect(judged.status == 303)
            let history = try await region.read { tx in
                try tx.adoptions().filter { $0.agreement == agreement.id && $0.municipality == own }
            }
            #expect(history.map(\.choice.kind) == [.adopted, .deviates, .deviates])
            #expect(history.last?.choice.harm == .harmful(ground: "Dan oefenen we niet samen."))
            let after = try await office.get(path)
            #expect(after.body.contains("Geschiedenis van"))
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what a municipality decided for next year is shown and does not count yet`(engine: TestEngine)
        async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            let path = "/afspraken/\(try await added(region, office).id)"
            let own = try await region.ownMunicipality()
            _ = try await office.get("\(path)/\(own)")
            let far = try await office.post("\(path)/\(own)", ["keuze": "adopted", "dag": "1-1-2040"])
            let next = try await office.post("\(path)/\(own)", ["keuze": "adopted", "dag": "1-1-2027"])
            return (far, next.status, try await office.get(path).body)
        }
        #expect(seen.0.status == 422 && seen.0.body.contains("id=\"dag-fout\""))
        #expect(seen.0.body.contains("ligt te ver vooruit") && seen.0.body.contains("value=\"1-1-2040\""))
        #expect(seen.1 == 303 && seen.2.contains("Samen oefenen: 0 van 13 gemeenten doen mee"))
        #expect(seen.2.contains("Vanaf vr 1 jan 2027: neemt over."))
    }

    @Test func `nobody speaks for another municipality`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let agreement = try await added(region, try await region.client("bureau"))
            let own = try await region.ownMunicipality()
            let others = try await region.read { tx in
                try tx.municipalities().filter {
                    $0.code != own && $0.exists(on: Amsterdam.day(at: TestRegion.now))
                }
            }
            let other = try #require(others.first).code
            let official = try await region.client("ambtenaar")
            let path = "/afspraken/\(agreement.id)/\(other)"
            #expect(try await official.get(path).status == 404)
            _ = try await official.get("/afspraken")
            #expect(try await official.post(path, ["keuze": "adopted", "dag": "1-3-2026"]).status == 404)
            #expect(try await official.get("/afspraken").body.contains("Samen oefenen"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a new version is taken over anew, and begins later than the one before`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            let agreement = try await added(region, office)
            let path = "/afspraken/\(agreement.id)"
            let own = try await region.ownMunicipality()
            _ = try await office.get("\(path)/\(own)")
            _ = try await office.post("\(path)/\(own)", ["keuze": "adopted", "dag": "1-3-2026"])
            let text: KeyValuePairs<String, String> = [
                "dag": "1-2-2026", "tekst": "Twee oefeningen.", "besluit": "Algemeen Bestuur",
            ]
            let early = try await office.post("\(path)/versie", text)
            #expect(early.body.contains("een volgende begint later"))
            let later = try await office.post(
                "\(path)/versie",
                ["dag": "1-6-2026", "tekst": "Twee oefeningen.", "besluit": "Algemeen Bestuur"])
            #expect(later.status == 303)
            let page = try await office.get(path)
            #expect(page.body.contains("nam versie 1 over"))
            #expect(page.body.contains("Twee oefeningen."))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a promise says all its faults at once, and is changed by one person at a time`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let office = try await region.client("bureau")
            _ = try await office.get("/afspraken/toezeggingen/nieuw")
            let wrong = try await office.post(
                "/afspraken/toezeggingen",
                [
                    "functie": "XX", "mensen": "0", "vooraf": "-1", "van": "8", "tot": "25:00",
                    "vanaf": "gisteren",
                ])
            #expect(wrong.status == 422)
            for field in [
                "functie", "mensen", "tegelijk", "vooraf", "dagen", "van", "tot", "vanaf", "levert",
                "ontvangt",
            ] {
                #expect(wrong.body.contains("id=\"\(field)-fout\""), "\(field)")
            }
            let good: KeyValuePairs<String, String> = [
                "functie": "CO", "afspraak": "", "mensen": "3", "tegelijk": "2", "binnen": "90",
                "vooraf": "0",
                "dagen": "0", "dagen": "1", "van": "22:00", "tot": "06:00", "vanaf": "1-1-2026",
                "levert": "GM0599", "ontvangt": "GM0606", "ontvangt": "GM0622", "stand": "1",
            ]
            #expect(try await office.post("/afspraken/toezeggingen", good).status == 303)
            let stored = try await region.read { tx in try tx.promises() }.last
            let promise = try #require(stored)
            #expect(
                promise.hours == PromiseHours(weekdays: [.monday, .tuesday], fromMinute: 1320, toMinute: 360))
            #expect(promise.needed == 6)
            let path = "/afspraken/toezeggingen/\(promise.code)"
            #expect(try await office.get(path).body.contains("value=\"GM0622\" checked"))
            #expect(try await office.post(path, good).status == 303)
            #expect(try await office.post(path, good).status == 409)
            let list = try await office.get("/afspraken/toezeggingen")
            #expect(list.body.contains("ma en di 22.00–06.00"))
        }
    }
}
