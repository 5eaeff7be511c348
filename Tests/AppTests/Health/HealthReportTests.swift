import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct HealthReportTests {
    private func report(_ region: TestRegion, at now: Instant = TestRegion.now) async throws -> HealthReport {
        try await region.storage.read { tx in try HealthReport(tx, at: now) }
    }

    private static let night = TestMoments.startDay.adding(days: 1)

    @Test(arguments: TestEngine.allCases)
    func `before the first night everything is in order but the proof, and that is no reason to stay away`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region async throws in
            let report = try await report(region)
            #expect(report.status == .warn)
            #expect(report.checks["database:connection"]?.first?.status == .pass)
            #expect(report.checks["database:schema"]?.first?.observedValue == Migrator.knownVersion)
            #expect(report.checks["work:overdue"]?.first?.status == .pass)
            #expect(report.checks["coverage:nightly-proof"]?.first?.status == .warn)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after a night of work everything is in order`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region async throws in
            let due = NightlyWork.morningMail.dueAt(Self.night)
            try await region.application.queueNightlyWork(at: TestRegion.now)
            while try await region.application.runDueWork(at: due) {}
            // The night tells of gaps by mail, which leaves over a channel that has tests of its own.
            try await region.sql([
                "UPDATE mail SET state = 'sent'",
                "UPDATE work SET state = 'done' WHERE kind = \(MailWork.kind)",
            ])
            try await region.openLink(.sms, success: due, failure: nil)
            let report = try await report(region, at: due.adding(minutes: 300))
            #expect(report.status == .pass)
            #expect(report.checks.values.flatMap(\.self).allSatisfy { $0.output == nil })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work that nobody takes up turns it red after a quarter of an hour`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region async throws in
            let due = NightlyWork.dueAt(Self.night)
            try await region.application.queueNightlyWork(at: TestRegion.now)
            let states = [
                try await report(region, at: due.adding(minutes: 15)).checks["work:overdue"]?.first?.status,
                try await report(region, at: due.adding(minutes: 16)).checks["work:overdue"]?.first?.status,
                try await report(region, at: due.adding(minutes: 179)).checks["coverage:nightly-proof"]?
                    .first?.status,
                try await report(region, at: due.adding(minutes: 180)).checks["coverage:nightly-proof"]?
                    .first?.status,
            ]
            #expect(states == [.pass, .fail, .warn, .fail])
        }
    }

    @Test func `a database of another schema is red`() async throws {
        try await TestRegion.with(.sqlite) { region async throws in
            try await region.storage.write { tx in
                try tx.execute(
                    "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES (99, 'later', 'x', 0)"
                )
            }
            let report = try await report(region)
            #expect(report.status == .fail)
            #expect(report.checks["database:schema"]?.first?.observedValue == 99)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a lane that takes nothing any more turns it red, and one of two channels only yellow`(
        engine: TestEngine
    ) async throws {
        let checks = try await TestRegion.with(engine) { region in
            let earlier = TestRegion.now.adding(minutes: -9)
            var checks: [HealthReport.Check?] = []
            checks.append(try await report(region).checks["alarm:channels"]?.first)
            try await region.openLink(.sms, success: nil, failure: earlier)
            checks.append(try await report(region).checks["alarm:channels"]?.first)
            try await region.openLink(.sms, success: TestRegion.now, failure: earlier)
            checks.append(try await report(region).checks["alarm:channels"]?.first)
            try await region.sql(["UPDATE channel SET last_success_at = \(TestRegion.now)"])
            checks.append(try await report(region).checks["alarm:channels"]?.first)
            return checks
        }
        #expect(checks.map { $0?.status } == [.warn, .fail, .warn, .pass])
        #expect(checks[1]?.output == "Geen enkel kanaal voor sms neemt nog berichten aan.")
        #expect(checks[3]?.output == nil)
    }

    @Test func `an engine or an auditor of this process that stands still turns it red`() async throws {
        let states = try await TestRegion.with(.sqlite) { region in
            var states: [[HealthState?]] = []
            for minutes in [1, 2, 5] {
                let then = TestRegion.now.adding(minutes: -minutes)
                let pulse = AlarmPulse.Beats(engine: then, auditor: then)
                let report = try await region.read { tx in
                    try HealthReport(tx, at: TestRegion.now, pulse: pulse)
                }
                states.append(["alarm:engine", "alarm:audit"].map { report.checks[$0]?.first?.status })
            }
            return states
        }
        #expect(states == [[.pass, .pass], [.fail, .pass], [.fail, .fail]])
    }
}
