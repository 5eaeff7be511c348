import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// Coverage as an invariant (spec V3): facts and choices in any order reach no state in which a line is uncovered
/// without an open gap notice, somebody stands in two places, a pin is lost or the past changes. `make nightly` and
/// `make torture` run 2,000 sequences on each database; every test run 200 on SQLite and 10 on PostgreSQL, which
/// takes long enough.
@Suite struct RosterInvariantTests {
    private static let seedsSQLite = seeds("ORANJE_ROSTER_SEEDS") ?? 200
    private static let seedsPostgres = seeds("ORANJE_ROSTER_SEEDS_POSTGRES") ?? 10
    /// Each has a database of its own.
    private static let lanes = 2

    private static func seeds(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private static let first =
        ProcessInfo.processInfo.environment["ORANJE_FIRST_SEED"].flatMap { UInt64($0) } ?? 1

    private struct Report: Sendable {
        var findings: [String] = []
        var done: [RosterRun.Command: Int] = [:]
    }

    @Test func `on SQLite no order of commands leaves a line uncovered that nobody was told of`() async throws
    {
        let report = try await Self.report(on: .sqlite, Self.seedsSQLite)
        #expect(report.findings == [])
        let neverDone = RosterRun.Command.allCases.filter { report.done[$0] == nil }
        #expect(neverDone == [], "commands that were always refused")
    }

    @Test func `on PostgreSQL too`() async throws {
        let report = try await Self.report(on: .postgres, Self.seedsPostgres)
        #expect(report.findings == [])
    }

    /// - Parameter count: of seeds, spread over the lanes.
    private static func report(on engine: TestEngine, _ count: Int) async throws -> Report {
        let count = max(1, count / lanes)
        return try await withThrowingTaskGroup(of: Report.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    try await engine.withStorage { storage in
                        try await report(storage, first + UInt64(lane * count), count)
                    }
                }
            }
            return try await group.reduce(into: Report()) { all, report in
                all.findings += report.findings
                all.done.merge(report.done, uniquingKeysWith: +)
            }
        }
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
