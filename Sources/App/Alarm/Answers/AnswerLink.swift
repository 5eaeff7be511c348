import Domain
import Storage

/// What a link in a message lets its reader do; one link is good for one of these.
enum AnswerPurpose: UInt8, CaseIterable, Sendable {
    /// Say whether they come, or that they are at work.
    case answer = 1
    /// Take an alarm that found too few people.
    case take = 2
}

/// A link with which one person answers one alarm without signing in: signed, for one purpose, with an end.
///
/// Twenty bytes, 27 characters in an address: a text message is short. Who it is about stands in the database
/// under `number`; without the key nobody can make one for another number, purpose or end.
struct AnswerLink: Equatable, Sendable {
    /// Under which the key is kept.
    static let keyName = "antwoordlink"
    static let keyBytes = 32
    /// The links of an alarm end this long after it was raised; an alarm is over within hours.
    static let daysMax = 7
    private static let payloadBytes = 8
    private static let hour: Int64 = 3_600_000

    let number: Int
    let purpose: AnswerPurpose
    /// In whole hours.
    let endsAt: Instant

    init(number: Int, purpose: AnswerPurpose, raisedAt: Instant) {
        let end = raisedAt.adding(minutes: Self.daysMax * 24 * 60).milliseconds
        self.init(
            number: number, purpose: purpose,
            endsAt: Instant(milliseconds: (end + Self.hour - 1) / Self.hour * Self.hour))
    }

    private init(number: Int, purpose: AnswerPurpose, endsAt: Instant) {
        self.number = number
        self.purpose = purpose
        self.endsAt = endsAt
    }

    func token(_ key: [UInt8]) -> String {
        Self.signed(key).text(payload)
    }

    /// Nil when the token was not made with `key`.
    init?(token: String, _ key: [UInt8]) {
        guard let payload = Self.signed(key).payload(token, bytes: Self.payloadBytes),
            let purpose = AnswerPurpose(rawValue: payload[7])
        else { return nil }
        let number = payload[0..<4].reduce(0) { $0 << 8 | Int($1) }
        let hours = payload[4..<7].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        self.init(
            number: number, purpose: purpose, endsAt: Instant(milliseconds: hours * Self.hour))
    }

    /// Number in four bytes, end in three (hours since 1970, until the year 3883), purpose in one.
    private var payload: [UInt8] {
        let hours = endsAt.milliseconds / Self.hour
        return (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
            + (0..<3).map { UInt8(truncatingIfNeeded: hours >> Int64(16 - 8 * $0)) } + [purpose.rawValue]
    }

    private static func signed(_ key: [UInt8]) -> SignedToken {
        SignedToken(context: "oranje antwoordlink 1", key: key)
    }
}

/// What a message must know to carry the link of its reader.
struct AnswerLinks: Sendable {
    let address: SiteAddress
    let key: [UInt8]

    /// The text as it leaves over a channel, with the reader's link where that channel can carry one.
    ///
    /// Made when the message leaves: the database keeps no link that works.
    func text(
        _ text: String, over kind: ChannelKind, for purpose: AlarmMessage.Purpose, number: Int,
        raisedAt: Instant
    ) -> String {
        guard let purpose = purpose.link else { return text }
        let url = address.url(
            "/a/" + AnswerLink(number: number, purpose: purpose, raisedAt: raisedAt).token(key))
        return switch kind {
        case .mail:
            """
            \(text)

            Antwoorden zonder aanmelden:
            \(url)
            Deze link is alleen voor jou. Stuur hem niet door.
            """
        case .sms, .push: "\(text) \(url)"
        case .voice: text
        }
    }
}

extension AlarmMessage.Purpose {
    /// What the link in such a message is for; nil for one that asks nothing.
    var link: AnswerPurpose? {
        switch self {
        case .call, .needed, .update, .overdue: .answer
        case .exhausted: .take
        case .overdueNotice, .released, .informed, .confirmation: nil
        }
    }
}

extension Change {
    /// A number of its own for everybody with a part in the alarm, so that their messages can carry a link.
    ///
    /// Without the key no link is made and the alarm goes on: people then answer by text or on the page.
    mutating func numberLinks(of alarm: ID<Alarm>, _ people: [ID<Functionary>]) throws {
        do {
            if try tx.secretKey(AnswerLink.keyName) == nil {
                try tx.insertSecretKey(AnswerLink.keyName, randomness.bytes(AnswerLink.keyBytes))
            }
        } catch is KeyFault {
            return
        }
        try tx.insertLinks(of: alarm, people)
    }
}
