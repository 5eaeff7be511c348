import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct RunAuditTests {
    private static let now = TestRegion.now

    private static func minutesAgo(_ minutes: Int) -> Instant { now.adding(minutes: -minutes) }

    /// Each way to break a running alarm behind the engine's back, and what the auditor must call it.
    private static let faults: [(kind: AuditFinding.Kind, statements: [SQL])] = [
        (.forgotten, ["UPDATE alarm SET due_at = NULL, take_due_at = NULL"]),
        (.overdue, ["UPDATE alarm SET due_at = \(minutesAgo(3))"]),
        (.postponed, ["UPDATE alarm SET due_at = \(now.adding(minutes: 3 * 24 * 60))"]),
        (
            .untold,
            [
                "UPDATE alarm SET state = 'exhausted', raised_at = \(minutesAgo(30))",
                "UPDATE alarm_contact SET told_at = NULL",
            ]
        ),
        (
            .uncalled,
            ["DELETE FROM alarm_message", "UPDATE alarm SET raised_at = \(minutesAgo(30))"]
        ),
        (
            .backlog,
            [
                """
                UPDATE alarm_message SET state = 'waiting', claim = NULL, claimed_until = NULL, due_at = \(minutesAgo(5))
                """
            ]
        ),
        (
            .stuck,
            [
                """
                UPDATE alarm_message SET state = 'claimed', claim = 'verdwenen', claimed_until = \(minutesAgo(5))
                WHERE state = 'sent'
                """
            ]
        ),
        (
            .unknownMessage,
            [
                """
                INSERT INTO inbound_message (id, channel, kind, external_key, sender, recipient, body, reference, status,
                    received_at)
                SELECT 'r', id, 'report', 'x', '', '', '', '0199aaaa-0000-7000-8000-000000000001', 'delivered',
                    \(minutesAgo(1))
                FROM channel
                """
            ]
        ),
        (.laneDown, ["UPDATE channel SET last_failure_at = \(now)"]),
        (.noChannel, ["UPDATE channel SET is_open = 0"]),
    ]

    @Test(arguments: TestEngine.allCases, faults.map(\.kind))
    func `every fault that is put in a running alarm is found, told to a named human, and found over`(
        engine: TestEngine, kind: AuditFinding.Kind
    ) async throws {
        let statements = try #require(Self.faults.first { $0.kind == kind }).statements
        let (sound, found, stored, told, mended, past) = try await TestRegion.with(engine) { region in
            try await region.openLink(.sms, success: Self.minutesAgo(1), failure: nil)
            let alarm = try await region.quietAlarm()
            let sound = try await region.application([]).audit(at: Self.now)
            try await region.sql(statements)
            let (sms, mail) = (KeptChannel(.sms), KeptChannel(.mail))
            let application = region.application([sms, mail])
            let found = try await application.audit(at: Self.now)
            let stored = try await region.read { tx in try tx.openFindings() }
            // Over for the auditor: the alarm is gone, and so is everything about it.
            try await region.sql([
                "UPDATE alarm SET ended_at = \(Self.now), state = 'stopped', due_at = NULL",
                "DELETE FROM alarm_message WHERE alarm = \(alarm.id)", "DELETE FROM inbound_message",
                "UPDATE channel SET is_open = 1, last_success_at = \(Self.now), last_failure_at = NULL",
            ])
            let mended = try await application.audit(at: Self.now.adding(minutes: 1))
            let past = try await region.read { tx in try tx.pastFindings(limit: 9) }
            return (sound, found, stored, sms.messages + mail.messages, mended, past)
        }
        #expect(sound == [])
        #expect(found.map(\.kind).contains(kind))
        #expect(stored.map(\.finding.kind) == found.map(\.kind))
        #expect(stored.allSatisfy { !$0.toldName.isEmpty })
        #expect(told.count == 1)
        #expect(told.first?.text.contains(found[0].sentence) == true)
        #expect(mended == [])
        #expect(past.map(\.finding.kind) == stored.map(\.finding.kind))
    }

    @Test(arguments: TestEngine.allCases)
    func `what stands is told once an hour, by the first who can be reached, and by one node`(
        engine: TestEngine
    ) async throws {
        let (counts, names) = try await TestRegion.with(engine) { region in
            try await region.change(as: "beheer") { change in
                try change.saveAuditSetting(
                    AuditSetting(
                        name: "Beheerder van dienst", phone: "+31600000001", mail: "dienst@beheer.test",
                        heartbeat: nil, version: 1))
            }
            try await region.openLink(.sms, success: nil, failure: Self.minutesAgo(9))
            let (sms, mail) = (
                KeptChannel(.sms, .failedForNow(.unreachable, retryAfter: nil)), KeptChannel(.mail)
            )
            let nodes = [region.application([sms, mail]), region.application([sms, mail])]
            var counts: [Int] = []
            for minutes in [0, 1, 59, 60, 61] {
                for node in nodes { _ = try await node.audit(at: Self.now.adding(minutes: minutes)) }
                counts.append(mail.messages.count)
            }
            let names = try await region.read { tx in try tx.openFindings().map(\.toldName) }
            return (counts, names)
        }
        #expect(counts == [1, 1, 1, 2, 2])
        #expect(names == ["Beheerder van dienst"])
    }

    @Test func `who could not be reached is tried again, and nobody is written down as told`() async throws {
        let (tried, names) = try await TestRegion.with(.sqlite) { region in
            try await region.openLink(.sms, success: nil, failure: Self.minutesAgo(9))
            try await region.change(as: "beheer") { change in
                try change.saveAuditSetting(
                    AuditSetting(
                        name: "Beheerder van dienst", phone: "+31600000001", mail: "", heartbeat: nil,
                        version: 1))
            }
            let sms = KeptChannel(.sms, .failedForNow(.unreachable, retryAfter: nil))
            let application = region.application([sms])
            var tried: [Int] = []
            for minutes in [0, 1, 5] {
                _ = try await application.audit(at: Self.now.adding(minutes: minutes))
                tried.append(sms.messages.filter { $0.address == "+31600000001" }.count)
            }
            return (tried, try await region.read { tx in try tx.openFindings().map(\.toldName) })
        }
        #expect(tried == [1, 1, 2])
        #expect(names == [""])
    }

    @Test(arguments: TestEngine.allCases)
    func `the monitor outside hears a sign while all is well, and silence when an alarm is at stake`(
        engine: TestEngine
    ) async throws {
        let (paths, status, journal) = try await TestServer.with("gateway.py") { server in
            try await TestRegion.with(engine) { region in
                try await region.change(as: "beheer") { change in
                    try change.saveAuditSetting(
                        AuditSetting(
                            name: "", phone: "", mail: "",
                            heartbeat: "http://127.0.0.1:\(server.port)/ok/geheim-kenmerk", version: 1))
                }
                let application = region.application
                _ = try await application.audit(at: Self.now)
                try await region.openLink(.sms, success: nil, failure: Self.minutesAgo(9))
                _ = try await application.audit(at: Self.now.adding(minutes: 1))
                try await region.sql(["UPDATE channel SET last_success_at = \(Self.now.adding(minutes: 1))"])
                _ = try await application.audit(at: Self.now.adding(minutes: 2))
                let status = try await region.read { tx in try tx.auditStatus() }
                let journal = try await region.read { tx in
                    try tx.journalRecords(after: 0, limit: 10_000).compactMap(\.after).joined()
                }
                return (try server.messages(GatewayRecord.self).map(\.path), status, journal)
            }
        }
        #expect(paths == ["/ok/geheim-kenmerk", "/ok/geheim-kenmerk"])
        #expect(status.heartbeatHost == "127.0.0.1")
        #expect(status.heartbeatAt == Self.now.adding(minutes: 2))
        #expect(status.heartbeatFault == nil)
        #expect(!journal.contains("geheim-kenmerk"))
    }

    @Test func `a monitor that does not take the sign is told on the page`() async throws {
        let status = try await TestServer.with("gateway.py") { server in
            try await TestRegion.with(.sqlite) { region in
                try await region.change(as: "beheer") { change in
                    try change.saveAuditSetting(
                        AuditSetting(
                            name: "", phone: "", mail: "",
                            heartbeat: "http://127.0.0.1:\(server.port)/status/500", version: 1))
                }
                _ = try await region.application.audit(at: Self.now)
                return try await region.read { tx in try tx.auditStatus() }
            }
        }
        #expect(status.heartbeatFault == "status 500")
        #expect(status.heartbeatAt == nil)
        #expect(status.ranAt == Self.now)
    }

    @Test func `a server that runs has an auditor that runs`() async throws {
        let ranAt = try await TestRegion.with(.sqlite) { region in
            let application = region.application
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.serve(host: "127.0.0.1", port: 0) { _ in } }
                var ranAt: Instant?
                // Ends as soon as it is so.
                for _ in 0..<20_000 where ranAt == nil {
                    ranAt = try await region.read { tx in try tx.auditStatus().ranAt }
                    await Task.yield()
                }
                group.cancelAll()
                return ranAt
            }
        }
        #expect(ranAt == Self.now)
    }
}
