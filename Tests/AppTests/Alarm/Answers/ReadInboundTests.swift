import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ReadInboundTests {
    /// A region with a gateway that may hand over, and what phones send through it.
    private struct Phones {
        let region: TestRegion
        let channel: ID<ChannelSetup>
        let secret: String
        let clock: TestClock

        /// Hands over a text a second later, and lets the product read it.
        func send(_ text: String, from number: String) async throws {
            clock.turn(to: clock.now.adding(seconds: 1))
            let query = "van=\(number.filter { $0 != "+" })&tekst=\(text.replacing(" ", with: "+"))"
            _ = try await TestClient(region.application).get(
                "/koppeling/\(channel)/antwoord?geheim=\(secret)&\(query)")
            _ = try await region.application.readInbound()
        }

        func report(_ key: String, _ status: String) async throws {
            clock.turn(to: clock.now.adding(seconds: 1))
            _ = try await TestClient(region.application).get(
                "/koppeling/\(channel)/ontvangst?geheim=\(secret)&kenmerk=\(key)&status=\(status)")
            _ = try await region.application.readInbound()
        }

        @discardableResult
        func deliverAll() async throws -> [OutgoingMessage] { try await region.deliverAll(at: clock.now) }

        func outcomes() async throws -> [String] {
            try await region.read { tx in
                try tx.rows("SELECT outcome FROM inbound_message ORDER BY received_at, id")
                    .map { try $0.optionalText("outcome") ?? "ongelezen" }
            }
        }

        func effects(_ alarm: ID<Alarm>) async throws -> [String] {
            try await region.read { tx in try tx.answers(of: alarm).map(\.effect) }
        }

        func number(of person: ID<Functionary>) async throws -> String {
            try #require(
                try await region.read { tx in
                    try tx.channels(of: person).first { $0.kind == .mobile }?.address
                })
        }
    }

    private static func with<Value>(
        _ engine: TestEngine, _ body: (Phones) async throws -> Value
    ) async throws -> Value {
        try await TestRegion.with(engine) { sample in
            let clock = TestClock()
            let region = sample.with(clock)
            let id = try await region.addGateway(url: "http://127.0.0.1:1/")
            let secret = try await region.change(as: "beheer") { change in
                try change.makeInboundSecret(of: id)
            }
            return try await body(Phones(region: region, channel: id, secret: secret, clock: clock))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a text from somebody who was called is their answer, and is said back`(engine: TestEngine)
        async throws
    {
        let (promised, confirmed, outcomes) = try await Self.with(engine) { phones in
            let raised = try await phones.region.raise(TestRegion.request([("OVDBZ", 1)]))
            try await phones.deliverAll()
            let person = try #require(try await phones.region.people(raised.id, .called).first)
            try await phones.send("Ja, 20 minuten", from: phones.number(of: person))
            let sent = try await phones.deliverAll()
            return (
                try await phones.region.people(raised.id, .promised) == [person],
                sent.filter { $0.text.contains("Genoteerd: je komt als OvD-Bz") }.count,
                try await phones.outcomes()
            )
        }
        #expect(promised)
        #expect(confirmed == 1)
        #expect(outcomes == ["answered"])
    }

    @Test func `a text that says nothing is asked back once, and a machine that answers is not fed`()
        async throws
    {
        let (asked, effects, after) = try await Self.with(.sqlite) { phones in
            let raised = try await phones.region.raise(TestRegion.request([("OVDBZ", 1)]))
            try await phones.deliverAll()
            let person = try #require(try await phones.region.people(raised.id, .called).first)
            let number = try await phones.number(of: person)
            for _ in 0..<4 { try await phones.send("Ik ben op vakantie", from: number) }
            let asked = try await phones.deliverAll().filter {
                $0.text.contains("Dat begrijpen we niet")
            }
            try await phones.send("nee", from: number)
            try await phones.send("hoezo", from: number)
            let again = try await phones.deliverAll().filter {
                $0.text.contains("Dat begrijpen we niet")
            }
            return (asked.count, try await phones.effects(raised.id), again.count)
        }
        #expect(asked == 1)
        #expect(effects == ["unclear", "unclear", "unclear", "unclear", "declined", "unclear"])
        #expect(after == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `with two alarms the sender is asked which, and the reference tells`(engine: TestEngine) async throws
    {
        let (effects, asked, outcomes, promised) = try await Self.with(engine) { phones in
            let region = phones.region
            let first = try await region.raise(TestRegion.request([("OVDBZ", 1)], key: "een"))
            let second = try await region.raise(TestRegion.request([("OVDBZ", 1)], key: "twee"))
            try await phones.deliverAll()
            let person = try #require(try await region.people(second.id, .called).first)
            let number = try await phones.number(of: person)
            try await phones.send("JA 20", from: number)
            try await phones.send("JA 20", from: number)
            let asked = try await phones.deliverAll().filter { $0.text.contains("Zet het kenmerk") }
            try await phones.send("JA 20 \(AlarmTexts.reference(second.id))", from: number)
            return (
                try await phones.effects(first.id) + phones.effects(second.id), asked,
                try await phones.outcomes(), try await region.people(second.id, .promised) == [person]
            )
        }
        #expect(effects == ["ambiguous", "ambiguous", "ambiguous", "ambiguous", "promised"])
        #expect(asked.count == 1)
        #expect(outcomes == ["ambiguous", "ambiguous", "answered"])
        #expect(promised)
    }

    @Test func `a number that nobody has is kept, shown with the alarm, and gets no answer`() async throws {
        let (outcomes, effects, sent, page) = try await Self.with(.sqlite) { phones in
            let raised = try await phones.region.raise()
            try await phones.deliverAll()
            try await phones.send("ja 10", from: "+31699999999")
            let sent = try await phones.deliverAll()
            let page = try await phones.region.client("meldkamer").get("/alarmen/\(raised.id)").body
            return (try await phones.outcomes(), try await phones.effects(raised.id), sent.count, page)
        }
        #expect(outcomes == ["unknownSender"])
        #expect(effects == ["notCalled"])
        #expect(sent == 0)
        #expect(page.contains("1 antwoord kwam van iemand die niet was gevraagd"))
    }

    @Test func `a text without any alarm is settled`() async throws {
        let (outcomes, isEmpty) = try await Self.with(.sqlite) { phones in
            let person = try await phones.region.person { _ in true }
            try await phones.send("ja", from: phones.number(of: person.id))
            try await phones.send("ja", from: "+31699999999")
            return (
                try await phones.outcomes(),
                try await phones.region.read { tx in try tx.unreadInbound(limit: 9).isEmpty }
            )
        }
        #expect(outcomes == ["noAlarm", "unknownSender"])
        #expect(isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `a report that a text never arrived pulls the next channel forward`(engine: TestEngine) async throws
    {
        let (first, second, delivered) = try await Self.with(engine) { phones in
            let region = phones.region
            _ = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            let first = try await phones.deliverAll().filter { $0.kind == .sms }
            try await phones.report(try #require(first.first?.key), "UNDELIV")
            try await phones.report(try #require(first.last?.key), "DELIVRD")
            let second = try await phones.deliverAll()
            let delivered = try await region.read { tx in
                try tx.rows("SELECT id FROM alarm_message WHERE delivered_at IS NOT NULL").map {
                    try $0.text("id")
                }
            }
            return (first, second, delivered)
        }
        #expect(first.count >= 2)
        #expect(second.map(\.kind) == [.mail])
        #expect(delivered == [first.last?.key])
    }

    @Test func `a report about nothing of ours, or that comes twice, changes nothing`() async throws {
        let (outcomes, again) = try await Self.with(.sqlite) { phones in
            _ = try await phones.region.raise(TestRegion.request([("OVDBZ", 1)]))
            let first = try await phones.deliverAll().filter { $0.kind == .sms }
            try await phones.report("onbekend", "DELIVRD")
            let key = try #require(first.first?.key)
            try await phones.report(key, "UNDELIV")
            try await phones.report(key, "DELIVRD")
            _ = try await phones.deliverAll()
            return (try await phones.outcomes(), try await phones.deliverAll().count)
        }
        #expect(outcomes == ["unmatched", "reported", "unmatched"])
        #expect(again == 0)
    }
}
