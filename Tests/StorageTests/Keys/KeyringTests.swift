import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct KeyringTests {
    private let now = TestMoments.start
    private let secret = [UInt8](repeating: 7, count: 32)

    /// A database with two people's secrets that are under no key, and a path where none is.
    private func with(
        _ engine: TestEngine, _ body: (Storage, _ path: String) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try await engine.withStorage { storage in
            let secret = secret
            try await storage.write { tx in
                for person in ["a", "b"] {
                    try tx.execute("INSERT INTO person_key (person, secret) VALUES (\(person), \(secret))")
                }
                try tx.execute("INSERT INTO person_key (person, destroyed_at) VALUES ('c', 1)")
            }
            try await body(storage, "\(folder.path)/\(Keyring.fileName)")
        }
    }

    private func open(_ storage: Storage, _ path: String?, seed: UInt64 = 1) async throws -> Storage {
        storage.unlocked(
            with: try await Keyring.open(storage, path: path, at: now, randomness: Randomness(seed: seed)))
    }

    private func stored(_ storage: Storage) async throws -> [[UInt8]] {
        try await storage.read { tx in
            try tx.rows("SELECT secret FROM person_key WHERE secret IS NOT NULL ORDER BY person")
                .map { try $0.bytes("secret") }
        }
    }

    private func fault(_ body: () async throws -> Void) async throws -> KeyFault? {
        do {
            try await body()
            return nil
        } catch let fault as KeyFault {
            return fault
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `secrets of before are put under the first key, and read as they were`(engine: TestEngine)
        async throws
    {
        try await with(engine) { storage, path in
            let unlocked = try await open(storage, path)
            let kept = try await stored(storage)
            #expect(kept.allSatisfy { $0.count == 49 && MasterKey.id(of: $0) != nil })
            let read = try await unlocked.read { tx in try kept.map { try tx.unwrapped($0) } }
            #expect(read == [secret, secret])
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            // Opened again nothing changes.
            _ = try await open(storage, path, seed: 2)
            #expect(try await stored(storage) == kept)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a missing file, another file and no file are told apart, and none makes a new key`(
        engine: TestEngine
    )
        async throws
    {
        try await with(engine) { storage, path in
            _ = try await open(storage, path)
            let kept = try await stored(storage)
            let id = try #require(MasterKey.id(of: kept[0]))
            let gone = path + ".weg"
            #expect(try await fault { _ = try await open(storage, gone) } == .missing(path: gone, id: id))
            #expect(!FileManager.default.fileExists(atPath: gone))
            #expect(try await fault { _ = try await open(storage, nil) } == .noFile(id: id))

            let other = KeyFile.Entry(
                id: "00112233aabbccdd", key: Data(secret).base64EncodedString(), madeAt: "")
            try KeyFile(keys: [other]).write(path)
            #expect(try await fault { _ = try await open(storage, path) } == .unknown(id: id))
            let forged = KeyFile.Entry(id: id, key: other.key, madeAt: "")
            try KeyFile(keys: [forged]).write(path)
            #expect(try await fault { _ = try await open(storage, path) } == .wrong(id: id))
            try Data("geen json".utf8).write(to: URL(filePath: path))
            #expect(
                try await fault { _ = try await open(storage, path) }
                    == .unreadable(path: path, reason: "geen sleutelbestand van Oranje"))
            #expect(try await stored(storage) == kept)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a rotation puts everything under the new key, and whoever runs on reads and writes with it`(
        engine: TestEngine
    ) async throws {
        try await with(engine) { storage, path in
            let now = now
            let running = try await open(storage, path)
            let before = try await stored(storage)
            let ring = try #require(
                try await Keyring.open(storage, path: path, at: now, randomness: Randomness(seed: 9)))
            let id = try ring.addKey(at: now, randomness: Randomness(seed: 5))
            let count = try await storage.write { tx in try ring.use(id, in: tx, at: now) }
            #expect(count == 2)
            let after = try await stored(storage)
            #expect(after.allSatisfy { MasterKey.id(of: $0) == id })
            // The server that was running knows the new key from the file.
            let secret = secret
            let read = try await running.write { tx in
                try [before[0], after[0], try tx.wrapped(secret)].map { try tx.unwrapped($0) }
            }
            #expect(read == [secret, secret, secret])
            #expect(MasterKey.id(of: try await running.write { tx in try tx.wrapped(secret) }) == id)
            #expect(try KeyFile.read(path).keys.count == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a process that was opened without the keys neither reads nor writes a secret`(engine: TestEngine)
        async throws
    {
        try await with(engine) { storage, path in
            _ = try await open(storage, path)
            let kept = try await stored(storage)
            let id = try #require(MasterKey.id(of: kept[0]))
            let secret = secret
            #expect(
                try await fault { _ = try await storage.read { tx in try tx.unwrapped(kept[0]) } }
                    == .noFile(id: id))
            #expect(
                try await fault { _ = try await storage.write { tx in try tx.wrapped(secret) } }
                    == .noFile(id: id))
            #expect(try await storage.read { tx in try tx.unreadablePersonSecrets() } == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a server without a key file keeps its secrets as they were until it gets one`(engine: TestEngine)
        async throws
    {
        try await with(engine) { storage, path in
            let bare = try await open(storage, nil)
            #expect(try await stored(storage) == [secret, secret])
            let secret = secret
            #expect(try await bare.write { tx in try tx.unwrapped(try tx.wrapped(secret)) } == secret)
            _ = try await open(storage, path)
            #expect(try await stored(storage).allSatisfy { $0.count == 49 })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a secret that was changed in the database is noticed`(engine: TestEngine) async throws {
        try await with(engine) { storage, path in
            let unlocked = try await open(storage, path)
            var bytes = try await stored(storage)[0]
            bytes[20] ^= 1
            let changed = bytes
            try await storage.write { tx in
                try tx.execute("UPDATE person_key SET secret = \(changed) WHERE person = 'a'")
            }
            #expect(try await unlocked.read { tx in try tx.unreadablePersonSecrets() } == 1)
        }
    }
}
