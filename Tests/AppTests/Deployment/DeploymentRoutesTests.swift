import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DeploymentRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `a mayor's call is recorded in three taps and read back`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("meldkamer")
            #expect(try await client.get("/").body.contains("/inzetten/opschalen"))
            let places = try await client.get("/inzetten/opschalen").body
            #expect(places.contains("/inzetten/opschalen?gemeente=GM0613"))
            let domains = try await client.get("/inzetten/opschalen?gemeente=GM0613").body
            #expect(domains.contains("value=\"social\""))
            let fields: KeyValuePairs<String, String> = [
                "sleutel": "tik", "gemeente": "GM0613", "domein": "social", "wie": "Burgemeester",
            ]
            let opened = try await client.post("/inzetten/opschalen", fields)
            let path = try #require(opened.location)
            #expect(opened.notice?.contains("Lees terug: Burgemeester vraagt hulp, sociaal domein") == true)
            #expect(try await client.post("/inzetten/opschalen", fields).location == path)
            let page = try await client.get(path).body
            #expect(page.contains("Opgeschaald buiten GRIP"))
            #expect(page.contains("vraagt hulp buiten GRIP (sociaal domein)"))
            #expect(try await client.get("/inzetten").body.contains("Nog achteraf te toetsen"))
            let form = try await client.get("\(path)/alarm").body
            #expect(form.contains("Nog te vragen: 2 mensen"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the log keeps when it happened, was heard and was written down`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/\(id)")
            _ = try await client.post(
                "/inzetten/\(id)/regels",
                ["sleutel": "r1", "tekst": "Rook <b>trekt</b> weg", "gebeurd": "09.30", "bron": "politie"])
            let page = try await client.get("/inzetten/\(id)").body
            #expect(page.contains("Rook &lt;b&gt;trekt&lt;/b&gt; weg"))
            #expect(page.contains("2 · 09.30"))
            #expect(page.contains("gehoord 10.00"))
            #expect(page.contains("van politie"))
            let json = try await client.send(
                .post, "/inzetten/\(id)/regels",
                [.accept: "application/json", .contentType: "application/x-www-form-urlencoded"], "csrf=x")
            #expect(json.status == 400 || json.status == 403)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `statements that contradict stand side by side until the coordinator decides`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)"
            let office = try await region.client("bureau")
            _ = try await office.get(path)
            for (key, text) in [("b1", "40 mensen"), ("b2", "60 mensen")] {
                _ = try await office.post(
                    "\(path)/beeld",
                    ["sleutel": key, "thema": "victims", "onderwerp": "Geëvacueerd", "tekst": text])
            }
            let contradicted = try await office.get("\(path)/beeld").body
            #expect(contradicted.contains("40 mensen") && contradicted.contains("60 mensen"))
            #expect(contradicted.contains("tegenspraak"))
            #expect(!contradicted.contains("Dit geldt"))
            let coordinator = try await region.client("informatie")
            #expect(try await coordinator.get("\(path)/beeld").body.contains("Dit geldt"))
            #expect(
                try await coordinator.get("\(path)/beeld/nieuw?beslist=3").body.contains("Beslis wat geldt"))
            _ = try await coordinator.post(
                "\(path)/beeld",
                [
                    "sleutel": "b3", "thema": "victims", "onderwerp": "Geëvacueerd", "tekst": "60 mensen",
                    "vervangt": "3", "beslist": "ja",
                ])
            _ = try await coordinator.post("\(path)/beeld/4/lcms", ["sleutel": "l"])
            _ = try await coordinator.post("\(path)/beeld/versies", ["sleutel": "v"])
            let settled = try await coordinator.get("\(path)/beeld").body
            #expect(!settled.contains("40 mensen"))
            #expect(settled.contains("Overgenomen in LCMS om 10.00 uur"))
            #expect(settled.contains("versie 1"))
        }
    }

    @Test func `a decision rests on a frozen picture, an action that is not done goes back`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)"
            let client = try await region.client("bureau")
            _ = try await client.get(path)
            _ = try await client.post(
                "\(path)/beeld", ["sleutel": "b", "thema": "incident", "onderwerp": "Rook", "tekst": "Zwart"])
            _ = try await client.post("\(path)/beeld/versies", ["sleutel": "v"])
            _ = try await client.post(
                "\(path)/besluiten",
                ["sleutel": "d", "tekst": "School ontruimen", "oordeel": "Rook nadert", "nagaan": "11.00"])
            _ = try await client.post(
                "\(path)/acties", ["sleutel": "a", "tekst": "Bel de school", "wie": "CO", "besluit": "4"])
            _ = try await client.post(
                "\(path)/acties/5", ["sleutel": "a2", "staat": "notDone", "terug": "Niemand neemt op"])
            let page = try await client.get("\(path)/besluiten").body
            #expect(page.contains("beeld versie 1</a>"))
            let frozen = try await client.get("\(path)/beeld/versies/3").body
            #expect(frozen.contains("Beeld versie 1, zoals het is vastgelegd") && frozen.contains("Zwart"))
            #expect(try await client.get("\(path)/beeld/versies/2").status == 404)
            #expect(page.contains("Niemand neemt op"))
            #expect(try await client.get(path).body.contains("niet uitgevoerd: Bel de school"))
            _ = try await client.post("\(path)/besluiten/4/effect", ["sleutel": "e", "effect": "works"])
            #expect(try await region.state(id).decisions.map(\.value.effect) == [.works])
        }
    }

    @Test func `a higher level asks the alarm for the difference only`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)"
            let client = try await region.client("meldkamer")
            _ = try await client.get(path)
            _ = try await client.post("\(path)/niveaus", ["sleutel": "g1", "niveau": "1"])
            #expect(try await client.get("\(path)/alarm").body.contains("Nog te vragen: 1 persoon"))
            let raised = try await client.post(
                "\(path)/alarm", ["sleutel": "al", "gemeente": "GM0613", "aantal-OVDBZ": "1"])
            #expect(raised.location?.hasPrefix("/alarmen/") == true)
            #expect(try await client.get("\(path)/alarm").body.contains("Iedereen die dit niveau vraagt"))
            _ = try await client.post("\(path)/niveaus", ["sleutel": "g2", "niveau": "2"])
            #expect(try await client.get("\(path)/alarm").body.contains("Nog te vragen: 5 mensen"))
            #expect(
                try await region.timeline(id).entries.map(\.kind) == ["opened", "level", "alarm", "level"])
        }
    }

    @Test func `a confidential entry is read by few, and each reading is in the journal`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let id = try await region.deployment(in: own)
            let path = "/inzetten/\(id)"
            let office = try await region.client("bureau")
            _ = try await office.get(path)
            _ = try await office.post(
                "\(path)/regels",
                ["sleutel": "r", "tekst": "Naam van het slachtoffer", "vertrouwelijk": "ja"])
            #expect(try await !office.get(path).body.contains("Naam van het slachtoffer"))
            #expect(try await office.get("\(path)/regels/2").body.contains("vastgelegd"))
            let read = try await office.post("\(path)/regels/2/lezing")
            #expect(read.body.contains("Naam van het slachtoffer"))
            #expect(try await region.records(of: "deploymentEntry.read").count == 1)
            let official = try await region.client("ambtenaar")
            #expect(try await official.get(path).body.contains("Vertrouwelijk."))
            let refused = try await official.post("\(path)/regels/2/lezing")
            #expect(refused.status == 403)
            #expect(!refused.body.contains("slachtoffer"))
            #expect(
                try await official.get(path, accept: "application/json").body.contains("slachtoffer") == false
            )
        }
    }

    @Test func `as known at a minute shows what was written down by then`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            _ = try await region.record(
                EntryDraft(.note(Note()), "Pas later bekend", key: "n"), in: id,
                at: TestRegion.now.adding(minutes: 3))
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/toen"
            let before = try await client.get("\(path)?dag=23-11-2026&tijd=10.02").body
            #expect(before.contains("Zoals bekend op ma 23 nov 2026, 10.02 uur"))
            #expect(!before.contains("Pas later bekend"))
            #expect(
                try await client.get("\(path)?dag=23-11-2026&tijd=10.03").body.contains("Pas later bekend"))
        }
    }

    @Test func `an exercise says so above and below every page and in every message`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment(exercise: true)
            let path = "/inzetten/\(id)"
            let client = try await region.client("bureau")
            for page in [
                "", "/beeld", "/besluiten", "/mensen", "/communicatie", "/opschaling", "/wacht", "/einde",
                "/toen",
            ] {
                let body = try await client.get("\(path)\(page)").body
                #expect(body.split(separator: "exercise-band").count == 3, "\(page)")
                #expect(body.contains("<title>OEFENING"), "\(page)")
            }
            _ = try await client.post(
                "\(path)/berichten", ["sleutel": "m", "tekst": "Sluit ramen", "onderwerp": "Rook"])
            #expect(try await region.state(id).messages.first?.entry.text == "OEFENING. Sluit ramen")
        }
    }

    @Test func `speakers that contradict each other and a message outside the mandate are signalled`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let path = "/inzetten/\(id)"
            let client = try await region.client("bureau")
            _ = try await client.get(path)
            _ = try await client.post(
                "\(path)/omgeving", ["sleutel": "o", "tekst": "Mogen we naar buiten?", "soort": "questions"])
            _ = try await client.post(
                "\(path)/berichten",
                [
                    "sleutel": "m1", "tekst": "Blijf binnen", "onderwerp": "Rook", "antwoord": "2",
                    "afzender": "region",
                ])
            _ = try await client.post(
                "\(path)/berichten",
                ["sleutel": "m2", "tekst": "Het is veilig", "onderwerp": "rook", "afzender": "municipality"])
            let page = try await client.get("\(path)/communicatie").body
            #expect(page.contains("Afzenders spreken elkaar tegen"))
            #expect(page.contains("Volgens de mandaatmatrix spreekt hier de regio."))
            #expect(page.contains("beantwoord in regel 3"))
        }
    }

    @Test func `a small deployment is written in one form and is over`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("meldkamer")
            _ = try await client.get("/inzetten/klein")
            let refused = try await client.post(
                "/inzetten/klein", ["sleutel": "k", "gedaan": "Advies gegeven"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("Advies gegeven"))
            let written = try await client.post(
                "/inzetten/klein",
                [
                    "sleutel": "k", "gemeente": "GM0613", "gedaan": "Advies over opvang van drie gezinnen",
                    "vrager": "politie", "overgedragen": "wijkteam", "minuten": "20", "advies": "ja",
                ])
            let page = try await client.get(try #require(written.location)).body
            #expect(page.contains("Gevraagd door politie. Advies over opvang van drie gezinnen"))
            #expect(page.contains("Afgesloten"))
        }
    }

    @Test func `a template gives first tasks with a card, and a municipality adds to the card`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            _ = try await client.get("/inzetten/nieuw")
            let opened = try await client.post(
                "/inzetten",
                [
                    "sleutel": "s", "titel": "Brand met asbest", "gemeente": "GM0613", "niveau": "1",
                    "sjabloon": "asbest",
                ])
            let path = try #require(opened.location)
            let page = try await client.get("\(path)/besluiten").body
            #expect(page.contains("Eerste feiten en wat mensen kunnen doen naar buiten"))
            #expect(page.contains("/taakkaarten/communicatie"))
            let own = try await region.ownMunicipality()
            let official = try await region.client("ambtenaar")
            _ = try await official.get("/taakkaarten/opvang")
            _ = try await official.post(
                "/taakkaarten/opvang", ["gemeente": own.text, "tekst": "Sleutel bij de portier"])
            #expect(try await client.get("/taakkaarten/opvang").body.contains("Sleutel bij de portier"))
        }
    }

    @Test func `who watches a stream is let in by right, and hears only what is newer`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            let stream = try await client.get("/inzetten/\(id)/stroom.sse")
            #expect(stream.headers[.contentType] == "text/event-stream")
            #expect(stream.body.contains("id: 1\ndata: 1\n\n"))
            #expect(try await !client.get("/inzetten/\(id)/stroom.sse?na=1").body.contains("data:"))
            _ = try await region.record(EntryDraft(.note(Note()), "Nieuw", key: "n"), in: id)
            #expect(try await client.get("/inzetten/\(id)/stroom.sse?na=1").body.contains("data: 2"))
            #expect(try await client.get("/inzetten/\(id)/log.html").body.contains("Nieuw"))
            #expect(try await region.client("bestuur").get("/inzetten/\(id)/stroom.sse").status == 404)
            #expect(try await region.client("bestuur").get("/inzetten/\(id)/log.html").status == 404)
        }
    }

    @Test func `what viewers share holds nothing of one of them`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await region.deployment()
            let client = try await region.client("bureau")
            for part in DeploymentPart.allCases {
                let body = try await client.get("/inzetten/\(id)/\(part.rawValue).html").body
                #expect(!body.contains("csrf"))
                #expect(!body.contains("<form"))
            }
        }
    }

    @Test func `the region's own matrix makes another declarer a note beside the declaration`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let office = try await region.client("bureau")
            #expect(try await office.get("/inzetten/afspraken").body.contains("niet vastgelegd"))
            _ = try await office.post("/inzetten/afspraken/niveaus/3", ["mayor": "ja"])
            let id = try await region.deployment()
            _ = try await office.post(
                "/inzetten/\(id)/niveaus", ["sleutel": "g", "niveau": "3", "functie": "officer"])
            #expect(
                try await office.get("/inzetten/\(id)").body
                    .contains("Volgens de afspraken van de regio kondigt burgemeester GRIP 3 af"))
            _ = try await office.post(
                "/inzetten/afspraken/mandaten",
                ["soort": "care", "fase": "grip3", "wie": "region", "goedkeuren": "ja"])
            #expect(
                try await region.read { tx in try tx.mandateMatrix().rule(.care, .grip3).needsApproval })
        }
    }
}
