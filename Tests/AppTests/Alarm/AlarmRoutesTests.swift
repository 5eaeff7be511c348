import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AlarmRoutesTests {
    private static let form: KeyValuePairs<String, String> = [
        "sleutel": "formulier-1", "gemeente": "GM0613", "plaats": "Sporthal",
        "omschrijving": "Brand in een flat.",
        "aantal-OVDBZ": "1", "aantal-CO": "2", "binnen": "",
    ]

    @Test(arguments: TestEngine.allCases)
    func `the control room raises, follows and stops an alarm on a page`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("meldkamer")
            #expect(try await client.get("/alarmen").body.contains("Er loopt geen alarm"))
            #expect(try await client.get("/alarmen/nieuw").body.contains("Wie zijn er nodig?"))
            let preview = try await client.post("/alarmen/voorbeeld", Self.form)
            #expect(preview.body.contains("Er is nog niets verstuurd"))
            #expect(preview.body.contains("formulier-1"))
            let raised = try await client.post("/alarmen", Self.form)
            let path = try #require(raised.location)
            let page = try await client.get(path).body
            #expect(page.contains("Nog nodig"))
            #expect(page.contains("Brand in een flat."))
            #expect(page.contains("Heeft piket."))
            #expect(try await client.post("/alarmen", Self.form).location == path)
            let json = try await client.get(path, accept: "application/json")
            #expect(json.headers[.contentType] == "application/json")
            #expect(json.body.contains("\"nogNodig\":2"))
            let list = try await client.get("/alarmen", accept: "application/json")
            #expect(list.body.contains("\"staat\":\"open\""))
            _ = try await client.get(path)
            _ = try await client.post("\(path)/omschrijving", ["tekst": "Grote brand."])
            _ = try await client.post("\(path)/geinformeerd", ["wie": "mayor", "plaats": "0"])
            let told = try await client.get(path).body
            #expect(told.contains("Grote brand."))
            #expect(told.contains("geïnformeerd om"))
            _ = try await client.post("\(path)/beeindiging")
            #expect(try await client.get(path).body.contains("is beëindigd"))
        }
    }

    @Test func `a form that cannot be read comes back with what was typed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("meldkamer")
            _ = try await client.get("/alarmen/nieuw")
            let refused = try await client.post(
                "/alarmen", ["sleutel": "s", "gemeente": "", "plaats": "Haven", "omschrijving": "Rook"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("Vraag minstens één functie."))
            #expect(refused.body.contains("Kies een gemeente."))
            #expect(refused.body.contains("Haven"))
            let odd = try await client.post(
                "/alarmen", ["sleutel": "s", "gemeente": "GM0599", "aantal-CO": "veel", "binnen": "gauw"])
            #expect(odd.body.contains("Vraag voor CO een heel aantal van 1 tot"))
            #expect(odd.body.contains("een heel aantal minuten van 1 tot"))
            #expect(!odd.body.contains(" -1"))
        }
    }

    @Test func `somebody who is called sees it, answers, and reads why`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 90)]))
            // Everybody of the function is called, whoever they are.
            _ = try await region.claim(at: TestRegion.now.adding(minutes: 1))
            let client = try await region.client("functionaris")
            #expect(try await client.get("/").body.contains("Antwoord nu"))
            let page = try await client.get("/alarmen/\(raised.id)/ik").body
            #expect(page.contains("Kun je komen"))
            #expect(page.contains("Waarom (niet) ik?"))
            let answered = try await client.post(
                "/alarmen/\(raised.id)/antwoord", ["antwoord": "komt", "minuten": "30"])
            #expect(answered.notice == "Genoteerd: je komt.")
            #expect(try await region.people(raised.id, .promised) == [own])
            #expect(try await client.get("/alarmen/\(raised.id)/ik").body.contains("Je komt vóór"))
        }
    }

    @Test func `a running alarm fetches itself again without a script, until that is stopped or it is over`()
        async throws
    {
        let (running, still, over) = try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            let client = try await region.client("meldkamer")
            let running = try await client.get("/alarmen/\(raised.id)").body
            let still = try await client.get("/alarmen/\(raised.id)?stil=ja").body
            _ = try await client.get("/alarmen/\(raised.id)/beeindiging")
            _ = try await client.post("/alarmen/\(raised.id)/beeindiging")
            return (running, still, try await client.get("/alarmen/\(raised.id)").body)
        }
        let refresh = "<meta http-equiv=\"refresh\" content=\"20\">"
        #expect(running.contains(refresh))
        #expect(!still.contains(refresh) && still.contains("Weer zelf bijwerken"))
        #expect(!over.contains(refresh))
    }

    @Test func `an empty description is asked for again, and nothing is sent`() async throws {
        let (form, refused, sent) = try await TestRegion.with(.sqlite) { region in
            let raised = try await region.raise()
            try await region.deliverAll()
            let client = try await region.client("meldkamer")
            let form = try await client.get("/alarmen/\(raised.id)/omschrijving").body
            let refused = try await client.post("/alarmen/\(raised.id)/omschrijving", ["tekst": " "])
            return (form, refused, try await region.deliverAll().count)
        }
        #expect(form.contains("Wat moet iedereen weten?"))
        #expect(refused.status == 422)
        #expect(refused.body.contains("Schrijf wat iedereen moet weten."))
        #expect(sent == 0)
    }

    @Test(arguments: TestEngine.allCases)
    func `who leads rings the mayor from the page, by the municipality's card`(engine: TestEngine)
        async throws
    {
        let (led, followed) = try await TestRegion.with(engine) { region in
            let raised = try await region.raise()
            return (
                try await region.client("meldkamer").get("/alarmen/\(raised.id)").body,
                try await region.client("coordinerend").get("/alarmen/\(raised.id)").body
            )
        }
        #expect(led.contains("nog niet geïnformeerd"))
        #expect(led.contains("Bel ") && led.contains("tel:+3160009"))
        #expect(!followed.contains("tel:"))
    }

    @Test(arguments: TestEngine.allCases)
    func `who is on duty to lead raises and leads with no other right, and no longer than the duty`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let (raised, led, stopped, after) = try await TestRegion.with(engine) { sample in
            let region = sample.with(clock)
            let (person, end) = try await region.read { tx in
                let now = Interval(TestRegion.now, TestRegion.now.adding(minutes: 1))
                let lines = Set(try tx.lines().filter { $0.function == Code("OVDBZ") }.map(\.code))
                let duty = try #require(try tx.duties(during: now).first { lines.contains($0.duty.line) })
                return (duty.person, duty.duty.interval.end)
            }
            let hash = try await region.application.passwords.hash(
                "een lang wachtwoord", salt: Array(repeating: 1, count: 16))
            try await region.change(as: "beheer") { change in
                _ = try change.addAccount(
                    name: "ovd", displayName: "OvD", person: person,
                    grants: [RoleGrant(role: .functionary, municipality: nil)], password: hash,
                    mustChange: false)
            }
            let client = TestClient(region.application)
            _ = try await client.signIn("ovd", "een lang wachtwoord")
            _ = try await client.get("/alarmen/nieuw")
            let raised = try await client.post("/alarmen", Self.form)
            let path = raised.location ?? ""
            let led = try await client.get(path).body
            _ = try await client.get("\(path)/beeindiging")
            let stopped = try await client.post("\(path)/beeindiging")
            clock.turn(to: end.adding(minutes: 1))
            _ = try await client.signIn("ovd", "een lang wachtwoord")
            return (raised, led, stopped, try await client.get("/alarmen/nieuw").status)
        }
        #expect(raised.notice == "Het alarm is gegeven.")
        #expect(led.contains("Nieuw bericht sturen"))
        #expect(stopped.notice == "Het alarm is beëindigd. Niemand wordt meer gevraagd.")
        #expect(after == 403)
    }
}
