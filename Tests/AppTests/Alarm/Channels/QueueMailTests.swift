import Delivery
import Domain
import TestSupport
import Testing

@testable import App

@Suite struct QueueMailTests {
    @Test func `an invitation and files go along`() async throws {
        let seen = try await TestServer.with("mailserver.py") { server in
            try await TestRegion.with(.sqlite) { region in
                try await region.addMail(port: server.port)
                let mail = QueuedMail(
                    key: "uitnodiging 1", recipient: try #require(EmailAddress("anna@gemeente.test")),
                    person: nil, subject: "Oefening",
                    text: QueuedMail.letter(to: "Anna", ["Komt u?"], from: "Bureau"),
                    invitation: .init(method: .request, calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
                    attachments: [.init(name: "Bellijst.csv", type: "text/csv", bytes: Array("a;é".utf8))])
                try await region.change(as: "bureau") { change in _ = try change.queueMail(mail) }
                _ = try await region.application.sendQueuedMail(at: TestRegion.now)
                return try server.messages(MailRecord.self)
            }
        }
        #expect(seen.first?.parts.map(\.type) == ["text/plain", "text/calendar", "text/csv"])
        #expect(seen.first?.parts.last?.text == "a;é")
        #expect(
            seen.first?.parts.first?.text.hasPrefix(
                "Beste Anna,\r\n\r\nKomt u?\r\n\r\nMet vriendelijke groet,") == true)
    }

    @Test func `files that no mail server takes are refused where they are made`() async throws {
        let mail = QueuedMail(
            key: "a", recipient: try #require(EmailAddress("a@b.test")), person: nil, subject: "x", text: "x",
            attachments: [
                .init(
                    name: "groot", type: "text/plain",
                    bytes: Array(repeating: 0, count: QueuedMail.attachmentBytesMax + 1))
            ])
        _ = try await TestRegion.with(.sqlite) { region in
            await #expect(throws: QueuedMailFault.self) {
                try await region.change(as: "bureau") { change in try change.queueMail(mail) }
            }
        }
    }
}
