import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct ReliefHoursTests {
    @Test(arguments: TestEngine.allCases)
    func `hours and cost go to the municipality that employs, and long work is a debt`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let id = try await region.deployment()
            let person = try await region.person { _ in true }
            func member(_ isActive: Bool, _ key: String, at minutes: Int) async throws {
                try await region.record(
                    EntryDraft(
                        .member(
                            DeploymentMember(
                                person: person.id.description, function: Code("ACBZ"), isActive: isActive)),
                        "ploeg", key: key), in: id, at: TestRegion.now.adding(minutes: minutes))
            }
            try await member(true, "a", at: 0)
            try await member(false, "b", at: 15 * 60)
            let now = TestRegion.now.adding(minutes: 16 * 60)
            let hours = try await region.read { tx in try ReliefHours(id, tx, at: now) }
            #expect(hours.people.map(\.ledger.workedMinutes) == [15 * 60])
            #expect(hours.people.map(\.ledger.debtMinutes) == [3 * 60])
            #expect(hours.municipalities.map(\.municipality) == [person.municipality])
            #expect(hours.municipalities.map(\.minutes) == [15 * 60])
            // Nobody established what an hour costs.
            #expect(hours.municipalities.map(\.cost) == [nil])
            let page = try await region.client("bureau").get("/inzetten/\(id)/uren").body
            #expect(page.contains("niet vastgesteld"))
        }
    }
}
