import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AskReliefTests {
    private let commander = Code<CrisisFunction>("ACBZ")
    private let changeAt = TestRegion.now.adding(minutes: 480)

    /// A deployment with its first plan; nobody was asked.
    private func planned(_ region: TestRegion) async throws -> ID<Deployment> {
        let id = try await region.deployment()
        try await region.change(as: "bureau", at: TestRegion.now) { change in
            try change.setReliefPost(commander, wanted: 1, of: id)
        }
        _ = try await region.application.planRelief(
            ReliefQuestion(deployment: id.description, seconds: 10))
        return id
    }

    private func shifts(_ region: TestRegion, _ id: ID<Deployment>) async throws -> [ReliefShift] {
        try await region.read { tx in try tx.reliefShifts(of: id) }
    }

    private func ask(_ region: TestRegion, _ id: ID<Deployment>) async throws -> ID<Alarm> {
        try await region.change(as: "bureau", at: TestRegion.now) { change in
            try change.askRelief(from: changeAt, of: id)
        }
        return try #require(try await region.read { tx in try tx.runningReliefRequests(of: id) }.first)
    }

    private func answer(
        _ region: TestRegion, _ alarm: ID<Alarm>, _ person: ID<Functionary>, _ reply: AlarmReply,
        minutes: Int
    ) async throws {
        try await region.change(as: "bureau", at: TestRegion.now.adding(minutes: minutes)) { change in
            _ = try change.answerAlarm(alarm, by: person, reply, way: .colleague)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `people are asked in calm time: a message without the word alarm, and no alarm in any list`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            let bodies = try await region.read { tx in
                try tx.rows("SELECT body FROM alarm_message WHERE alarm = \(alarm)").map {
                    try $0.text("body")
                }
            }
            #expect(!bodies.isEmpty)
            #expect(bodies.allSatisfy { $0.hasPrefix("Geen alarm.") && $0.contains("Kun je aflossen") })
            #expect(bodies.allSatisfy { !$0.contains("ALARM") })
            let client = try await region.client("bureau")
            #expect(try await client.get("/alarmen").body.contains("Er loopt geen alarm"))
            #expect(try await shifts(region, id).map(\.state) == [.asked, .planned, .planned])
            // A second time there is nobody left to ask.
            let again = try await region.change(as: "bureau", at: TestRegion.now) { change in
                try change.askRelief(from: changeAt, of: id)
            }
            #expect(again == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what came of a question is told at its shift, and both lists lead to it`(
        engine: TestEngine
    ) async throws {
        let (alarm, before, after, alarms) = try await TestRegion.with(engine) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/aflossing"
            // The sample has no channel: nothing leaves.
            let before = try await client.get(path).body
            try await region.deliverAll(at: TestRegion.now.adding(seconds: 2))
            let after = try await client.get(path).body
            return (alarm, before, after, try await client.get("/alarmen").body)
        }
        #expect(before.contains("<p class=\"nl-alert nl-alert--warning\">Niemand heeft een bericht gekregen"))
        #expect(before.contains("De vraag voor"))
        #expect(before.contains("href=\"/alarmen/\(alarm)\""))
        #expect(after.contains(" gevraagd met een bericht."))
        #expect(!after.contains("Niemand heeft een bericht gekregen"))
        #expect(alarms.contains("Om aflossing gevraagd") && alarms.contains("href=\"/alarmen/\(alarm)\""))
    }

    @Test func `where no message can leave, the notice says so instead of that people were asked`()
        async throws
    {
        let (silent, asked) = try await TestRegion.with(.sqlite) { region in
            let id = try await planned(region)
            let client = try await region.client("bureau")
            let path = "/inzetten/\(id)/aflossing"
            _ = try await client.get(path)
            let start = changeAt.milliseconds
            let silent = try await client.post("\(path)/vraag", ["van": "\(start)"]).notice
            let other = try await region.change(as: "bureau", at: TestRegion.now) { change in
                let shifts = try change.tx.reliefShifts(of: id).filter { $0.state == .asked }
                for shift in shifts { try change.cancelRelief(shift.id, of: id) }
                return try change.tx.reliefShifts(of: id).contains {
                    $0.interval.start == changeAt && $0.state == .planned
                }
            }
            try #require(other)
            try await region.openLink(.sms, success: nil, failure: nil)
            return (silent, try await client.post("\(path)/vraag", ["van": "\(start)"]).notice)
        }
        #expect(silent?.hasPrefix("Er kan geen bericht uit") == true)
        #expect(asked?.hasPrefix("1 persoon wordt gevraagd") == true)
    }

    @Test(arguments: TestEngine.allCases)
    func `who says yes is expected when the shift begins, however long the answer took`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            let person = try await shifts(region, id)[0].person
            try await answer(region, alarm, person, .coming(minutes: 20, isRemote: false), minutes: 90)
            let (shift, callee) = try await region.read { tx in
                let found = try #require(try tx.alarm(alarm))
                return (try tx.reliefShifts(of: id)[0], try tx.progress(of: found).callees[person])
            }
            #expect(shift.state == .accepted)
            #expect(shift.answeredAt == TestRegion.now.adding(minutes: 90))
            #expect(callee?.arrivesAt == changeAt)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after a no another is asked, and the plan follows whoever comes`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            let before = try await shifts(region, id)
            try await answer(region, alarm, before[0].person, .declined, minutes: 5)
            // Of the next who are asked, one who was planned for the shift after says yes to this one.
            let next = before[1].person
            try await answer(
                region, alarm, next, .coming(minutes: nil, isRemote: false), minutes: 10)
            let after = try await shifts(region, id)
            let first = after.filter { $0.interval.start == changeAt }
            #expect(first.filter(\.state.counts).map(\.person) == [next])
            #expect(first.first { $0.state == .declined }?.person == before[0].person)
            let second = after.filter { $0.interval.start == before[1].interval.start }
            #expect(second.filter(\.state.counts).count == 1)
            #expect(second.first(where: \.state.counts)?.person != next)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who is taken off a shift hears so, and is not put on it again`(engine: TestEngine) async throws {
        let (callee, told, after, log) = try await TestRegion.with(engine) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            let shift = try await shifts(region, id)[0]
            try await answer(
                region, alarm, shift.person, .coming(minutes: nil, isRemote: false), minutes: 5)
            try await region.change(as: "bureau", at: TestRegion.now.adding(minutes: 6)) { change in
                try change.cancelRelief(shift.id, of: id)
            }
            let (callee, told) = try await region.read { tx in
                let found = try #require(try tx.alarm(alarm))
                let messages = try tx.rows(
                    """
                    SELECT body FROM alarm_message
                    WHERE alarm = \(alarm) AND person = \(shift.person) AND purpose = 'released'
                    """)
                return (
                    try tx.progress(of: found).callees[shift.person]?.state,
                    try messages.map { try $0.text("body") }
                )
            }
            // What they say afterwards does not put them back.
            try await answer(
                region, alarm, shift.person, .coming(minutes: nil, isRemote: false), minutes: 7)
            let after = try await shifts(region, id).filter {
                $0.interval == shift.interval && $0.state.counts
            }
            let log = try await region.timeline(id, at: TestRegion.now.adding(minutes: 8)).entries
            return (callee, told, after.map(\.person).contains(shift.person), log.map(\.text))
        }
        #expect(callee == .released)
        #expect(!told.isEmpty && told.allSatisfy { $0.hasPrefix("Je bent van de dienst gehaald.") })
        #expect(!after)
        #expect(log.contains { $0.contains("van de dienst gehaald") })
        #expect(log.contains { $0.contains("komt om af te lossen") })
    }

    @Test func `when the deployment ends the question is withdrawn, and whoever was asked hears so`()
        async throws
    {
        let (state, told, states) = try await TestRegion.with(.sqlite) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            try await region.deliverAll(at: TestRegion.now.adding(seconds: 2))
            try await region.record(
                EntryDraft(.ended(DeploymentEnding()), "Afgesloten", key: "einde"), in: id,
                at: TestRegion.now.adding(minutes: 30))
            return try await region.read { tx in
                let told = try tx.rows(
                    "SELECT body FROM alarm_message WHERE alarm = \(alarm) AND purpose = 'released'")
                return (
                    try tx.alarm(alarm)?.state, try told.map { try $0.text("body") },
                    try tx.reliefShifts(of: id).map(\.state)
                )
            }
        }
        #expect(state == .stopped)
        #expect(!told.isEmpty && told.allSatisfy { $0.contains("De vraag is ingetrokken") })
        #expect(states.allSatisfy { $0 == .cancelled })
    }

    @Test func `the page of a question speaks of no alarm`() async throws {
        let (page, stop, person) = try await TestRegion.with(.sqlite) { region in
            let id = try await planned(region)
            let alarm = try await ask(region, id)
            let client = try await region.client("bureau")
            let asked = try #require(
                try await region.read { tx in try tx.reliefShifts(of: id).first { $0.state == .asked } })
            return (
                try await client.get("/alarmen/\(alarm)").body,
                try await client.get("/alarmen/\(alarm)/beeindiging").body,
                try await client.get("/alarmen/\(alarm)/mensen/\(asked.person)").body
            )
        }
        // A shift begins when it begins.
        #expect(person.contains("Terug naar de vraag") && person.contains(">Komt</button>"))
        #expect(!person.contains("Komt over 15 minuten"))
        #expect(page.contains("Om aflossing gevraagd"))
        #expect(page.contains("/aflossing\">Aflossing</a>"))
        #expect(!page.contains("Alarm gegeven"))
        #expect(!page.contains("betere omschrijving"))
        #expect(stop.contains("De vraag om af te lossen intrekken?"))
    }

    @Test func `a shift that has begun, or is more than a day away, is not asked for`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let id = try await planned(region)
            let refusals = try await region.change(as: "bureau", at: TestRegion.now) { change in
                try [TestRegion.now, TestRegion.now.adding(minutes: 1_441)].map { start in
                    do {
                        _ = try change.askRelief(from: start, of: id)
                        return nil as ReliefRefusal?
                    } catch let refusal as ReliefRefusal { return refusal }
                }
            }
            #expect(refusals == [.begun, .tooEarly])
        }
    }
}
