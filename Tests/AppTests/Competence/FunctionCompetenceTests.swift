import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct FunctionCompetenceTests {
    private static let function = Code<CrisisFunction>("OGA")

    @Test(arguments: TestEngine.allCases)
    func `everybody designated at the instant is named once, with a reason for each requirement`(
        engine: TestEngine
    ) async throws {
        try await TestRegion.with(engine) { region in
            let found = try await region.read { tx in
                try FunctionCompetence(of: Self.function, at: TestRegion.now, tx)
            }
            let designated = try await region.read { tx in
                try tx.designations().filter {
                    $0.function == Self.function && $0.interval?.contains(TestRegion.now) == true
                }.map(\.person)
            }
            #expect(!found.people.isEmpty)
            #expect(Set(found.people.map(\.person.id)) == Set(designated))
            #expect(found.people.count == Set(designated).count)
            #expect(found.people.allSatisfy { !$0.assessment.reasons.isEmpty })
            let competent = try #require(found.people.first { $0.assessment.competence.state == .competent })
            #expect(competent.assessment.reasons.allSatisfy { competent.record.source(of: $0) != nil })
        }
    }

    @Test func `nobody was designated before the first designation, and an unknown function is said so`()
        async throws
    {
        try await TestRegion.with(.sqlite) { region in
            let early = Amsterdam.startOfDay(TestMoments.startDay.adding(days: -5000))
            let found = try await region.read { tx in try FunctionCompetence(of: Self.function, at: early, tx)
            }
            #expect(found.people.isEmpty)
            await #expect(throws: FunctionCompetenceFault.unknownFunction(Code("BESTAATNIET"))) {
                try await region.read { tx in
                    _ = try FunctionCompetence(of: Code("BESTAATNIET"), at: TestRegion.now, tx)
                }
            }
        }
    }
}
