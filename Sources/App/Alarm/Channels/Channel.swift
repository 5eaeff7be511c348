import Domain

/// One message to one address, as it is handed to a channel.
struct OutgoingMessage: Equatable, Sendable {
    /// The same for every attempt at one message; a provider that knows it sends once. Printable ASCII without
    /// spaces.
    let key: String
    let kind: ChannelKind
    /// An e-mail address, or a telephone number in international form.
    let address: String
    /// Only mail shows it.
    let subject: String
    let text: String
    /// An earlier attempt may have arrived; the reader is told.
    let possibleDuplicate: Bool
    /// Part of an exercise; the reader is told first of all (spec C8).
    let exercise: Bool
}

/// What became of one attempt.
enum DeliveryOutcome: Equatable, Sendable {
    /// The provider took the message over. `reference` is its own number for it, empty when it gave none.
    case accepted(reference: String)
    /// This attempt failed, another may succeed; `retryAfter` is in seconds, nil when the provider did not
    /// say.
    case failedForNow(DeliveryFault, retryAfter: Int?)
    /// This message to this address will never be taken.
    case failedForGood(DeliveryFault)
    /// The message was handed over and the answer did not come: it may arrive, so a next attempt is a possible
    /// duplicate.
    case unknown(DeliveryFault)
}

/// Why a message was not taken. A fault of the channel itself (`unreachable` to `senderRefused`) is never for good:
/// the beheerder can mend it and the message is still wanted.
enum DeliveryFault: Error, Equatable, Sendable {
    /// No such host, or nothing listens there.
    case unreachable
    case timedOut
    case connectionLost
    /// The server's certificate is not trusted, is for another name or has expired.
    case certificate
    /// Encryption is demanded and the server does not offer it.
    case noEncryption
    /// The server refused name, password or key.
    case credentials
    /// The server answers with a fault of its own, or asks to wait; `code` is the status.
    case serverBusy(code: Int)
    /// Nobody can tell from the answer whether the message was taken.
    case notUnderstood
    /// The server sends the caller elsewhere; that is not followed.
    case redirected
    case notConfigured
    /// More messages wait than the channel can hold.
    case queueFull
    /// The program stops.
    case stopping
    /// The server does not take mail from this sender.
    case senderRefused(String)
    /// Not an address that this channel can reach.
    case badAddress
    /// The server does not take this recipient. The text is the server's own, cut and without secrets.
    case recipientRefused(String)
    /// The server does not take this message: too long, not allowed, no credit.
    case messageRefused(String)
}

/// How much a provider takes at one time.
struct ChannelLimits: Equatable, Sendable {
    /// Messages under way at one time.
    let parallel: Int
    /// Messages begun per second; nil when only `parallel` bounds them.
    let perSecond: Int?
}

/// A way to hand messages to a provider. Limits are kept by the channel itself; a caller uses them to know how
/// many to claim.
protocol Channel: Sendable {
    var kind: ChannelKind { get }
    var limits: ChannelLimits { get }

    /// One attempt. Never throws: what went wrong is in the outcome. A cancelled task gives `.unknown` when
    /// the message was already handed over, else `.failedForNow`.
    func send(_ message: OutgoingMessage) async -> DeliveryOutcome
}
