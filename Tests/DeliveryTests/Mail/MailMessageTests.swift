import Domain
import TestSupport
import Testing

@testable import Delivery

/// Read back by Python's own reader of mail, after a real server took it.
@Suite struct MailMessageTests {
    private static func message(_ text: String, subject: String = "Gaslek") throws -> MailMessage {
        MailMessage(
            senderName: "Bevolkingszorg Voorbeeld", sender: try #require(EmailAddress("piket@oranje.test")),
            recipient: try #require(EmailAddress("anna@gemeente.test")), subject: subject, text: text,
            key: "alarm/1 2", date: TestMoments.start)
    }

    private static func read(_ message: MailMessage) async throws -> MailRecord {
        try await TestServer.with("mailserver.py") { server in
            let courier = Courier()
            let mail = MailServer(
                host: "127.0.0.1", port: server.port, encryption: .none, user: nil, password: "",
                ownName: "oranje.test")
            let call = MailCall(
                server: mail, sender: "piket@oranje.test", recipient: "anna@gemeente.test",
                content: message.bytes)
            _ = try await courier.send(call, through: Outlet(name: "t", parallel: 1)).get()
            await courier.close()
            return try #require(try server.messages(MailRecord.self).first)
        }
    }

    @Test func `text and subject arrive as they were written`() async throws {
        let text =
            "Beste Anna,\n\n. Eén punt vooraan\n.. twee €\nFrom hier\n\(String(repeating: "lang ", count: 60))\neinde "
        let subject =
            "Reünie: “gaslek” – coördinator opvang gevraagd 👍, kom naar het gemeentehuis van Schiedam"
        let read = try await Self.read(try Self.message(text, subject: subject))
        #expect(read.defects == [])
        #expect(read.headers["subject"] == subject)
        #expect(read.headers["from"] == "Bevolkingszorg Voorbeeld <piket@oranje.test>")
        #expect(read.headers["to"] == "anna@gemeente.test")
        #expect(read.headers["message-id"] == "<alarm-1-2@oranje.test>")
        #expect(read.headers["date"] == "Sun, 22 Nov 2026 23:00:00 +0000")
        #expect(read.headers["auto-submitted"] == "auto-generated")
        #expect(read.headers["importance"] == nil)
        #expect(read.parts.map(\.type) == ["text/plain"])
        #expect(read.parts.first?.text.replacing("\r\n", with: "\n") == text + "\n")
    }

    @Test func `an invitation and files go along, each readable for whoever can`() async throws {
        var message = try Self.message("Zie de uitnodiging.")
        message.isUrgent = true
        message.invitation = .init(method: .request, calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        message.attachments = [
            .init(name: "Bellijst één.csv", type: "text/csv", bytes: Array("a;b\r\né;€".utf8))
        ]
        let read = try await Self.read(message)
        #expect(read.defects == [])
        #expect(read.headers["importance"] == "high")
        #expect(read.parts.map(\.type) == ["text/plain", "text/calendar", "text/csv"])
        #expect(read.parts.map(\.file) == ["", "", "Bellijst één.csv"])
        #expect(read.parts.last?.text == "a;b\r\né;€")
        #expect(read.content.contains("text/calendar; charset=utf-8; method=REQUEST"))
    }
}
