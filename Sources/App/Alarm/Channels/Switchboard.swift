import Delivery
import Domain
import Storage
import Synchronization

/// The channels that are open now, ready to send.
struct Switchboard: Sendable {
    struct Connected<Value: Channel>: Sendable {
        let id: ID<ChannelSetup>
        let channel: Value
    }

    /// In the order in which they are tried.
    let mail: [Connected<MailChannel>]
    private let gateways: [Connected<GatewayChannel>]
    private let ledger: ChannelLedger
    private let now: @Sendable () -> Instant

    fileprivate init(
        mail: [Connected<MailChannel>], gateways: [Connected<GatewayChannel>], ledger: ChannelLedger,
        now: @escaping @Sendable () -> Instant
    ) {
        self.mail = mail
        self.gateways = gateways
        self.ledger = ledger
        self.now = now
    }

    /// All channels of a kind as one, which goes on to the next when one has a fault of its own; nil when none
    /// is open.
    func channel(_ kind: ChannelKind) -> (any Channel)? {
        let links: [WatchedChannel] =
            mail.filter { $0.channel.kind == kind }.map { watched($0.id, $0.channel) }
            + gateways.filter { $0.channel.kind == kind }.map { watched($0.id, $0.channel) }
        return links.isEmpty ? nil : ChannelChain(kind: kind, links: links)
    }

    private func watched(_ id: ID<ChannelSetup>, _ channel: some Channel) -> WatchedChannel {
        WatchedChannel(id: id, channel: channel, ledger: ledger, now: now)
    }

    /// One attempt over one channel, with all there is to tell.
    func trial(over id: ID<ChannelSetup>, _ message: OutgoingMessage) async -> DeliveryTrial? {
        let trial: DeliveryTrial
        if let connected = mail.first(where: { $0.id == id }) {
            trial = await connected.channel.attempt(message)
        } else if let connected = gateways.first(where: { $0.id == id }) {
            trial = await connected.channel.attempt(message)
        } else {
            return nil
        }
        ledger.note(trial.outcome, of: id, at: now())
        return trial
    }

    func note(_ outcome: DeliveryOutcome, of id: ID<ChannelSetup>) {
        ledger.note(outcome, of: id, at: now())
    }
}

extension Application {
    /// The channels as they are set up at this moment.
    ///
    /// - Parameter closed: a channel to take along although it is closed, to try it.
    func switchboard(with closed: ID<ChannelSetup>? = nil) async throws -> Switchboard {
        let versions = try await storage.read { tx in try tx.channelVersions() }
        if closed == nil, let known = switchboards.board(of: versions) { return known }
        let (setups, box) = try await storage.read { tx in
            (
                try tx.channelSetups().map { ($0, try tx.sealedSecrets(of: $0.id)) },
                try Self.secretBox(tx)
            )
        }
        var mail: [Switchboard.Connected<MailChannel>] = []
        var gateways: [Switchboard.Connected<GatewayChannel>] = []
        for (setup, sealed) in setups where setup.isOpen || setup.id == closed {
            let secrets = secrets(sealed, of: setup.id, box)
            let name = "\(setup.id) \(setup.version)"
            switch setup.form {
            case .mail(let setting):
                let channel = MailChannel(
                    name: name, setting, secrets: secrets, courier: mailCourier, now: now)
                mail.append(.init(id: setup.id, channel: channel))
            case .gateway(let setting):
                do {
                    let channel = try GatewayChannel(
                        name: name, kind: setup.kind, setting, secrets: secrets, courier: courier)
                    gateways.append(.init(id: setup.id, channel: channel))
                } catch {
                    // A setting that this version cannot read must not stop the other channels.
                    channelLedger.note(
                        .failedForNow(.notConfigured, retryAfter: nil), of: setup.id, at: now())
                }
            }
        }
        let board = Switchboard(mail: mail, gateways: gateways, ledger: channelLedger, now: now)
        let read = Dictionary(uniqueKeysWithValues: setups.map { ($0.0.id, $0.0.version) })
        if closed == nil { switchboards.keep(board, of: read) }
        return board
    }

