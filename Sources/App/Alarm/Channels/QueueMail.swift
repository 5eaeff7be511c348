import Delivery
import Domain
import Foundation
import Storage

/// A mail that the product decided to send: a reminder, an invitation, a gap notice.
struct QueuedMail: Equatable, Sendable {
    /// What a mail server takes without asking; invitations and lists stay far below it.
    static let attachmentBytesMax = 5_000_000

    /// One mail per key, however often it is asked for: `gap-notice 2026-12-01 OVDBZ-NOORD`.
    let key: String
    let recipient: EmailAddress
    /// Whose address it is; nil when it is nobody's of the register.
    let person: ID<Functionary>?
    let subject: String
    let text: String
    var invitation: MailMessage.Invitation?
    var attachments: [MailMessage.Attachment] = []

    init(
        key: String, recipient: EmailAddress, person: ID<Functionary>?, subject: String, text: String,
        invitation: MailMessage.Invitation? = nil, attachments: [MailMessage.Attachment] = []
    ) {
        self.key = key
        self.recipient = recipient
        self.person = person
        self.subject = subject
        self.text = text
        self.invitation = invitation
        self.attachments = attachments
    }

    /// The text of a letter: whom it is to, paragraphs, and from whom it comes.
    static func letter(to name: String, _ paragraphs: [String], from office: String) -> String {
        let greeting = name.isEmpty ? "Beste collega," : "Beste \(name),"
        let closing = "Met vriendelijke groet,\n\(office)"
        let foot = "Dit bericht is automatisch gemaakt door Oranje. Antwoorden worden niet gelezen."
        return ([greeting] + paragraphs + [closing, foot]).joined(separator: "\n\n")
    }
}

/// Why a mail cannot be queued: a fault of the program that asks for it.
enum QueuedMailFault: Error, Equatable {
    case attachmentsTooLarge(max: Int)
}

/// The kind of background work that sends queued mail.
enum MailWork {
    static let kind = "mail"
}

extension Change {
    /// Queues `mail` in the transaction that decides it: it leaves when that is committed, and only then.
    /// Asks no permission: whoever decides that somebody must be told asked it.
    ///
    /// - Returns: false when a mail with this key was queued before.
    @discardableResult
    mutating func queueMail(_ mail: QueuedMail) throws -> Bool {
        let bytes = mail.attachments.reduce(0) { $0 + $1.bytes.count }
        guard bytes <= QueuedMail.attachmentBytesMax else {
            throw QueuedMailFault.attachmentsTooLarge(max: QueuedMail.attachmentBytesMax)
        }
        let id: ID<QueuedMail> = newID()
        guard try tx.insert(mail, id, at: now) else { return false }
        try tx.queue(newID(), kind: MailWork.kind, key: id.description, dueAt: now, now: now)
        try record(
            JournalEntry(
                "mail.queued", "mail", id,
                after: ["sleutel": .text(mail.key), "persoon": mail.person.map { .text("\($0)") } ?? .none]))
        return true
    }
}

/// What goes along with a mail, as it is stored.
struct StoredMailParts: Codable {
    struct File: Codable {
        let name: String
        let type: String
        let bytes: Data
    }

    let method: String?
    let calendar: String?
    let files: [File]

    init(_ mail: QueuedMail) {
        method = mail.invitation?.method.rawValue
        calendar = mail.invitation?.calendar
        files = mail.attachments.map { File(name: $0.name, type: $0.type, bytes: Data($0.bytes)) }
    }

    var invitation: MailMessage.Invitation? {
        guard let method = method.flatMap({ MailMessage.Invitation.Method(rawValue: $0) }), let calendar
        else {
            return nil
        }
        return MailMessage.Invitation(method: method, calendar: calendar)
    }

    var attachments: [MailMessage.Attachment] {
        files.map { MailMessage.Attachment(name: $0.name, type: $0.type, bytes: Array($0.bytes)) }
    }
}
