import Domain
import Foundation
import Logging
import Storage
import Web

/// What a drill came to.
package struct DrillReport: Sendable {
    /// The timeline, a line each.
    package let lines: [String]
    package let filled: Int
    package let asked: Int
    /// `filled` of `asked`, how long it took, how many people and messages.
    package let sentence: String
    package var isFilled: Bool { filled >= asked }
}

extension Application {
    /// A whole call-out in exercise mode on a copy of the data: real plan, real engine, a clock that jumps from
    /// one moment to the next, and people who answer by the seed. Nothing leaves the process and nothing is
    /// written to the data.
    package func runDrill(seed: UInt64) async throws -> DrillReport {
        var random = randomness()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "oranje-oefening-\(random.bytes(8).hexadecimal)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer {
            // What is left in the temporary folder is for its owner only, and the system clears it.
            try? FileManager.default.removeItem(atPath: folder)
        }
        try await storage.copy(into: folder)
        let copy = try Storage.open(.folder(folder))
        var drill = try await Drill(copy, start: now(), seed: seed)
        let report = try await drill.run()
        try await copy.close()
        return report
    }
}

/// A call-out on virtual time.
private struct Drill {
    /// What a drill asks for; functions that the region does not know are left out.
    private static let posts = [
        ("OVDBZ", 1), ("ACBZ", 1), ("HTOABZ", 1), ("HTOCC", 1), ("OGA", 1), ("ICBZ", 1), ("CO", 2),
    ]
    /// After this a drill is over, filled or not.
    private static let hoursMax = 12
    /// More steps than any drill takes; an engine that runs in circles ends here.
    private static let stepsMax = 20_000

    private let storage: Storage
    private let start: Instant
    private var clock: Instant
    private var randomness: Randomness
    private let alarm: ID<Alarm>
    private let asked: Int
    private var coming: [(at: Instant, person: ID<Functionary>, text: String)] = []

    init(_ storage: Storage, start: Instant, seed: UInt64) async throws {
        self.storage = storage
        self.start = start
        clock = start
        var random = Randomness(seed: seed)
        let choice = random.next()
        let (functions, municipalities) = try await storage.read { tx in
            let today = Amsterdam.day(at: start)
            return (
                Set(try tx.functions().map(\.code.text)),
                try tx.municipalities().filter { $0.exists(on: today) }.map(\.code)
            )
        }
        guard !municipalities.isEmpty else { throw AlarmRefusal.noRegion }
        let request = AlarmRequest(
            key: "oefening-\(seed)",
            posts: Self.posts.filter { functions.contains($0.0) }.map {
                AlarmRequest.Post(function: Code($0.0), wanted: $0.1)
            },
            municipality: municipalities[Int(choice % UInt64(municipalities.count))], place: "Sporthal",
            description: "Brand in een woongebouw; bewoners worden opgevangen.", isExercise: true)
        asked = request.posts.map(\.wanted).reduce(0, +)
        let source = Randomness(seed: random.next())
        alarm = try await storage.change(by: .command("drill"), at: start, randomness: source) { change in
            try change.raiseAlarm(request).id
        }
        randomness = random
    }

    mutating func run() async throws -> DrillReport {
        for _ in 0..<Self.stepsMax {
            guard try await isRunning() else { break }
            let due = try await step()
            let next = [due, coming.first?.at].compactMap(\.self).min()
            guard let next, next <= start.adding(minutes: Self.hoursMax * 60) else { break }
            clock = max(clock, next)
            try await takeAnswers()
        }
        return try await report()
    }

    private func isRunning() async throws -> Bool {
        try await storage.read { [alarm] tx in try tx.alarm(alarm)?.endedAt == nil }
    }

    /// One step of the engine with its effects.
    ///
    /// - Returns: when the engine wants to be woken.
    private mutating func step() async throws -> Instant? {
        let now = clock
        let source = Randomness(seed: randomness.next())
        let effects = try await storage.write { tx in try AlarmStep.run(tx, at: now, randomness: source) }
        var due: Instant?
        for effect in effects {
            switch effect {
            case .wake(let moment): due = moment
            case .send(let batch):
                var deliveries: [AlarmDelivery] = []
                for message in batch.messages {
                    if let delivery = try await deliver(message) { deliveries.append(delivery) }
                }
                let results = deliveries
                try await storage.write { tx in try AlarmRecording.run(tx, batch, results, at: now) }
            }
        }
        return due
    }