    /// Nil without the master key: channels then have no secrets, and say that they are not set up.
    private static func secretBox(_ tx: Transaction) throws -> SecretBox? {
        do { return try tx.secretBox() } catch is KeyFault { return nil }
    }

    /// What does not open is no secret: the channel shows that it is not set up, and the others go on.
    private func secrets(
        _ sealed: String, of id: ID<ChannelSetup>, _ box: SecretBox?
    ) -> [String: String] {
        do {
            return try box?.secrets(sealed, of: id) ?? [:]
        } catch {
            channelLedger.note(.failedForNow(.notConfigured, retryAfter: nil), of: id, at: now())
            return [:]
        }
    }

    /// Writes down what the channels met since the last time.
    func noteChannelStatuses() async throws {
        let statuses = channelLedger.take()
        guard !statuses.isEmpty else { return }
        try await storage.write { tx in
            for (id, status) in statuses { try tx.noteStatus(status, of: id) }
        }
    }
}

/// The switchboard that was made last. Reading settings, opening secrets and compiling expressions costs more
/// than sending; every change of a channel raises its version, also one that another node makes.
final class SwitchboardMemory: Sendable {
    private typealias Kept = (board: Switchboard, versions: [ID<ChannelSetup>: Int])
    private let kept = Mutex<Kept?>(nil)

    func board(of versions: [ID<ChannelSetup>: Int]) -> Switchboard? {
        kept.withLock { $0?.versions == versions ? $0?.board : nil }
    }

    func keep(_ board: Switchboard, of versions: [ID<ChannelSetup>: Int]) {
        kept.withLock { $0 = (board, versions) }
    }
}

/// What the channels met since it was last written down. In memory, because a write for each message would
/// cost more than the message.
final class ChannelLedger: Sendable {
    private let statuses = Mutex<[ID<ChannelSetup>: ChannelStatus]>([:])

    /// A refused recipient or message says that the channel works.
    func note(_ outcome: DeliveryOutcome, of id: ID<ChannelSetup>, at now: Instant) {
        statuses.withLock { statuses in
            switch outcome {
            case .accepted: statuses[id, default: ChannelStatus()].lastSuccess = now
            case .failedForNow(let fault, _), .unknown(let fault):
                statuses[id, default: ChannelStatus()].lastFailure = now
                statuses[id, default: ChannelStatus()].lastFault = fault.code
            case .failedForGood: break
            }
        }
    }

    func take() -> [ID<ChannelSetup>: ChannelStatus] {
        statuses.withLock { statuses in
            defer { statuses = [:] }
            return statuses
        }
    }
}

/// A channel whose outcomes are kept for its page.
private struct WatchedChannel: Channel {
    let id: ID<ChannelSetup>
    let channel: any Channel
    let ledger: ChannelLedger
    let now: @Sendable () -> Instant

    var kind: ChannelKind { channel.kind }
    var limits: ChannelLimits { channel.limits }

    func send(_ message: OutgoingMessage) async -> DeliveryOutcome {
        let outcome = await channel.send(message)
        ledger.note(outcome, of: id, at: now())
        return outcome
    }
}

/// Channels of one kind behind each other. A next one is tried only when the message surely did not leave.
struct ChannelChain: Channel {
    let kind: ChannelKind
    /// At least one.
    let links: [any Channel]

    init(kind: ChannelKind, links: [any Channel]) {
        self.kind = kind
        self.links = links
    }

    var limits: ChannelLimits { links.first?.limits ?? ChannelLimits(parallel: 1, perSecond: nil) }

    func send(_ message: OutgoingMessage) async -> DeliveryOutcome {
        var outcome = DeliveryOutcome.failedForNow(.notConfigured, retryAfter: nil)
        for link in links {
            outcome = await link.send(message)
            guard case .failedForNow = outcome else { return outcome }
        }
        return outcome
    }
}
