/// Shows for some questions at once that no filling can be: in a stretch of shifts nobody works more often than
/// their rest allows, and even with only that said there are too few.
struct CrewBound {
    private let crew: Crew
    private let asked: [Int]

    init(_ crew: Crew, asked: [Int]) { (self.crew, self.asked) = (crew, asked) }

    /// Whether a stretch that ends with the last shift asked cannot be filled.
    var forbids: Bool {
        let end = asked.max() ?? 0
        let rests = Set(crew.rest)
        let cycles = rests.flatMap { rest -> [Int] in
            [1, rest.gap, 2 * rest.gap, (rest.run?.span ?? 0) + (rest.run?.gap ?? 0)]
        }
        return Set(cycles + [end]).filter { (1...max(1, end)).contains($0) }.sorted().contains {
            isShort(end - $0..<end)
        }
    }

    private func isShort(_ stretch: Range<Int>) -> Bool {
        var most: [ReliefRest: Int] = [:]
        for rest in Set(crew.rest) { most[rest] = rest.most(in: stretch.count) }
        let room = crew.able.indices.map { member in
            min(often(member, in: stretch), most[crew.rest[member]] ?? 0)
        }
        var demands: [(post: Int, shift: Int)] = []
        for shift in stretch {
            for post in asked.indices where asked[post] > shift {
                demands += Array(repeating: (post, shift), count: crew.wanted[post][shift])
            }
        }
        guard demands.count <= room.reduce(0, +) else { return true }
        var given: [[Int]] = room.map { _ in [] }
        func place(_ demand: Int, _ seen: inout Set<Int>) -> Bool {
            let (post, shift) = demands[demand]
            let fit = room.indices.filter { crew.able[$0][shift].contains(post) }
            if let free = fit.first(where: { given[$0].count < room[$0] }) {
                given[free].append(demand)
                return true
            }
            for member in fit where seen.insert(member).inserted {
                for (index, other) in given[member].enumerated() where place(other, &seen) {
                    given[member][index] = demand
                    return true
                }
            }
            return false
        }
        return !demands.indices.allSatisfy { demand in
            var seen = Set<Int>()
            return place(demand, &seen)
        }
    }

    /// As often as the gap between two shifts allows: as soon as they can is never less often.
    private func often(_ member: Int, in stretch: Range<Int>) -> Int {
        var count = 0
        var last: Int?
        for shift in stretch where !crew.able[member][shift].isEmpty {
            if let last, shift - last < crew.rest[member].gap { continue }
            count += 1
            last = shift
        }
        return count
    }
}
