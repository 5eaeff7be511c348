import Domain
import Foundation
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct PlanContactTestTests {
    private static let now = TestRegion.now
    private static let window = 60

    /// Starts a test and sends it.
    private static func start(
        _ region: TestRegion, _ channels: [any Channel]
    ) async throws -> ID<StoredContactTest> {
        let id = try await region.change(as: "bureau") { change in
            try change.setAddressForTests()
            return try change.startContactTest(windowMinutes: window)
        }
        while try await region.application(channels).runDueContactTest(at: now) {}
        return id
    }

    private static func close(_ region: TestRegion) async throws {
        while try await region.application([]).runDueContactTest(at: now.adding(minutes: window)) {}
    }

    private static func link(_ message: OutgoingMessage) throws -> String {
        let match = try #require(message.text.firstMatch(of: /https:\/\/oranje\.test(\/b\/[A-Za-z0-9_-]+)/))
        return String(match.output.1)
    }

    @Test(arguments: TestEngine.allCases)
    func `everybody with a crisis function hears over each channel, and later changes do not count`(
        engine: TestEngine
    ) async throws {
        let (addresses, messages, refused) = try await TestRegion.with(engine) { region in
            let (sms, mail, voice) = (KeptChannel(.sms), KeptChannel(.mail), KeptChannel(.voice))
            let id = try await region.change(as: "bureau") { change in
                try change.startContactTest(windowMinutes: Self.window)
            }
            let addresses = try await region.read { tx in
                let channels = try tx.channelsByPerson()
                return try tx.contactTestPeople(of: id).flatMap { channels[$0] ?? [] }.map(\.address)
            }
            try await region.sql(["DELETE FROM contact_channel"])
            while try await region.application([sms, mail, voice]).runDueContactTest(at: Self.now) {}
            let messages = (sms.messages + mail.messages + voice.messages).map(\.address)
            var refused = false
            do {
                try await region.change(as: "bureau") { change in
                    try change.startContactTest(windowMinutes: Self.window)
                }
            } catch ContactTestRefusal.underWay {
                refused = true
            }
            return (addresses, messages, refused)
        }
        #expect(!addresses.isEmpty)
        #expect(messages.sorted() == addresses.sorted())
        #expect(refused)
    }

    @Test(arguments: TestEngine.allCases)
    func `opening the link changes nothing, the button confirms that one channel`(engine: TestEngine)
        async throws
    {
        let (shown, before, after, forged, tested) = try await TestRegion.with(engine) { region in
            let (sms, mail) = (KeptChannel(.sms), KeptChannel(.mail))
            let id = try await Self.start(region, [sms, mail, KeptChannel(.voice)])
            let path = try Self.link(try #require(mail.messages.first))
            let client = TestClient(region.application)
            let shown = try await client.get(path)
            let before = try await region.read { tx in
                try tx.contactTestLines(of: id).count { $0.answeredAt != nil }
            }
            _ = try await client.post(path)
            let after = try await region.read { tx in
                try tx.contactTestLines(of: id).filter { $0.answeredAt != nil }.map(\.address)
            }
            let forged = try await client.get("\(path)x").status
            let tested = try await region.read { tx in
                try tx.rows("SELECT address FROM contact_channel WHERE tested_at IS NOT NULL").map {
                    try $0.text("address")
                }
            }
            return (shown, before, after, forged, (tested, mail.messages[0].address))
        }
        #expect(shown.status == 200 && shown.body.contains("Komt dit bericht aan?"))
        #expect(before == 0)
        #expect(after == [tested.1] && tested.0 == [tested.1])
        #expect(forged == 404)
    }

    @Test(arguments: TestEngine.allCases)
    func `a text message back confirms the number it came from`(engine: TestEngine) async throws {
        let (outcome, answered, number) = try await TestRegion.with(engine) { region in
            let sms = KeptChannel(.sms)
            let id = try await Self.start(region, [sms, KeptChannel(.mail), KeptChannel(.voice)])
            let number = try #require(sms.messages.first).address
            let channel = try await region.addGateway(url: "http://127.0.0.1:1/")
            let outcome = try await region.storage.change(
                by: .background("antwoord"), at: Self.now, randomness: .system
            ) { change in
                try change.readReply(
                    InboundMessage(
                        id: change.newID(), channel: channel, kind: .reply, externalKey: "1", sender: number,
                        recipient: "", text: "OK", reference: "", status: .none, receivedAt: Self.now),
                    over: .sms)
            }
            let answered = try await region.read { tx in
                try tx.contactTestLines(of: id).filter { $0.answeredAt != nil }.map(\.address)
            }
            return (outcome, answered, number)
        }
        #expect(outcome == .confirmed)
        #expect(answered == [number])
    }

    @Test(arguments: TestEngine.allCases)
    func `who stays silent is listed to the ambtenaar and no longer counts as reachable`(
        engine: TestEngine
    ) async throws {
        let (page, mails, silent, reachable) = try await TestRegion.with(engine) { region in
            let (sms, mail) = (KeptChannel(.sms), KeptChannel(.mail))
            let id = try await Self.start(region, [sms, mail, KeptChannel(.voice)])
            let own = try await region.ownMunicipality()
            let official = try await region.person { $0.municipality == own }
            try await region.sql(["UPDATE account SET person = \(official.id) WHERE name = 'ambtenaar'"])
            // One person confirms everything, all others stay silent.
            let (lines, people) = try await region.read { tx in
                (try tx.contactTestLines(of: id), try tx.contactTestPeople(of: id))
            }
            let loyal = people[0]
            try await region.sql([
                "UPDATE contact_test_line SET answered_at = \(Self.now) WHERE person = \(loyal)"
            ])
            try await Self.close(region)
            let page = try await region.client("ambtenaar").get("/communicatietests/\(id)")
            let mails = try await region.read { tx in
                try tx.rows("SELECT mail_key, body FROM mail WHERE mail_key LIKE 'contact-test%'").map {
                    try $0.text("body")
                }
            }
            let later = Interval(Self.now.adding(minutes: 120), Self.now.adding(minutes: 180))
            let candidates = try await region.read { tx in try tx.coverageInput(during: later).candidates }
            let reachable = candidates.filter { $0.reachable.contains { $0.contains(later.start) } }
                .map(\.person)
            let silent = Set(lines.map(\.person)).subtracting([loyal])
            return (page, mails, silent, (reachable, loyal))
        }
        #expect(page.status == 200)
        #expect(page.body.contains("minder dan twee kanalen die werken"))
        #expect(mails.count == 1)
        #expect(mails.first?.contains("minder dan twee kanalen") == true)
        #expect(reachable.0.contains(reachable.1))
        #expect(reachable.0.allSatisfy { !silent.contains($0) })
    }

    @Test(arguments: TestEngine.allCases)
    func `a message that did not leave tells nothing about the person`(engine: TestEngine) async throws {
        let (results, unreachable) = try await TestRegion.with(engine) { region in
            let id = try await Self.start(
                region, [KeptChannel(.sms, .failedForNow(.unreachable, retryAfter: nil))])
            try await Self.close(region)
            return try await region.read { tx in
                let test = try #require(try tx.contactTest(id))
                let results = try tx.contactTestLines(of: id).map { $0.result(closesAt: test.closesAt) }
                return (Set(results), try tx.unreachable(among: tx.channelsByPerson()).count)
            }
        }
        #expect(results == [.unsent])
        #expect(unreachable == 0)
    }

    @Test func `nothing is planned while the norm is not established`() async throws {
        let count = try await TestRegion.with(.sqlite) { region in
            try await region.storage.change(
                by: .background("nacht"), at: Self.now, randomness: .system
            ) { change in
                try change.planContactTest(for: "2026-11-24")
            }
            return try await region.read { tx in try tx.contactTests(limit: 9).count }
        }
        #expect(count == 0)
    }

    @Test func `who may not start one is refused`() async throws {
        let status = try await TestRegion.with(.sqlite) { region in
            let client = try await region.client("ambtenaar")
            _ = try await client.get("/communicatietests")
            return try await client.post("/communicatietests", ["minuten": "60"]).status
        }
        #expect(status == 403)
    }
}

extension Change {
    /// Where links of messages lead in these tests.
    fileprivate mutating func setAddressForTests() throws {
        try tx.setSiteAddress(SiteAddress("https://oranje.test"))
    }
}
