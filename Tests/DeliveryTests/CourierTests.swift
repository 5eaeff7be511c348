import Foundation
import TestSupport
import Testing

@testable import Delivery

/// Against a real server on loopback that does what the path says.
@Suite struct CourierTests {
    private static func with<Value>(
        _ arguments: [String] = [], _ body: (Courier, TestServer) async throws -> Value
    ) async throws -> Value {
        try await TestServer.with("gateway.py", arguments) { server in
            let courier = Courier()
            let value = try await body(courier, server)
            await courier.close()
            return value
        }
    }

    private static func get(_ server: TestServer, _ path: String, scheme: String = "http") -> HTTPCall {
        HTTPCall(method: .get, url: "\(scheme)://127.0.0.1:\(server.port)\(path)")
    }

    private static let outlet = Outlet(name: "t", parallel: 4)

    @Test func `a request goes out as it was made, and its whole answer comes back`() async throws {
        let (reply, seen) = try await Self.with { courier, server in
            let call = HTTPCall(
                method: .post, url: "http://127.0.0.1:\(server.port)/ok?naar=%2B316",
                headers: [.init("Idempotency-Key", "k-1"), .init("Content-Type", "application/json")],
                body: "{\"tekst\":\"Café €5\"}")
            let reply = await courier.send(call, through: Self.outlet)
            return (reply, try server.messages(GatewayRecord.self))
        }
        #expect(
            reply
                == .success(
                    HTTPReply(status: 200, body: Array("{\"id\":\"abc-17\",\"status\":\"queued\"}".utf8))))
        #expect(seen.map(\.path) == ["/ok?naar=%2B316"])
        #expect(seen.first?.method == "POST")
        #expect(seen.first?.body == "{\"tekst\":\"Café €5\"}")
        #expect(seen.first?.headers["idempotency-key"] == "k-1")
        #expect(seen.first?.headers["expect"] == nil)
    }

    @Test func `a put after a post after a get is each what it says`() async throws {
        let seen = try await Self.with { courier, server in
            for method in [HTTPCall.Method.get, .post, .put, .get] {
                let call = HTTPCall(method: method, url: "http://127.0.0.1:\(server.port)/ok", body: "x")
                _ = await courier.send(call, through: Outlet(name: "een", parallel: 1))
            }
            return try server.messages(GatewayRecord.self)
        }
        #expect(seen.map(\.method) == ["GET", "POST", "PUT", "GET"])
        #expect(seen.map(\.body) == ["", "x", "x", ""])
        #expect(Set(seen.map(\.connection)).count == 1)
    }

    @Test func `many calls share no more connections than the outlet bears`() async throws {
        let (good, connections) = try await Self.with { courier, server in
            let good = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        (try? await courier.send(Self.get(server, "/ok"), through: Self.outlet).get().status)
                            == 200
                    }
                }
                var good = 0
                for await isGood in group where isGood { good += 1 }
                return good
            }
            return (good, Set(try server.messages(GatewayRecord.self).map(\.connection)).count)
        }
        #expect(good == 200)
        #expect(connections <= 4)
    }

    @Test func `a redirect is an answer and is not followed`() async throws {
        let (reply, seen) = try await Self.with { courier, server in
            let reply = await courier.send(Self.get(server, "/elsewhere"), through: Self.outlet)
            return (reply, try server.messages(GatewayRecord.self).count)
        }
        #expect(try reply.get().status == 307)
        #expect(seen == 1)
    }

    @Test func `of a body without end no more is kept than what anybody reads`() async throws {
        let reply = try await Self.with { courier, server in
            await courier.send(Self.get(server, "/big"), through: Self.outlet)
        }
        #expect(try reply.get().body.count == HTTPReply.bodyBytesMax)
    }

    @Test func `the time that a server asks to wait is told`() async throws {
        let reply = try await Self.with { courier, server in
            await courier.send(Self.get(server, "/status/429?after=7"), through: Self.outlet)
        }
        #expect(try reply.get().retryAfter == 7)
    }

    @Test(arguments: [
        ("/never", CallFailure(.timedOut, perhapsSent: true)),
        ("/lost", CallFailure(.connectionLost, perhapsSent: true)),
        ("/cut", CallFailure(.connectionLost, perhapsSent: true)),
        ("/garbage", CallFailure(.garbled, perhapsSent: true)),
    ])
    func `when the answer does not come the message may have been taken`(path: String, failure: CallFailure)
        async throws
    {
        let outlet = Outlet(name: "kort", parallel: 1, totalMilliseconds: 2000)
        let reply = try await Self.with { courier, server in
            await courier.send(Self.get(server, path), through: outlet)
        }
        #expect(reply == .failure(failure))
    }

    @Test func `where nobody listens, or nothing can be asked, nothing was sent`() async throws {
        let courier = Courier()
        let unreachable = await courier.send(
            HTTPCall(method: .get, url: "http://127.0.0.1:1/"), through: Self.outlet)
        let file = await courier.send(HTTPCall(method: .get, url: "file:///etc/passwd"), through: Self.outlet)
        let none = await courier.send(HTTPCall(method: .get, url: "http://[x"), through: Self.outlet)
        await courier.close()
        let late = await courier.send(
            HTTPCall(method: .get, url: "http://127.0.0.1:1/"), through: Self.outlet)
        #expect(unreachable == .failure(CallFailure(.unreachable)))
        for reply in [file, none] {
            guard case .failure(let failure) = reply, case .impossible = failure.cause else {
                Issue.record("\(reply)")
                continue
            }
            #expect(!failure.perhapsSent)
        }
        #expect(late == .failure(CallFailure(.stopping)))
    }

    @Test func `a request on a kept connection that closes is not repeated behind the caller's back`()
        async throws
    {
        let outlet = Outlet(name: "een", parallel: 1)
        let (first, second, seen) = try await Self.with { courier, server in
            let first = await courier.send(Self.get(server, "/once"), through: outlet)
            let second = await courier.send(Self.get(server, "/once"), through: outlet)
            return (first, second, try server.messages(GatewayRecord.self).count)
        }
        #expect(try first.get().status == 200)
        #expect(second == .failure(CallFailure(.connectionLost, perhapsSent: true)))
        #expect(seen == 2)
    }

    @Test func `a call that nobody waits for any more ends at once`() async throws {
        let outlet = Outlet(name: "een", parallel: 1)
        let (running, waiting) = try await Self.with { courier, server in
            let running = Task { await courier.send(Self.get(server, "/never"), through: outlet) }
            _ = await server.line { $0.contains("/never") }
            let waiting = Task { await courier.send(Self.get(server, "/ok"), through: outlet) }
            waiting.cancel()
            let second = await waiting.value
            running.cancel()
            return (await running.value, second)
        }
        #expect(running == .failure(CallFailure(.cancelled, perhapsSent: true)))
        #expect(waiting == .failure(CallFailure(.cancelled)))
    }

    @Test func `closing lets end what is under way and refuses what waits`() async throws {
        let outlet = Outlet(name: "een", parallel: 1)
        let (running, waiting) = try await TestServer.with("gateway.py") { server in
            let courier = Courier()
            async let running = courier.send(Self.get(server, "/slow/300"), through: outlet)
            _ = await server.line { $0.contains("/slow") }
            async let waiting = courier.send(Self.get(server, "/ok"), through: outlet)
            await courier.close()
            return (await running, await waiting)
        }
        #expect(try running.get().status == 200)
        #expect(waiting == .failure(CallFailure(.stopping)))
    }

    @Test func `one more than may wait is refused at once`() async throws {
        let outlet = Outlet(name: "een", parallel: 1, waitingMax: 1, totalMilliseconds: 120_000)
        let replies = try await Self.with { courier, server in
            let running = Task { await courier.send(Self.get(server, "/never"), through: outlet) }
            _ = await server.line { $0.contains("/never") }
            return await withTaskGroup(of: Result<HTTPReply, CallFailure>.self) { group in
                for _ in 0..<2 {
                    group.addTask { await courier.send(Self.get(server, "/ok"), through: outlet) }
                }
                // The one that waits cannot end before the one under way does.
                let first = await group.next()
                running.cancel()
                return [first, await group.next()]
            }
        }
        #expect(replies.first == .failure(CallFailure(.queueFull)))
        #expect(try replies.last??.get().status == 200)
    }

    @Test(arguments: [("good", true), ("other", false), ("old", false)])
    func `only a certificate of the own authority, for this name and still valid, is trusted`(
        name: String, isTrusted: Bool
    ) async throws {
        let certificates = TestCertificates.shared
        let own = Outlet(name: "eigen", parallel: 1, authority: try await certificates.authority())
        let (reply, other) = try await Self.with(try await certificates.arguments(name)) { courier, server in
            (
                await courier.send(Self.get(server, "/ok", scheme: "https"), through: own),
                await courier.send(Self.get(server, "/ok", scheme: "https"), through: Self.outlet)
            )
        }
        if isTrusted {
            #expect(try reply.get().status == 200)
        } else {
            #expect(reply == .failure(CallFailure(.certificate)))
        }
        #expect(other == .failure(CallFailure(.certificate)))
    }
}
