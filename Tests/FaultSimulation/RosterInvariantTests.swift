import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// Coverage as an invariant (spec V3): facts and choices in any order reach no state in which a line is uncovered
/// without an open gap notice, somebody stands in two places, a pin is lost or the past changes. `make nightly`
/// runs 2,000 sequences on SQLite and 100 on PostgreSQL; every test run a tenth, which takes long enough.
@Suite struct RosterInvariantTests {
    private static let seedsSQLite = seeds(200)
    private static let seedsPostgres = max(1, seeds(200) / 20)
    private static let lanes = 2

    private static func seeds(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["ORANJE_ROSTER_SEEDS"].flatMap { Int($0) } ?? usual
    }

    private static let first =
        ProcessInfo.processInfo.environment["ORANJE_FIRST_SEED"].flatMap { UInt64($0) } ?? 1

    private struct Report: Sendable {
        var findings: [String] = []
        var done: [RosterRun.Command: Int] = [:]
    }

    @Test func `on SQLite no order of commands leaves a line uncovered that nobody was told of`() async throws
    {
        let count = Self.seedsSQLite / Self.lanes
        let report = try await withThrowingTaskGroup(of: Report.self) { group in
            for lane in 0..<Self.lanes {
                group.addTask {
                    let storage = try Storage.inMemory()
                    try await Migrator.migrate(storage, at: TestMoments.start)
                    return try await Self.report(storage, Self.first + UInt64(lane * count), count)
                }
            }
            return try await group.reduce(into: Report()) { all, report in
                all.findings += report.findings
                all.done.merge(report.done, uniquingKeysWith: +)
            }
        }
        #expect(report.findings == [])
        let neverDone = RosterRun.Command.allCases.filter { report.done[$0] == nil }
        #expect(neverDone == [], "commands that were always refused")
    }

    @Test func `on PostgreSQL too`() async throws {
        let report = try await TestEngine.postgres.withStorage { storage in
            try await Self.report(storage, Self.first, Self.seedsPostgres)
        }
        #expect(report.findings == [])
    }

    /// At most three: the first is the one to look at.
    private static func report(_ storage: Storage, _ first: UInt64, _ count: Int) async throws -> Report {
        let world = try await RosterWorld(storage)
        var report = Report()
        for seed in first..<(first + UInt64(count)) where report.findings.count < 3 {
            do {
                let done = try await RosterRun.run(seed: seed, in: world)
                report.done.merge(done, uniquingKeysWith: +)
            } catch let finding as FaultFinding {
                report.findings.append(finding.description)
            }
        }
        return report
    }
}
