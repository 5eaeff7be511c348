package import Domain

/// A message as a mail server gets it (RFC 5322, RFC 2045): text, with an invitation and files when there are.
package struct MailMessage: Sendable {
    package struct Attachment: Equatable, Sendable {
        package let name: String
        /// `text/csv`, `application/pdf`.
        package let type: String
        package let bytes: [UInt8]

        package init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    /// An iCalendar object that calendars act on (iMIP, RFC 6047).
    package struct Invitation: Equatable, Sendable {
        package enum Method: String, Sendable {
            case request = "REQUEST"
            case cancel = "CANCEL"
            case publish = "PUBLISH"
        }

        package let method: Method
        package let calendar: String

        package init(method: Method, calendar: String) {
            self.method = method
            self.calendar = calendar
        }
    }

    package var senderName: String
    package var sender: EmailAddress
    package var recipient: EmailAddress
    package var subject: String
    package var text: String
    /// The part before the `@` of Message-ID: the same for every attempt, so that mailboxes show one.
    package var key: String
    package var date: Instant
    /// Asks mail programs to put it on top.
    package var isUrgent = false
    package var invitation: Invitation?
    package var attachments: [Attachment] = []

    package init(
        senderName: String, sender: EmailAddress, recipient: EmailAddress, subject: String, text: String,
        key: String, date: Instant
    ) {
        self.senderName = senderName
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.key = key
        self.date = date
    }

    /// The whole message, lines ended by CR LF.
    package var bytes: [UInt8] {
        var header = MailHeader()
        header.add("Date", Self.date(date))
        header.add("From", senderName, sender.description)
        header.add("To", recipient.description)
        header.add("Subject", text: subject)
        header.add("Message-ID", "<\(Self.messageKey(key))@\(sender.domain)>")
        header.add("MIME-Version", "1.0")
        // RFC 3834 §5, and Exchange's own: no "out of office" comes back.
        header.add("Auto-Submitted", "auto-generated")
        header.add("X-Auto-Response-Suppress", "All")
        if isUrgent {
            header.add("Importance", "high")
            header.add("X-Priority", "1")
        }
        var bytes = header.bytes
        content.write(into: &bytes)
        return bytes
    }

    private var content: Part {
        var part = Part.text(text)
        if let invitation {
            part = .several(kind: "alternative", boundary: "=_a", [part, .invitation(invitation)])
        }
        guard !attachments.isEmpty else { return part }
        return .several(kind: "mixed", boundary: "=_m", [part] + attachments.map(Part.attachment))
    }

    /// Characters that RFC 5322 allows before the `@`; the rest become a hyphen.
    private static func messageKey(_ key: String) -> String {
        String(
            key.prefix(200).map { character in
                character.isASCII && (character.isLetter || character.isNumber || ".-_+".contains(character))
                    ? character : "-"
            })
    }

    /// `Mon, 23 Nov 2026 09:00:00 +0000`; by hand, because names of days and months must be English.
    static func date(_ instant: Instant) -> String {
        let iso = instant.iso8601
        let days = Day(iso: String(iso.prefix(10)))?.daysSince1970 ?? 0
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let parts = iso.split { !$0.isNumber }
        let month = Int(parts[1]).map { months[$0 - 1] } ?? ""
        // 1 January 1970 was a Thursday.
        return "\(names[((days % 7) + 7) % 7]), \(parts[2]) \(month) \(parts[0])"
            + " \(parts[3]):\(parts[4]):\(parts[5]) +0000"
    }
}

/// A part of a message.
private indirect enum Part {
    case text(String)
    case invitation(MailMessage.Invitation)
    case attachment(MailMessage.Attachment)
    /// The boundary begins with `=_`, which neither quoted-printable nor base64 can hold.
    case several(kind: String, boundary: String, [Part])

    func write(into bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            bytes += "Content-Type: text/plain; charset=utf-8\r\n".utf8
            bytes += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            MailEncoding.quotedPrintable(text, into: &bytes)
        case .invitation(let invitation):
            bytes +=
                "Content-Type: text/calendar; charset=utf-8; method=\(invitation.method.rawValue)\r\n".utf8
            bytes += "Content-Transfer-Encoding: base64\r\n\r\n".utf8
            MailEncoding.base64Lines(Array(invitation.calendar.utf8), into: &bytes)
        case .attachment(let file):
            var header = MailHeader()
            header.add("Content-Type", file.type)
            header.addAttachment(named: file.name)
            header.add("Content-Transfer-Encoding", "base64")
            bytes += header.bytes
            bytes += "\r\n".utf8
            MailEncoding.base64Lines(file.bytes, into: &bytes)
        case .several(let kind, let boundary, let parts):
            bytes += "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\r\n\r\n".utf8
            for part in parts {
                bytes += "--\(boundary)\r\n".utf8
                part.write(into: &bytes)
            }
            bytes += "--\(boundary)--\r\n".utf8
        }
    }
}
