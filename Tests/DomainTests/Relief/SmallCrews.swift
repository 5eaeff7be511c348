import Domain

/// Small seeded crews that can be searched exhaustively, and that search: the rules restated straight from
/// their words.
enum SmallCrews {
    static let start = Instant(milliseconds: 1_790_000_000_000)

    static func person(_ number: Int) -> ID<Functionary> {
        var random = Randomness(seed: UInt64(number))
        return random.id(at: start)
    }

    /// - Parameter settles: whether some are settled on one shift, late enough to keep their rest after what
    ///   they did before.
    static func model(
        seed: UInt64, people: Int, posts: Int, shifts: Int, settles: Bool = false
    ) -> ReliefModel {
        var random = Randomness(seed: seed)
        let rest = ReliefRest(
            gap: Int.random(in: 1...3, using: &random),
            run: Bool.random(using: &random)
                ? .init(gap: 4, span: Int.random(in: 2...4, using: &random)) : nil,
            week: Bool.random(using: &random) ? .init(length: 6, most: 2) : nil)
        let members = (0..<people).map { number in
            let can = (0..<posts).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
            let from = Int.random(in: 0...2, using: &random)
            return ReliefModel.Member(
                person: person(number),
                able: (0..<shifts).map { shift in
                    shift >= from && Int.random(in: 0..<6, using: &random) > 0 ? can : []
                },
                rest: rest,
                before: Int.random(in: 0..<3, using: &random) == 0
                    ? [-Int.random(in: 1...3, using: &random)] : [],
                settled: settles && Bool.random(using: &random)
                    ? [Int.random(in: 4..<shifts, using: &random)] : [])
        }
        return ReliefModel(
            grid: ReliefGrid(start: start, shiftMinutes: 480, overlapMinutes: 30, count: shifts),
            posts: (0..<posts).map { post in
                .init(
                    function: Code("F\(post)"),
                    wanted: (0..<shifts).map { _ in Int.random(in: 0...6, using: &random) > 0 ? 1 : 0 })
            },
            members: members)
    }

    /// Whether starts keep the rest, from the words of the rule.
    static func keeps(_ rest: ReliefRest, _ starts: [Int], before: [Int]) -> Bool {
        let all = before + starts
        for (index, start) in all.enumerated() where start >= 0 {
            let earlier = all[..<index]
            guard let last = earlier.last else { continue }
            if start - last < rest.gap { return false }
            if let run = rest.run {
                var chain = [start]
                for other in earlier.reversed() {
                    if chain[chain.count - 1] - other >= run.gap { break }
                    chain.append(other)
                }
                if start - chain[chain.count - 1] > run.span { return false }
            }
            if let week = rest.week, earlier.count(where: { $0 > start - week.length }) >= week.most {
                return false
            }
        }
        return true
    }

    /// Every set of places (shift × post as bits) that one member can fill alone.
    static func ways(_ member: ReliefModel.Member, posts: Int) -> Set<UInt64> {
        var found: [(starts: [Int], bits: UInt64)] = [([], 0)]
        for (shift, able) in member.able.enumerated() {
            found += found.flatMap { way -> [(starts: [Int], bits: UInt64)] in
                let all = (way.starts + [shift] + member.settled).sorted()
                guard keeps(member.rest, all, before: member.before) else { return [] }
                return able.map { (way.starts + [shift], way.bits | 1 << UInt64(shift * posts + $0)) }
            }
        }
        return Set(found.map(\.bits))
    }

    /// The first shift of each post that cannot be filled, by trying every way of everybody.
    static func usedUp(_ model: ReliefModel) -> [Int?] {
        let posts = model.posts.count
        let reach = model.members.reduce(into: Set<UInt64>([0])) { reach, member in
            let ways = ways(member, posts: posts)
            reach = Set(reach.flatMap { before in ways.map { before | $0 } })
        }
        var asked: UInt64 = 0
        var usedUp = [Int?](repeating: nil, count: posts)
        for shift in 0..<model.grid.count {
            for post in 0..<posts where usedUp[post] == nil && model.posts[post].wanted[shift] > 0 {
                let more = asked | 1 << UInt64(shift * posts + post)
                if reach.contains(where: { $0 & more == more }) { asked = more } else { usedUp[post] = shift }
            }
        }
        return usedUp
    }
}
