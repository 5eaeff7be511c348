import Domain
import Storage

@testable import App
@testable import TestSupport

/// What tests ask of alarms in the sample region.
extension TestRegion {
    static let municipality = Code<Municipality>("GM0613")

    static func request(
        _ posts: [(String, Int)] = [("OVDBZ", 1), ("CO", 2)], key: String = "k-1", exercise: Bool = false,
        description: String = "Brand in een flat."
    ) -> AlarmRequest {
        AlarmRequest(
            key: key, posts: posts.map { AlarmRequest.Post(function: Code($0.0), wanted: $0.1) },
            municipality: municipality, place: "Sporthal", description: description, isExercise: exercise)
    }

    func raise(_ request: AlarmRequest = TestRegion.request(), at now: Instant = TestRegion.now) async throws
        -> RaisedAlarm
    {
        try await change(as: "meldkamer", at: now) { change in try change.raiseAlarm(request) }
    }

    /// Steps of the engine at one moment until nothing is due, every message taken by the provider.
    ///
    /// - Returns: the messages that left, in order.
    @discardableResult
    func deliverAll(
        at now: Instant = TestRegion.now,
        outcome: @escaping @Sendable (OutgoingMessage) -> DeliveryOutcome = { _ in .accepted(reference: "r") }
    ) async throws -> [OutgoingMessage] {
        var sent: [OutgoingMessage] = []
        while let batch = try await claim(at: now) {
            sent += batch.messages
            try await record(batch, at: now, outcome: outcome)
        }
        return sent
    }

    /// One step; nil when there was nothing to send.
    func claim(at now: Instant = TestRegion.now) async throws -> AlarmBatch? {
        let effects = try await storage.write { tx in
            try AlarmStep.run(tx, at: now, randomness: .system)
        }
        for case .send(let batch) in effects { return batch }
        return nil
    }

    func record(
        _ batch: AlarmBatch, at now: Instant = TestRegion.now,
        outcome: @escaping @Sendable (OutgoingMessage) -> DeliveryOutcome = { _ in .accepted(reference: "r") }
    ) async throws {
        try await storage.write { tx in
            let deliveries = batch.messages.compactMap { message in
                ID<AlarmMessage>(message.key).map { AlarmDelivery(message: $0, outcome: outcome(message)) }
            }
            try AlarmRecording.run(tx, batch, deliveries, at: now)
        }
    }

    func answer(
        _ alarm: ID<Alarm>, _ person: ID<Functionary>?, _ text: String, at now: Instant = TestRegion.now
    ) async throws -> AnswerEffect {
        try await storage.change(by: .background("sms"), at: now, randomness: .system) { change in
            try change.answerAlarm(alarm, by: person, AlarmReply(text: text), way: .sms, text: text)
        }
    }

    func status(_ alarm: ID<Alarm>) async throws -> AlarmStatus? {
        try await read { tx in try tx.alarmStatus(alarm) }
    }

    /// Everybody in the plan who stands so, in the order of the plan.
    func people(_ alarm: ID<Alarm>, _ state: CalleeState) async throws -> [ID<Functionary>] {
        try await read { tx in try tx.audience(of: alarm).filter { $0.state == state }.map(\.person) }
    }
}
