import Testing

@testable import Delivery

@Suite struct LaneTests {
    private func lane(parallel: Int = 2, perSecond: Int? = nil, waitingMax: Int = 100) -> Lane<Int> {
        Lane(Outlet(name: "t", parallel: parallel, perSecond: perSecond, waitingMax: waitingMax))
    }

    @Test func `at most as many are under way as the outlet bears, first come first served`() {
        var lane = lane()
        let taken = (1...3).map { lane.add($0) }
        let begun = [lane.begin(at: 0), lane.begin(at: 0), lane.begin(at: 0)]
        lane.end()
        let next = lane.begin(at: 0)
        #expect(taken == [true, true, true])
        #expect(begun == [1, 2, nil])
        #expect(next == 3)
        #expect(lane.waitingCount == 0 && lane.active == 2)
    }

    @Test func `one more than may wait is refused`() {
        var lane = lane(parallel: 1, waitingMax: 2)
        let taken = (1...3).map { lane.add($0) }
        #expect(taken == [true, true, false])
    }

    @Test(arguments: [1, 7, 50, 1000])
    func `in a second no more begin than the rate allows, and hardly fewer`(perSecond: Int) {
        var lane = lane(parallel: 10_000, perSecond: perSecond)
        for number in 0..<3 * perSecond { _ = lane.add(number) }
        var starts: [UInt64] = []
        var now: UInt64 = 1_000_000_000
        while lane.waitingCount > 0 {
            while lane.begin(at: now) != nil { starts.append(now) }
            // A thread that wakes a millisecond late each time.
            now += (lane.wait(at: now) ?? 0) + 1_000_000
        }
        let most = starts.map { start in
            starts.count { $0 >= start && $0 < start + 1_000_000_000 }
        }.max()
        #expect((most ?? 0) <= perSecond + 5_000_000 * perSecond / 1_000_000_000 + 1)
        let spent = (starts.last ?? 0) - 1_000_000_000
        #expect(spent <= 3_100_000_000)
    }

    @Test func `after standing still it begins with one call, not with all it could have made`() {
        var lane = lane(parallel: 100, perSecond: 10)
        for number in 0..<20 { _ = lane.add(number) }
        let later: UInt64 = 3_600_000_000_000
        let first = lane.begin(at: later)
        let second = lane.begin(at: later)
        #expect(first == 0 && second == nil)
        #expect(lane.wait(at: later).map { $0 > 90_000_000 } == true)
    }

    @Test func `taking out leaves the order of the others`() {
        var lane = lane(parallel: 1)
        for number in 1...5 { _ = lane.add(number) }
        let first = lane.begin(at: 0)
        let gone = lane.remove { $0.isMultiple(of: 2) }
        lane.end()
        let next = lane.begin(at: 0)
        #expect(first == 1 && gone == [2, 4] && next == 3 && lane.waitingCount == 1)
    }
}
