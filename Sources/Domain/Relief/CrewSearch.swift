/// Looks for a filling by trying everything, shift after shift. People who can do the same from here on and rest
/// the same way are one kind, and what failed once is not tried again.
struct CrewSearch {
    /// What of the past still matters for somebody at the beginning of a shift.
    private struct Kind: Hashable, Comparable {
        /// Of what they can do from here on.
        let ahead: Int
        /// Since their last start, and since the run began; 0 for who is rested.
        let last: Int
        let run: Int
        /// Only where a week has a limit.
        let recent: [Int]

        static func < (one: Kind, other: Kind) -> Bool {
            if one.ahead != other.ahead { return one.ahead < other.ahead }
            if one.last != other.last { return one.last < other.last }
            if one.run != other.run { return one.run < other.run }
            return one.recent.lexicographicallyPrecedes(other.recent)
        }
    }

    private let crew: Crew
    private let asked: [Int]
    private let end: Int
    /// Of the effort given; none left means that not everything was tried.
    private(set) var left: Int
    /// By member, then shift.
    private let ahead: [[Int]]
    private var works: [[Int]]
    private var posts: [[Int: Int]]
    private var failedAt: [Set<[Kind]>]

    /// Whether everything was tried.
    var isFinished: Bool { left > 0 }

    init(_ crew: Crew, asked: [Int], effort: Int) {
        (self.crew, self.asked, left) = (crew, asked, effort)
        end = asked.max() ?? 0
        works = crew.able.map { _ in [] }
        posts = crew.able.map { _ in [:] }
        failedAt = (0...max(0, end)).map { _ in [] }
        ahead = Self.ahead(crew, end)
    }

    /// The same number for who can do the same from a shift on.
    private static func ahead(_ crew: Crew, _ end: Int) -> [[Int]] {
        struct Key: Hashable {
            let able: [Int]
            let isSettled: Bool
            let next: Int
        }
        struct Last: Hashable {
            let rest: ReliefRest
            /// Beyond what is asked: work before it must leave its rest whole.
            let settled: [Int]
        }
        var ahead = crew.able.map { _ in [Int](repeating: 0, count: end + 1) }
        var lasts: [Last: Int] = [:]
        for (member, rest) in crew.rest.enumerated() {
            let last = Last(rest: rest, settled: crew.settled[member].filter { $0 >= end })
            ahead[member][end] = lasts[last, default: lasts.count]
            lasts[last] = ahead[member][end]
        }
        for shift in stride(from: end - 1, through: 0, by: -1) {
            var number: [Key: Int] = [:]
            for member in crew.able.indices {
                let key = Key(
                    able: crew.able[member][shift], isSettled: crew.settled[member].contains(shift),
                    next: ahead[member][shift + 1])
                let known = number[key, default: number.count]
                number[key] = known
                ahead[member][shift] = known
            }
        }
        return ahead
    }

    /// - Returns: by member, by shift, the post; nil when there is no way, or no effort left to find one.
    mutating func run() -> [[Int: Int]]? {
        fill(0) ? posts : nil
    }

    private mutating func fill(_ shift: Int) -> Bool {
        if shift == end { return true }
        left -= crew.able.count
        guard left > 0 else { return false }
        let kinds = crew.able.indices.map { kind($0, shift) }
        let state = kinds.sorted()
        if failedAt[shift].contains(state) { return false }
        let ready = crew.able.indices.filter { crew.mayWork($0, shift, given: works[$0]) }
        var groups = Dictionary(grouping: ready) { kinds[$0] }.map { (kind: $0.key, members: $0.value) }
        // In the middle of a run first: that is how few people last longest.
        groups.sort { ($0.kind.last == 0 ? 1 : 0, $0.kind) < ($1.kind.last == 0 ? 1 : 0, $1.kind) }
        if choose(0, shift, groups, from: 0, taken: 0) { return true }
        if left > 0 { failedAt[shift].insert(state) }
        return false
    }

    /// Fills a post with so many of each kind.
    private mutating func choose(
        _ post: Int, _ shift: Int, _ groups: [(kind: Kind, members: [Int])], from group: Int, taken: Int
    ) -> Bool {
        guard post < asked.count else { return fill(shift + 1) }
        left -= groups.count
        guard left > 0 else { return false }
        let wanted = asked[post] > shift ? crew.wanted[post][shift] : 0
        if taken == wanted { return choose(post + 1, shift, groups, from: 0, taken: 0) }
        for index in group..<max(group, groups.count) {
            guard let member = groups[index].members.last, crew.able[member][shift].contains(post) else {
                continue
            }
            var rest = groups
            rest[index].members.removeLast()
            works[member].append(shift)
            posts[member][shift] = post
            if choose(post, shift, rest, from: index, taken: taken + 1) { return true }
            works[member].removeLast()
            posts[member][shift] = nil
            if left <= 0 { return false }
        }
        return false
    }

    private func kind(_ member: Int, _ shift: Int) -> Kind {
        let rest = crew.rest[member]
        let history = crew.history(of: member, with: works[member], before: shift)
        let recent = rest.week.map { week in
            history.filter { shift - $0 < week.length }.map { shift - $0 }
        }
        guard let last = history.last, shift - last < max(rest.gap, rest.run?.gap ?? 0) else {
            return Kind(ahead: ahead[member][shift], last: 0, run: 0, recent: recent ?? [])
        }
        var first = last
        if let run = rest.run {
            for earlier in history.reversed().dropFirst() {
                guard first - earlier < run.gap else { break }
                first = earlier
            }
        }
        return Kind(
            ahead: ahead[member][shift], last: shift - last, run: rest.run == nil ? 0 : shift - first,
            recent: recent ?? [])
    }
}
