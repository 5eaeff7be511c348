import Domain
import Storage

@testable import App

/// One seed: the real step and the real SQL under a virtual clock, with two workers that crash anywhere, a
/// provider that lies, people who say anything, and a clock that jumps. After every commit the invariants are
/// checked.
struct FaultRun {
    private static let actions = 90
    private static let drainStepsMax = 600

    private let world: FaultWorld
    private let seed: UInt64
    private var random: Randomness
    private var provider: FaultProvider
    /// What the machine's clock shows.
    private var now: Instant
    private var workers = [Worker(), Worker()]
    private var replies: [Reply] = []
    private var alarms: [ID<Alarm>] = []
    /// Per alarm that is over, the messages that workers held when it ended: only these may still leave.
    private var held: [String: Set<String>] = [:]
    /// Messages that reached an end, which they must never leave.
    private var ended: [String: String] = [:]
    private var isCalm = false

    private struct Worker {
        var batch: AlarmBatch?
        var next = 0
        var deliveries: [AlarmDelivery] = []
    }

    private struct Reply {
        let person: ID<Functionary>?
        let text: String
    }

    /// Thrown inside a transaction that dies before its commit.
    private struct Crash: Error {}

    /// Quiet hours, and the nights on which the clock of Amsterdam changes.
    private static let starts = [
        "2026-11-24", "2026-10-25", "2026-03-29",
    ].compactMap { Day(iso: $0) }.map { Amsterdam.instant($0, hour: 1, minute: 50) }

    static func run(seed: UInt64, in world: FaultWorld) async throws {
        var run = FaultRun(seed: seed, world)
        try await world.clear()
        try await run.start()
        for _ in 0..<Self.actions { try await run.act() }
        try await run.drain()
    }

    private init(seed: UInt64, _ world: FaultWorld) {
        self.seed = seed
        self.world = world
        var random = Randomness(seed: seed)
        provider = FaultProvider(using: &random)
        now = Self.starts[random.below(Self.starts.count)].adding(minutes: random.below(90))
        self.random = random
    }

    private func fail(_ sentence: String) -> FaultFinding {
        FaultFinding(seed: seed, sentence: sentence)
    }

    private mutating func source() -> Randomness {
        Randomness(seed: random.next())
    }

    private mutating func start() async throws {
        let norms = AlarmNorms(.empty, at: now)
        for number in 0..<(1 + random.below(2)) {
            let plan = FaultPlan.any(world.people, using: &random)
            let request = AlarmRequest(
                key: "\(seed)-\(number)",
                posts: plan.posts.map { AlarmRequest.Post(function: $0.function, wanted: $0.wanted) },
                municipality: Code("GM0599"), isExercise: random.below(3) == 0)
            let id = try await world.storage.change(
                by: .command("test"), at: now, randomness: source()
            ) { change in try change.raiseAlarm(request, plan, norms) }
            alarms.append(id)
        }
        try await check(steppedAt: now)
    }

    // MARK: What happens next

    private mutating func act() async throws {
        switch random.below(100) {
        case 0..<50: try await work(random.below(workers.count))
        case 50..<68: try await takeReply()
        case 68..<84: try await passTime()
        case 84..<88: jump()
        case 88..<90: try await stop()
        case 90..<92: try await describe()
        case 92..<95: forge()
        default: try await takeOver()
        }
    }

    private mutating func work(_ index: Int) async throws {
        guard let batch = workers[index].batch else { return try await step(index) }
        if workers[index].next < batch.messages.count {
            try await send(index, batch.messages[workers[index].next], batch)
        } else {
            try await record(index, batch)
        }
    }

    /// A crash before the commit rolls everything back; one after it loses what was to be sent.
    private mutating func step(_ index: Int) async throws {
        let crash = isCalm ? 99 : random.below(100)
        let (now, source) = (now, source())
        let effects: [AlarmEffect]
        do {
            effects = try await world.storage.write { tx in
                let effects = try AlarmStep.run(tx, at: now, randomness: source)
                if crash < 6 { throw Crash() }
                return effects
            }
        } catch is Crash {
            return
        }
        try await check(steppedAt: now)
        guard crash >= 12 else { return }
        for case .send(let batch) in effects { workers[index] = Worker(batch: batch) }
    }

    private mutating func send(_ index: Int, _ message: OutgoingMessage, _ batch: AlarmBatch) async throws {
        let crash = isCalm ? 99 : random.below(100)
        guard crash >= 4 else {
            workers[index] = Worker()
            return
        }
        try await checkMayLeave(message, batch)
        let (outcome, arrivals) = provider.take(message, isReliable: isCalm, using: &random)
        for _ in 0..<arrivals { read(message) }
        guard crash >= 8 else {
            workers[index] = Worker()
            return
        }
        workers[index].next += 1
        if let id = ID<AlarmMessage>(message.key) {
            workers[index].deliveries.append(AlarmDelivery(message: id, outcome: outcome))
        }
    }

    private mutating func record(_ index: Int, _ batch: AlarmBatch) async throws {
        let crash = isCalm ? 99 : random.below(100)
        let (now, deliveries) = (now, workers[index].deliveries)
        workers[index] = Worker()
        do {
            try await world.storage.write { tx in
                try AlarmRecording.run(tx, batch, deliveries, at: now)
                if crash < 6 { throw Crash() }
            }
        } catch is Crash {
            return
        }
        try await check(steppedAt: nil)
    }

    // MARK: People

    /// What somebody may answer to a message that arrived.
    private mutating func read(_ message: OutgoingMessage) {
        guard !isCalm, let person = world.owners[message.address] else { return }
        let texts = [
            "ja 20", "JA", "ja 45 min", "nee", "aanwezig", "op afstand", "ja ik kom over een half uur",
            "wat is er?",
            "overgenomen", "ja 20",
        ]
        for _ in 0..<random.below(3) {
            replies.append(Reply(person: person, text: texts[random.below(texts.count)]))
        }
    }

