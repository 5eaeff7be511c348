import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct DeputyRoutesTests {
    /// The mayor appoints the coordinating officer for the first week, by the form.
    private func appoint(_ region: TestRegion, tot: String = "29-11-2026") async throws -> String {
        let client = try await region.client("burgemeester")
        _ = try await client.get("/waarneming/nieuw")
        let answer = try await client.post(
            "/waarneming",
            ["rol": "mayor", "waarnemer": "coordinerend", "van": "23-11-2026", "tot": tot])
        #expect(answer.status == 303)
        return try #require(try await region.records(of: "deputy.appointed").last?.objectID)
    }

    @Test(arguments: TestEngine.allCases)
    func `a deputy takes the role up, has its rights and no others, and lays it down`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region async throws in
            let id = try await appoint(region)
            let client = try await region.client("coordinerend")
            #expect(try await client.get("/").body.contains("U kunt nu waarnemen voor Burgemeester of loco"))
            #expect(try await client.get("/rooster").status == 200)
            _ = try await client.get("/waarneming")
            #expect(try await client.post("/waarneming/\(id)/hoedanigheid").location == "/")
            let page = try await client.get("/").body
            #expect(
                page.contains(
                    "U neemt waar voor Burgemeester of loco (burgemeester of loco) tot ma 30 nov 2026"))
            // A mayor sees no roster.
            #expect(try await client.get("/rooster").status == 403)
            #expect(try await client.get("/bezetting").status == 200)
            #expect(try await client.post("/waarneming/eigen").status == 303)
            #expect(try await client.get("/rooster").status == 200)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what a deputy does stands in the journal with both names`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region async throws in
            // In the sample the official stands in for the secretary; here the functionary for the official.
            let official = try await region.client("ambtenaar")
            _ = try await official.get("/waarneming/nieuw")
            _ = try await official.post(
                "/waarneming",
                [
                    "rol": "crisisOfficial", "waarnemer": "functionaris", "van": "23-11-2026",
                    "tot": "23-11-2026",
                ])
            let id = try #require(try await region.records(of: "deputy.appointed").last?.objectID)
            let own = try await region.ownMunicipality()
            let person = try await region.person { $0.municipality == own }
            let deputy = try await region.client("functionaris")
            #expect(try await deputy.get("/mensen/\(person.id)/wijzigen").status == 403)
            _ = try await deputy.get("/waarneming")
            _ = try await deputy.post("/waarneming/\(id)/hoedanigheid")
            _ = try await deputy.get("/mensen/\(person.id)/verhindering")
            let answer = try await deputy.post(
                "/mensen/\(person.id)/verhinderingen",
                ["van": "01-12-2026", "tot": "02-12-2026"])
            #expect(answer.status == 303)
            let names = (
                deputy: try await region.signedIn("functionaris"),
                holder: try await region.signedIn("ambtenaar")
            )
            let actor = try await region.records(of: "absence.recorded").last?.actor
            #expect(actor == "account:\(names.deputy.account) namens account:\(names.holder.account)")
            let page = try await region.client("auditor").get("/journaal").body
            #expect(page.contains("\(names.deputy.displayName) namens \(names.holder.displayName)"))
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `when the period is past, or it is ended, the session has its own rights again at once`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region async throws in
            let id = try await appoint(region)
            let client = try await region.client("coordinerend")
            _ = try await client.get("/waarneming")
            _ = try await client.post("/waarneming/\(id)/hoedanigheid")
            #expect(try await client.get("/rooster").status == 403)
            let mayor = try await region.client("burgemeester")
            #expect(try await mayor.get("/waarneming").body.contains("Beëindig"))
            #expect(try await mayor.post("/waarneming/\(id)/einde").status == 303)
            #expect(try await client.get("/rooster").status == 200)
            #expect(try await client.get("/").body.contains("U neemt waar") == false)
            #expect(try await client.post("/waarneming/\(id)/hoedanigheid").location == "/waarneming")
            #expect(try await region.records(of: "deputyship.taken-up").count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the rights end at midnight of the last day, in the session that has them`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region async throws in
            let id = try await appoint(region, tot: "23-11-2026")
            let account = try await region.signedIn("coordinerend").account
            let roles = try await region.storage.write { tx in
                try tx.insertSession(
                    token: "t", account: account, csrf: "c", now: TestRegion.now,
                    expiresAt: TestRegion.now.adding(minutes: 2000))
                try tx.setActing(ID(id), token: "t")
                let midnight = Amsterdam.startOfDay(TestMoments.startDay.adding(days: 1))
                return try [midnight.adding(seconds: -1), midnight].map { moment in
                    try tx.signedIn(token: "t", at: moment)?.grants.map(\.role)
                }
            }
            #expect(roles == [[.mayor], [.coordinatingOfficer]])
        }
    }

    @Test func `nobody takes up what is not theirs, and whoever is lent a role lends nothing on`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region async throws in
            let id = try await appoint(region)
            let other = try await region.client("portefeuillehouder")
            #expect(try await other.post("/waarneming/\(id)/hoedanigheid").status == 404)
            #expect(try await other.post("/waarneming/\(id)/einde").status == 403)
            let deputy = try await region.client("coordinerend")
            _ = try await deputy.post("/waarneming/\(id)/hoedanigheid")
            #expect(try await deputy.get("/waarneming/nieuw").status == 403)
            let answer = try await deputy.post(
                "/waarneming",
                ["rol": "mayor", "waarnemer": "bureau", "van": "23-11-2026", "tot": "24-11-2026"])
            #expect(answer.status == 403)
        }
    }

    @Test func `a holder who lost the role, or whose account was closed, has nothing to lend`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let id = try await appoint(region)
            let mayor = try await region.signedIn("burgemeester").account
            let client = try await region.client("coordinerend")
            _ = try await client.post("/waarneming/\(id)/hoedanigheid")
            try await region.change(as: "beheer") { change in try change.setAccount(mayor, isOpen: false) }
            #expect(try await client.get("/rooster").status == 200)
            #expect(try await client.post("/waarneming/\(id)/hoedanigheid").status == 404)
        }
    }

    @Test func `a refused form keeps what was typed and says what is wrong at its field`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            let client = try await region.client("bureau")
            _ = try await client.get("/waarneming/nieuw")
            let answer = try await client.post(
                "/waarneming",
                ["voor": "burgemeester", "rol": "mayor", "waarnemer": "", "van": "31-02-2026", "tot": ""])
            #expect(answer.status == 422)
            for part in [
                "Vul in wie waarneemt.", "Vul de eerste dag in", "Vul de laatste dag in",
                "value=\"burgemeester\"",
                "href=\"#waarnemer\"",
            ] {
                #expect(answer.body.contains(part), "\(part)")
            }
        }
    }
}