    /// The drill's own sink: most messages arrive, some meet a busy server, some a number that is gone.
    private mutating func deliver(_ message: OutgoingMessage) async throws -> AlarmDelivery? {
        guard let id = ID<AlarmMessage>(message.key) else { return nil }
        switch percent() {
        case 0..<6:
            return AlarmDelivery(message: id, outcome: .failedForNow(.serverBusy(code: 503), retryAfter: nil))
        case 6..<9: return AlarmDelivery(message: id, outcome: .failedForGood(.badAddress))
        default: break
        }
        if let reader = try await storage.read({ tx in try tx.reader(of: id) }) {
            answer(reader.person, reader.purpose)
        }
        return AlarmDelivery(message: id, outcome: .accepted(reference: "oefening"))
    }

    /// What somebody does with a message. Who once said that they come, comes; a few are late.
    private mutating func answer(_ person: ID<Functionary>, _ purpose: AlarmMessage.Purpose) {
        switch purpose {
        case .call:
            guard !coming.contains(where: { $0.person == person }) else { return }
            let wait = 1 + percent() / 20
            switch percent() {
            case 0..<60:
                let minutes = 10 + percent() / 3
                expect(person, "JA \(minutes)", after: wait)
                if percent() < 85 { expect(person, "aanwezig", after: wait + minutes) }
            case 60..<80: expect(person, "nee", after: wait)
            default: break
            }
        case .needed:
            expect(person, "ja 20", after: 2)
            expect(person, "aanwezig", after: 22)
        case .overdue:
            if percent() < 70 { expect(person, "aanwezig", after: 3) }
        case .exhausted: expect(person, "overgenomen", after: 2)
        case .update, .overdueNotice, .released, .informed, .confirmation: break
        }
    }

    private mutating func expect(_ person: ID<Functionary>, _ text: String, after minutes: Int) {
        let at = clock.adding(minutes: minutes)
        let index = coming.firstIndex { $0.at > at } ?? coming.count
        coming.insert((at, person, text), at: index)
    }

    private mutating func takeAnswers() async throws {
        while let first = coming.first, first.at <= clock {
            coming.removeFirst()
            let source = Randomness(seed: randomness.next())
            let alarm = alarm
            let effect = try await storage.change(
                by: .background("drill"), at: clock, randomness: source
            ) { change in
                try change.answerAlarm(
                    alarm, by: first.person, AlarmReply(text: first.text), way: .sms, text: first.text)
            }
            // Who stands reserve stays at home until they are asked.
            if effect == .reserve {
                coming.removeAll { $0.person == first.person && $0.text == "aanwezig" }
            }
        }
    }

    private mutating func percent() -> Int {
        Int(randomness.next() % 100)
    }

    private func report() async throws -> DrillReport {
        let (alarm, asked, start, clock) = (alarm, asked, start, clock)
        return try await storage.read { tx in
            guard let present = try tx.alarm(alarm), let status = try tx.alarmStatus(alarm) else {
                throw AlarmRefusal.over
            }
            let filled = status.posts.map { min($0.wanted, $0.atWork) }.reduce(0, +)
            let called = try tx.calledCount(of: alarm)
            let minutes = (present.endedAt ?? clock).minutes(since: start)
            return DrillReport(
                lines: try AlarmTimeline(present, tx).lines.map {
                    "\(Dutch.time($0.at))  OEFENING  \($0.sentence)"
                },
                filled: filled, asked: asked,
                sentence:
                    "Oefening: \(filled) van \(asked) gevraagde plaatsen gevuld na \(Dutch.duration(minutes: minutes)); "
                    + "\(Dutch.count(called, "persoon", "mensen")) gevraagd, "
                    + "\(Dutch.count(status.messageCount, "bericht", "berichten")).")
        }
    }
}
