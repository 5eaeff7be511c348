import Foundation

/// Where a region keeps its data.
package enum StoragePlace: Equatable, Sendable {
    /// A folder with an embedded SQLite database in it.
    case folder(String)
    /// `postgres://user:password@host:port/database`.
    case postgres(url: String)

    /// The file inside a data folder; copying the folder copies the region.
    package static let fileName = "oranje.sqlite"

    /// The master keys beside the data; nil for a server, which has no folder of ours.
    package var keyFile: String? {
        switch self {
        case .folder(let folder): URL(filePath: folder).appending(path: Keyring.fileName).path
        case .postgres: nil
        }
    }
}

extension Storage {
    /// Page reads at one time; more threads than cores only wait for each other.
    private static let readerCount = 4
    /// SQLite has one writer at a time by nature; PostgreSQL's journalled writes queue at the lock row.
    private static let postgresWriterCount = 4

    /// Opens without changing the schema; `Migrator.migrate` follows.
    ///
    /// - Throws: `StorageFault.cannotOpen` with the place in it.
    package static func open(_ place: StoragePlace) throws -> Storage {
        switch place {
        case .folder(let folder):
            let path = URL(filePath: folder).appending(path: StoragePlace.fileName).path
            do {
                return Storage(engine: try SQLiteEngine(path: path), readerCount: readerCount, writerCount: 1)
            } catch StorageFault.statement(_, let reason, _) {
                throw StorageFault.cannotOpen(place: path, reason: reason)
            }
        case .postgres(let url):
            return Storage(
                engine: try PostgresEngine(url: url), readerCount: readerCount,
                writerCount: postgresWriterCount)
        }
    }

    /// An empty database that lives as long as the value; for tests and rehearsals.
    package static func inMemory() throws -> Storage {
        Storage(engine: try SQLiteEngine(), readerCount: 1, writerCount: 1)
    }
}
