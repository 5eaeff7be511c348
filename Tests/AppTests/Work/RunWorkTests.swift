import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct RunWorkTests {
    private func proofs(_ region: TestRegion) async throws -> [String] {
        try await region.records(of: "coverage.proven").compactMap {
            $0.after?.firstMatch(of: /"vanaf":"([0-9-]+)"/).map { String($0.output.1) }
        }
    }

    /// Queues at `now` and runs everything that is due then.
    private func work(_ region: TestRegion, at now: Instant) async throws {
        try await region.application.queueNightlyWork(at: now)
        while try await region.application.runDueWork(at: now) {}
    }

    @Test(arguments: TestEngine.allCases)
    func `the proof of a night is due at half past three on the clock of Amsterdam`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let tuesday = TestMoments.startDay.adding(days: 1)
            let due = Amsterdam.instant(tuesday, hour: 3, minute: 30)
            try await work(region, at: TestRegion.now)
            try await work(region, at: due.adding(seconds: -1))
            #expect(try await proofs(region).isEmpty)
            try await work(region, at: due)
            #expect(try await proofs(region) == [tuesday.iso])
            try await work(region, at: due.adding(minutes: 5))
            #expect(try await proofs(region) == [tuesday.iso])
        }
    }

    @Test(arguments: [("2027-03-28", "2027-03-28T01:30:00Z"), ("2027-10-31", "2027-10-31T02:30:00Z")])
    func `in the night in which the clock changes there is one proof, at half past three`(
        night: String, utc: String
    ) async throws {
        try await TestRegion.with(.sqlite) { region in
            let day = try #require(Day(iso: night))
            // Every quarter of an hour from the evening before until noon.
            let evening = Amsterdam.instant(day.adding(days: -1), hour: 20)
            var moment = evening
            var recordedAt: [String] = []
            while moment < Amsterdam.instant(day, hour: 12) {
                let before = try await proofs(region).count
                try await work(region, at: moment)
                if try await proofs(region).count > before { recordedAt.append(moment.iso8601) }
                moment = moment.adding(minutes: 15)
            }
            #expect(recordedAt == [utc])
            #expect(try await proofs(region) == [night])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nodes that run at the same time keep one proof a night`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let application = region.application
            for number in 1...3 {
                let day = TestMoments.startDay.adding(days: number)
                let due = Amsterdam.instant(day, hour: 3, minute: 30)
                try await withThrowingTaskGroup(of: Void.self) { nodes in
                    for _ in 0..<4 {
                        nodes.addTask {
                            try await application.queueNightlyWork(at: due.adding(minutes: -600))
                            while try await application.runDueWork(at: due) {}
                        }
                    }
                    try await nodes.waitForAll()
                }
            }
            let days = (1...3).map { TestMoments.startDay.adding(days: $0).iso }
            #expect(try await proofs(region).sorted() == days)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test func `a node that starts in the night still proves that night`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let tuesday = TestMoments.startDay.adding(days: 1)
            try await work(region, at: Amsterdam.instant(tuesday, hour: 1))
            try await work(region, at: Amsterdam.instant(tuesday, hour: 3, minute: 30))
            #expect(try await proofs(region) == [tuesday.iso])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work that fails is tried again later, and then done`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let due = Amsterdam.instant(TestMoments.startDay.adding(days: 1), hour: 3, minute: 30)
            try await rename("travel", to: "travel_gone", region)
            try await work(region, at: TestRegion.now)
            try await work(region, at: due)
            #expect(try await proofs(region).isEmpty)
            try await rename("travel_gone", to: "travel", region)
            try await work(region, at: due.adding(seconds: 59))
            #expect(try await proofs(region).isEmpty)
            try await work(region, at: due.adding(minutes: 1))
            #expect(try await proofs(region).count == 1)
            #expect(try await verifyJournal(region.storage).isWhole)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `work that keeps failing is given up after five tries and stays visible`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let due = Amsterdam.instant(TestMoments.startDay.adding(days: 1), hour: 3, minute: 30)
            try await rename("travel", to: "travel_gone", region)
            try await work(region, at: TestRegion.now)
            for hour in 0..<8 {
                while try await region.application.runDueWork(at: due.adding(minutes: hour * 60)) {}
            }
            let row = try #require(
                try await region.read { tx in
                    try tx.row(
                        "SELECT state, attempts, last_error FROM work WHERE work_key = '2026-11-24' AND kind = 'nightly-proof'"
                    )
                    .map {
                        (try $0.text("state"), try $0.integer("attempts"), try $0.text("last_error"))
                    }
                })
            #expect(row.0 == "failed")
            #expect(row.1 == 5)
            // The kind of the fault and not its sentence, which could quote a row.
            #expect(row.2.hasPrefix("opdracht "))
        }
    }

    private func rename(_ table: StaticString, to other: StaticString, _ region: TestRegion) async throws {
        try await region.storage.write { tx in
            try tx.executeScript("ALTER TABLE \(table) RENAME TO \(other)")
        }
    }
}
