import Testing

@testable import Domain

@Suite struct ActivityKindTests {
    @Test func `a deployment counts as an exercise and an exercise not as a deployment`() {
        #expect(ActivityKind.exercise.fulfilledBy == [.exercise, .deployment])
        #expect(ActivityKind.deployment.fulfilledBy == [.deployment])
    }

    @Test func `every other kind is fulfilled by itself alone`() {
        for kind in ActivityKind.allCases where kind != .exercise {
            #expect(kind.fulfilledBy == [kind], "\(kind)")
        }
    }
}
