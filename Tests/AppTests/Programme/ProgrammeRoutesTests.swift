import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct ProgrammeRoutesTests {
    private static let form: KeyValuePairs<String, String> = [
        "titel": "Training nafase", "soort": "training", "functies": "HTONF", "uitleg": "Eén middag.",
    ]

    /// Adds an activity through its form.
    private func activity(_ client: TestClient, _ region: TestRegion) async throws -> Activity {
        _ = try await client.get("/programma/activiteiten/nieuw")
        let answer = try await client.post("/programma/activiteiten", Self.form)
        #expect(answer.location == "/programma/activiteiten")
        return try #require(
            try await region.read { tx in try tx.activities() }.first { $0.title == "Training nafase" })
    }

    @Test(arguments: TestEngine.allCases)
    func `the office plans an activity and a session of it, week after week`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let client = try await region.client("bureau")
            let activity = try await activity(client, region)
            #expect(activity.functions == [Code("HTONF")])
            let page = try await client.get("/programma/activiteiten/\(activity.id)")
            #expect(page.body.contains("value=\"HTONF\" checked"))
            _ = try await client.get("/programma/sessies/nieuw?activiteit=\(activity.id)")
            let answer = try await client.post(
                "/programma/sessies",
                [
                    "activiteit": "\(activity.id)", "dag": "9-3-2027", "van": "13:00", "tot": "17.00",
                    "plaats": "Stadhuis", "plaatsen": "8", "kosten": "€ 1.250,50",
                    "herhalen-tot": "30-3-2027",
                    "inschrijven-tot": "1-3-2027",
                ])
            #expect(answer.notice == "De sessie staat op het programma.")
            let sessions = try await region.read { tx in
                try tx.activitySessions(during: .always).filter { $0.activity == activity.id }
            }
            #expect(sessions.map { Amsterdam.wallClock(at: $0.interval.start).hour } == [13, 13, 13, 13])
            #expect(sessions.map(\.cost.cents) == [125_050, 125_050, 125_050, 125_050])
            #expect(sessions.last?.enrolThrough == Day(iso: "2027-03-22"))
            let year = try await client.get("/programma?jaar=2027&soort=training")
            #expect(year.body.contains("di 9 mrt 2027 13.00–17.00"))
            #expect(year.body.contains("8 van 8 vrij"))
        }
    }

    @Test func `a session that cannot be says so at its fields and keeps what was typed`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let activity = try await activity(client, region)
            _ = try await client.get("/programma/sessies/nieuw")
            let empty = try await client.post("/programma/sessies", ["dag": "31-2-2027", "kosten": "veel"])
            #expect(empty.status == 422)
            for field in ["activiteit", "dag", "van", "tot", "plaats", "kosten"] {
                #expect(empty.body.contains("id=\"\(field)-fout\""), "\(field)")
            }
            #expect(empty.body.contains("value=\"31-2-2027\""))
            let past = try await client.post(
                "/programma/sessies",
                [
                    "activiteit": "\(activity.id)", "dag": "1-10-2026", "van": "09:00", "tot": "12:00",
                    "plaats": "Stadhuis", "plaatsen": "0", "inschrijven-tot": "2-10-2026",
                    "herhalen-tot": "30-9-2026",
                ])
            #expect(past.status == 422)
            for sentence in [
                "Deze sessie ligt in het verleden", "Laat ten minste één plaats over",
                "Inschrijven kan niet langer dan tot de dag", "ligt voor de eerste sessie",
            ] {
                #expect(past.body.contains(sentence), "\(sentence)")
            }
        }
    }

    @Test func `places cannot become fewer than the people who have one`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(capacity: 3)
            try await region.enrol(try await region.freePeople(3), in: session)
            let client = try await region.client("bureau")
            _ = try await client.get("/programma/sessies/\(session.id)/wijzigen")
            let fields: KeyValuePairs<String, String> = [
                "activiteit": "\(session.activity)", "dag": "3-12-2026", "van": "10:00", "tot": "13:00",
                "plaats": "Stadhuis", "plaatsen": "2", "versie": "1",
            ]
            let answer = try await client.post("/programma/sessies/\(session.id)", fields)
            #expect(answer.status == 422)
            #expect(answer.body.contains("Er hebben al 3 personen een plek"))
        }
    }

    @Test func `a functionary enrols, hears why not a second time, and withdraws`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(functions: ["OVDBZ"])
            let client = try await region.client("functionaris")
            let path = "/programma/sessies/\(session.id)"
            let page = try await client.get(path)
            #expect(page.body.contains("Schrijf mij in"))
            #expect(!page.body.contains("<h2>Deelnemers</h2>"))
            let enrolled = try await client.post("\(path)/inschrijving")
            #expect(enrolled.notice?.hasPrefix("Je bent ingeschreven") == true)
            let again = try await client.post("\(path)/inschrijving")
            #expect(again.notice == "Deze persoon heeft al een plek in deze sessie.")
            let own = try await client.get("/programma/mijn")
            #expect(own.body.contains("je hebt een plek"))
            let calendar = try await client.get("\(path)/agenda")
            #expect(calendar.body.hasPrefix("BEGIN:VCALENDAR\r\n"))
            #expect(try await client.post("\(path)/uitschrijving").notice == "Je bent uitgeschreven.")
            #expect(try await client.get("\(path)/agenda").status == 404)
        }
    }

    @Test func `a session for other functions says for whom it is, and offers no button`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession(functions: ["HTONF"])
            let client = try await region.client("functionaris")
            let page = try await client.get("/programma/sessies/\(session.id)")
            #expect(page.body.contains("Deze sessie is voor "))
            #expect(!page.body.contains("Schrijf mij in"))
            let answer = try await client.post("/programma/sessies/\(session.id)/inschrijving")
            #expect(answer.notice?.hasPrefix("Deze sessie is voor ") == true)
        }
    }

    @Test func `the office adds people by name and takes them off, and calls the session off with a reason`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession()
            let person = try #require(try await region.freePeople(1).first)
            let client = try await region.client("bureau")
            let path = "/programma/sessies/\(session.id)"
            _ = try await client.get(path)
            let added = try await client.post("\(path)/deelnemers", ["wie": person.personnelNumber])
            #expect(added.notice == "\(person.name.full) heeft een plek.")
            let unknown = try await client.post("\(path)/deelnemers", ["wie": "Niemand"])
            #expect(unknown.notice == "Niet toegevoegd: “Niemand” staat zo niet in het register.")
            #expect(try await client.get(path).body.contains(person.name.surname))
            let off = try await client.post("\(path)/deelnemers/\(person.id)/uitschrijving")
            #expect(off.notice == "Uitgeschreven.")
            _ = try await client.get("\(path)/afzeggen")
            #expect(try await client.post("\(path)/afzegging", ["versie": "1"]).status == 422)
            _ = try await client.post("\(path)/afzegging", ["versie": "1", "reden": "Storm"])
            #expect(try await client.get(path).body.contains("gaat niet door"))
            let late = try await client.post("\(path)/deelnemers", ["wie": person.personnelNumber])
            #expect(late.notice == "Deze sessie gaat niet door. Er verandert niets.")
        }
    }

    @Test func `names of participants are for the office and for their own municipality`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let session = try await region.plannedSession()
            let own = try await region.ownMunicipality()
            let free = try await region.freePeople()
            let colleague = try #require(free.first { $0.municipality == own })
            let neighbour = try #require(free.first { $0.municipality != own })
            try await region.enrol([colleague, neighbour], in: session)
            let path = "/programma/sessies/\(session.id)"
            let seen = [
                ("bureau", true, true), ("ambtenaar", true, false), ("functionaris", false, false),
                ("secretaris", false, false),
            ]
            for (name, seesColleague, seesNeighbour) in seen {
                let body = try await region.client(name).get(path).body
                #expect(body.contains("\(colleague.id)") == seesColleague, "\(name)")
                #expect(body.contains("\(neighbour.id)") == seesNeighbour, "\(name)")
            }
        }
    }

    @Test func `the joint exercise of a year that has none is a signal until it is planned`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("bureau")
            let missing = "De gezamenlijke oefening van 2027 is niet gehouden en niet gepland"
            #expect(try await client.get("/programma?jaar=2027").body.contains(missing))
            let held = "De gezamenlijke oefening van 2026 is gehouden"
            #expect(try await client.get("/programma?jaar=2026").body.contains(held))
            #expect(!(try await client.get("/").body.contains("niet gehouden en niet gepland")))
            _ = try await region.plannedSession(inDays: 200, isJoint: true)
            #expect(
                try await client.get("/programma?jaar=2027").body.contains(
                    "De gezamenlijke oefening van 2027 is gepland: "))
            let later = region.with(TestClock(TestRegion.now.adding(minutes: 500 * 24 * 60)))
            let nextYear = try await later.client("bureau").get("/")
            #expect(
                nextYear.body.contains("De gezamenlijke oefening van 2028 is niet gehouden en niet gepland"))
        }
    }

    @Test func `hours and cost of a year add up to what was spent`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let visit = try await region.visit(
                "bureau", "/programma/kosten", query: FormFields(["jaar": "2026"]))
            let page = try await region.read { tx in try ProgrammeCostPage(visit, tx) }
            let sum = page.rows.map(\.cost.cents).reduce(0, +) + page.undivided.cents
            #expect(sum == page.total.cents)
            #expect(page.total.cents > 0)
            let client = try await region.client("bureau")
            #expect(try await client.get("/programma/kosten?jaar=2026").body.contains(page.rows[0].name))
            for path in ["/programma/kosten.csv", "/programma/lijst.xlsx"] {
                #expect(try await client.get(path).status == 200, "\(path)")
            }
        }
    }
}
