import Domain
import Storage

/// An alarm on virtual time: the real engine, a clock that jumps from one moment to the next, and people who answer
/// by the seed. Nothing leaves the process.
struct RehearsedAlarm {
    /// After this it is over, filled or not.
    private static let hoursMax = 12
    /// More steps than any call-out takes; an engine that runs in circles ends here.
    private static let stepsMax = 20_000

    let alarm: ID<Alarm>
    let start: Instant
    private(set) var clock: Instant
    private let storage: Storage
    /// As the journal names who takes the answers in.
    private let desk: String
    private var randomness: Randomness
    private var coming: [(at: Instant, person: ID<Functionary>, text: String)] = []

    /// - Parameter alarm: was raised at `start`.
    init(
        _ alarm: ID<Alarm>, in storage: Storage, from start: Instant, by desk: String, randomness: Randomness
    ) {
        self.alarm = alarm
        self.storage = storage
        self.start = start
        self.desk = desk
        self.randomness = randomness
        clock = start
    }

    /// Until everybody is at work and every message has left, or for twelve hours.
    mutating func run() async throws {
        for _ in 0..<Self.stepsMax {
            let isOver = try await isOver()
            let step = try await step()
            let next = [step, isOver ? nil : coming.first?.at].compactMap(\.self).min()
            guard let next, next <= start.adding(minutes: Self.hoursMax * 60) else { return }
            clock = max(clock, next)
            if !isOver { try await takeAnswers() }
        }
    }

    private func isOver() async throws -> Bool {
        try await storage.read { [alarm] tx in try tx.alarm(alarm)?.endedAt != nil }
    }

    /// One step of the engine with its effects.
    ///
    /// - Returns: when the engine wants to be woken; nil when nothing is due any more.
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

    /// A sink of its own: most messages arrive, some meet a busy server, some a number that is gone.
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
        return AlarmDelivery(message: id, outcome: .accepted(reference: desk))
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
            let effect = try await storage.change(by: .background(desk), at: clock, randomness: source) {
                change in
                // What a rehearsed call-out takes from a line is nobody's gap.
                change.isNoticingGaps = true
                return try change.answerAlarm(
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
}
