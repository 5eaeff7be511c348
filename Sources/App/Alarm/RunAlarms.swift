import Domain
import Logging
import Storage
import Synchronization

/// How many batches are with their channels.
private final class UnderWay: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func add(_ number: Int) {
        count.withLock { $0 += number }
    }
}

/// The alarm engine of one node: takes steps, hands batches to the channels, writes down what became of them.
extension Application {
    /// Batches handed to channels at one time; with sixteen messages each, more than any gateway has
    /// connections.
    private static let batchesMax = 8
    /// The longest sleep. Every write that makes something due raises the signal, here or from another process,
    /// so this only bounds the harm of a signal that was lost.
    private static let idleSecondsMax: Int64 = 30
    private static let faultSeconds: Int64 = 1

    /// Runs until it is cancelled. A database that is away for a while stops nothing.
    func runAlarms() async {
        let underWay = UnderWay()
        pulse.beatEngine(at: now())
        let listener = storage.listen { [alarmSignal, live] reason in
            if reason == .due { alarmSignal.raise() }
            live.signal.raise()
        }
        defer { listener?.cancel() }
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                // Before the step, so that the claim it makes is over here no later than in the database. A clock
                // that is never set: what this process holds must not grow when somebody turns the clock back.
                let claimedUntil = ContinuousClock.now.advanced(by: .seconds(AlarmMessage.leaseSeconds))
                var sleep = Duration.seconds(Self.idleSecondsMax)
                do {
                    var effects: [AlarmEffect] = []
                    // Answers first: who declined a moment ago is not waited for in this step.
                    if try await readInbound() { sleep = .zero }
                    if underWay.value < Self.batchesMax { effects = try await stepAlarms() }
                    // Also when every batch is under way: each ends by itself, and raises the signal.
                    pulse.beatEngine(at: now())
                    for effect in effects {
                        switch effect {
                        case .send(let batch):
                            underWay.add(1)
                            group.addTask {
                                await deliver(batch, until: claimedUntil)
                                underWay.add(-1)
                                alarmSignal.raise()
                            }
                        case .wake(let moment):
                            let wait = max(0, moment.milliseconds - now().milliseconds)
                            sleep = min(sleep, .milliseconds(wait))
                        }
                    }
                } catch {
                    logger.error("Alarmering wacht", metadata: ["error": "\(Self.alarmLogText(error))"])
                    sleep = .seconds(Self.faultSeconds)
                }
                if sleep > .zero { await alarmSignal.wait(atMost: sleep) }
            }
        }
    }

    /// One step of the engine at this moment.
    func stepAlarms() async throws -> [AlarmEffect] {
        let now = now()
        let source = randomness()
        return try await storage.write { tx in try AlarmStep.run(tx, at: now, randomness: source) }
    }

    /// Hands a batch to its channels and records the outcomes in one write. What cannot be recorded stays
    /// claimed: when the claim ends it is sent again, marked as possibly the same message.
    func deliver(_ batch: AlarmBatch, until: ContinuousClock.Instant) async {
        let open = await openChannels()
        let deliveries = await withTaskGroup(
            of: AlarmDelivery?.self, returning: [AlarmDelivery].self
        ) { group in
            for message in batch.messages {
                group.addTask { await attempt(message, over: open[message.kind], until: until) }
            }
            return await group.reduce(into: [AlarmDelivery]()) { all, delivery in
                if let delivery { all.append(delivery) }
            }
        }
        let now = now()
        do {
            try await storage.write { tx in try AlarmRecording.run(tx, batch, deliveries, at: now) }
        } catch {
            logger.error(
                "Verzending niet vastgelegd",
                metadata: ["error": "\(Self.alarmLogText(error))", "berichten": "\(deliveries.count)"])
        }
    }

    /// The channels of a batch: as they are set up now, unless the program was started with others.
    private func openChannels() async -> [ChannelKind: any Channel] {
        guard channels.isEmpty else { return channels }
        do {
            let board = try await switchboard()
            let open = ChannelKind.allCases.compactMap { kind in board.channel(kind).map { (kind, $0) } }
            return Dictionary(uniqueKeysWithValues: open)
        } catch {
            logger.error("Kanalen niet gelezen", metadata: ["error": "\(Self.alarmLogText(error))"])
            return [:]
        }
    }

    /// Nil when the claim has ended: the message is another worker's now.
    private func attempt(
        _ message: OutgoingMessage, over channel: (any Channel)?, until: ContinuousClock.Instant
    ) async -> AlarmDelivery? {
        guard let id = ID<AlarmMessage>(message.key), ContinuousClock.now < until else { return nil }
        guard let channel else {
            return AlarmDelivery(message: id, outcome: .failedForNow(.notConfigured, retryAfter: nil))
        }
        return AlarmDelivery(message: id, outcome: await channel.send(message))
    }

    private static func alarmLogText(_ error: any Error) -> String {
        (error as? StorageFault)?.code ?? "\(type(of: error))"
    }
}
