import Testing

@testable import Domain

struct StayingPowerTests {
    @Test func `small crews last exactly as long as trying everything says`() {
        var gaps = 0
        for seed in 0..<400 as Range<UInt64> {
            let model = SmallCrews.model(
                seed: seed, people: 2 + Int(seed % 3), posts: 1 + Int(seed % 2), shifts: 7)
            let power = StayingPower(model, askMinutes: 720)
            let expected = SmallCrews.usedUp(model)
            #expect(power.functions.map(\.shift) == expected, "seed \(seed)")
            #expect(power.functions.allSatisfy { $0.isExact }, "seed \(seed)")
            gaps += expected.count { $0 != nil }
        }
        #expect(gaps > 200)
    }

    @Test func `who is settled on a shift keeps their rest before and after it, and no more`() {
        for seed in 0..<160 as Range<UInt64> {
            let model = SmallCrews.model(
                seed: seed, people: 2 + Int(seed % 3), posts: 1 + Int(seed % 2), shifts: 8, settles: true)
            let power = StayingPower(model, askMinutes: nil)
            #expect(power.functions.map(\.shift) == SmallCrews.usedUp(model), "seed \(seed)")
        }
    }

    /// The first shift that stays empty when each is given to somebody at random of those who may.
    private func simulated(_ model: ReliefModel, _ random: inout Randomness) -> Int {
        var starts = [[Int]](repeating: [], count: model.members.count)
        for shift in 0..<model.grid.count where model.posts[0].wanted[shift] > 0 {
            let fit = model.members.indices.filter { index in
                let member = model.members[index]
                return !member.able[shift].isEmpty
                    && SmallCrews.keeps(member.rest, starts[index] + [shift], before: member.before)
            }
            guard let chosen = fit.randomElement(using: &random) else { return shift }
            starts[chosen].append(shift)
        }
        return model.grid.count
    }

    @Test func `a simulated crew never outlasts the forecast, and the best of many comes as far`() {
        var reached = 0
        var ends = 0
        for seed in 0..<150 as Range<UInt64> {
            let model = SmallCrews.model(seed: seed, people: 3 + Int(seed % 5), posts: 1, shifts: 40)
            let found = StayingPower(model, askMinutes: nil).functions[0]
            var random = Randomness(seed: seed)
            let longest = (0..<400).map { _ in simulated(model, &random) }.max()
            guard found.isExact, let longest else { continue }
            #expect(longest <= found.shift ?? model.grid.count, "seed \(seed)")
            guard let end = found.shift else { continue }
            ends += 1
            if longest == end { reached += 1 }
        }
        #expect(ends > 60)
        #expect(reached * 10 > ends * 9, "\(reached) of \(ends)")
    }

    private func crew(_ people: Int, wanted: Int, rest: ReliefRest, shifts: Int) -> ReliefModel {
        ReliefModel(
            grid: ReliefGrid(start: SmallCrews.start, shiftMinutes: 480, overlapMinutes: 30, count: shifts),
            posts: [.init(function: Code("ACBZ"), wanted: Array(repeating: wanted, count: shifts))],
            members: (0..<people).map {
                .init(
                    person: SmallCrews.person($0), able: Array(repeating: [0], count: shifts), rest: rest)
            })
    }

    @Test func `two people who rest sixteen hours are used up in the third shift, three are not`() {
        let rest = ReliefRest(gap: 3)
        let two = StayingPower(crew(2, wanted: 1, rest: rest, shifts: 42), askMinutes: 720).functions[0]
        #expect(two.exhaustedAt == SmallCrews.start.adding(minutes: 16 * 60))
        #expect(two.askBy == SmallCrews.start.adding(minutes: 4 * 60))
        let three = StayingPower(crew(3, wanted: 1, rest: rest, shifts: 42), askMinutes: 720).functions[0]
        #expect(three.exhaustedAt == nil)
        #expect(three.askBy == nil)
    }

    @Test func `what should have been asked already is to be asked at once`() {
        let model = crew(2, wanted: 1, rest: ReliefRest(gap: 3), shifts: 42)
        for (now, askBy) in [(3 * 60, 4 * 60), (4 * 60, 4 * 60), (5 * 60, 5 * 60)] {
            let power = StayingPower(model, askMinutes: 720, at: SmallCrews.start.adding(minutes: now))
            #expect(power.functions[0].askBy == SmallCrews.start.adding(minutes: askBy))
            #expect(power.askedAt == SmallCrews.start.adding(minutes: now))
        }
    }

    @Test func `four people keep a post for ever only when runs are laid just so`() {
        // Four shifts a day apart, then two days: a cycle of sixteen shifts, of which each works four.
        let rest = ReliefRest(gap: 3, run: .init(gap: 7, span: 10))
        #expect(rest.most(in: 16) == 4)
        let four = StayingPower(crew(4, wanted: 1, rest: rest, shifts: 42), askMinutes: nil).functions[0]
        #expect(four.exhaustedAt == nil)
        let three = StayingPower(crew(3, wanted: 1, rest: rest, shifts: 42), askMinutes: nil).functions[0]
        #expect(three.shift == 12)
        #expect(three.isExact)
    }

    @Test func `nobody counts twice, and who can do only one thing does it`() {
        let rest = ReliefRest(gap: 2)
        let grid = ReliefGrid(start: SmallCrews.start, shiftMinutes: 480, overlapMinutes: 0, count: 4)
        func member(_ number: Int, _ posts: [Int]) -> ReliefModel.Member {
            .init(
                person: SmallCrews.person(number), able: Array(repeating: posts, count: 4), rest: rest)
        }
        let posts = ["ACBZ", "HTO"].map {
            ReliefModel.Post(function: Code($0), wanted: Array(repeating: 1, count: 4))
        }
        let people = [member(0, [0, 1]), member(1, [0, 1]), member(2, [0]), member(3, [1])]
        let all = StayingPower(ReliefModel(grid: grid, posts: posts, members: people), askMinutes: nil)
        #expect(all.functions.map(\.shift) == [nil, nil])
        let less = StayingPower(
            ReliefModel(grid: grid, posts: posts, members: Array(people.dropLast())), askMinutes: nil)
        #expect(less.functions.map(\.shift) == [nil, 1])
        #expect(less.functions.map(\.people) == [3, 2])
    }

    @Test func `who has just worked rests first`() {
        let rest = ReliefRest(gap: 3)
        let grid = ReliefGrid(start: SmallCrews.start, shiftMinutes: 480, overlapMinutes: 0, count: 3)
        let worked = ReliefModel.Member(
            person: SmallCrews.person(0), able: Array(repeating: [0], count: 3), rest: rest, before: [-1])
        #expect(worked.able == [[], [], [0]])
        let power = StayingPower(
            ReliefModel(
                grid: grid, posts: [.init(function: Code("ACBZ"), wanted: [0, 0, 1])], members: [worked]),
            askMinutes: nil)
        #expect(power.functions[0].shift == nil)
    }
}
