import Domain
import Testing

@testable import Simulation

@Suite struct FunctionDepthTests {
    private func search(_ scenario: StaffingScenario) -> DepthSearch {
        DepthSearch(SmallPool.make(), scenario, .regional, seed: 2, replications: 400)
    }

    @Test func `with nothing random the number is the one that arithmetic gives`() {
        // Shifts of 8 hours with 11 hours of rest: somebody is back after 19 hours, so two people leave
        // 8–16–27: three are needed, and stay under 60 hours in two days.
        let depth = search(SmallPool.scenario(hours: 40)).depth(of: 1, certainty: 1, through: 40)
        #expect(depth.needed == 3)
        #expect(depth.have == 4)
        #expect(depth.now.value == 1)
    }

    @Test func `a rarer answer takes more people`() {
        let often = search(SmallPool.scenario(hours: 24, response: 8000))
            .depth(of: 1, certainty: 0.9, through: 24)
        let seldom = search(SmallPool.scenario(hours: 24, response: 3000))
            .depth(of: 1, certainty: 0.9, through: 24)
        #expect((seldom.needed ?? .max) > (often.needed ?? .max))
    }

    @Test func `when nobody ever answers no number is enough`() {
        let depth = search(SmallPool.scenario(hours: 24, response: 0)).depth(
            of: 1, certainty: 0.5, through: 24)
        #expect(depth.needed == nil)
        #expect(depth.now.value == 0)
    }
}
