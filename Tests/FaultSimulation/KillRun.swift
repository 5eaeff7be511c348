import Domain
import Foundation
import Storage
import TestSupport

@testable import App

/// A region whose server is killed while it calls people, and what arrived at the end.
struct KillRun {
    struct Outcome: Sendable {
        /// Rows of the outbox.
        var messages = 0
        /// Messages that a server held when it was killed: only these may arrive twice.
        var inFlight = 0
        /// Arrivals of a message that arrived before.
        var repeats = 0
        /// Rows that are not sent, or that never arrived.
        var lost: [String] = []
        /// Arrivals that stand in no row.
        var withoutRow: [String] = []
        /// Repeats that do not say that they may be one.
        var unmarked: [String] = []
    }

    /// A text message, a mail and a call for everybody.
    static let messagesPerKill = 3 * alarmsPerKill * FaultWorld.peopleCount
    private static let alarmsPerKill = 2
    /// Milliseconds that the gateway takes: long enough to be killed in.
    private static let gatewayMilliseconds = 15

    private let place: StoragePlace
    private let application: Application
    private let world: FaultWorld
    private let gateway: TestServer
    private let post: TestServer

    private struct GatewayBody: Decodable {
        let key: String
        let text: String
    }

    init(_ place: StoragePlace, gateway: TestServer, post: TestServer) async throws {
        self.place = place
        self.gateway = gateway
        self.post = post
        application = try await Application.open(place)
        world = try await FaultWorld(application.storage)
        var sms = GatewaySetting()
        sms.url = "http://127.0.0.1:\(gateway.port)/slow/\(Self.gatewayMilliseconds)"
        sms.body = "{\"key\": \"{{sleutel}}\", \"to\": \"{{naar}}\", \"text\": \"{{tekst}}\"}"
        sms.parallel = 4
        let mail = MailSetting([
            "server": "127.0.0.1", "poort": "\(post.port)", "versleuteling": "none",
            "afzender": "piket@oranje.test", "seconden": "20",
        ])
        let drafts = [
            ChannelDraft(kind: .sms, name: "Sms", rank: 1, form: .gateway(sms), secrets: [:], version: nil),
            ChannelDraft(
                kind: .voice, name: "Spraak", rank: 1, form: .gateway(sms), secrets: [:], version: nil),
            ChannelDraft(kind: .mail, name: "Mail", rank: 1, form: .mail(mail), secrets: [:], version: nil),
        ]
        let now = application.now()
        try await application.storage.change(by: .command("test"), at: now, randomness: .system) { change in
            for draft in drafts { _ = try change.saveChannel(nil, draft) }
        }
    }

    func run(kills: Int) async throws -> Outcome {
        var random = Randomness(seed: 1)
        var inFlight = 0
        for kill in 0..<kills {
            let server = try ServerProcess(place)
            let arrived = gateway.lines.count
            for number in 0..<Self.alarmsPerKill { try await raise("\(kill)-\(number)") }
            try await application.storage.wakeOthers()
            // Anywhere between the first message and well before the last; a third of them are mail.
            let wanted = arrived + 1 + random.below(Self.messagesPerKill / 2)
            guard await gateway.lines(atLeast: wanted) else {
                throw FaultFinding(seed: 0, sentence: "the gateway is gone")
            }
            server.kill()
            inFlight += try await passLease()
        }
        let server = try ServerProcess(place)
        try await waitUntil {
            try await application.storage.read { tx in
                try tx.row("SELECT 1 AS one FROM alarm_message WHERE state IN ('waiting', 'claimed') LIMIT 1")
            } == nil
        }
        server.stop()
        let outcome = try await outcome(inFlight: inFlight)
        try await application.close()
        return outcome
    }

    /// Looks again and again: what it waits for is the work of another process.
    private func waitUntil(_ isSo: () async throws -> Bool) async throws {
        let limit = ContinuousClock.now.advanced(by: .seconds(60))
        while try await !isSo() {
            guard ContinuousClock.now < limit else {
                throw FaultFinding(seed: 0, sentence: "server does nothing")
            }
            await Task.yield()
        }
    }

    /// Everybody is called at once, over both of their channels.
    private func raise(_ key: String) async throws {
        let now = application.now()
        let places = world.people.map {
            AlarmPlan.Place(person: $0, inclusion: .ofFunction, travelMinutes: 10, warnings: [])
        }
        let wave = AlarmPlan.Wave(kind: .duty, people: places)
        let plan = AlarmPlan(
            posts: [
                AlarmPlan.Post(
                    function: Code("OVDBZ"), wanted: 1, withinMinutes: nil, waves: [wave], exclusions: [])
            ], leaders: [], lastResorts: [], informed: [])
        let request = AlarmRequest(
            key: key, posts: [AlarmRequest.Post(function: Code("OVDBZ"), wanted: 1)],
            municipality: Code("GM0599"))
        try await application.storage.change(by: .command("test"), at: now, randomness: .system) { change in
            let id = try change.raiseAlarm(request, plan, AlarmNorms(.empty, at: now))
            // As if nobody answered the text messages in time.
            try change.tx.execute("UPDATE alarm_message SET due_at = \(now) WHERE alarm = \(id)")
        }
    }

    /// Lets the minute pass in which nobody else may take over what the server held.
    ///
    /// - Returns: how many messages that were.
    private func passLease() async throws -> Int {
        try await application.storage.write { tx in
            try tx.execute("UPDATE alarm_message SET claimed_until = 0 WHERE state = 'claimed'")
        }
    }

    private func outcome(inFlight: Int) async throws -> Outcome {
        let rows = try await application.storage.read { tx in
            try tx.rows("SELECT id, state FROM alarm_message").map { row in
                (id: try row.text("id"), state: try row.text("state"))
            }
        }
        var texts: [String: [String]] = [:]
        for record in try gateway.messages(GatewayRecord.self) {
            let body = try JSONDecoder().decode(GatewayBody.self, from: Data(record.body.utf8))
            texts[body.key, default: []].append(body.text)
        }
        for record in try post.messages(MailRecord.self) {
            let id = record.headers["message-id"] ?? ""
            let key = id.drop { $0 == "<" }.prefix { $0 != "@" }
            texts[String(key), default: []].append(record.headers["subject"] ?? "")
        }
        let known = Set(rows.map(\.id))
        var outcome = Outcome(messages: rows.count, inFlight: inFlight)
        outcome.lost = rows.filter { $0.state != "sent" || texts[$0.id] == nil }.map {
            "\($0.id) \($0.state)"
        }
        outcome.withoutRow = texts.keys.filter { !known.contains($0) }
        outcome.repeats = texts.values.map { $0.count - 1 }.reduce(0, +)
        outcome.unmarked = texts.filter { _, all in
            all.count(where: { !$0.contains("mogelijk dubbel") }) > 1
        }.map(\.key)
        return outcome
    }
}
