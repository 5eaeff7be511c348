import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct CommitmentFactsTests {
    private struct Calls: Equatable {
        var called = 0
        var answered = 0
    }

    private func calls(_ region: TestRegion) async throws -> Calls {
        try await region.read { tx in
            try tx.commitments(at: TestRegion.now.adding(minutes: 5)).reduce(into: Calls()) { sums, row in
                sums.called += row.called
                sums.answered += row.answered
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a call of which nothing left counts for nobody, unless it was answered`(
        engine: TestEngine
    ) async throws {
        let (before, raised, answered, delivered, people) = try await TestRegion.with(engine) { region in
            let before = try await calls(region)
            let alarm = try await region.raise().id
            let raised = try await calls(region)
            let people = try await region.people(alarm, .called)
            let first = try #require(people.first)
            try await region.change(as: "bureau") { change in
                _ = try change.answerAlarm(alarm, by: first, .declined, way: .colleague)
            }
            let answered = try await calls(region)
            try await region.deliverAll(at: TestRegion.now.adding(seconds: 2))
            return (before, raised, answered, try await calls(region), people.count)
        }
        #expect(raised == before)
        #expect(answered == Calls(called: before.called + 1, answered: before.answered + 1))
        // A no is followed by another call: at least everybody who was called at first has a message by now.
        #expect(delivered.called >= before.called + people)
        #expect(delivered.answered == before.answered + 1)
    }
}
