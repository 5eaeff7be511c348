import Delivery
import Domain
import Foundation
import TestSupport
import Testing

@testable import App

@Suite struct GatewayChannelTests {
    static func message(
        _ text: String, to address: String = "+31612345678", duplicate: Bool = false, exercise: Bool = false
    ) -> OutgoingMessage {
        OutgoingMessage(
            key: "alarm-1-7", kind: .sms, address: address, subject: "", text: text,
            possibleDuplicate: duplicate, exercise: exercise)
    }

    private static func preset(_ code: String) throws -> GatewaySetting {
        GatewaySetting(try #require(try GatewayPreset.all().first { $0.code == code }).fields)
    }

    /// The real Kannel of Debian, with its fake telephone network.
    @Test func `through Kannel every character arrives at the phone`() async throws {
        let (outcomes, wrong, phone) = try await TestServer.with("kannel.py") { server in
            var setting = try Self.preset("kannel")
            setting.url = setting.url.replacing("13013", with: "\(server.port)")
            setting.sender = "Oranje"
            let courier = Courier()
            let channel = try GatewayChannel(
                name: "kannel", kind: .sms, setting, secrets: ["wachtwoord": "geheim-van-kannel"],
                courier: courier)
            let texts = [
                "Eén café, € 5", "Coördinator: financiële reünie", String(repeating: "gaslek ", count: 30),
            ]
            var outcomes: [DeliveryOutcome] = []
            for text in texts { outcomes.append(await channel.send(Self.message(text))) }
            let other = try GatewayChannel(
                name: "fout", kind: .sms, setting, secrets: ["wachtwoord": "fout"], courier: courier)
            let wrong = await other.send(Self.message("x"))
            _ = await server.line { $0.contains("Got message 4") }
            await courier.close()
            return (outcomes, wrong, server.lines.filter { $0.contains("Got message") })
        }
        #expect(outcomes == Array(repeating: .accepted(reference: ""), count: 3))
        #expect(wrong == .failedForNow(.credentials, retryAfter: nil))
        #expect(phone.first?.contains("<Oranje +31612345678 text Eén café, € 5>") == true)
        let wide = Self.wide("Coördinator: financiële reünie")
        #expect(phone.dropFirst().first?.contains("<Oranje +31612345678 ucs-2 \(wide)>") == true)
        // 210 characters travel as two parts.
        #expect(phone.count == 4)
    }

    /// UCS-2 as fakesmsc prints it: letters as they are, a space as a plus, every other byte as hex.
    private static func wide(_ text: String) -> String {
        text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }.map { byte in
            let character = Character(UnicodeScalar(byte))
            if character.isASCII, character.isLetter || character.isNumber || ".-_*".contains(character) {
                return String(character)
            }
            let hex = String(byte, radix: 16, uppercase: true)
            return character == " " ? "+" : "%\(hex.count == 1 ? "0" : "")\(hex)"
        }.joined()
    }

    private static func send(
        _ path: String, _ message: OutgoingMessage = message("Gaslek"),
        secrets: [String: String] = ["sleutel": "s"],
        _ fill: (inout GatewaySetting) -> Void = { _ in }
    ) async throws -> (outcome: DeliveryOutcome, seen: [GatewayRecord]) {
        var setting = try preset("json-sms")
        fill(&setting)
        return try await TestServer.with("gateway.py") { [setting] server in
            var setting = setting
            setting.url = "http://127.0.0.1:\(server.port)\(path)"
            let courier = Courier()
            let channel = try GatewayChannel(
                name: "g", kind: .sms, setting, secrets: secrets, courier: courier)
            let outcome = await channel.send(message)
            await courier.close()
            return (outcome, try server.messages(GatewayRecord.self))
        }
    }

    @Test func `a message carries its key, and the provider's number comes back`() async throws {
        let sent = try await Self.send("/ok")
        #expect(sent.outcome == .accepted(reference: "abc-17"))
        let request = try #require(sent.seen.first)
        #expect(request.headers["idempotency-key"] == "alarm-1-7")
        #expect(request.headers["authorization"] == "Bearer s")
        #expect(request.headers["content-type"] == "application/json")
        #expect(
            request.body
                == "{\"to\": \"+31612345678\", \"from\": \"\", \"body\": \"Gaslek\", \"reference\": \"alarm-1-7\"}"
        )
    }

    @Test func `an exercise and a possible duplicate say so before anything else`() async throws {
        let sent = try await Self.send("/ok", Self.message("Gaslek", duplicate: true, exercise: true))
        #expect(sent.seen.first?.body.contains("\"OEFENING: (mogelijk dubbel) Gaslek\"") == true)
    }

    @Test(arguments: [
        ("/status/503?after=4", DeliveryOutcome.failedForNow(.serverBusy(code: 503), retryAfter: 4)),
        ("/status/400?body=bad%20number", .failedForGood(.messageRefused("bad number"))),
        ("/elsewhere", .failedForNow(.redirected, retryAfter: nil)), ("/lost", .unknown(.connectionLost)),
        ("/garbage", .unknown(.notUnderstood)), ("/never", .unknown(.timedOut)),
        ("/status/200?body=ERROR%20102", .unknown(.notUnderstood)),
    ])
    func `each way in which a gateway fails has its outcome`(path: String, outcome: DeliveryOutcome)
        async throws
    {
        let sent = try await Self.send(path) {
            $0.totalSeconds = 2
            $0.acceptedPattern = "queued"
        }
        #expect(sent.outcome == outcome)
    }

    @Test func `without its secret or to something that is no number nothing leaves`() async throws {
        let missing = try await Self.send("/ok", secrets: [:])
        let mail = try await Self.send("/ok", Self.message("x", to: "anna@gemeente.test"))
        #expect(missing.outcome == .failedForNow(.notConfigured, retryAfter: nil))
        #expect(mail.outcome == .failedForGood(.badAddress))
        #expect(missing.seen.isEmpty && mail.seen.isEmpty)
    }
}
