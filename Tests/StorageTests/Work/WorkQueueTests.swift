import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct WorkQueueTests {
    private let now = TestMoments.start

    private func id<Entity>(_ seed: UInt64) -> ID<Entity> {
        var random = Randomness(seed: seed)
        return random.id(at: now)
    }

    @Test(arguments: TestEngine.allCases)
    func `queueing the same key twice queues it once`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            let queued = try await storage.write { [now] tx in
                [
                    try tx.queue(id(1), kind: "proof", key: "2026-11-23", dueAt: now, now: now),
                    try tx.queue(id(2), kind: "proof", key: "2026-11-23", dueAt: now, now: now),
                ]
            }
            #expect(queued == [true, false])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work is not taken before it is due`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            let claims = try await storage.write { [now] tx in
                try tx.queue(id(1), kind: "proof", key: "a", dueAt: now.adding(minutes: 1), now: now)
                return [
                    try tx.claimWork(
                        kinds: ["proof"], limit: 5, lease: id(9), now: now, until: now.adding(minutes: 5)),
                    try tx.claimWork(
                        kinds: ["proof"], limit: 5, lease: id(9), now: now.adding(minutes: 1),
                        until: now.adding(minutes: 6)),
                ]
            }
            #expect(claims.map(\.count) == [0, 1])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `eight runners share a hundred pieces without taking one twice`(engine: TestEngine) async throws {
        try await engine.withStorage { storage in
            try await storage.write { [now] tx in
                for number in 0..<100 {
                    try tx.queue(id(UInt64(number)), kind: "proof", key: "\(number)", dueAt: now, now: now)
                }
            }
            let taken = try await withThrowingTaskGroup(of: [String].self) { group in
                for runner in 0..<8 {
                    group.addTask { try await drain(storage, lease: id(1000 + UInt64(runner))) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == 100)
            #expect(Set(taken).count == 100)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a lease that ran out passes the work on and voids the first result`(engine: TestEngine) async throws
    {
        try await engine.withStorage { storage in
            let outcome = try await storage.write { [now] tx in
                try tx.queue(id(1), kind: "proof", key: "a", dueAt: now, now: now)
                let first = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(7), now: now, until: now.adding(minutes: 1))
                let second = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(8), now: now.adding(minutes: 1),
                    until: now.adding(minutes: 2))
                return [try tx.finishWork(first[0]), try tx.finishWork(second[0])]
            }
            #expect(outcome == [false, true])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a lease that is renewed keeps the work, and one that passed cannot be renewed`(engine: TestEngine)
        async throws
    {
        try await engine.withStorage { storage in
            let (renewed, taken) = try await storage.write { [now] tx in
                try tx.queue(id(1), kind: "proof", key: "a", dueAt: now, now: now)
                let first = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(7), now: now, until: now.adding(minutes: 1))
                let kept = try tx.renewWork(first[0], until: now.adding(minutes: 3))
                let early = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(8), now: now.adding(minutes: 2),
                    until: now.adding(minutes: 4))
                let late = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(8), now: now.adding(minutes: 3),
                    until: now.adding(minutes: 4))
                let again = try tx.renewWork(first[0], until: now.adding(minutes: 9))
                return ([kept, again], [early.count, late.count])
            }
            #expect(renewed == [true, false])
            #expect(taken == [0, 1])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work that fails comes back later, and stays visible when it is given up`(engine: TestEngine)
        async throws
    {
        try await engine.withStorage { storage in
            try await storage.write { [now] tx in
                try tx.queue(id(1), kind: "proof", key: "a", dueAt: now, now: now)
                let first = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(7), now: now, until: now.adding(minutes: 1))
                #expect(try tx.returnWork(first[0], error: "weg", dueAt: now.adding(minutes: 10)))
                #expect(try tx.nextWork(kinds: ["proof"]) == now.adding(minutes: 10))
                let second = try tx.claimWork(
                    kinds: ["proof"], limit: 1, lease: id(8), now: now.adding(minutes: 10),
                    until: now.adding(minutes: 11))
                #expect(second[0].work.attempts == 1)
                #expect(try tx.returnWork(second[0], error: "weg", dueAt: nil))
                #expect(try tx.nextWork(kinds: ["proof"]) == nil)
                let row = try #require(try tx.row("SELECT state, last_error FROM work"))
                #expect(try row.text("state") == "failed")
                #expect(try row.text("last_error") == "weg")
            }
        }
    }

    private func drain(_ storage: Storage, lease: ID<WorkClaim>) async throws -> [String] {
        var taken: [String] = []
        while true {
            let claims = try await storage.write { [now] tx in
                let claims = try tx.claimWork(
                    kinds: ["proof"], limit: 3, lease: lease, now: now, until: now.adding(minutes: 5))
                for claim in claims { _ = try tx.finishWork(claim) }
                return claims
            }
            if claims.isEmpty { return taken }
            taken += claims.map(\.work.key)
        }
    }
}
