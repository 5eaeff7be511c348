import Domain
import Foundation
import TestSupport
import Testing

@testable import App

@Suite struct NightlyProofTests {
    @Test(arguments: TestEngine.allCases)
    func `the figures of that night stand in the journal as the report has them`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let day = TestMoments.startDay.adding(days: 1)
            let horizon = Interval(
                Amsterdam.startOfDay(day), Amsterdam.startOfDay(day.adding(days: 52 * 7)))
            try await region.storage.change(
                by: .background("nightly-proof"), at: TestRegion.now, randomness: .system
            ) { try $0.recordNightlyProof(for: day.iso) }
            let record = try #require(try await region.records(of: "coverage.proven").first)
            #expect(record.actor == "systeem:nightly-proof")
            #expect(record.objectID == "VR17")
            let report = try await region.read { tx in try tx.coverageReport(during: horizon) }
            let figures = report.coverage.figures
            let state = try #require(record.after)
            #expect(state.contains("\"vanaf\":\"2026-11-24\""))
            for (name, number) in [
                ("minuten", figures.minutes), ("op rooster", figures.rosteredMinutes),
                ("bezet", figures.coveredMinutes), ("ook bij één uitval", figures.oneOutMinutes),
                ("ook bij twee uitval", figures.twoOutMinutes), ("gaten", report.gaps.count),
            ] {
                #expect(state.contains("\"\(name)\":\(number)"), "\(name)")
            }
        }
    }

    @Test func `without a region there is nothing to prove`() async throws {
        try await TestEngine.sqlite.withStorage { storage in
            try await storage.change(by: .background("x"), at: TestRegion.now, randomness: .system) {
                try $0.recordNightlyProof(for: "2026-11-24")
            }
            #expect(try await verifyJournal(storage).recordCount == 0)
        }
    }
}
