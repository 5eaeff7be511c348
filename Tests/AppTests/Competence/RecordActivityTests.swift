import Domain
import Storage
import TestSupport
import Testing
import Web

@testable import App

@Suite struct RecordActivityTests {
    private static let source = PerformedActivity.Source(.session, key: "sessie-1")

    private func draft(
        _ person: Functionary, functions: Set<Code<CrisisFunction>> = [Code("OVDBZ")], minutes: Int = 180
    ) -> ActivityDraft {
        ActivityDraft(
            person: person.id, kind: .exercise, functions: functions, day: TestMoments.startDay,
            minutes: minutes, title: "Oefening wateroverlast")
    }

    private func recorded(_ region: TestRegion, of person: Functionary) async throws -> [PerformedActivity] {
        let id = person.id
        return try await region.read { tx in
            try tx.performedActivities(of: id).filter { $0.source == Self.source }
        }
    }

    /// How often something was recorded, and changed.
    private func journalled(_ region: TestRegion, of person: Functionary) async throws -> [Int] {
        var counts: [Int] = []
        for action in ["activity.recorded", "activity.changed"] {
            let records = try await region.records(of: action)
            counts.append(records.count { $0.objectID == "\(person.id)" })
        }
        return counts
    }

    @Test(arguments: TestEngine.allCases)
    func `the same source said again replaces itself and is journalled once`(engine: TestEngine) async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await region.person { _ in true }
            let before = try await journalled(region, of: person)
            let first = draft(person)
            let more = draft(person, functions: [Code("OVDBZ"), Code("ACBZ")], minutes: 240)
            for draft in [first, first, more] {
                try await region.change(as: "bureau") { try $0.recordActivity(draft, from: Self.source) }
            }
            let kept = try await recorded(region, of: person)
            #expect(Set(kept.compactMap(\.function)) == [Code("OVDBZ"), Code("ACBZ")])
            #expect(kept.allSatisfy { $0.minutes == 240 && $0.kind == .exercise })
            let after = try await journalled(region, of: person)
            #expect(zip(after, before).map { $0 - $1 } == [1, 1])
            let record = try #require(try await region.records(of: "activity.recorded").last)
            #expect(record.after?.contains("wateroverlast") == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is taken back is gone, and what was never said changes nothing`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let person = try await region.person { _ in true }
            let draft = draft(person, functions: [])
            try await region.change(as: "bureau") { try $0.recordActivity(draft, from: Self.source) }
            #expect(try await recorded(region, of: person).map(\.function) == [nil])
            let count = try await region.recordCount()
            for _ in 0..<2 {
                try await region.change(as: "bureau") {
                    try $0.withdrawActivity(from: Self.source, of: draft.person)
                }
            }
            #expect(try await recorded(region, of: person).isEmpty)
            #expect(try await region.recordCount() == count + 1)
        }
    }

    @Test func `a municipality writes down what its own people did and no others`() async throws {
        try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let mine = draft(try await region.person { $0.municipality == own })
            let other = draft(try await region.person { $0.municipality != own })
            try await region.change(as: "ambtenaar") { try $0.recordActivity(mine, from: Self.source) }
            await #expect(throws: WebFailure.notFound) {
                try await region.change(as: "ambtenaar") { try $0.recordActivity(other, from: Self.source) }
            }
            await #expect(throws: WebFailure.forbidden) {
                try await region.change(as: "secretaris") { try $0.recordActivity(mine, from: Self.source) }
            }
        }
    }
}
