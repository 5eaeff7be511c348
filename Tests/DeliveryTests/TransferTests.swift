import TestSupport
import Testing

@testable import Delivery

/// Mail, against a real server on loopback that does what the name before the @ says.
@Suite struct TransferTests {
    private static let content = Array("Subject: gaslek\r\n\r\nKom op.\r\n.\r\n..twee\r\n".utf8)
    private static let outlet = Outlet(name: "post", parallel: 1, totalMilliseconds: 20_000)

    private static func server(
        _ server: TestServer, _ encryption: MailServer.Encryption = .none, user: String? = nil,
        password: String = ""
    ) -> MailServer {
        MailServer(
            host: "127.0.0.1", port: server.port, encryption: encryption, user: user, password: password,
            ownName: "oranje.test")
    }

    private static func call(_ server: MailServer, to name: String = "an", from: String = "piket") -> MailCall
    {
        MailCall(
            server: server, sender: "\(from)@oranje.test", recipient: "\(name)@gemeente.test",
            content: content)
    }

    private static func with<Value>(
        _ arguments: [String], _ body: (Courier, TestServer) async throws -> Value
    ) async throws -> Value {
        try await TestServer.with("mailserver.py", arguments) { server in
            let courier = Courier()
            let value = try await body(courier, server)
            await courier.close()
            return value
        }
    }

    @Test func `messages arrive whole over one kept connection`() async throws {
        let (replies, seen) = try await Self.with([]) { courier, server in
            var replies: [Result<MailReply, CallFailure>] = []
            for name in ["an", "bo", "onbekend", "cas"] {
                replies.append(
                    await courier.send(Self.call(Self.server(server), to: name), through: Self.outlet))
            }
            return (replies, try server.messages(MailRecord.self))
        }
        #expect(replies.map { (try? $0.get().code) == 250 } == [true, true, false, true])
        #expect(try replies[0].get().text.hasPrefix("2.0.0 Ok: queued as"))
        #expect(seen.map(\.to) == [["an@gemeente.test"], ["bo@gemeente.test"], ["cas@gemeente.test"]])
        #expect(seen.map(\.from) == Array(repeating: "piket@oranje.test", count: 3))
        #expect(seen.allSatisfy { $0.content == String(decoding: Self.content, as: UTF8.self) })
        // libcurl opens a new connection after a refusal.
        #expect(Set(seen.map(\.session)).count == 2)
    }

    @Test(arguments: [MailServer.Encryption.startTLS, .tls])
    func `encrypted and signed in, with an authority of our own`(encryption: MailServer.Encryption)
        async throws
    {
        let certificates = TestCertificates.shared
        let own = Outlet(
            name: "eigen", parallel: 1, totalMilliseconds: 20_000,
            authority: try await certificates.authority())
        let arguments =
            try await certificates.arguments("good")
            + [
                "--tls", encryption == .tls ? "whole" : "start", "--user", "oranje", "--password",
                "geheim één",
            ]
        let (good, wrong, untrusted, seen) = try await Self.with(arguments) { courier, server in
            let mail = Self.server(server, encryption, user: "oranje", password: "geheim één")
            let other = Self.server(server, encryption, user: "oranje", password: "fout")
            let good = await courier.send(Self.call(mail), through: own)
            let wrong = await courier.send(Self.call(other), through: own)
            let untrusted = await courier.send(Self.call(mail), through: Self.outlet)
            return (good, wrong, untrusted, try server.messages(MailRecord.self))
        }
        #expect(try good.get().code == 250)
        #expect(seen.map(\.tls) == [true])
        #expect(seen.map(\.user) == ["oranje"])
        #expect(wrong == .failure(CallFailure(.credentials)))
        #expect(untrusted == .failure(CallFailure(.certificate)))
    }

    @Test func `without encryption where it is demanded nothing leaves`() async throws {
        let (reply, seen) = try await Self.with([]) { courier, server in
            let reply = await courier.send(
                Self.call(Self.server(server, .startTLS, user: "oranje", password: "geheim")),
                through: Self.outlet)
            return (reply, try server.messages(MailRecord.self).count)
        }
        #expect(reply == .failure(CallFailure(.encryption)))
        #expect(seen == 0)
    }

    @Test(arguments: [
        ("onbekend", CallFailure.Stage.recipient, 550), ("vol", .recipient, 452), ("later", .recipient, 451),
        ("doorsturen", .recipient, 554), ("te-groot", .content, 552), ("inhoud-later", .content, 451),
        ("inhoud-nooit", .content, 554),
    ])
    func `a server's no is told with the command it answers`(
        name: String, stage: CallFailure.Stage, code: Int
    ) async throws {
        let reply = try await Self.with([]) { courier, server in
            await courier.send(Self.call(Self.server(server), to: name), through: Self.outlet)
        }
        guard case .failure(let failure) = reply,
            case .refused(let foundStage, let foundCode, let text) = failure.cause
        else {
            Issue.record("\(reply)")
            return
        }
        #expect(foundStage == stage && foundCode == code)
        #expect(!text.isEmpty && !failure.perhapsSent)
    }

    @Test func `a sender that the server does not want is told apart`() async throws {
        let reply = try await Self.with([]) { courier, server in
            await courier.send(Self.call(Self.server(server), from: "vreemd"), through: Self.outlet)
        }
        #expect(
            reply == .failure(CallFailure(.refused(.sender, code: 550, text: "5.7.1 Sender not allowed"))))
    }

    @Test func `a connection lost before the end of the message sent nothing, after it perhaps`() async throws
    {
        let short = Outlet(name: "kort", parallel: 1, totalMilliseconds: 3000)
        let (before, after, never) = try await Self.with([]) { courier, server in
            let mail = Self.server(server)
            return (
                await courier.send(Self.call(mail, to: "weg-bij-rcpt"), through: Self.outlet),
                await courier.send(Self.call(mail, to: "weg-na-data"), through: Self.outlet),
                await courier.send(Self.call(mail, to: "nooit"), through: short)
            )
        }
        #expect(before == .failure(CallFailure(.connectionLost)))
        #expect(after == .failure(CallFailure(.connectionLost, perhapsSent: true)))
        #expect(never == .failure(CallFailure(.timedOut, perhapsSent: true)))
    }
}
