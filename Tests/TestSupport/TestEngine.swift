package import Domain
import Foundation
package import Storage

/// The two kinds of database; every test of storage runs on both.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// A fresh, migrated database, thrown away after `body`.
    @discardableResult
    package func withStorage<Result>(
        _ body: (Storage) async throws -> Result
    ) async throws -> Result {
        try await withPlace { place in
            let storage = try Storage.open(place)
            try await Migrator.migrate(storage, at: TestMoments.start)
            let result = try await body(storage)
            try await storage.close()
            return result
        }
    }

    /// The place of an empty database, thrown away after `body`.
    @discardableResult
    package func withPlace<Result>(_ body: (StoragePlace) async throws -> Result) async throws -> Result {
        switch self {
        case .sqlite:
            let folder = try TestFolder()
            defer { folder.remove() }
            return try await body(.folder(folder.path))
        case .postgres:
            let database = try TestDatabase()
            defer { database.drop() }
            return try await body(.postgres(url: database.url))
        }
    }
}

package enum TestMoments {
    /// Monday 23 November 2026, 00:00 in Amsterdam.
    package static let start = Amsterdam.startOfDay(startDay)
    package static let startDay = Day(daysSince1970: 20_780)
}

/// A folder under the system's temporary folder.
package struct TestFolder: Sendable {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "oranje-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    package func remove() {
        // A file that another process still holds may stay; the system clears its temporary folder.
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A database of its own on the server that the test command started.
package struct TestDatabase: Sendable {
    package struct Missing: Error, CustomStringConvertible {
        package let description = "ORANJE_TEST_DATABASE ontbreekt: draai de tests met `make test`."
    }

    package let url: String
    private let name: String
    private let server: String

    /// - Parameter template: a database to copy; nobody may be connected to it.
    package init(template: String? = nil) throws {
        guard let server = ProcessInfo.processInfo.environment["ORANJE_TEST_DATABASE"] else {
            throw Missing()
        }
        self.server = server
        name = "t_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        url = server.replacing("/postgres", with: "/\(name)")
        let copying = template.map { ["--template", $0] } ?? []
        try Self.run("createdb", copying + ["--maintenance-db", server, name])
    }

    package var databaseName: String { name }

    package func drop() {
        // The whole server is thrown away at the end; a database that cannot be dropped does no harm.
        try? Self.run("dropdb", ["--force", "--maintenance-db", server, name])
    }

    private static func run(_ tool: String, _ arguments: [String]) throws {
        let status = try ChildProcess(tool, arguments).wait()
        guard status == 0 else { throw ToolFailed(tool: tool, status: status) }
    }

    package struct ToolFailed: Error {
        let tool: String
        let status: Int32
    }
}
