import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ConfirmContactTests {
    /// As the night asks it.
    private func ask(_ region: TestRegion, at now: Instant = TestRegion.now) async throws -> Int {
        try await region.storage.change(
            by: .background("contact-confirming"), at: now, randomness: .system
        ) { change in try change.askForConfirmation() }
    }

    private func openMail(_ region: TestRegion) async throws {
        try await region.storage.write { tx in
            try tx.execute(
                """
                INSERT INTO channel (id, kind, name, rank, is_open, form, setting, secrets, inbound_hash, version,
                    changed_at)
                VALUES ('a', 'mail', 'Mail', 1, 1, 'mail', '{}', '{}', '', 1, 0)
                """)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `everybody is asked once in a norm's time, and who confirmed is left in peace`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            #expect(try await ask(region) == 0)
            try await openMail(region)
            let people = try await region.people()
            let id = try #require(try await region.signedIn("functionaris").person)
            try await region.change(as: "functionaris") { try $0.confirmContact() }
            #expect(try await ask(region) == people.count - 1)
            #expect(try await ask(region) == 0)
            let later = Amsterdam.instant(
                Amsterdam.day(at: TestRegion.now).adding(months: 3).adding(days: 1), hour: 4)
            #expect(try await ask(region, at: later) == people.count)
            #expect(try await verifyJournal(region.storage).isWhole)
            let letters = try await region.letters(to: try await region.person { $0.id == id })
            #expect(letters.map(\.subject) == ["Kloppen je gegevens nog?"])
        }
    }

    @Test func `the letter shows no number or address in full`() async throws {
        try await TestRegion.with(.sqlite) { region in
            try await openMail(region)
            _ = try await ask(region)
            let person = try #require(try await region.people().first)
            let letter = try #require(try await region.letters(to: person).first)
            let channels = try await region.read { tx in try tx.channels(of: person.id) }
            #expect(channels.count == 2)
            for channel in channels {
                #expect(!letter.text.contains(channel.address))
                #expect(!letter.text.contains(channel.shown))
                #expect(letter.text.contains(channel.masked))
            }
        }
    }

    @Test func `a functionary confirms, or changes how they are reached, by themself`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("functionaris")
            let id = try #require(try await region.signedIn("functionaris").person)
            #expect(try await client.get("/mijn/gegevens").body.contains("Je hebt ze nog nooit bevestigd"))
            let confirmed = try await client.post("/mijn/bevestiging")
            #expect(confirmed.notice == "Bedankt. Je gegevens zijn bevestigd.")
            #expect(
                try await client.get("/mijn/gegevens").body.contains("Je gegevens klopten op ma 23 nov 2026"))
            _ = try await client.get("/mijn/bereikbaarheid")
            let wrong = try await client.post("/mijn/bereikbaarheid", ["mobiel": "12", "eerst": "mobile"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("value=\"12\""))
            let nothing = try await client.post("/mijn/bereikbaarheid", ["eerst": "mobile"])
            #expect(nothing.body.contains("Vul ten minste één manier in"))
            _ = try await client.post(
                "/mijn/bereikbaarheid",
                ["mobiel": "06 00012345", "email": "nieuw@gemeente.example", "eerst": "email"])
            let channels = try await region.read { tx in try tx.channels(of: id) }
            #expect(channels.map(\.address) == ["nieuw@gemeente.example", "+31600012345"])
            let record = try #require(try await region.records(of: "contact.changed").last)
            #expect(record.after?.contains("nieuw@gemeente") == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the link in the letter confirms without signing in, once, and shows no number in full`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            try await openMail(region)
            try await region.change(as: "beheer") { try $0.setSiteAddress("https://oranje.test") }
            _ = try await ask(region)
            let person = try #require(try await region.people().first)
            let letter = try #require(try await region.letters(to: person).first)
            let found = try #require(
                letter.text.firstMatch(of: /https:\/\/oranje\.test(\/g\/[A-Za-z0-9_-]+)/))
            let path = String(found.output.1)
            let reader = TestClient(region.application)
            let page = try await reader.get(path)
            let channels = try await region.read { tx in try tx.channels(of: person.id) }
            #expect(page.body.contains("Kloppen je gegevens nog?"))
            #expect(channels.allSatisfy { page.body.contains($0.masked) && !page.body.contains($0.address) })
            // Looking is not answering.
            #expect(try await region.records(of: "contact.confirmed").isEmpty)
            #expect(try await reader.post(path).location == path)
            #expect(try await reader.get(path).body.contains("Bedankt, je gegevens zijn bevestigd"))
            _ = try await reader.post(path)
            let records = try await region.records(of: "contact.confirmed")
            #expect(records.map(\.objectID) == [person.id.description])

            let changed = path.hasPrefix("/g/A") ? "/g/B" : "/g/A"
            let forged = try await reader.get(changed + path.dropFirst(changed.count))
            #expect(forged.status == 404)
            let days = ConfirmationLink.daysMax + 1
            let late = region.with(TestClock(TestRegion.now.adding(minutes: days * 24 * 60)))
            #expect(try await TestClient(late.application).get(path).status == 410)
        }
    }

    @Test func `the letter says to sign in while nobody set the address of the site`() async throws {
        try await TestRegion.with(.sqlite) { region in
            try await openMail(region)
            _ = try await ask(region)
            let person = try #require(try await region.people().first)
            let letter = try #require(try await region.letters(to: person).first)
            #expect(letter.text.contains("Klopt dat nog? Meld je aan bij Oranje"))
            #expect(!letter.text.contains("/g/"))
        }
    }
}
