import Foundation
import TestSupport
import Testing

/// Races below the SQL: a real server on a real database, killed as by a power cut while it hands real messages to a
/// gateway over HTTP and to a mail server over SMTP. `make nightly` kills ten times as often.
@Suite(.serialized) struct KillTests {
    private static let kills =
        ProcessInfo.processInfo.environment["ORANJE_KILLS"].flatMap { Int($0) } ?? 20

    @Test(arguments: TestEngine.allCases)
    func `a server that is killed again and again loses nothing, and repeats only what was in flight`(
        engine: TestEngine
    ) async throws {
        // A start of PostgreSQL's server process costs more, and its races are the same ones.
        let kills = engine == .sqlite ? Self.kills : max(1, Self.kills / 4)
        let run = try await TestServer.with("gateway.py") { gateway in
            try await Self.run(kills, engine, gateway)
        }
        #expect(run.lost == [])
        #expect(run.withoutRow == [])
        #expect(run.unmarked == [])
        #expect(run.repeats <= run.inFlight)
        #expect(run.messages >= kills * KillRun.messagesPerKill)
        let figures =
            "\(engine): \(kills) kills, \(run.messages) messages, \(run.inFlight) in flight, \(run.repeats) repeated\n"
        FileHandle.standardError.write(Data(figures.utf8))
    }

    private static func run(
        _ kills: Int, _ engine: TestEngine, _ gateway: TestServer
    ) async throws -> KillRun.Outcome {
        try await TestServer.with("mailserver.py", ["--tls", "none"]) { post in
            try await engine.withPlace { place in
                try await KillRun(place, gateway: gateway, post: post).run(kills: kills)
            }
        }
    }
}
