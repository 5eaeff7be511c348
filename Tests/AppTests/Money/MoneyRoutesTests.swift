import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct MoneyRoutesTests {
    private static let budget: KeyValuePairs<String, String> = [
        "jaar": "2026", "dag": "10-12-2025", "bron": "AB 10 december 2025", "sleutel": "Sleutel van de regio",
        "posten": "Bijeenkomsten; 15.000\r\nAdvies; 10.000,00; 1\r\n",
    ]

    @Test(arguments: TestEngine.allCases)
    func `a budget is shared by its key, spent by the ledger and accounted for`(engine: TestEngine)
        async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            let kept = try await client.post(
                "/geld/sleutels/nieuw",
                ["naam": "Sleutel van de regio", "vanaf": "2026", "soort": "equal", "bron": "AB"])
            let decided = try await client.post("/geld/begroting", Self.budget)
            let list =
                "jaar;maand;post;bedrag\n2026;2;bijeenkomsten;1.200,50\n2026;3;Advies;-5\n2026;3;Taxi;40\n"
            let (path, preview) = try await client.uploadAndFollow(
                "/geld/inlezen", file: "bestand", bytes: Array(list.utf8), name: "grootboek.csv",
                fields: ["bron": "Grootboek"])
            let address = String(path.split(separator: "?")[0])
            let read = try await client.post(address, ["bron": "Grootboek"])
            let year = try await client.get("/geld/jaar/2026").body
            let account = try await client.get("/geld/jaar/2026/verantwoording").body
            return (kept, decided, preview.body, read, year, account)
        }
        #expect(seen.0.status == 303 && seen.1.location == "/geld/jaar/2026")
        #expect(
            seen.2.contains("2 nieuw") && seen.2.contains("1 rij afgekeurd") && seen.2.contains("is negatief")
        )
        #expect(seen.2.contains("‘Taxi’ staat niet in de begroting"))
        #expect(seen.3.notice == "Ingelezen: 2 totalen.")
        // Thirteen municipalities since the merger of 2023.
        #expect(
            seen.4.contains("€ 1.923,08") && seen.4.contains("2026: € 1.240,50 uitgegeven van € 25.000,00"))
        #expect(seen.4.contains("Taxi (niet in de begroting)"))
        #expect(seen.5.contains("€ 1.240,50 uitgegeven, € 23.759,50 over"))
    }

    @Test func `a key without figures names itself and splits nothing`() async throws {
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            _ = try await client.post("/geld/begroting", Self.budget)
            let without = try await client.get("/geld/jaar/2026").body
            _ = try await client.post(
                "/geld/begroting",
                [
                    "jaar": "2026", "dag": "1-2-2026", "bron": "AB", "sleutel": "",
                    "posten": "Bijeenkomsten\nAdvies; 10",
                ])
            return (without, try await client.get("/geld/jaar/2026").body)
        }
        #expect(seen.0.contains("De verdeelsleutel ‘Sleutel van de regio’ is niet vastgesteld."))
        #expect(
            seen.1.contains("2026: bedrag niet vastgesteld")
                && seen.1.contains("Het bedrag is niet vastgesteld."))
        #expect(seen.1.contains("AB 10 december 2025"))
    }

    @Test func `what nobody read in is not nothing, and a month to come is to come`() async throws {
        func months(_ body: String) -> String {
            body.components(separatedBy: "Uitgaven per maand").last ?? ""
        }
        let seen = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            _ = try await client.post("/geld/begroting", Self.budget)
            let unread = try await client.get("/geld/jaar/2026").body
            let account = try await client.get("/geld/jaar/2026/verantwoording").body
            let list = "jaar;maand;post;bedrag\n2026;3;Advies;40\n"
            let (path, _) = try await client.uploadAndFollow(
                "/geld/inlezen", file: "bestand", bytes: Array(list.utf8), name: "grootboek.csv",
                fields: ["bron": "Grootboek"])
            _ = try await client.post(String(path.split(separator: "?")[0]), ["bron": "Grootboek"])
            return (unread, account, try await client.get("/geld/jaar/2026").body)
        }
        #expect(!seen.0.contains("€ 0,00") && !seen.1.contains("€ 0,00"))
        #expect(months(seen.0).components(separatedBy: "niet ingelezen").count - 1 == 11)
        // It is November.
        #expect(months(seen.0).components(separatedBy: "moet nog komen").count - 1 == 1)
        #expect(months(seen.2).components(separatedBy: "niet ingelezen").count - 1 == 10)
        #expect(seen.2.contains("€ 9.960,00") && months(seen.2).contains("€ 40,00"))
    }

    @Test(arguments: TestEngine.allCases)
    func `a key by inhabitants of a day that nobody counted is refused at that day`(engine: TestEngine)
        async throws
    {
        func key(_ day: String) -> KeyValuePairs<String, String> {
            [
                "naam": "Wel onthouden", "vanaf": "2026", "soort": "inhabitants", "peildatum": day,
                "bron": "AB",
            ]
        }
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            let past = try await client.post("/geld/sleutels/nieuw", key("1-1-1950"))
            let future = try await client.post("/geld/sleutels/nieuw", key("1-1-2030"))
            let none = try await region.read { tx in try tx.storedKeys().count { $0.fromYear == 2026 } }
            let known = try await client.post("/geld/sleutels/nieuw", key("1-1-2020"))
            return (past, future, none, known)
        }
        #expect(seen.0.status == 422 && seen.1.status == 422 && seen.2 == 0)
        #expect(
            seen.0.body.contains("id=\"peildatum-fout\">Het aantal inwoners op 01-01-1950 is niet bekend van")
        )
        #expect(seen.1.body.contains("Het aantal inwoners op 01-01-2030 is niet bekend van"))
        #expect(seen.0.body.contains("Wel bekend: 01-01-2020."))
        #expect(seen.0.body.contains("value=\"Wel onthouden\""))
        #expect(seen.3.status == 303)
    }

    @Test(arguments: [
        ("manual", "Schiedam; 40 %\nRotterdam; 50 %", "De aandelen zijn samen 90 %, geen 100 %"),
        ("manual", "Schiedam; -10\nRotterdam; 110", "Regel 1: Schiedam kan niet negatief zijn"),
        ("manual", "Utrecht; 100", "‘Utrecht’ is geen gemeente van deze regio"),
        ("manual", "Rotterdam; 100", "De sleutel zegt niets over"),
        ("fixed", "Rotterdam; veel", "Regel 1: schrijf ‘Rotterdam; getal’"),
        ("inhabitants", "", "Vul de dag in"),
    ])
    func `a key that cannot be is told at its field, and nothing typed is lost`(
        kind: String, shares: String, sentence: String
    ) async throws {
        let answer = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            return try await client.post(
                "/geld/sleutels/nieuw",
                ["naam": "Wel onthouden", "vanaf": "2026", "soort": kind, "verdeling": shares, "bron": "AB"])
        }
        #expect(answer.status == 422 && answer.body.contains(sentence))
        #expect(answer.body.contains("value=\"Wel onthouden\""))
    }

    @Test(arguments: [
        ("Zaal; -5", "kan niet negatief zijn"), ("Zaal; 99999999999", "is te groot; kijk het na"),
        ("Zaal; tien", "‘tien’ is geen bedrag"), ("Zaal; 5\nzaal; 6", "staat er twee keer"),
        ("Zaal; 5; 99", "deelactiviteit 99 staat niet in het plan"), ("", "Schrijf minstens één post"),
    ])
    func `a budget that cannot be is told line by line`(posts: String, sentence: String) async throws {
        let answer = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            return try await client.post(
                "/geld/begroting", ["jaar": "2026", "dag": "1-2-2026", "bron": "Onthouden", "posten": posts])
        }
        #expect(answer.status == 422 && answer.body.contains(sentence))
        #expect(answer.body.contains("value=\"Onthouden\""))
    }

    @Test(arguments: TestEngine.allCases)
    func `a request goes through every municipality with the term of the law`(engine: TestEngine) async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/geld")
            let request: KeyValuePairs<String, String> = [
                "jaar": "2027", "dag": "1-7-2026", "grond": "De basis op orde houden.", "fte-policy": "1,5",
                "grond-policy": "Naar de ervaring elders.", "fte-training": "2",
                "grond-training": "Elk kwartaal.",
            ]
            let early = try await client.post("/geld/aanvraag", request)
            _ = try await client.post(
                "/geld/begroting",
                ["jaar": "2027", "dag": "1-6-2026", "bron": "Concept", "posten": "Opleiden; 40.000"])
            let sent = try await client.post("/geld/aanvraag", request)
            let again = try await client.post("/geld/aanvraag", request)
            let before = try await client.get("/geld/aanvraag/2027").body
            let step = try await client.post(
                "/geld/aanvraag/2027/stand",
                ["gemeente": "GM0606", "stand": "view", "dag": "1-9-2026", "toelichting": "Akkoord"])
            let back = try await client.post(
                "/geld/aanvraag/2027/stand", ["gemeente": "GM0606", "stand": "processed", "dag": "1-8-2026"])
            let board = try await region.client("bestuur")
            let after = try await board.get("/geld/aanvraag/2027").body
            return (early, sent, again, before, step, back, after)
        }
        #expect(seen.0.status == 422 && seen.0.body.contains("Voor 2027 is nog geen begroting vastgelegd"))
        #expect(seen.1.location == "/geld/aanvraag/2027")
        #expect(seen.2.status == 422 && seen.2.body.contains("al verzonden"))
        #expect(
            seen.3.contains("wo 23 sep 2026") && seen.3.contains("13 over de termijn")
                && seen.3.contains("3,5 fte"))
        #expect(seen.4.status == 303)
        #expect(seen.5.status == 422 && seen.5.body.contains("De vorige stap van deze gemeente was op"))
        #expect(seen.6.contains("12 over de termijn") && !seen.6.contains("Een stap vastleggen"))
    }
}
