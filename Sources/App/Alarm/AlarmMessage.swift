import Domain

/// One message to one address: a row of the outbox, written in the transaction that decided it.
struct AlarmMessage: Sendable {
    /// Attempts after which nobody waits for this message any more. Trying goes on: the channel may come back.
    static let triesMax = 3
    /// Messages that one claim takes, and so the most that can leave after a stop or twice after a crash.
    static let batchMax = 16
    /// How long a claim holds. Longer than any channel takes for a message.
    static let leaseSeconds = 60

    /// The idempotency key of every attempt.
    let id: ID<AlarmMessage>
    let alarm: ID<Alarm>
    let person: ID<Functionary>
    let purpose: Purpose
    let generation: Int
    /// The same message over the person's other channels.
    let series: ID<AlarmMessage>
    /// Place among those channels, from 0.
    let position: Int
    let address: AlarmAddress
    let subject: String
    let body: String
    let state: State
    let dueAt: Instant
    let attempts: Int
    let isPossibleDuplicate: Bool

    enum Purpose: String, CaseIterable, Sendable {
        case call
        /// A place came free for somebody who offered.
        case needed
        /// A better description.
        case update
        /// Where are you?
        case overdue
        /// To the leader: somebody is overdue.
        case overdueNotice
        /// To a named human: too few people were found.
        case exhausted
        case released
        /// To the mayor, or the chair.
        case informed
        /// What an answer did, or that it was not understood.
        case confirmation
    }

    enum State: String, CaseIterable, Sendable {
        case waiting
        /// Waits until an earlier channel of its series fails.
        case standby
        case claimed
        case sent
        /// Will never be taken.
        case failed
        /// No longer wanted when its turn came: the alarm was over, or the person had answered.
        case dropped
    }
}

/// Messages taken by one worker until `until`; after that another may take them and this worker's results no
/// longer count.
struct AlarmBatch: Sendable {
    let claim: ID<AlarmBatch>
    let messages: [OutgoingMessage]
    let until: Instant
}

/// What became of one message of a batch.
struct AlarmDelivery: Sendable {
    let message: ID<AlarmMessage>
    let outcome: DeliveryOutcome
}
