import Domain
import TestSupport
import Testing
import Web

@testable import App

@Suite struct RepairRosterTests {
    private static let week = DutyPeriod(weekOf: TestMoments.startDay.adding(days: 14))
    private static let line = Code<DutyLine>("OGA-REGIO")

    private func published(_ region: TestRegion) async throws -> [StoredDuty] {
        try await region.read { tx in try tx.duties(during: .always) }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody ill is replaced by somebody fit, and nothing else moves`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let ill = try #require(try await region.onDuty(Self.line.text, Self.week, .first))
            let before = try await published(region)
            let repair = try await region.application.repairRoster(
                absent: ill.description, during: Self.week.interval)
            let after = try await published(region)
            #expect(repair.unfilled == 0)
            #expect(repair.places.map(\.line) == [Self.line.text])
            let new = try #require(try await region.onDuty(Self.line.text, Self.week, .first))
            #expect(new != ill)
            let kept = Set(before.map(\.id)).subtracting(
                before.filter { $0.person == ill && $0.duty.interval.overlaps(Self.week.interval) }.map(\.id))
            #expect(Set(after.map(\.id)).isSuperset(of: kept))
            #expect(after.count == before.count)
            let refusals = try await region.read { tx in
                let input = try tx.coverageInput(during: Self.week.interval)
                guard let candidate = input.candidates.first(where: { $0.person == new }),
                    let line = input.lines.first(where: { $0.code == Self.line })
                else { return [Refusal.notDesignated] }
                return Coverage.refusals(of: candidate, for: line, during: Self.week.interval)
            }
            #expect(refusals.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of a duty only the days of the absence move`(engine: TestEngine) async throws {
        try await TestRegion.with(engine) { region in
            let ill = try #require(try await region.onDuty(Self.line.text, Self.week, .first))
            let day = Self.week.monday.adding(days: 2)
            _ = try await region.application.repairRoster(
                absent: ill.description, during: Interval(from: day, through: day))
            let duties = try await region.read { tx in
                try tx.duties(during: Self.week.interval, line: Self.line).filter { $0.duty.slot == .first }
            }
            #expect(duties.count == 3)
            #expect(duties.map { $0.person == ill } == [true, false, true])
            #expect(duties[1].duty.interval == Interval(from: day, through: day))
            #expect(duties[0].duty.interval.end == duties[1].duty.interval.start)
            #expect(duties[2].duty.interval.start == duties[1].duty.interval.end)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the explanation of a place names the others with what is against them`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let there = try #require(try await region.onDuty(Self.line.text, Self.week, .first))
            let found = try await region.application.explainDuty(
                line: Self.line.text, weekOf: Self.week.monday, slot: .first)
            #expect(found.person == there.description)
            #expect(found.others.contains { $0.isFit })
            #expect(found.others.contains { !$0.isFit && !$0.text.isEmpty })
            let order = found.others.map(\.isFit)
            #expect(order == order.filter { $0 } + order.filter { !$0 })
        }
    }
}
