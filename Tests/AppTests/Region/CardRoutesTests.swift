import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct CardRoutesTests {
    /// A client of the regional office with the card of Schiedam open.
    private func office(_ region: TestRegion) async throws -> TestClient {
        let client = try await region.client("bureau")
        _ = try await client.get("/regio/gemeenten/GM0606")
        return client
    }

    private func addMayor(_ client: TestClient) async throws {
        for (office, name, phone) in [
            ("mayor", "Burgemeester B.", "06 00001111"), ("deputyMayor", "Loco L.", "06 00002222"),
        ] {
            _ = try await client.post(
                "/regio/gemeenten/GM0606/bestuurders",
                ["ambt": office, "naam": name, "telefoon": phone, "volgorde": "1", "prive": "ja"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a section carries who looked last, and says when that is too long ago`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let clock = TestClock()
            let timed = region.with(clock)
            let client = try await timed.client("bureau")
            let first = try await client.get("/regio/gemeenten/GM0606")
            #expect(first.body.contains("nog niet nagekeken"))
            let written = try await client.post(
                "/regio/gemeenten/GM0606/lokaal",
                ["tekst": "De brug staat\nom acht uur open <b>", "versie": "0"])
            #expect(written.status == 303)
            let page = try await client.get("/regio/gemeenten/GM0606")
            #expect(page.body.contains("<p>om acht uur open &lt;b&gt;</p>"))
            #expect(page.body.contains("9 onderdelen zijn niet recent nagekeken"))
            let stale = try await client.post(
                "/regio/gemeenten/GM0606/lokaal", ["tekst": "Anders", "versie": "0"])
            #expect(stale.status == 409)
            #expect(try await client.post("/regio/gemeenten/GM0606/gevoelig/nagekeken").status == 303)
            clock.advance(minutes: (92 + 1) * 24 * 60)
            let again = try await timed.client("bureau")
            let later = try await again.get("/regio/gemeenten/GM0606")
            #expect(later.body.contains("verouderd"))
            let record = try #require(try await region.records(of: "card.written").last)
            #expect(record.after?.contains("brug") == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `leave of the mayor puts the deputy on the card, to be called with one tap`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await office(region)
            try await addMayor(client)
            let officials = try await region.read { tx in try tx.officials(of: Code("GM0606")) }
            let mayor = try #require(officials.first { $0.office == .mayor })
            let before = try await client.get("/regio/gemeenten/GM0606")
            #expect(before.body.contains("tel:+31600001111"))
            let path = "/regio/gemeenten/GM0606/bestuurders/\(mayor.id)"
            let answer = try await client.post("\(path)/verlof", ["van": "23-11-2026", "tot": "27-11-2026"])
            #expect(answer.status == 303)
            let page = try await client.get("/regio/gemeenten/GM0606")
            #expect(page.body.contains("Burgemeester B. is met verlof tot"))
            #expect(page.body.contains("tel:+31600002222"))
            let leaves = try await region.read { tx in try tx.officialLeaves(from: TestRegion.now) }
            let leave = try #require(leaves.first { $0.official == mayor.id })
            #expect(try await client.post("\(path)/verlof/\(leave.id)/intrekking").status == 303)
            let wrong = try await client.post("\(path)/verlof", ["van": "27-11-2026", "tot": "23-11-2026"])
            #expect(wrong.status == 422)
            #expect(try await client.post("\(path)/verwijdering").status == 303)
            #expect(try await region.read { tx in try tx.officials(of: Code("GM0606")).count } == 1)
            let record = try #require(try await region.records(of: "official.removed").last)
            #expect(record.before?.contains("Burgemeester") == false)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a shelter is added, changed and removed, with its keyholder`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await office(region)
            let path = "/regio/gemeenten/GM0606"
            let added = try await client.post(
                "\(path)/opvang/regels",
                [
                    "naam": "Sporthal Margriet", "adres": "Dam 1", "contact": "Beheerder",
                    "telefoon": "06 00003333",
                ])
            #expect(added.status == 303)
            let entry = try #require(
                try await region.read { tx in try tx.cardEntries(of: Code("GM0606")) }.first)
            #expect(entry.section == .shelters)
            let changed = try await client.post(
                "\(path)/regels/\(entry.id)",
                ["naam": "Sporthal Margriet", "opmerking": "200 bedden", "prive": "ja"])
            #expect(changed.status == 303)
            #expect(try await client.get(path).body.contains("200 bedden"))
            let refused = try await client.post("\(path)/regels/\(entry.id)", ["naam": "", "telefoon": "1"])
            #expect(refused.status == 422)
            #expect(try await client.post("\(path)/regels/\(entry.id)/verwijdering").status == 303)
            #expect(try await region.read { tx in try tx.cardEntries(of: Code("GM0606")).isEmpty })
        }
    }

    @Test
    func `private numbers are for who plans, alarms, keeps the card, or is on duty for the municipality`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            try await addMayor(try await office(region))
            let number = "tel:+31600001111"
            for (name, sees) in [("bureau", true), ("meldkamer", true), ("coordinerend", false)] {
                let page = try await region.client(name).get("/regio/gemeenten/GM0606")
                #expect(page.status == 200, "\(name)")
                #expect(page.body.contains(number) == sees, "\(name)")
            }
            let onDuty = try await region.read { tx in
                let moment = Interval(TestRegion.now, TestRegion.now.adding(minutes: 1))
                return try tx.duties(during: moment, line: Code("OVDBZ-NOORD")).map(\.person)
            }
            let functionary = try await region.visit("functionaris", parameters: ["gemeente": "GM0606"])
            let expected = functionary.signedIn.person.map(onDuty.contains) ?? false
            let sees = try await region.read { tx in
                try functionary.seesPrivateNumbers(of: Code("GM0606"), tx)
            }
            #expect(sees == expected)
        }
    }

    @Test
    func `a card of another municipality cannot be opened or kept by a municipal role, nor any by the board`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other = own.text == "GM0606" ? "GM0599" : "GM0606"
            let client = try await region.client("ambtenaar")
            #expect(try await client.get("/regio/gemeenten/\(own)").status == 200)
            #expect(try await client.get("/regio/gemeenten/\(other)").status == 404)
            let foreign = try await client.post(
                "/regio/gemeenten/\(other)/lokaal", ["tekst": "x", "versie": "0"])
            #expect(foreign.status == 404)
            let list = try await client.get("/regio/gemeenten")
            #expect(!list.body.contains("/regio/gemeenten/\(other)\""))
            #expect(try await region.client("bestuur").get("/regio/gemeenten/\(own)").status == 403)
            #expect(try await client.get("/regio/gemeenten/GM0501").status == 404)
        }
    }
}
