import Testing

@testable import Domain

struct ReliefModelTests {
    private let start = SmallCrews.start
    private let function = Code<CrisisFunction>("ACBZ")
    private let norms = ReliefNorms(shiftMinutes: 480, overlapMinutes: 30, restMinutes: 660)

    private var grid: ReliefGrid {
        ReliefGrid(start: start, shiftMinutes: 480, overlapMinutes: 30, count: 4)
    }

    private func model(_ people: [ReliefPerson], count: Int = 1) -> ReliefModel {
        ReliefModel(grid: grid, wanted: [(function, count)], people: people, norms: norms)
    }

    private func person(
        _ number: Int, fit: Interval = .always, unavailable: [Interval] = [], worked: [Interval] = [],
        stays: [ReliefPerson.Stay] = []
    ) -> ReliefPerson {
        ReliefPerson(
            person: SmallCrews.person(number), fit: [function: IntervalSet([fit])],
            unavailable: IntervalSet(unavailable), worked: worked, stays: stays)
    }

    @Test func `a certificate that ends within a shift is not enough for it`() {
        let end = start.adding(minutes: 480 + 480 + 29)
        #expect(model([person(0, fit: Interval(start, end))]).members[0].able == [[0], [], [], []])
    }

    @Test func `somebody away for a minute of a shift is not asked for it`() {
        let away = Interval(start.adding(minutes: 500), start.adding(minutes: 501))
        // The overlap of the first shift, and the second.
        #expect(model([person(0, unavailable: [away])]).members[0].able == [[], [], [0], [0]])
    }

    @Test func `who works until the first change rests a day before the next shift`() {
        let work = Interval(start.adding(minutes: -480), start.adding(minutes: 30))
        let member = model([person(0, worked: [work])]).members[0]
        #expect(member.before == [-1])
        #expect(member.able == [[], [], [0], [0]])
    }

    @Test func `work of sixteen hours counts to its end`() {
        let work = Interval(start.adding(minutes: -960), start.adding(minutes: 120))
        #expect(model([person(0, worked: [work])]).members[0].before == [-2])
        #expect(model([person(0, worked: [work])]).members[0].settled == [0])
    }

    @Test func `a pinned shift takes its place and keeps its rest`() {
        let stay = ReliefPerson.Stay(function: function, interval: grid.interval(of: 1))
        let found = model([person(0, stays: [stay]), person(1)], count: 2)
        #expect(found.posts[0].wanted == [2, 1, 2, 2])
        // Nothing else is left for who is pinned, so there is nothing to choose.
        #expect(found.members.map(\.person) == [SmallCrews.person(1)])
    }
}
