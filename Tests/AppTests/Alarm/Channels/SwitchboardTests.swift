import Domain
import TestSupport
import Testing

@testable import App

@Suite struct SwitchboardTests {
    private struct Stub: Channel {
        let kind = ChannelKind.sms
        let limits = ChannelLimits(parallel: 3, perSecond: nil)
        let outcome: DeliveryOutcome

        func send(_ message: OutgoingMessage) async -> DeliveryOutcome { outcome }
    }

    @Test(arguments: [
        (
            DeliveryOutcome.failedForNow(.unreachable, retryAfter: nil),
            DeliveryOutcome.accepted(reference: "2")
        ),
        (.unknown(.timedOut), .unknown(.timedOut)),
        (.failedForGood(.badAddress), .failedForGood(.badAddress)),
        (.accepted(reference: "1"), .accepted(reference: "1")),
    ])
    func `the next channel is tried only when the message surely did not leave`(
        first: DeliveryOutcome, expected: DeliveryOutcome
    ) async {
        let chain = ChannelChain(
            kind: .sms, links: [Stub(outcome: first), Stub(outcome: .accepted(reference: "2"))])
        let outcome = await chain.send(GatewayChannelTests.message("x"))
        #expect(outcome == expected)
        #expect(chain.limits.parallel == 3)
    }

    @Test func `a closed channel is not used, and one that is changed is used as it is now`() async throws {
        let (closed, paths) = try await TestServer.with("gateway.py") { server in
            try await TestRegion.with(.sqlite) { region in
                let id = try await region.addGateway(url: "http://127.0.0.1:\(server.port)/status/503")
                let before = try await region.application.switchboard().channel(.sms)
                _ = await before?.send(GatewayChannelTests.message("x"))
                try await region.change(as: "beheer") { change in try change.setChannel(id, isOpen: false) }
                let closed = try await region.application.switchboard().channel(.sms) == nil
                let setup = try #require(try await region.read { tx in try tx.channelSetup(id) })
                var fields = setup.form.fields
                fields["url"] = "http://127.0.0.1:\(server.port)/ok"
                let draft = ChannelDraft(
                    kind: .sms, name: "Gateway", rank: 1, form: .gateway(GatewaySetting(fields)),
                    secrets: [:],
                    version: setup.version)
                try await region.change(as: "beheer") { change in
                    _ = try change.saveChannel(id, draft)
                    try change.setChannel(id, isOpen: true)
                }
                let after = try await region.application.switchboard().channel(.sms)
                _ = await after?.send(GatewayChannelTests.message("x"))
                return (closed, try server.messages(GatewayRecord.self))
            }
        }
        #expect(closed)
        #expect(paths.map(\.path) == ["/status/503", "/ok"])
        // The secret was kept although the form did not send it again.
        #expect(paths.map { $0.headers["authorization"] } == ["Bearer zeer-geheim", "Bearer zeer-geheim"])
    }
}
