import Domain
import Storage
import TestSupport
import Testing

@testable import App

/// An auditor that is slow gets switched off, as happened elsewhere (peers: Grafana OnCall #724).
@Suite struct AuditFactsTests {
    private static let now = TestRegion.now

    private static let statements: [(name: String, statement: SQL)] = [
        ("running", AuditStatements.running), ("wanted", AuditStatements.wanted),
        ("due", AuditStatements.due(at: now)), ("lostClaims", AuditStatements.lostClaims(at: now)),
        ("reports", AuditStatements.reports(at: now)), ("mail", AuditStatements.mail),
        ("message", AuditStatements.message(Randomness.fixedID)),
    ]

    @Test(arguments: TestEngine.allCases)
    func `no statement of the auditor reads what is over`(engine: TestEngine) async throws {
        let scans = try await engine.withStorage { storage in
            var scans: [String] = []
            for (name, statement) in Self.statements {
                let plan = try await storage.write { tx in try Self.plan(statement, tx) }
                scans += plan.filter { Self.isScan($0, engine) }.map { "\(name): \($0)" }
            }
            return scans
        }
        #expect(scans == [])
    }

    @Test(arguments: TestEngine.allCases)
    func `a statement without an index is noticed`(engine: TestEngine) async throws {
        let plan = try await engine.withStorage { storage in
            try await storage.write { tx in
                try Self.plan("SELECT id FROM alarm WHERE place = \("x")", tx)
            }
        }
        #expect(plan.contains { Self.isScan($0, engine) })
    }

    /// How the database would find the rows; small tables are read whole unless that is forbidden.
    private static func plan(_ statement: SQL, _ tx: Transaction) throws -> [String] {
        switch tx.dialect {
        case .sqlite:
            return try tx.rows("EXPLAIN QUERY PLAN \(sql: statement)").map { try $0.text("detail") }
        default:
            try tx.executeScript("SET LOCAL enable_seqscan = off")
            return try tx.rows("EXPLAIN \(sql: statement)").map { try $0.text("QUERY PLAN") }
        }
    }

    private static func isScan(_ line: String, _ engine: TestEngine) -> Bool {
        switch engine {
        case .sqlite:
            line.hasPrefix("SCAN") && !line.contains("USING INDEX") && !line.contains("USING COVERING")
        case .postgres: line.contains("Seq Scan")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `closed alarms, sent messages and read reports are found by nobody`(engine: TestEngine) async throws
    {
        let (before, after) = try await TestRegion.with(engine) { region in
            try await region.quietAlarm()
            let before = try await region.read { tx in try tx.alarmAudit(at: Self.now, engineSeen: nil) }
            try await region.sql([
                """
                UPDATE alarm SET ended_at = \(Self.now), state = 'filled', due_at = NULL, take_due_at = NULL
                """,
                "UPDATE alarm_message SET state = 'dropped', claim = NULL, claimed_until = NULL",
            ])
            let after = try await region.read { tx in try tx.alarmAudit(at: Self.now, engineSeen: nil) }
            return (before, after)
        }
        #expect(before.running.count == 1)
        #expect(before.running.first?.wanted == 3)
        #expect(before.running.first?.hasMessages == true)
        #expect(after.running.isEmpty && after.due.isEmpty && after.lostClaims.isEmpty)
    }
}

extension Randomness {
    fileprivate static var fixedID: ID<AlarmMessage> {
        var random = Randomness(seed: 1)
        return random.id(at: TestRegion.now)
    }
}
