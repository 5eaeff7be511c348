import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct AgreeCommitmentTests {
    private func mails(_ region: TestRegion, on day: String) async throws -> [String] {
        let first = try #require(Day(iso: day))
        try await region.application.storage.change(
            by: .background("monthly"), at: Amsterdam.instant(first, hour: 7, minute: 0), randomness: .system
        ) { change in
            try change.tellCommitments(for: day)
            try change.tellCommitments(for: day)
        }
        return try await region.read { tx in
            try tx.rows(
                "SELECT subject FROM mail WHERE mail_key >= 'commitment ' AND mail_key < 'commitment!'"
            )
            .map { try $0.text("subject") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `on the first of a month each secretary gets one mail with the shortfall`(engine: TestEngine)
        async throws
    {
        let seen = try await TestRegion.with(engine) { region in
            let other = try await mails(region, on: "2026-11-30").count
            // Nobody wrote hours in November, and the sample has one secretary with an account.
            let first = try await mails(region, on: "2026-12-01")
            return (other, first)
        }
        #expect(seen.0 == 0 && seen.1.count == 1)
        #expect(seen.1.first?.hasSuffix("leverde in november 2026 8 uur te weinig") == true)
    }

    @Test func `on the first of a quarter the quarter that ended is taken, once`() async throws {
        let quarters = try await TestRegion.with(.sqlite) { region in
            let day = try #require(Day(iso: "2027-01-01"))
            for key in ["2026-12-31", "2027-01-01", "2027-01-01", "2027-02-01"] {
                try await region.application.storage.change(
                    by: .background("nightly-proof"), at: Amsterdam.startOfDay(day), randomness: .system
                ) { change in try change.takeEndedQuarter(for: key) }
            }
            return try await region.read { tx in try tx.takenQuarters().map(\.quarter.text) }
        }
        #expect(quarters.first == "2026-4")
        #expect(quarters.count { $0 == "2026-4" } == 1)
    }
}
