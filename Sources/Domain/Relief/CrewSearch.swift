/// Looks for a filling by trying everything, shift after shift. People who can do the same from here on and rest
/// the same way are one kind, and what failed once is not tried again.
struct CrewSearch {
    /// What of the past still matters for somebody at the beginning of a shift. Small, and cheap to copy:
    /// everybody's are kept for whatever failed.
    private struct Kind: Hashable {
        /// Of what they can do from here on.
        let ahead: Int32
        /// Since their last start, and since the run began; 0 for who is rested.
        let last: Int32
        let run: Int32
        /// Only where a week has a limit: a place in `recents`.
        let recent: Int32

        var mixed: Int {
            ((Int(ahead) &* 1_021 &+ Int(last)) &* 1_021 &+ Int(run)) &* 1_021 &+ Int(recent)
        }
    }

    /// Who can work in a shift, and where each kind stands among them.
    private struct Ready {
        let members: [Int]
        let kinds: [Range<Int>]
    }

    /// The kinds of everybody in order. Thousands of them are compared, so they are hashed once and cheaply.
    private struct State: Hashable {
        let kinds: [Kind]
        private let mixed: Int

        init(_ kinds: [Kind]) {
            self.kinds = kinds
            mixed = kinds.reduce(0) { ($0 &* 31 &+ $1.mixed) &* 0x9E37_79B9 }
        }

        func hash(into hasher: inout Hasher) { hasher.combine(mixed) }
    }

    private let crew: Crew
    private let asked: [Int]
    private let end: Int
    /// Of the effort given; none left means that not everything was tried.
    private(set) var left: Int
    /// By member, then shift.
    private let ahead: [[Int]]
    /// By shift: who is settled on it.
    private let settledIn: [[Int]]
    /// By member: what they have worked when the shift looked at begins, ascending.
    private var histories: [[Int]]
    /// By member: shifts and posts given, in that order.
    private var given: [[(shift: Int, post: Int)]]
    private var failedAt: [Set<State>]
    /// How long ago somebody worked in the week that has a limit, and the number of each.
    private var recents: [[Int]] = [[]]
    private var numberOfRecent: [[Int]: Int] = [[]: 0]

    /// Whether everything was tried.
    var isFinished: Bool { left > 0 }

    init(_ crew: Crew, asked: [Int], effort: Int) {
        (self.crew, self.asked, left) = (crew, asked, effort)
        end = asked.max() ?? 0
        histories = crew.before
        given = crew.able.map { _ in [] }
        failedAt = (0...max(0, end)).map { _ in [] }
        ahead = Self.ahead(crew, end)
        settledIn = (0..<end).map { shift in
            crew.settled.indices.filter { crew.settled[$0].contains(shift) }
        }
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
        guard fill(0) else { return nil }
        return given.map { Dictionary($0.map { ($0.shift, $0.post) }, uniquingKeysWith: { $1 }) }
    }

    private mutating func fill(_ shift: Int) -> Bool {
        if shift == end { return true }
        left -= crew.able.count
        guard left > 0 else { return false }
        var kinds: [Kind] = []
        kinds.reserveCapacity(crew.able.count)
        for member in crew.able.indices { kinds.append(kind(member, shift)) }
        let order = crew.able.indices.sorted {
            kinds[$0] == kinds[$1] ? $0 < $1 : isBefore(kinds[$0], kinds[$1])
        }
        let state = State(order.map { kinds[$0] })
        if failedAt[shift].contains(state) { return false }
        let ready = ready(order, kinds, shift)
        for member in settledIn[shift] { histories[member].append(shift) }
        var free = ready.kinds.map { $0.count }
        if choose(0, shift, ready, &free, from: 0, taken: 0) { return true }
        for member in settledIn[shift] { histories[member].removeLast() }
        if left > 0 { failedAt[shift].insert(state) }
        return false
    }

    /// In the middle of a run first: that is how few people last longest.
    ///
    /// - Parameter order: everybody, by kind.
    private func ready(_ order: [Int], _ kinds: [Kind], _ shift: Int) -> Ready {
        let able = order.filter { crew.mayWork($0, shift, history: histories[$0]) }
        let members = able.filter { kinds[$0].last != 0 } + able.filter { kinds[$0].last == 0 }
        var ranges: [Range<Int>] = []
        var start = 0
        for (index, member) in members.enumerated()
        where index + 1 == members.count || kinds[members[index + 1]] != kinds[member] {
            ranges.append(start..<index + 1)
            start = index + 1
        }
        return Ready(members: members, kinds: ranges)
    }

    /// Fills a post with so many of each kind.
    ///
    /// - Parameter free: how many of each kind have nothing yet.
    private mutating func choose(
        _ post: Int, _ shift: Int, _ ready: Ready, _ free: inout [Int], from kind: Int, taken: Int
    ) -> Bool {
        guard post < asked.count else { return fill(shift + 1) }
        left -= free.count
        guard left > 0 else { return false }
        let wanted = asked[post] > shift ? crew.wanted[post][shift] : 0
        if taken == wanted { return choose(post + 1, shift, ready, &free, from: 0, taken: 0) }
        for index in kind..<max(kind, free.count) where free[index] > 0 {
            let member = ready.members[ready.kinds[index].lowerBound + free[index] - 1]
            guard crew.able[member][shift].contains(post) else { continue }
            free[index] -= 1
            histories[member].append(shift)
            given[member].append((shift, post))
            if choose(post, shift, ready, &free, from: index, taken: taken + 1) { return true }
            free[index] += 1
            histories[member].removeLast()
            given[member].removeLast()
            if left <= 0 { return false }
        }
        return false
    }

    private func isBefore(_ one: Kind, _ other: Kind) -> Bool {
        if one.ahead != other.ahead { return one.ahead < other.ahead }
        if one.last != other.last { return one.last < other.last }
        if one.run != other.run { return one.run < other.run }
        return recents[Int(one.recent)].lexicographicallyPrecedes(recents[Int(other.recent)])
    }

    private mutating func kind(_ member: Int, _ shift: Int) -> Kind {
        let rest = crew.rest[member]
        let recent = recent(of: member, shift)
        guard let last = histories[member].last, shift - last < max(rest.gap, rest.run?.gap ?? 0) else {
            return Kind(ahead: Int32(ahead[member][shift]), last: 0, run: 0, recent: recent)
        }
        var first = last
        if let run = rest.run {
            for earlier in histories[member].reversed().dropFirst() {
                guard first - earlier < run.gap else { break }
                first = earlier
            }
        }
        return Kind(
            ahead: Int32(ahead[member][shift]), last: Int32(shift - last),
            run: rest.run == nil ? 0 : Int32(shift - first), recent: recent)
    }

    private mutating func recent(of member: Int, _ shift: Int) -> Int32 {
        guard let week = crew.rest[member].week else { return 0 }
        let recent = histories[member].filter { shift - $0 < week.length }.map { shift - $0 }
        let number = numberOfRecent[recent, default: recents.count]
        if number == recents.count {
            numberOfRecent[recent] = number
            recents.append(recent)
        }
        return Int32(number)
    }
}
