import Domain
import Foundation
import Storage

/// Where a queued mail is on its way. The raw value is stored.
enum MailState: String, CaseIterable, Sendable {
    /// Not yet tried, or to be tried again.
    case waiting
    /// Handed to the mail server, without its answer written down yet.
    case sending
    case sent
    /// Given up.
    case failed
}

/// A queued mail on its way out.
struct MailOnItsWay: Sendable {
    let id: ID<QueuedMail>
    let mail: QueuedMail
    let isPossibleDuplicate: Bool
    let createdAt: Instant
    let claim: WorkClaim
}

extension Transaction {
    /// - Returns: false when there is a mail with this key.
    func insert(_ mail: QueuedMail, _ id: ID<QueuedMail>, at now: Instant) throws -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let parts = String(decoding: try encoder.encode(StoredMailParts(mail)), as: UTF8.self)
        return try execute(
            """
            INSERT INTO mail (id, mail_key, person, recipient, subject, body, parts, state, possible_duplicate, answer,
                created_at)
            VALUES (\(id), \(mail.key), \(mail.person), \(mail.recipient.description), \(mail.subject), \(mail.text),
                \(parts), \(MailState.waiting), \(false), '', \(now))
            ON CONFLICT (mail_key) DO NOTHING
            """) == 1
    }

    /// The mail of a claim, marked as being sent. One that was being sent already, by a runner that never said
    /// how it ended, is a possible duplicate. Nil when it was settled.
    func beginSending(_ claim: WorkClaim) throws -> MailOnItsWay? {
        guard let id = ID<QueuedMail>(claim.work.key),
            let row = try row(
                """
                SELECT mail_key, person, recipient, subject, body, parts, state, possible_duplicate, created_at
                FROM mail WHERE id = \(id) AND state IN (\(list: [MailState.waiting.rawValue, MailState.sending.rawValue]))
                """),
            let recipient = EmailAddress(try row.text("recipient"))
        else { return nil }
        let isInterrupted = try row.kind("state", of: MailState.self) == .sending
        let isPossibleDuplicate = try row.flag("possible_duplicate") || isInterrupted
        try execute(
            """
            UPDATE mail SET state = \(MailState.sending), possible_duplicate = \(isPossibleDuplicate) WHERE id = \(id)
            """)
        let parts = try JSONDecoder().decode(StoredMailParts.self, from: Data(try row.text("parts").utf8))
        return MailOnItsWay(
            id: id,
            mail: QueuedMail(
                key: try row.text("mail_key"), recipient: recipient, person: try row.optionalID("person"),
                subject: try row.text("subject"), text: try row.text("body"), invitation: parts.invitation,
                attachments: parts.attachments),
            isPossibleDuplicate: isPossibleDuplicate, createdAt: try row.instant("created_at"), claim: claim)
    }

    /// - Parameter settledAt: when nothing more happens with it.
    func endSending(
        _ id: ID<QueuedMail>, _ state: MailState, fault: String?, answer: String, isPossibleDuplicate: Bool,
        settledAt: Instant?
    ) throws {
        try execute(
            """
            UPDATE mail SET state = \(state), fault = \(fault), answer = \(answer),
                possible_duplicate = \(isPossibleDuplicate), settled_at = \(settledAt)
            WHERE id = \(id)
            """)
    }

    func mailCounts() throws -> [MailState: Int] {
        let pairs = try rows("SELECT state, COUNT(*) AS number FROM mail GROUP BY state").map { row in
            (try row.kind("state", of: MailState.self), try row.integer("number"))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// How many that were sent may have arrived twice.
    func possibleDuplicateCount() throws -> Int {
        try row(
            "SELECT COUNT(*) AS number FROM mail WHERE state = \(MailState.sent) AND possible_duplicate = \(true)"
        )?.integer("number") ?? 0
    }

    func deleteMail(settledBefore moment: Instant) throws {
        try execute("DELETE FROM mail WHERE settled_at < \(moment)")
    }

    func deleteInbound(readBefore moment: Instant) throws {
        try execute("DELETE FROM inbound_message WHERE read_at < \(moment)")
    }
}
