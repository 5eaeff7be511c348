package import Domain
import Foundation
package import Logging
package import Storage

@testable package import App

/// The sample region on either engine: made once, copied for every test that wants it.
package struct TestRegion: Sendable {
    package let application: Application
    /// The password of each role's sample account, by sign-in name.
    package let passwords: [String: String]
    /// Where its data is, for a process beside the test.
    package let place: StoragePlace

    /// Monday 23 November 2026, 10:00 in Amsterdam.
    package static let now = TestMoments.start.adding(minutes: 600)

    /// A client that is signed in with the sample account of that name.
    package func client(_ name: String) async throws -> TestClient {
        let client = TestClient(application)
        _ = try await client.signIn(name, passwords[name] ?? "")
        _ = try await client.get("/wachtwoord")
        return client
    }

    /// Runs `body` on a copy of the sample that is thrown away after it.
    ///
    /// - Parameter now: what the product's clock shows.
    /// - Parameter logger: what the product logs to; errors only, unless the test wants more.
    package static func with<Result>(
        _ engine: TestEngine, now: Instant = now, logger: Logger = errorLogger,
        _ body: (TestRegion) async throws -> Result
    ) async throws -> Result {
        let template = try await TestTemplate.shared.made(engine)
        switch engine {
        case .sqlite:
            let folder = try TestFolder()
            defer { folder.remove() }
            let name = StoragePlace.fileName
            try FileManager.default.copyItem(
                atPath: "\(template.place)/\(name)", toPath: "\(folder.path)/\(name)")
            return try await run(.folder(folder.path), template.passwords, now, logger, body)
        case .postgres:
            let database = try TestDatabase(template: template.place)
            defer { database.drop() }
            return try await run(.postgres(url: database.url), template.passwords, now, logger, body)
        }
    }

    package static var errorLogger: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return logger
    }

    private static func run<Result>(
        _ place: StoragePlace, _ passwords: [String: String], _ now: Instant, _ logger: Logger,
        _ body: (TestRegion) async throws -> Result
    ) async throws -> Result {
        let application = TestTemplate.application(try Storage.open(place), now: now, logger: logger)
        let result = try await body(TestRegion(application: application, passwords: passwords, place: place))
        try await application.close()
        return result
    }
}

/// The sample per engine, made at the first use and kept for the run.
private actor TestTemplate {
    struct Made: Sendable {
        /// Folder or database name.
        let place: String
        let passwords: [String: String]
    }

    static let shared = TestTemplate()
    private var tasks: [TestEngine: Task<Made, any Error>] = [:]

    func made(_ engine: TestEngine) async throws -> Made {
        let task = tasks[engine] ?? Task { try await Self.make(engine) }
        tasks[engine] = task
        return try await task.value
    }

    static func application(
        _ storage: Storage, now: Instant, logger: Logger = TestRegion.errorLogger
    ) -> Application {
        // No PDFs, whatever the machine has: they are tested by themselves.
        // The cheapest scrypt there is: these tests are about who may do what, not about guessing passwords.
        Application(
            storage: storage, logger: logger, now: { now }, randomness: { .system },
            passwordCost: PasswordCost(rounds: 2, blockSize: 1, parallelism: 1),
            printer: PDFPrinter(program: "/dev/null/weasyprint"))
    }

    private static func make(_ engine: TestEngine) async throws -> Made {
        switch engine {
        case .sqlite:
            let folder = try TestFolder()
            return Made(place: folder.path, passwords: try await fill(.folder(folder.path)))
        case .postgres:
            let database = try TestDatabase()
            return Made(place: database.databaseName, passwords: try await fill(.postgres(url: database.url)))
        }
    }

    private static func fill(_ place: StoragePlace) async throws -> [String: String] {
        let storage = try Storage.open(place)
        try await Migrator.migrate(storage, at: TestMoments.start)
        let application = application(storage, now: TestRegion.now)
        let signIns = try await application.makeSample(
            SampleRequest(seed: 1, region: "VR17", start: TestMoments.startDay))
        try await storage.close()
        return Dictionary(uniqueKeysWithValues: signIns.map { ($0.name, $0.password) })
    }
}
