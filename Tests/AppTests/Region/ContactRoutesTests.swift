import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ContactRoutesTests {
    private static let form: KeyValuePairs<String, String> = [
        "naam": "Aanspreekpunt Bevolkingszorg", "wie": "Anna Elzenaar", "vervanger": "Bo Zoutmelde",
        "telefoon": "010 000 00 00", "email": "bevolkingszorg@regio.example",
        "bereikbaar": "ma–vr 08.30–17.00 uur",
        "vanaf": "23-11-2026", "afwezig-van": "23-11-2026", "afwezig-tot": "24-11-2026",
    ]

    @Test(arguments: TestEngine.allCases)
    func `one desk with its deputy, number and mailbox, and behind it who answers now`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/regio/aanspreekpunt/wijzigen")
            #expect(try await client.post("/regio/aanspreekpunt", Self.form).status == 303)
            let page = try await client.get("/regio/aanspreekpunt?gemeente=GM0606")
            #expect(page.body.contains("Bo Zoutmelde is nu het aanspreekpunt"))
            #expect(page.body.contains("tel:+31100000000"))
            #expect(page.body.contains("mailto:bevolkingszorg@regio.example"))
            let onDuty = try await region.read { tx -> String in
                let moment = Interval(TestRegion.now, TestRegion.now.adding(minutes: 1))
                let duty = try #require(try tx.duties(during: moment, line: Code("HTOABZ-REGIO")).first)
                return try #require(try tx.functionary(duty.person)).name.full
            }
            #expect(page.body.contains(onDuty))
            let board = try await region.client("bestuur").get("/regio/aanspreekpunt")
            #expect(!board.body.contains(onDuty))
            #expect(board.body.contains("Bo Zoutmelde"))
            let record = try #require(try await region.records(of: "contactPoint.set").last)
            #expect(record.after?.contains("Elzenaar") == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a later day waits, and the same day is corrected`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/regio/aanspreekpunt/wijzigen")
            for (name, day) in [("Een", "23-11-2026"), ("Twee", "23-11-2026"), ("Drie", "1-12-2026")] {
                let answer = try await client.post(
                    "/regio/aanspreekpunt",
                    [
                        "naam": "Bureau", "wie": name, "vervanger": "V", "telefoon": "010 000 00 00",
                        "email": "a@b.example", "bereikbaar": "altijd", "vanaf": day,
                    ])
                #expect(answer.status == 303)
            }
            let page = try await client.get("/regio/aanspreekpunt")
            #expect(page.body.contains("Twee is nu het aanspreekpunt"))
            #expect(page.body.contains("Drie"))
            #expect(!page.body.contains(">Een<"))
        }
    }

    @Test func `a form with everything wrong names every field`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/regio/aanspreekpunt/wijzigen")
            let answer = try await client.post(
                "/regio/aanspreekpunt", ["telefoon": "1", "email": "geen", "afwezig-van": "23-11-2026"])
            #expect(answer.status == 422)
            let fields = [
                "naam", "wie", "vervanger", "telefoon", "email", "bereikbaar", "vanaf", "afwezig-tot",
            ]
            for field in fields { #expect(answer.body.contains("id=\"\(field)-fout\""), "\(field)") }
        }
    }
}
