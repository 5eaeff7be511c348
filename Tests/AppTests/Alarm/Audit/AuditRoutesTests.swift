import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AuditRoutesTests {
    @Test(arguments: TestEngine.allCases)
    func `the administrator reads what was found and says who hears of it`(engine: TestEngine) async throws {
        let (before, refused, saved, after, status) = try await TestRegion.with(engine) { region in
            let client = try await region.client("beheer")
            let before = try await client.get("/toezicht")
            try await region.openLink(.sms, success: nil, failure: TestRegion.now.adding(minutes: -9))
            _ = try await region.application([KeptChannel(.sms)]).audit(at: TestRegion.now)
            let refused = try await client.post(
                "/toezicht", ["naam": "", "nummer": "12", "e-mail": "x", "hartslag": "http://elders.test/"])
            let saved = try await client.post(
                "/toezicht",
                [
                    "naam": "Beheerder van dienst", "nummer": "06 12345678", "e-mail": "",
                    "hartslag": "https://bewaker.test/ping/geheim", "versie": "1",
                ])
            let after = try await client.get("/toezicht")
            return (
                before, refused, saved, after, try await region.read { tx in try tx.auditStatus() }
            )
        }
        #expect(before.body.contains("Het toezicht op de alarmering loopt niet"))
        #expect(refused.status == 422)
        #expect(refused.body.contains("Schrijf een heel adres dat begint met https://."))
        #expect(saved.location == "/toezicht")
        #expect(after.body.contains("1 ernstige bevinding in de alarmering"))
        #expect(after.body.contains("Geen enkel kanaal voor sms neemt nog berichten aan."))
        #expect(after.body.contains("bewaker.test") && !after.body.contains("ping/geheim"))
        #expect(status.contact.phone == "+31612345678")
    }

    @Test func `without a channel the alarm is not called in order`() async throws {
        let bodies = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("beheer")
            _ = try await region.application([]).audit(at: TestRegion.now)
            let without = try await client.get("/toezicht").body
            try await region.openLink(.sms, success: TestRegion.now, failure: nil)
            return [without, try await client.get("/toezicht").body]
        }
        #expect(bodies[0].contains("Een alarm bereikt niemand: er is nog geen kanaal"))
        #expect(bodies[1].contains("De alarmering is in orde"))
    }

    @Test func `nobody else sees it`() async throws {
        let statuses = try await TestRegion.with(.sqlite) { region in
            var statuses: [Int] = []
            for name in ["bureau", "bestuur", "meldkamer"] {
                statuses.append(try await region.client(name).get("/toezicht").status)
            }
            return statuses
        }
        #expect(statuses == [403, 403, 403])
    }
}
