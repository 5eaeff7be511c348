import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct VerifyJournalTests {
    /// What somebody with access to the database could do to the journal, and where it must be noticed in a
    /// chain of five.
    enum Tampering: CaseIterable {
        case changedField, removedRecord, removedEnd, changedHash, swappedRecords

        var statements: [SQL] {
            switch self {
            case .changedField: ["UPDATE journal SET object_id = 'anders' WHERE sequence = 3"]
            case .removedRecord: ["DELETE FROM journal WHERE sequence = 3"]
            case .removedEnd: ["DELETE FROM journal WHERE sequence = 5"]
            case .changedHash: ["UPDATE journal SET hash = 'ff' WHERE sequence = 3"]
            case .swappedRecords:
                [
                    "UPDATE journal SET sequence = 99 WHERE sequence = 3",
                    "UPDATE journal SET sequence = 3 WHERE sequence = 4",
                    "UPDATE journal SET sequence = 4 WHERE sequence = 99",
                ]
            }
        }

        var firstBroken: Int { self == .removedEnd ? 5 : 3 }
    }

    @Test(arguments: TestEngine.allCases, Tampering.allCases)
    func `tampering is found where it happened`(engine: TestEngine, tampering: Tampering) async throws {
        try await engine.withStorage { storage in
            for number in 1...5 {
                try await storage.change(by: .command("test"), at: TestMoments.start, randomness: .system) {
                    change in
                    try change.record(JournalEntry("probe.written", "probe", number))
                }
            }
            #expect(try await verifyJournal(storage) == JournalVerdict(recordCount: 5, firstBroken: nil))
            try await storage.write { tx in
                for statement in tampering.statements { try tx.execute(statement) }
            }
            #expect(try await verifyJournal(storage).firstBroken == tampering.firstBroken)
        }
    }

    @Test func `an empty journal is whole`() async throws {
        try await TestEngine.sqlite.withStorage { storage in
            let verdict = try await verifyJournal(storage)
            #expect(verdict == JournalVerdict(recordCount: 0, firstBroken: nil))
        }
    }
}
