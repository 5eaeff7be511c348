import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ReceiveInboundTests {
    private static func with<Value>(
        _ engine: TestEngine,
        _ body: (TestRegion, _ path: String, _ secret: String) async throws -> Value
    ) async throws -> Value {
        try await TestRegion.with(engine) { region in
            let id = try await region.addGateway(url: "http://127.0.0.1:1/")
            let secret = try await region.change(as: "beheer") { change in
                try change.makeInboundSecret(of: id)
            }
            return try await body(region, "/koppeling/\(id)", secret)
        }
    }

    private static func unread(_ region: TestRegion) async throws -> [InboundMessage] {
        try await region.read { tx in try tx.unreadInbound(limit: 10) }
    }

    @Test(arguments: TestEngine.allCases)
    func `a reply is stored once, whatever way it comes in`(engine: TestEngine) async throws {
        let (statuses, stored) = try await Self.with(engine) { region, path, secret in
            let client = TestClient(region.application)
            let query = "van=31687654321&naar=13013&tekst=ja+%C3%A9%C3%A9n+20+min&id=k-1"
            let basic = Data("kannel:\(secret)".utf8).base64EncodedString()
            let answers = [
                try await client.get("\(path)/antwoord?geheim=\(secret)&\(query)"),
                try await client.send(
                    .get, "\(path)/antwoord?\(query)", [.authorization: "Basic \(basic)"], ""),
                try await client.send(
                    .post, "\(path)/antwoord",
                    [.authorization: "Bearer \(secret)", .contentType: "application/x-www-form-urlencoded"],
                    query),
                try await client.send(
                    .post, "\(path)/antwoord",
                    [.authorization: "Bearer \(secret)", .contentType: "application/json"],
                    "{\"van\": \"+31687654321\", \"tekst\": \"nee\", \"id\": 17}"),
            ]
            return (answers.map(\.status), try await Self.unread(region))
        }
        #expect(statuses == [200, 200, 200, 200])
        #expect(stored.map(\.sender) == ["+31687654321", "+31687654321"])
        #expect(Set(stored.map(\.text)) == ["ja één 20 min", "nee"])
        #expect(Set(stored.map(\.externalKey)) == ["k-1", "17"])
    }

    @Test func `without its secret a provider hands nothing over`() async throws {
        let (statuses, stored) = try await Self.with(.sqlite) { region, path, secret in
            let client = TestClient(region.application)
            let query = "van=31687654321&tekst=ja&id=k-1"
            let other = try await region.addGateway(url: "http://127.0.0.1:2/")
            let answers = [
                try await client.get("\(path)/antwoord?\(query)"),
                try await client.get("\(path)/antwoord?geheim=fout&\(query)"),
                try await client.get("/koppeling/\(other)/antwoord?geheim=\(secret)&\(query)"),
                try await client.get("/koppeling/\(other)/antwoord?geheim=&\(query)"),
                try await client.get("/koppeling/geen/antwoord?geheim=\(secret)&\(query)"),
                try await client.get("\(path)/antwoord?geheim=\(secret)&tekst=ja"),
            ]
            return (answers.map(\.status), try await Self.unread(region))
        }
        #expect(statuses == [403, 403, 403, 403, 403, 400])
        #expect(stored.isEmpty)
    }

    @Test(arguments: [
        ("1", InboundMessage.Status.delivered), ("DELIVRD", .delivered), ("2", .failed), ("8", .underway),
    ])
    func `a report of delivery is told by its status`(status: String, expected: InboundMessage.Status)
        async throws
    {
        let stored = try await Self.with(.sqlite) { region, path, secret in
            let client = TestClient(region.application)
            for _ in 0..<2 {
                _ = try await client.get(
                    "\(path)/ontvangst?geheim=\(secret)&kenmerk=alarm-1-7&status=\(status)")
            }
            return try await Self.unread(region)
        }
        #expect(stored.map(\.reference) == ["alarm-1-7"])
        #expect(stored.map(\.status) == [expected])
    }

    @Test(arguments: TestEngine.allCases)
    func `what was read is read once`(engine: TestEngine) async throws {
        let (marked, left) = try await Self.with(engine) { region, path, secret in
            _ = try await TestClient(region.application).get(
                "\(path)/antwoord?geheim=\(secret)&van=31687654321&tekst=ja")
            let first = try #require(try await Self.unread(region).first)
            let marked = try await region.storage.write { tx in
                [
                    try tx.markInboundRead(first.id, at: TestRegion.now),
                    try tx.markInboundRead(first.id, at: TestRegion.now),
                ]
            }
            return (marked, try await Self.unread(region).count)
        }
        #expect(marked == [true, false])
        #expect(left == 0)
    }

    /// The real Kannel hands over what a phone sent.
    @Test func `a reply through Kannel comes in`() async throws {
        let stored = try await TestRegion.with(.sqlite) { region in
            let id = try await region.addGateway(url: "http://127.0.0.1:1/")
            let secret = try await region.change(as: "beheer") { change in
                try change.makeInboundSecret(of: id)
            }
            let port = TestPort()
            let serving = Task {
                try await region.application.serve(host: "127.0.0.1", port: 0) { await port.set($0) }
            }
            let own = await port.value()
            let url =
                "http://127.0.0.1:\(own)/koppeling/\(id)/antwoord?geheim=\(secret)&van=%p&naar=%P&tekst=%b&id=%I"
            let stored = try await TestServer.with(
                "kannel.py", ["--reply-url", url, "--incoming", "31687654321 13013 text ja één 20 min"]
            ) { _ in
                var stored: [InboundMessage] = []
                // Bounded: when Kannel hands nothing over the test fails instead of waiting for ever.
                for _ in 0..<50_000 where stored.isEmpty { stored = try await Self.unread(region) }
                return stored
            }
            serving.cancel()
            _ = await serving.result
            return stored
        }
        #expect(stored.map(\.text) == ["ja één 20 min"])
        #expect(stored.map(\.sender) == ["+31687654321"])
        #expect(stored.map(\.recipient) == ["13013"])
    }
}

/// The port that a server was given, waited for.
private actor TestPort {
    private var port: Int?
    private var waiters: [CheckedContinuation<Int, Never>] = []

    func set(_ port: Int) {
        self.port = port
        for waiter in waiters { waiter.resume(returning: port) }
        waiters = []
    }

    func value() async -> Int {
        if let port { return port }
        return await withCheckedContinuation { waiters.append($0) }
    }
}
