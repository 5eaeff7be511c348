import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AnswerRoutesTests {
    /// Somebody who was called, with the link in their text message.
    private struct Called {
        let region: TestRegion
        let alarm: ID<Alarm>
        let person: ID<Functionary>
        let path: String

        /// A browser that never signed in.
        var browser: TestClient { TestClient(region.application) }

        func state() async throws -> CalleeState? {
            let (alarm, person) = (alarm, person)
            return try await region.read { tx in
                try tx.alarm(alarm).flatMap { try tx.progress(of: $0).callees[person]?.state }
            }
        }
    }

    private static func with<Value>(
        _ engine: TestEngine, clock: TestClock = TestClock(), _ body: (Called) async throws -> Value
    ) async throws -> Value {
        try await TestRegion.with(engine) { sample in
            let region = sample.with(clock)
            try await region.setAddress()
            let raised = try await region.raise(TestRegion.request([("OVDBZ", 1)]))
            let sent = try await region.deliverAll()
            let person = try #require(try await region.people(raised.id, .called).first)
            let message = try #require(
                try await region.message(.call, to: person, among: sent))
            return try await body(
                Called(
                    region: region, alarm: raised.id, person: person,
                    path: "/a/\(try #require(message.token))"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody answers with one tap, without signing in`(engine: TestEngine) async throws {
        let (before, answered, after, state) = try await Self.with(engine) { called in
            let browser = called.browser
            let before = try await browser.get(called.path)
            let answered = try await browser.post(called.path, ["antwoord": "komt", "minuten": "30"])
            return (before, answered, try await browser.get(called.path), try await called.state())
        }
        #expect(before.status == 200)
        #expect(before.body.contains("Kun je komen naar"))
        #expect(before.body.contains("Ik ga nu") && before.body.contains("Over 90 minuten"))
        #expect(before.body.contains("Ik kan niet"))
        #expect(!before.body.contains("Afmelden"))
        #expect(answered.status == 303)
        #expect(answered.notice == "Genoteerd: je komt.")
        #expect(after.body.contains("Genoteerd: je komt vóór 10.30 uur"))
        #expect(after.body.contains("Ik kan toch niet"))
        #expect(state == .promised)
    }

    @Test func `opening a link changes nothing, however often a program does`() async throws {
        let (before, after, state) = try await Self.with(.sqlite) { called in
            let before = try await called.region.recordCount()
            let browser = called.browser
            for _ in 0..<5 { _ = try await browser.get(called.path) }
            return (before, try await called.region.recordCount(), try await called.state())
        }
        #expect(before == after)
        #expect(state == .called)
    }

    @Test func `repeated and contradictory answers each have their effect, and are told`() async throws {
        let notices = try await Self.with(.sqlite) { called in
            let browser = called.browser
            var notices: [String?] = []
            for (answer, minutes) in [
                ("komt", "30"), ("komt", "30"), ("komt", "60"), ("nee", ""), ("nee", ""), ("afstand", ""),
                ("aanwezig-afstand", ""),
            ] {
                let told = try await browser.post(called.path, ["antwoord": answer, "minuten": minutes])
                notices.append(told.notice)
            }
            return notices
        }
        #expect(
            notices == [
                "Genoteerd: je komt.", "Dat hadden we al genoteerd.", "Genoteerd: je nieuwe tijd.",
                "Genoteerd: je komt toch niet. We vragen een ander.", "Dat hadden we al genoteerd.",
                "Genoteerd: je komt.", "Genoteerd: je bent aan het werk.",
            ])
    }

    @Test func `after the end an answer is kept and told that it is over`() async throws {
        let (page, answered, effects) = try await Self.with(.sqlite) { called in
            let alarm = called.alarm
            try await called.region.change(as: "meldkamer") { change in try change.stopAlarm(alarm) }
            let browser = called.browser
            let page = try await browser.get(called.path)
            let answered = try await browser.post(called.path, ["antwoord": "komt", "minuten": "30"])
            return (page, answered, try await called.region.read { tx in try tx.answers(of: alarm) })
        }
        #expect(page.body.contains("Dit alarm is voorbij. Je hoeft niet te komen"))
        #expect(!page.body.contains("<button class=\"go\""))
        #expect(answered.notice == "Dit alarm is voorbij. Je hoeft niet te komen.")
        #expect(effects.map(\.effect) == ["tooLate"])
        #expect(effects.map(\.way) == [.link])
    }

    @Test func `a link ends a week after the alarm`() async throws {
        let clock = TestClock()
        let (shown, answered, state) = try await Self.with(.sqlite, clock: clock) { called in
            clock.advance(minutes: 7 * 24 * 60 + 61)
            let browser = called.browser
            let shown = try await browser.get(called.path)
            let answered = try await browser.post(called.path, ["antwoord": "komt", "minuten": "30"])
            return (shown, answered, try await called.state())
        }
        #expect(shown.status == 410 && answered.status == 410)
        #expect(shown.body.contains("Deze link is verlopen"))
        #expect(shown.body.contains("Er is niets veranderd"))
        #expect(state == .called)
    }

    @Test(arguments: TestEngine.allCases)
    func `a forged link says so, changes nothing, and is slowed down; a real one is not`(engine: TestEngine)
        async throws
    {
        let (first, last, real, state) = try await Self.with(engine) { called in
            let browser = called.browser
            let forged = String(called.path.dropLast(4)) + "AAAA"
            let first = try await browser.get(forged)
            for _ in 0..<29 { _ = try await browser.post(forged, ["antwoord": "komt"]) }
            let last = try await browser.get(forged)
            return (first, last, try await browser.get(called.path), try await called.state())
        }
        #expect(first.status == 404)
        #expect(first.body.contains("Deze link klopt niet"))
        #expect(last.status == 429)
        #expect(last.body.contains("Te vaak achter elkaar"))
        #expect(real.status == 200)
        #expect(state == .called)
    }

    @Test func `one link takes twenty answers in a quarter of an hour`() async throws {
        let clock = TestClock()
        let (statuses, later) = try await Self.with(.sqlite, clock: clock) { called in
            let browser = called.browser
            var statuses: [Int] = []
            for _ in 0..<21 {
                statuses.append(try await browser.post(called.path, ["antwoord": "nee"]).status)
            }
            clock.advance(minutes: 16)
            return (statuses, try await browser.post(called.path, ["antwoord": "nee"]).status)
        }
        #expect(statuses.dropLast().allSatisfy { $0 == 303 })
        #expect(statuses.last == 429)
        #expect(later == 303)
    }

    @Test func `a link does only what it is for, and only from its own page`() async throws {
        let statuses = try await Self.with(.sqlite) { called in
            let browser = called.browser
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let elsewhere = try await browser.send(
                .post, called.path,
                [.contentType: "application/x-www-form-urlencoded", site: "cross-site"], "antwoord=nee")
            return [
                try await browser.post(called.path, ["antwoord": "overgenomen"]).status,
                try await browser.post(called.path, ["antwoord": "alles"]).status, elsewhere.status,
            ]
        }
        #expect(statuses == [400, 400, 403])
    }

    @Test(arguments: TestEngine.allCases)
    func `who is told that too few people were found takes it over by link`(engine: TestEngine) async throws {
        let (page, taken, state, after) = try await TestRegion.with(engine) { region in
            try await region.setAddress()
            let raised = try await region.raise(TestRegion.request([("ACBZ", 150)]))
            let sent = try await region.deliverAll(at: TestRegion.now.adding(minutes: 1))
            let told = try #require(sent.first { $0.text.contains("Neem dit over") })
            let path = "/a/\(try #require(told.token))"
            let browser = TestClient(region.application)
            let page = try await browser.get(path)
            let taken = try await browser.post(path, ["antwoord": "overgenomen"])
            let state = try await region.status(raised.id)?.state
            return (page.body, taken.notice, state, try await browser.get(path).body)
        }
        #expect(page.contains("neem je dit over?"))
        #expect(page.contains("Nog nodig:"))
        #expect(taken == "Je hebt het overgenomen.")
        #expect(state == "taken")
        #expect(after.contains("heeft het overgenomen"))
    }
}

extension TestRegion {
    /// The first message of that purpose to a person that left.
    func message(
        _ purpose: AlarmMessage.Purpose, to person: ID<Functionary>, among sent: [OutgoingMessage]
    ) async throws -> OutgoingMessage? {
        for message in sent {
            guard let id = ID<AlarmMessage>(message.key) else { continue }
            let reader = try await read { tx in try tx.reader(of: id) }
            if reader?.person == person, reader?.purpose == purpose { return message }
        }
        return nil
    }
}
