import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct StorageTests {
    @Test(arguments: TestEngine.allCases)
    func `every kind of value comes back as it went in`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await storage.write { tx in
                try tx.executeScript(
                    Migration(
                        version: 0, name: "",
                        text:
                            "CREATE TABLE kinds (i {integer}, t {text}, r {real}, b {bytes}, m {money}) {strict}"
                    ).script(for: tx.dialect))
                let text = "Ĳsselmeer é ' \" \\ 😀"
                let bytes: [UInt8] = [0, 1, 127, 128, 255]
                try tx.execute(
                    "INSERT INTO kinds (i, t, r, b, m) VALUES (\(Int64.min), \(text), \(0.1), \(bytes), \(2_500_000))"
                )
                let row = try #require(try tx.row("SELECT i, t, r, b, m FROM kinds"))
                #expect(try row.integer("i") == Int(Int64.min))
                #expect(try row.text("t") == text)
                #expect(try row.real("r") == 0.1)
                #expect(try row.bytes("b") == bytes)
                #expect(try row.integer("m") == 2_500_000)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a value of another type is refused by the schema`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            await #expect(throws: StorageFault.self) {
                try await storage.write { tx in
                    try tx.execute("INSERT INTO journal_head (id, sequence, hash) VALUES (\("een"), 0, '')")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a closure that throws writes nothing`(engine: TestEngine) async throws {
        struct Refused: Error {}
        try await engine.withStorage { storage in
            await #expect(throws: Refused.self) {
                try await storage.write { tx in
                    try tx.execute("UPDATE journal_head SET sequence = 7")
                    throw Refused()
                }
            }
            let sequence = try await storage.read { tx in
                try tx.row("SELECT sequence FROM journal_head")?.integer("sequence")
            }
            #expect(sequence == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a closure that meets a lock is run again with the same arguments`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            let counter = Counter()
            let runs = try await storage.write { tx in
                try tx.execute("UPDATE journal_head SET sequence = sequence + 1")
                if counter.next() < 3 { throw StorageFault.tryAgain(code: "40001") }
                return counter.value
            }
            let sequence = try await storage.read { tx in
                try tx.row("SELECT sequence FROM journal_head")?.integer("sequence")
            }
            #expect(runs == 3)
            #expect(sequence == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a read cannot write`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            await #expect(throws: StorageFault.self) {
                try await storage.read { tx in try tx.execute("UPDATE journal_head SET sequence = 9") }
            }
        }
    }

    @Test func `a read in memory cannot write either`()
        async throws
    {
        let storage = try Storage.inMemory()
        try await storage.write { tx in try tx.executeScript("CREATE TABLE pond (depth INTEGER)") }
        for refused in ["INSERT INTO pond (depth) VALUES (1)", "DELETE FROM pond"] {
            await #expect(throws: StorageFault.self) {
                try await storage.read { tx in try tx.executeScript(refused) }
            }
        }
        await #expect(throws: StorageFault.self) {
            try await storage.read { tx in try tx.execute("INSERT INTO pond (depth) VALUES (1)") }
        }
        let count = try await storage.read { tx in
            try tx.row("SELECT COUNT(*) AS number FROM pond")?.integer("number")
        }
        #expect(count == 0)
        try await storage.close()
    }

    @Test(arguments: TestEngine.allCases)
    func `a read sees one moment while others write`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            async let reading = storage.read { tx in
                let first = try tx.row("SELECT sequence FROM journal_head")?.integer("sequence")
                for _ in 0..<2000 { _ = try tx.rows("SELECT sequence FROM journal_head") }
                let second = try tx.row("SELECT sequence FROM journal_head")?.integer("sequence")
                return first == second
            }
            for _ in 0..<50 {
                try await storage.write { tx in
                    try tx.execute("UPDATE journal_head SET sequence = sequence + 1")
                }
            }
            #expect(try await reading)
        }
    }

    @Test func `SQLite waits for the disk at every commit`() async throws {
        try await TestEngine.sqlite.withStorage { storage in
            let mode = try await storage.write { tx in
                try tx.row("PRAGMA synchronous")?.integer("synchronous")
            }
            #expect(mode == 2)
        }
    }

    @Test func `a server that does not answer is named without its password`() async throws {
        #expect {
            try Storage.open(.postgres(url: "postgres://oranje:geheim@127.0.0.1:1/niets"))
        } throws: { error in
            guard case StorageFault.cannotOpen(let place, let reason) = error else { return false }
            return place == "postgres://127.0.0.1:1/niets" && !reason.contains("geheim")
        }
    }

    private final class Counter: Sendable {
        private let lock = NSLock()
        // Guarded by `lock`.
        private nonisolated(unsafe) var count = 0

        var value: Int { lock.withLock { count } }

        func next() -> Int {
            lock.withLock {
                count += 1
                return count
            }
        }
    }
}
