import Domain
import Foundation
import HTTPTypes
import Logging
import Storage
import TestSupport
import Testing

@testable import App

/// Keeps what was logged.
private final class LogKeeper: Sendable {
    private let stream: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation

    init() {
        (stream, continuation) = AsyncStream<String>.makeStream()
    }

    var logger: Logger {
        Logger(label: "test") { _ in
            var log = JSONLog(now: { TestRegion.now }) { [continuation] in continuation.yield($0) }
            log.logLevel = .trace
            return log
        }
    }

    /// Ends the keeping.
    func lines() async -> [String] {
        continuation.finish()
        return await stream.reduce(into: []) { $0.append($1) }
    }
}

@Suite struct JSONLogTests {
    private func lines(
        _ engine: TestEngine, _ body: (TestRegion) async throws -> Void
    ) async throws -> [String] {
        let keeper = LogKeeper()
        try await TestRegion.with(engine, logger: keeper.logger, body)
        return await keeper.lines()
    }

    @Test func `a request is one line with its pattern, status and time, and the id of its answer`()
        async throws
    {
        let header = try #require(HTTPField.Name("X-Request-Id"))
        var id: String?
        let lines = try await lines(.sqlite) { region async throws in
            id = try await TestClient(region.application).get("/aanmelden?naar=/mensen").headers[header]
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        for part in [
            "\"level\":\"info\"", "\"message\":\"Verzoek\"", "\"method\":\"GET\"", "\"route\":\"/aanmelden\"",
            "\"status\":200", "\"milliseconds\":", "\"time\":\"2026-11-23T09:00:00Z\"",
        ] {
            #expect(line.contains(part), "\(part)")
        }
        let known = try #require(id)
        #expect(known.count == 32)
        #expect(line.contains("\"request\":\"\(known)\""))
    }

    @Test(arguments: TestEngine.allCases)
    func `whatever personal value is sent wherever, no line holds it`(engine: TestEngine) async throws {
        let secrets = [
            "Geheimsen", "geheimsen@gemeente.example", "+31600099887", "0600099887", "P99887",
            "wachtwoord-99887",
            "9988-7777",
        ]
        let lines = try await lines(engine) { region async throws in
            let person = try await region.person { $0.municipality.text == "GM0599" }
            let client = try await region.client("bureau")
            let nobody = TestClient(region.application)
            for secret in secrets {
                let query = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                for path in [
                    "/mensen?zoek=\(query)", "/mensen/\(query)", "/\(query)", "/rooster/lijn/\(query)",
                ] {
                    _ = try await client.get(path)
                    _ = try await nobody.get(path, accept: "application/json")
                }
                _ = try await nobody.signIn(secret, secret)
                _ = try await nobody.send(
                    .init(rawValue: query) ?? .trace, "/mensen", [.cookie: secret], secret)
                _ = try await client.post("/wachtwoord", ["huidig": secret, "nieuw": secret])
                _ = try await client.post("/mensen/\(person.id)", ["achternaam": secret, "versie": secret])
                _ = try await client.post(
                    "/mensen",
                    [
                        "gemeente": "GM0599", "nummer": secret, "voornaam": secret, "achternaam": secret,
                        "mobiel": secret, "email": secret,
                    ])
                _ = try await client.post(
                    "/mensen/\(person.id)/verhinderingen", ["van": secret, "tot": secret])
                _ = try await client.upload(
                    "/mensen/import", file: "bestand", content: "naam;\(secret)\n\(secret);1")
            }
            // The engine's own sentence quotes the row that it refuses.
            try await region.storage.write { tx in
                try tx.executeScript("ALTER TABLE functionary RENAME TO functionary_gone")
            }
            for secret in secrets { _ = try await client.get("/mensen?zoek=\(secret)") }
            try await region.application.queueNightlyWork(at: TestRegion.now)
            while try await region.application.runDueWork(at: TestRegion.now.adding(minutes: 24 * 60)) {}
        }
        #expect(lines.count > 100)
        #expect(lines.contains { $0.contains("\"message\":\"Database\"") })
        #expect(lines.contains { $0.contains("\"message\":\"Achtergrondwerk mislukt\"") })
        #expect(lines.contains { $0.contains("\"route\":\"/mensen/:id\"") })
        for line in lines {
            for secret in secrets {
                #expect(!line.lowercased().contains(secret.lowercased()), "\(line)")
            }
        }
    }

    @Test func `what a library adds to a line is left out`() async {
        let keeper = LogKeeper()
        struct Talkative: Error, CustomStringConvertible { let description = "Anna Elzenaar" }
        keeper.logger.error(
            "Fout", metadata: ["name": "Anna Elzenaar", "work": "nightly-proof", "status": "geen"])
        keeper.logger.error("Fout", error: Talkative())
        let lines = await keeper.lines()
        #expect(
            lines == [
                "{\"level\":\"error\",\"message\":\"Fout\",\"time\":\"2026-11-23T09:00:00Z\",\"work\":\"nightly-proof\"}",
                "{\"error\":\"Talkative\",\"level\":\"error\",\"message\":\"Fout\",\"time\":\"2026-11-23T09:00:00Z\"}",
            ])
    }
}
