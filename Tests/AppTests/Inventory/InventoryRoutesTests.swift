import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct InventoryRoutesTests {
    private func opened(_ region: TestRegion, day: String = "1-11-2026") async throws -> String {
        let office = try await region.client("bureau")
        _ = try await office.get("/inventaris/nieuw")
        let answer = try await office.post(
            "/inventaris", ["titel": "Stand van zaken", "peildag": day, "sluit": "31-12-2026"])
        #expect(answer.status == 303)
        return try #require(answer.location)
    }

    @Test(arguments: TestEngine.allCases)
    func `two people fill in one questionnaire, and where they differ both answers are shown`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let path = try await opened(region)
            let own = try await region.ownMunicipality()
            let part = "\(path)/\(own)/budget"
            let first = try await region.client("ambtenaar")
            let second = try await region.client("secretaris")
            _ = try await first.get(part)
            _ = try await second.get(part)
            let saved = try await first.post(
                part, ["budget-year": "25.000", "versie-budget-year": "0", "versie-budget-training": "0"])
            #expect(saved.status == 303)
            // The same form, opened before: one answer of their own, one that differs.
            let both = try await second.post(
                part,
                [
                    "budget-year": "30000", "versie-budget-year": "0", "budget-training": "5000",
                    "versie-budget-training": "0",
                ])
            #expect(both.status == 409)
            #expect(both.body.contains("vulde hier intussen in: € 25.000"))
            #expect(both.body.contains("value=\"30000\""))
            #expect(both.body.contains("1 antwoord is wel opgeslagen"))
            let again = try await second.post(
                part,
                [
                    "budget-year": "30000", "versie-budget-year": "1", "budget-training": "5000",
                    "versie-budget-training": "1",
                ])
            #expect(again.status == 303)
            let round = try #require(try await region.read { tx in try tx.inventoryRounds() }.first)
            let history = try await region.read { tx in try tx.inventoryAnswers(of: own, in: round.id) }
            #expect(history[Code("budget-year")]?.map(\.value) == ["25000", "30000"])
            #expect(history[Code("budget-training")]?.map(\.value) == ["5000"])
            let page = try await region.client("bureau").get(path)
            #expect(page.body.contains("Overal € 30.000. 1 van"))
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `an answer of another kind is refused at its question, and nothing typed is lost`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let path = try await opened(region)
            let own = try await region.ownMunicipality()
            let client = try await region.client("ambtenaar")
            let part = "\(path)/\(own)/people"
            _ = try await client.get(part)
            let answer = try await client.post(part, ["people-count": "veel", "people-hours": "16"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Vul een heel aantal mensen in."))
            #expect(answer.body.contains("value=\"16\""))
            let other = try await region.read { tx in
                try tx.municipalities().first {
                    $0.code != own && $0.exists(on: Amsterdam.day(at: TestRegion.now))
                }
            }
            let code = try #require(other).code
            #expect(try await client.get("\(path)/\(code)/people").status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a part is no more than its whole, and a week has no more hours than it has`(engine: TestEngine)
        async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let path = try await opened(region)
            let own = try await region.ownMunicipality()
            let client = try await region.client("ambtenaar")
            let people = "\(path)/\(own)/people"
            _ = try await client.get(people)
            let excess = try await client.post(
                people, ["people-count": "10", "people-own": "50", "people-hours": "400"])
            let fits = try await client.post(
                people, ["people-count": "10", "people-own": "10", "people-hours": "168"])
            let money = try await client.post(
                "\(path)/\(own)/budget", ["budget-year": "30.000", "budget-training": "99.999.999"])
            return (excess, fits.status, money)
        }
        #expect(seen.0.status == 422 && seen.1 == 303 && seen.2.status == 422)
        #expect(seen.0.body.contains("‘Hoeveel mensen hebben een crisisfunctie?’ staat 10 mensen."))
        #expect(seen.0.body.contains("Vul een heel aantal uur in, hoogstens 168."))
        #expect(seen.0.body.contains("value=\"50\"") && seen.2.body.contains("id=\"budget-training-fout\""))
    }

    @Test func `a closed round is read and not filled in`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let path = try await opened(region)
            let own = try await region.ownMunicipality()
            let clock = TestClock(TestRegion.now.adding(minutes: 60 * 24 * 60))
            let client = try await region.with(clock).client("ambtenaar")
            let part = "\(path)/\(own)/people"
            _ = try await client.get(part)
            let answer = try await client.post(part, ["people-count": "3"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("gesloten"))
            #expect(try await client.get(path).body.contains("niet ingevuld"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `years are compared by question, and the list can be taken along`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let own = try await region.ownMunicipality()
            for (day, count) in [("1-11-2025", "10"), ("1-11-2026", "14")] {
                let path = try await opened(region, day: day)
                let client = try await region.client("ambtenaar")
                _ = try await client.get("\(path)/\(own)/people")
                _ = try await client.post("\(path)/\(own)/people", ["people-count": count])
                let list = try await client.get("\(path)/lijst.csv")
                #expect(list.body.contains(count))
            }
            let page = try await region.client("bureau").get("/inventaris/vragen/people-count")
            #expect(page.body.contains("10 mensen"))
            #expect(page.body.contains("14 mensen"))
        }
    }
}
