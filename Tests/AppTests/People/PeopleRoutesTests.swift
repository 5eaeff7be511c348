import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PeopleRoutesTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 7))

    @Test(arguments: TestEngine.allCases)
    func `the people of another municipality are not there for an ambtenaar`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let own = try await region.ownMunicipality()
            let other = try await region.person { $0.municipality != own }
            let client = try await region.client("ambtenaar")
            let before = try await region.recordCount()
            for route in Routes.people + Routes.coverage where route.path.hasPrefix("/mensen/:id") {
                let path = route.samplePath.replacing(
                    "/mensen/01a13951-6cc0-7bc6-846c-9661bc721227", with: "/mensen/\(other.id)")
                let answer =
                    route.method == .get ? try await client.get(path) : try await client.post(path)
                #expect(answer.status == 404, "\(route.method) \(route.path)")
                #expect(!answer.body.contains(other.name.surname), "\(route.path)")
            }
            #expect(try await region.recordCount() == before)
            let list = try await client.get("/mensen?gemeente=\(other.municipality)")
            #expect(!list.body.contains("\(other.id)"))
        }
    }

    @Test func `an ambtenaar adds people to the own municipality only`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other = try await region.person { $0.municipality != own }.municipality
            let client = try await region.client("ambtenaar")
            for (municipality, status) in [(own, 303), (other, 422)] {
                let answer = try await client.post(
                    "/mensen",
                    [
                        "gemeente": municipality.text, "personeelsnummer": "N-1", "voornaam": "Anna",
                        "achternaam": "Elzenaar",
                    ])
                #expect(answer.status == status)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is on duty reports that they cannot come, and hears which duty falls open`(
        engine: TestEngine
    )
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try #require(try await region.signedIn("functionaris").person)
            let line = try await region.line("OVDBZ-NOORD")
            try await region.change(as: "bureau") {
                try $0.assignDuty(line.code, .first, Self.week, person: person, explanation: "toets")
            }
            let client = try await region.client("functionaris")
            #expect(try await client.get("/mensen/\(person)/verhindering").status == 200)
            let answer = try await client.post(
                "/mensen/\(person)/verhinderingen", ["van": "1-12-2026", "tot": "2-12-2026"])
            #expect(answer.status == 303)
            #expect(answer.notice?.contains("1 dienst valt daardoor open") == true)
            #expect(answer.notice?.contains("OVDBZ-NOORD") == true)
            let page = try await client.get("/mensen/\(person)").body
            #expect(page.contains("di 1 dec 2026 00.00 – wo 2 dec 2026 24.00"))
            let absence = try #require(
                page.firstMatch(of: /verhinderingen\/([0-9a-f-]{36})\/intrekking/)?.output.1)
            let withdrawn = try await client.post("/mensen/\(person)/verhinderingen/\(absence)/intrekking")
            #expect(withdrawn.status == 303)
            #expect(try await !client.get("/mensen/\(person)").body.contains("di 1 dec 2026 00.00"))
            #expect(try await region.records(of: "absence.withdrawn").count == 1)
        }
    }

    @Test func `an absence outside every duty opens none`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let busy = Set(
                try await region.read { tx in
                    try tx.duties(during: Self.week.interval).map(\.person)
                })
            let person = try await region.person { $0.municipality == own && !busy.contains($0.id) }
            let client = try await region.client("ambtenaar")
            let path = "/mensen/\(person.id)/verhinderingen"
            let answer = try await client.post(path, ["van": "2-12-2026"])
            #expect(answer.notice == "De verhindering is vastgelegd.")
            let refused = try await client.post(path, ["van": "5-12-2026", "tot": "laatst"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("value=\"laatst\""))
            #expect(refused.body.contains("id=\"tot-fout\""))
        }
    }

    @Test func `nobody reports an absence of somebody else without being their official`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try #require(try await region.signedIn("functionaris").person)
            let other = try await region.person { $0.id != own }
            let before = try await region.recordCount()
            let path = "/mensen/\(other.id)/verhinderingen"
            let answer = try await region.client("functionaris").post(path, ["van": "1-12-2026"])
            #expect(answer.status == 403)
            #expect(try await region.client("secretaris").post(path, ["van": "1-12-2026"]).status == 403)
            #expect(try await region.recordCount() == before)
        }
    }

    @Test func `a paper of one person is not found under another`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let designation = try #require(try await region.read { tx in try tx.designations().first })
            let certificate = try #require(try await region.read { tx in try tx.certificates().first })
            let other = try await region.person { $0.id != designation.person && $0.id != certificate.person }
            let client = try await region.client("bureau")
            for path in ["functie/\(designation.id)", "certificaat/\(certificate.id)"] {
                #expect(try await client.get("/mensen/\(other.id)/\(path)").status == 404)
            }
            for path in ["functies/\(designation.id)", "certificaten/\(certificate.id)"] {
                #expect(try await client.post("/mensen/\(other.id)/\(path)").status == 404)
            }
        }
    }
}