    /// Out of order: any of those under way comes in next, sometimes twice.
    private mutating func takeReply() async throws {
        guard !replies.isEmpty else { return }
        let index = random.below(replies.count)
        let reply = replies[index]
        if random.below(8) > 0 { replies.remove(at: index) }
        try await answer(reply)
    }

    private mutating func answer(_ reply: Reply) async throws {
        let alarm = alarms[random.below(alarms.count)]
        let (now, source) = (now, source())
        _ = try await world.storage.change(by: .background("test"), at: now, randomness: source) { change in
            try change.answerAlarm(
                alarm, by: reply.person, AlarmReply(text: reply.text), way: .sms, text: reply.text)
        }
        try await check(steppedAt: nil)
    }

    /// Somebody nobody knows, or who was not called.
    private mutating func forge() {
        let person = random.below(2) == 0 ? nil : world.people[random.below(world.people.count)]
        replies.append(Reply(person: person, text: "aanwezig"))
    }

    private mutating func stop() async throws {
        let alarm = alarms[random.below(alarms.count)]
        let (now, source) = (now, source())
        do {
            try await world.storage.change(by: .command("test"), at: now, randomness: source) { change in
                try change.stopAlarm(alarm)
            }
        } catch AlarmRefusal.over {
            return
        }
        try await check(steppedAt: nil)
    }

    private mutating func describe() async throws {
        let alarm = alarms[random.below(alarms.count)]
        let (now, source) = (now, source())
        do {
            try await world.storage.change(by: .command("test"), at: now, randomness: source) { change in
                try change.relayDescription("Brand in een flat.", of: alarm)
            }
        } catch AlarmRefusal.over {
            return
        }
        try await check(steppedAt: nil)
    }

    private mutating func takeOver() async throws {
        let alarm = alarms[random.below(alarms.count)]
        let (now, source) = (now, source())
        do {
            try await world.storage.change(by: .command("test"), at: now, randomness: source) { change in
                try change.takeAlarm(alarm)
            }
        } catch AlarmRefusal.over {
            return
        }
        try await check(steppedAt: nil)
    }

    // MARK: Time

    private mutating func passTime() async throws {
        guard random.below(3) > 0 else {
            now = now.adding(seconds: random.below(240))
            return
        }
        let due = try await world.storage.read { tx in
            [try tx.nextAlarmDue(), try tx.nextMessageDue()].compactMap(\.self).min()
        }
        if let due, due > now { now = due }
    }

    /// The machine's clock is set, by seconds or by hours.
    private mutating func jump() {
        let seconds = [20, 90, 600, 3600, 7200][random.below(5)]
        now = now.adding(seconds: random.below(2) == 0 ? seconds : -seconds)
    }

    /// Calm: no crash, no lie, no answer. Everything must come to its end by itself.
    private mutating func drain() async throws {
        isCalm = true
        replies = []
        var last: String?
        for _ in 0..<Self.drainStepsMax {
            for index in workers.indices {
                while workers[index].batch != nil { try await work(index) }
            }
            try await step(0)
            guard workers[0].batch == nil else { continue }
            let now = now
            let due = try await world.storage.read { tx in
                [try tx.nextAlarmDue(), try tx.nextMessageDue()].compactMap(\.self).min()
            }
            if due.map({ $0 > now.adding(minutes: 2) }) ?? true {
                last = try await world.storage.read { tx in try FaultEnd(tx) }.violation(provider, at: now)
                if last == nil { return }
            }
            guard let due else { break }
            self.now = max(now, due)
        }
        throw fail(last ?? "the engine does not come to rest")
    }

    // MARK: Checks

    private mutating func check(steppedAt: Instant?) async throws {
        let snapshot = try await world.storage.read { tx in try FaultSnapshot(tx) }
        if let violation = snapshot.violation(steppedAt: steppedAt) { throw fail(violation) }
        for message in snapshot.messages {
            if let end = ended[message.id], end != message.state {
                throw fail("message went from \(end) back to \(message.state)")
            }
            if ["sent", "failed", "dropped"].contains(message.state) { ended[message.id] = message.state }
        }
        for alarm in snapshot.alarms where alarm.isOver && held[alarm.id] == nil {
            // Also what a worker still has in hand whose claim has passed: it was claimed before the end.
            let inHand = workers.flatMap { worker in
                worker.batch.map { $0.messages.dropFirst(worker.next).map(\.key) } ?? []
            }
            held[alarm.id] = Set(
                snapshot.messages.filter { $0.alarm == alarm.id && $0.state == "claimed" }.map(\.id) + inHand)
        }
    }

    private func checkMayLeave(_ message: OutgoingMessage, _ batch: AlarmBatch) async throws {
        let (row, claim) = try await world.storage.read { tx in
            try (
                tx.row("SELECT alarm, purpose, claim FROM alarm_message WHERE id = \(message.key)"),
                batch.claim.description
            )
        }
        guard let row else { throw fail("message sent without a row") }
        if let allowed = held[try row.text("alarm")], !allowed.contains(message.key) {
            let purpose = try row.text("purpose")
            guard ["released", "confirmation"].contains(purpose) else {
                throw fail("\(purpose) left after the end and was held by nobody")
            }
        }
        // A worker whose claim has passed may still send what it held; whoever has the claim now marks theirs.
        let isCurrent = try row.optionalText("claim") == claim
        let mayHaveArrived = (provider.sent[message.key] ?? []).contains(where: \.mayHaveArrived)
        if isCurrent, mayHaveArrived, !message.possibleDuplicate {
            throw fail("second send is not marked as possibly the same")
        }
    }
}
