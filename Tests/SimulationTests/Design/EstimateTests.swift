import Testing

@testable import Simulation

@Suite struct EstimateTests {
    @Test func `a share has Wilson's interval, which stays between none and all`() {
        let half = Estimate(count: 50, of: 100)
        #expect(half.value == 0.5)
        #expect(abs(half.low - 0.4038) < 0.0005 && abs(half.high - 0.5962) < 0.0005)
        let none = Estimate(count: 0, of: 20)
        #expect(none.low == 0 && abs(none.high - 0.1611) < 0.0005)
        #expect(Estimate(count: 20, of: 20).high == 1)
    }

    @Test func `ten thousand replications give at most one per cent point on either side`() {
        #expect(Estimate(count: 5000, of: 10_000).halfWidth < 0.01)
    }

    @Test func `a paired difference counts only the pairs that differ`() {
        let same = Estimate(up: 0, down: 0, of: 500)
        #expect(same.value == 0 && same.low == 0 && same.high == 0)
        let better = Estimate(up: 60, down: 10, of: 500)
        #expect(abs(better.value - 0.1) < 1e-12)
        #expect(better.low > 0 && better.high < 0.2)
        let worse = Estimate(up: 10, down: 60, of: 500)
        #expect(abs(worse.low + better.high) < 1e-12)
    }
}
