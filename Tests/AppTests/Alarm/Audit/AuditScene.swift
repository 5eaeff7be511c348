import Domain
import Logging
import Storage
import Synchronization

@testable import App
@testable import TestSupport

/// Keeps what it gets, and takes it or not.
final class KeptChannel: Channel {
    let kind: ChannelKind
    let limits = ChannelLimits(parallel: 16, perSecond: nil)
    private let outcome: DeliveryOutcome
    private let taken = Mutex<[OutgoingMessage]>([])

    init(_ kind: ChannelKind, _ outcome: DeliveryOutcome = .accepted(reference: "r")) {
        self.kind = kind
        self.outcome = outcome
    }

    var messages: [OutgoingMessage] { taken.withLock { $0 } }

    func send(_ message: OutgoingMessage) async -> DeliveryOutcome {
        taken.withLock { $0.append(message) }
        return outcome
    }
}

/// What tests ask of the auditor in the sample region.
extension TestRegion {
    /// The product on the same database with channels of the test.
    func application(_ channels: [any Channel]) -> Application {
        Application(
            storage: storage, logger: TestRegion.errorLogger, now: { TestRegion.now },
            randomness: { .system }, channels: channels)
    }

    /// A running alarm all of whose first messages left.
    @discardableResult
    func quietAlarm() async throws -> RaisedAlarm {
        let raised = try await raise()
        try await deliverAll()
        return raised
    }

    func sql(_ statements: [SQL]) async throws {
        try await storage.write { tx in
            for statement in statements { try tx.execute(statement) }
        }
    }

    /// An open channel, as its page would show it.
    func openLink(_ kind: ChannelKind, success: Instant?, failure: Instant?) async throws {
        let id: ID<ChannelSetup> = try await addChannel(kind, .mail(MailSetting(mailFields(port: 25))))
        try await sql([
            """
            UPDATE channel SET kind = \(kind), is_open = 1, last_success_at = \(success), last_failure_at = \(failure)
            WHERE id = \(id)
            """
        ])
    }
}
