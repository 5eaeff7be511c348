import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// No alarm is lost (spec A6): the real engine on a real database, with faults by seed. `make test` runs 2,000 of
/// them on SQLite and 100 on PostgreSQL, `make torture SEEDS=…` more; by itself this suite runs a tenth.
@Suite struct AlarmFaultTests {
    private static let seedsSQLite = seeds(200)
    private static let seedsPostgres = max(1, seeds(200) / 20)
    /// Runs at one time, each with a database of its own.
    private static let lanes = 2
    /// More, because each mostly waits for the server.
    private static let lanesPostgres = 4

    private static func seeds(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["ORANJE_SEEDS"].flatMap { Int($0) } ?? usual
    }

    /// The first of the seeds, so that a night tries others than the night before.
    private static let first =
        ProcessInfo.processInfo.environment["ORANJE_FIRST_SEED"].flatMap { UInt64($0) } ?? 1

    @Test func `on SQLite every alarm is filled or ends at a named human, whatever breaks`() async throws {
        let findings = try await withThrowingTaskGroup(of: [String].self) { group in
            for lane in 0..<Self.lanes {
                group.addTask {
                    let storage = try Storage.inMemory()
                    try await Migrator.migrate(storage, at: TestMoments.start)
                    let count = Self.seedsSQLite / Self.lanes
                    return try await Self.findings(storage, Self.first + UInt64(lane * count), count)
                }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }
        #expect(findings == [])
    }

    @Test func `on PostgreSQL too`() async throws {
        let findings = try await withThrowingTaskGroup(of: [String].self) { group in
            for lane in 0..<Self.lanesPostgres {
                group.addTask { try await Self.postgresFindings(lane) }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }
        #expect(findings == [])
    }

    private static func postgresFindings(_ lane: Int) async throws -> [String] {
        let first = seedsPostgres * lane / lanesPostgres
        let next = seedsPostgres * (lane + 1) / lanesPostgres
        guard next > first else { return [] }
        return try await TestEngine.postgres.withStorage { storage in
            try await findings(storage, Self.first + UInt64(first), next - first)
        }
    }

    /// At most three: the first is the one to look at.
    private static func findings(_ storage: Storage, _ first: UInt64, _ count: Int) async throws -> [String] {
        let world = try await FaultWorld(storage)
        var findings: [String] = []
        for seed in first..<(first + UInt64(count)) where findings.count < 3 {
            do {
                try await FaultRun.run(seed: seed, in: world)
            } catch let finding as FaultFinding {
                findings.append(finding.description)
            }
        }
        return findings
    }
}
