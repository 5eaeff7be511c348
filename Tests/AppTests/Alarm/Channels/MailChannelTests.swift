import Delivery
import Domain
import TestSupport
import Testing

@testable import App

@Suite struct MailChannelTests {
    private static func send(
        to addresses: [String], user: String = "", password: String = "", _ arguments: [String] = []
    ) async throws -> (outcomes: [DeliveryOutcome], seen: [MailRecord]) {
        try await TestServer.with("mailserver.py", arguments) { server in
            var setting = MailSetting()
            setting.host = "127.0.0.1"
            setting.port = server.port
            setting.encryption = arguments.contains("start") ? .startTLS : .none
            setting.user = user
            setting.senderAddress = "piket@oranje.test"
            setting.totalSeconds = 4
            setting.authority = try await TestCertificates.shared.authority()
            let courier = Courier()
            let channel = MailChannel(
                name: "post", setting, secrets: [MailSetting.passwordName: password], courier: courier,
                now: { TestMoments.start })
            var outcomes: [DeliveryOutcome] = []
            for address in addresses {
                let message = OutgoingMessage(
                    key: "alarm-1-\(outcomes.count)", kind: .mail, address: address, subject: "Gaslek",
                    text: "Kom op.", possibleDuplicate: false, exercise: true)
                outcomes.append(await channel.send(message))
            }
            await courier.close()
            return (outcomes, try server.messages(MailRecord.self))
        }
    }

    @Test func `encrypted and signed in the message arrives, marked as an exercise`() async throws {
        let certificate = try await TestCertificates.shared.arguments("good")
        let sent = try await Self.send(
            to: ["anna@gemeente.test"], user: "oranje", password: "geheim",
            certificate + ["--tls", "start", "--user", "oranje", "--password", "geheim"])
        guard case .accepted(let reference)? = sent.outcomes.first else {
            Issue.record("\(sent.outcomes)")
            return
        }
        #expect(reference.contains("queued as"))
        #expect(sent.seen.first?.tls == true)
        #expect(sent.seen.first?.headers["subject"] == "OEFENING: Gaslek")
        #expect(sent.seen.first?.headers["message-id"] == "<alarm-1-0@oranje.test>")
    }

    @Test func `what the server says of a recipient or message decides between for now and for good`()
        async throws
    {
        let names = ["onbekend", "vol", "te-groot", "inhoud-later", "weg-na-data", "weg-bij-rcpt", "nooit"]
        let sent = try await Self.send(to: names.map { "\($0)@gemeente.test" } + ["geen adres"])
        #expect(
            sent.outcomes == [
                .failedForGood(.recipientRefused("5.1.1 No such user here")),
                .failedForNow(.serverBusy(code: 452), retryAfter: nil),
                .failedForGood(.messageRefused("5.3.4 Message too big")),
                .failedForNow(.serverBusy(code: 451), retryAfter: nil), .unknown(.connectionLost),
                .failedForNow(.connectionLost, retryAfter: nil), .unknown(.timedOut),
                .failedForGood(.badAddress),
            ])
        #expect(sent.seen.isEmpty)
    }

    @Test func `a wrong password is a fault of the channel, not of the message`() async throws {
        let certificate = try await TestCertificates.shared.arguments("good")
        let sent = try await Self.send(
            to: ["anna@gemeente.test"], user: "oranje", password: "fout",
            certificate + ["--tls", "start", "--user", "oranje", "--password", "geheim"])
        #expect(sent.outcomes == [.failedForNow(.credentials, retryAfter: nil)])
    }
}
