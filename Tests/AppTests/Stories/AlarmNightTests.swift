import Domain
import Storage
import Testing

@testable import App
@testable import TestSupport

/// Nights with an alarm, from the call to the end.
@Suite struct AlarmNightTests {
    /// Tuesday 24 November 2026, 03:10 in Amsterdam.
    private static let night = TestMoments.start.adding(minutes: 24 * 60 + 190)

    private static func with<Value>(
        _ engine: TestEngine, _ posts: [(String, Int)], _ body: (AlarmNight) async throws -> Value
    ) async throws -> Value {
        try await TestRegion.with(engine, now: night) { region in
            try await region.setAddress()
            let raised = try await region.raise(TestRegion.request(posts), at: night)
            return try await body(AlarmNight(region: region, alarm: raised.id, raisedAt: night))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a quiet night: the pair on duty fills it, and nobody else is woken`(engine: TestEngine) async throws
    {
        let (pair, woken, states, ended, late) = try await Self.with(engine, [("OVDBZ", 1)]) { night in
            let pair = try await night.wave(.duty)
            _ = try await night.run(until: night.at(1))
            let first = try await night.region.answer(night.alarm, pair[0], "ja 25", at: night.at(2))
            let second = try await night.region.answer(night.alarm, pair[1], "ja 30", at: night.at(3))
            _ = try await night.run(until: night.at(24))
            _ = try await night.region.answer(night.alarm, pair[0], "aanwezig", at: night.at(24))
            let late = try await night.run(until: night.at(300))
            let alarm = night.alarm
            let woken = try await night.region.read { tx in
                Set(
                    try tx.rows(
                        "SELECT DISTINCT person FROM alarm_message WHERE alarm = \(alarm) AND purpose = 'call'"
                    )
                    .map { row -> ID<Functionary> in try row.id("person") })
            }
            return (pair, woken, [first, second], try await night.state(), late)
        }
        #expect(pair.count == 2)
        #expect(woken == Set(pair))
        #expect(states == [.promised(post: 0), .reserve])
        #expect(ended == "filled")
        // Only the backup hears that they may go back to bed.
        #expect(late.filter { $0.message.text.contains("Er zijn genoeg mensen") }.count == 1)
    }

    @Test(arguments: TestEngine.allCases)
    func `nobody answers, and it ends at a named human who takes it`(engine: TestEngine) async throws {
        let (waves, told, after, state, silence) = try await Self.with(engine, [("HTOABZ", 1)]) { night in
            let sent = try await night.run(until: night.at(120))
            let told = sent.filter { $0.message.text.contains("Neem dit over") }
            let first = try #require(told.first)
            let path = "/a/\(try #require(first.message.token))"
            let taken = try await TestClient(night.region.application).post(path, ["antwoord": "overgenomen"])
            let alarm = night.alarm
            let waves = try await night.region.read { tx in
                try tx.events(of: alarm).filter { $0.kind == .wave }.map(\.at)
            }
            let silence = try await night.run(until: night.at(240)).filter { $0.at > night.at(121) }
            return (waves, told, taken.notice, try await night.state(), silence)
        }
        // Every wave was opened, none before its time, and the last resorts were asked one after the other.
        #expect(waves.count == WaveKind.allCases.count - 1)
        #expect(waves == waves.sorted())
        #expect(Set(told.map(\.message.address)).count > 1)
        #expect(Set(told.map(\.at)).count > 1)
        #expect(after == "Je hebt het overgenomen.")
        #expect(state == "taken")
        #expect(!silence.contains { $0.message.text.contains("Neem dit over") })
    }

    @Test func `a flood of wrong answers changes nothing, and the right one fills it`() async throws {
        let (effects, sent, state, unread) = try await Self.with(.sqlite, [("OVDBZ", 1)]) { night in
            // Each comes a moment after the other, so that the right one is the last.
            let clock = TestClock(night.at(2))
            let region = night.region.with(clock)
            let channel = try await region.addGateway(url: "http://127.0.0.1:1/")
            let secret = try await region.change(as: "beheer") { change in
                try change.makeInboundSecret(of: channel)
            }
            _ = try await night.run(until: night.at(1))
            let person = try #require(try await night.wave(.duty).first)
            let number = try #require(
                try await region.read { tx in
                    try tx.channels(of: person).first { $0.kind == .mobile }?.address.dropFirst()
                })
            let client = TestClient(region.application)
            for index in 0..<120 {
                let (from, text) =
                    switch index % 4 {
                    case 0: ("3169999\(1000 + index)", "ja+10")
                    case 1: (String(number), "STOP+spam+??")
                    case 2: ("13013", "%F0%9F%92%A5")
                    default: (String(number), "afwezig,+zie+www.example.nl")
                    }
                clock.turn(to: clock.now.adding(seconds: 1))
                _ = try await client.get(
                    "/koppeling/\(channel)/antwoord?geheim=\(secret)&van=\(from)&tekst=\(text)&id=\(index)")
            }
            clock.turn(to: clock.now.adding(seconds: 1))
            _ = try await client.get(
                "/koppeling/\(channel)/antwoord?geheim=\(secret)&van=\(number)&tekst=aan+het+werk&id=goed")
            while try await region.application.readInbound() {}
            let sent = try await night.run(until: night.at(30))
            let alarm = night.alarm
            let effects = try await region.read { tx in
                Dictionary(grouping: try tx.answers(of: alarm), by: \.effect).mapValues(\.count)
            }
            let unread = try await region.read { tx in try tx.unreadInbound(limit: 1).count }
            return (effects, sent, try await night.state(), unread)
        }
        #expect(unread == 0)
        #expect(effects == ["notCalled": 30, "unclear": 90, "startedWork": 1])
        #expect(state == "filled")
        // Ninety texts that say nothing are asked back once; strangers get no answer.
        #expect(sent.filter { $0.message.text.contains("Dat begrijpen we niet") }.count <= 1)
        #expect(sent.filter { $0.message.kind == .sms }.count <= 4)
    }

    @Test(arguments: TestEngine.allCases)
    func `the gateway is down, and mail carries it at once`(engine: TestEngine) async throws {
        let (mails, texts, calls, state) = try await Self.with(engine, [("OVDBZ", 1)]) { night in
            let sent = try await night.run(until: night.at(1)) { message in
                message.kind == .mail
                    ? .accepted(reference: "m") : .failedForNow(.unreachable, retryAfter: nil)
            }
            let person = try #require(try await night.wave(.duty).first)
            let mail = try #require(
                try await night.region.message(
                    .call, to: person, among: sent.map(\.message).filter { $0.kind == .mail }))
            let browser = TestClient(night.region.application)
            _ = try await browser.post(
                "/a/\(try #require(mail.token))", ["antwoord": "komt", "minuten": "30"])
            return (
                sent.filter { $0.message.kind == .mail }, sent.filter { $0.message.kind == .sms },
                try await night.wave(.duty).count, try await night.callee(person)?.state
            )
        }
        // In the same second as the failure, not after the minutes that an answer may take.
        #expect(mails.filter { $0.at < Self.night.adding(seconds: 5) }.count >= calls)
        #expect(!texts.isEmpty)
        #expect(state == .promised)
    }

    @Test func `SQLite is closed in the middle of a batch and opened again: nothing is lost`() async throws {
        let (claimed, again, state) = try await TestRegion.with(.sqlite, now: Self.night) { region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]), at: Self.night)
            let claimed = try #require(try await region.claim(at: Self.night)).messages
            // What the worker held is gone with its process; the file is all that is left.
            try await region.storage.close()
            let reopened = try Storage.open(region.place)
            let application = Application(
                storage: reopened, logger: region.application.logger, now: { Self.night },
                randomness: { .system }, passwordCost: .cheapest)
            let next = TestRegion(application: application, passwords: region.passwords, place: region.place)
            let night = AlarmNight(region: next, alarm: raised.id, raisedAt: Self.night)
            let again = try await night.run(until: night.at(2))
            let person = try #require(try await night.wave(.duty).first)
            _ = try await next.answer(raised.id, person, "aanwezig", at: night.at(3))
            let state = try await night.state()
            try await application.close()
            return (claimed, again.map(\.message), state)
        }
        Self.expectEachAgain(claimed, again)
        #expect(state == "filled")
    }

    @Test func `PostgreSQL drops every connection in the middle of a batch: nothing is lost`() async throws {
        guard TestEngine.allCases.contains(.postgres) else { return }
        let (claimed, faults, again, state) = try await TestRegion.with(.postgres, now: Self.night) {
            region in
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]), at: Self.night)
            let claimed = try #require(try await region.claim(at: Self.night)).messages
            let executioner = try Storage.open(region.place)
            try await executioner.read { tx in
                _ = try tx.rows(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
            }
            try await executioner.close()
            // The engine meets dead connections; each is met once and the next look works.
            var faults = 0
            var isBack = false
            for _ in 0..<20 where !isBack {
                do {
                    _ = try await region.read { tx in try tx.alarm(raised.id)?.state }
                    isBack = true
                } catch is StorageFault {
                    faults += 1
                }
            }
            let night = AlarmNight(region: region, alarm: raised.id, raisedAt: Self.night)
            let again = try await night.run(until: night.at(2))
            let person = try #require(try await night.wave(.duty).first)
            _ = try await region.answer(raised.id, person, "aanwezig", at: night.at(3))
            return (claimed, faults, again.map(\.message), try await night.state())
        }
        #expect(faults < 20)
        Self.expectEachAgain(claimed, again)
        #expect(state == "filled")
    }

    /// What was claimed and has no result leaves once more, under the same key and marked; nothing else is.
    private static func expectEachAgain(_ claimed: [OutgoingMessage], _ again: [OutgoingMessage]) {
        let keys = Set(claimed.map(\.key))
        let repeated = again.filter { keys.contains($0.key) }
        #expect(repeated.count == claimed.count)
        #expect(repeated.allSatisfy { $0.possibleDuplicate })
        #expect(!again.contains { !keys.contains($0.key) && $0.possibleDuplicate })
    }
}
