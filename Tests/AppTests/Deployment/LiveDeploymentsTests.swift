import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// Live viewing with real servers and real connections.
@Suite struct LiveDeploymentsTests {
    private static func arguments(_ region: TestRegion, _ name: String) -> [String] {
        ["--name", name, "--password", region.passwords[name] ?? ""]
    }

    @Test func `who watches at one server sees what is written at another on the same database`()
        async throws
    {
        let (heard, status) = try await TestRegion.with(.postgres) { region in
            let id = try await region.deployment()
            let first = try ServerProcess(region.place)
            let second = try ServerProcess(region.place)
            defer {
                first.stop()
                second.stop()
            }
            let watching = ["watch", "\(first.port)", "/inzetten/\(id)/stroom.sse?na=1"]
            let office = Self.arguments(region, "bureau")
            return try await TestServer.with("viewer.py", watching + office) { viewer in
                let written = try await TestServer.run(
                    "viewer.py",
                    ["post", "\(second.port)", "/inzetten/\(id)/regels", "--field", "sleutel=elders"]
                        + ["--field", "tekst=Geschreven bij de ander"]
                        + Self.arguments(region, "meldkamer"))
                _ = await viewer.lines(atLeast: 2)
                return (viewer.lines, written.text)
            }
        }
        #expect(status == "200\n")
        #expect(heard == ["ready 0", "2"])
    }

    @Test func `a right that is taken away ends the stream`() async throws {
        let (heard, status) = try await TestRegion.with(.postgres) { region in
            let id = try await region.deployment()
            let server = try ServerProcess(region.place)
            defer { server.stop() }
            let watching = ["watch", "\(server.port)", "/inzetten/\(id)/stroom.sse?na=1"]
            let info = Self.arguments(region, "informatie")
            return try await TestServer.with("viewer.py", watching + info) { viewer in
                let account = try await region.signedIn("informatie").account
                try await region.change(as: "beheer") { change in
                    try change.setAccount(account, isOpen: false)
                }
                try await region.application.storage.wakeOthers(.seen)
                _ = await viewer.line { $0 == "einde" }
                let again = try await TestServer.run("viewer.py", watching + info)
                return (viewer.lines, again.text)
            }
        }
        #expect(heard == ["ready 0", "einde"])
        #expect(!status.contains("ready"))
    }

    /// More than the buffers of a connection hold.
    private static let floodCount = 200
    private static let floodBytes = 60_000

    @Test func `a viewer who reads nothing delays nobody, and who comes back gets what they missed`()
        async throws
    {
        let (healthy, missed) = try await TestRegion.with(.sqlite) { region in
            let server = try ServerProcess(region.place, ["--trial-stream"])
            defer { server.stop() }
            let watching = ["watch", "\(server.port)", TrialStream.path]
            return try await TestServer.with("viewer.py", watching + ["--stalled"]) { _ in
                try await TestServer.with("viewer.py", watching) { viewer in
                    _ = try await TestServer.run(
                        "viewer.py",
                        [
                            "flood", "\(server.port)", TrialStream.path, "\(Self.floodCount)",
                            "\(Self.floodBytes)",
                        ])
                    _ = await viewer.lines(atLeast: 1 + Self.floodCount)
                    let back = try await TestServer.with("viewer.py", watching + ["--last", "150"]) { late in
                        _ = await late.lines(atLeast: 1 + Self.floodCount - 150)
                        return late.lines
                    }
                    return (viewer.lines, back)
                }
            }
        }
        let numbers = { (lines: [String]) in lines.dropFirst().compactMap { Int($0.prefix { $0 != " " }) } }
        #expect(numbers(healthy) == Array(1...Self.floodCount))
        #expect(numbers(missed) == Array(151...Self.floodCount))
    }

    @Test func `the stream for measuring is not there unless the server is started with it`() async throws {
        let status = try await TestRegion.with(.sqlite) { region in
            try await TestClient(region.application).get(TrialStream.path).status
        }
        #expect(status == 404)
    }
}
