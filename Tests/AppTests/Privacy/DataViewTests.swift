import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DataViewTests {
    private func views(_ region: TestRegion, _ person: ID<Functionary>) async throws -> [DataView.Kind] {
        try await region.read { tx in try tx.views(of: person, limit: 100).map(\.kind) }
    }

    @Test(arguments: TestEngine.allCases)
    func `who opens a person's page is written down once a day, and the person sees it`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try #require(try await region.signedIn("functionaris").person)
            let office = try await region.client("bureau")
            for _ in 0..<3 { _ = try await office.get("/mensen/\(person)") }
            #expect(try await views(region, person) == [.personPage])
            _ = try await office.get("/mensen/\(person)/wijzigen")
            _ = try await office.get("/mensen/\(person)/waarom")
            #expect(Set(try await views(region, person)) == [.personPage, .personForm, .reasons])
            let tomorrow = region.with(TestClock(TestRegion.now.adding(minutes: 24 * 60)))
            _ = try await tomorrow.client("bureau").get("/mensen/\(person)")
            #expect(try await views(region, person).count == 4)
            let page = try await region.client("functionaris").get("/mijn/gegevens")
            #expect(page.body.contains("het formulier met je gegevens"))
            #expect(page.body.contains("regionaal bureau"))
        }
    }

    @Test func `nobody is noted for looking at their own data, nor for a page they do not get`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let person = try #require(try await region.signedIn("functionaris").person)
            _ = try await region.client("functionaris").get("/mensen/\(person)")
            let own = try await region.ownMunicipality()
            let stranger = try await region.person { $0.municipality != own }
            let refused = try await region.client("ambtenaar").get("/mensen/\(stranger.id)")
            #expect(refused.status == 404)
            #expect(try await views(region, person).isEmpty)
            #expect(try await views(region, stranger.id).isEmpty)
        }
    }

    @Test func `a list to take along notes everybody whose numbers are in it, and nobody else`() async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            _ = try await region.client("ambtenaar").get("/mensen/lijst.csv")
            _ = try await region.client("secretaris").get("/mensen/lijst.csv")
            for person in try await region.people() {
                let isOwn = person.municipality == own
                let signedIn = try await region.signedIn("ambtenaar").person
                let expected: [DataView.Kind] = isOwn && person.id != signedIn ? [.list] : []
                #expect(try await views(region, person.id) == expected)
            }
        }
    }

    @Test func `who looked is kept as long as the norm says, and for good while nobody established it`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let person = try #require(try await region.signedIn("functionaris").person)
            _ = try await region.client("bureau").get("/mensen/\(person)")
            func night(months: Int, days: Int = 0) async throws {
                let day = Amsterdam.day(at: TestRegion.now).adding(months: months).adding(days: days)
                try await region.storage.change(
                    by: .background("people-forgetting"), at: Amsterdam.instant(day, hour: 4),
                    randomness: .system
                ) { change in try change.forgetDeparted() }
            }
            try await night(months: 24)
            #expect(try await views(region, person) == [.personPage])
            let norm = try await region.read { tx in
                try tx.rows("SELECT value FROM norm WHERE code = 'view.records'").count
            }
            #expect(norm == 1)
            try await region.storage.write { tx in
                try tx.execute("DELETE FROM norm WHERE code = 'view.records'")
            }
            try await night(months: 240)
            #expect(try await views(region, person) == [.personPage])
            try await region.application.loadMissingNorms()
            try await night(months: 24, days: 1)
            #expect(try await views(region, person).isEmpty)
        }
    }
}
