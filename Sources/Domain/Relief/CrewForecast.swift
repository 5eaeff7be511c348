/// The forecast for posts that share people: fills shift after shift as cleverly as it is cheap, and where that
/// fails asks whether it could have been done at all.
struct CrewForecast {
    /// By place in `posts`: the first shift that cannot be filled.
    private(set) var usedUp: [Int?]
    private(set) var isExact: [Bool]
    private let crew: Crew
    /// For everything that is left to ask.
    private var effort: Int

    init(_ model: ReliefModel, posts: [Int], members: [Int], effort: Int) {
        crew = Crew(model, posts: posts, members: members)
        usedUp = posts.map { _ in nil }
        isExact = posts.map { _ in true }
        self.effort = effort
    }

    mutating func run() {
        var order = CrewOrder.allCases[0]
        var filling = CrewFilling(crew)
        // How many shifts of each post are asked for.
        var asked = usedUp.map { _ in 0 }
        for shift in 0..<crew.shifts {
            filling.open(shift, order)
            for post in usedUp.indices where usedUp[post] == nil {
                asked[post] = shift + 1
                if filling.fill(post) { continue }
                let decision = decide(asked)
                switch decision {
                case .can(let other, let by):
                    (filling, order) = (other, by)
                case .cannot, .unknown:
                    asked[post] = shift
                    usedUp[post] = shift
                    if case .unknown = decision { isExact[post] = false }
                }
            }
        }
    }

    private enum Decision {
        case can(CrewFilling, CrewOrder)
        case cannot
        /// Too much to try.
        case unknown
    }

    /// Whether so many shifts of each post can be filled.
    private mutating func decide(_ asked: [Int]) -> Decision {
        for order in CrewOrder.allCases {
            if let filling = CrewFilling(crew, asked: asked, order) { return .can(filling, order) }
        }
        if CrewBound(crew, asked: asked).forbids { return .cannot }
        var search = CrewSearch(crew, asked: asked, effort: effort)
        let found = search.run()
        effort = max(0, search.left)
        guard let works = found else { return search.isFinished ? .cannot : .unknown }
        return .can(CrewFilling(crew, asked: asked, works), .longestRested)
    }
}

/// The posts and people of one forecast, numbered from 0.
struct Crew {
    let shifts: Int
    /// By post, then shift.
    let wanted: [[Int]]
    /// By member, then shift: which posts.
    let able: [[[Int]]]
    let rest: [ReliefRest]
    /// By member: work before the grid and settled on it.
    let before: [[Int]]
    let settled: [[Int]]
    /// By member: how many different posts, and the last shift in which they can do anything.
    let versatility: [Int]
    let lastAble: [Int]

    init(_ model: ReliefModel, posts: [Int], members: [Int]) {
        shifts = model.grid.count
        wanted = posts.map { model.posts[$0].wanted }
        let place = Dictionary(
            posts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let own = members.map { model.members[$0] }
        able = own.map { $0.able.map { $0.compactMap { place[$0] } } }
        (rest, before, settled) = (own.map(\.rest), own.map(\.before), own.map(\.settled))
        versatility = able.map { Set($0.joined()).count }
        lastAble = able.map { $0.lastIndex { !$0.isEmpty } ?? -1 }
    }

    /// What a member has worked when `shift` begins, besides what a filling gives them: ascending.
    func history(of member: Int, with given: [Int], before shift: Int) -> [Int] {
        let settled = settled[member]
        if settled.isEmpty { return before[member] + given }
        return (before[member] + (settled.filter { $0 < shift } + given).sorted())
    }

    func mayWork(_ member: Int, _ shift: Int, given: [Int]) -> Bool {
        guard !able[member][shift].isEmpty else { return false }
        return mayWork(member, shift, history: history(of: member, with: given, before: shift))
    }

    /// - Parameter history: what they have worked when the shift begins, ascending.
    func mayWork(_ member: Int, _ shift: Int, history: [Int]) -> Bool {
        guard !able[member][shift].isEmpty else { return false }
        guard rest[member].allows(shift, after: history) else { return false }
        // What is settled later must not come too soon because of this.
        let later = settled[member].filter { $0 > shift }
        return later.indices.allSatisfy { index in
            let between = Array(later[..<index])
            return rest[member].allows(later[index], after: history + [shift] + between)
                || !rest[member].allows(later[index], after: history + between)
        }
    }
}

/// Who goes first when a shift is filled: each order finds fillings that the others miss.
enum CrewOrder: CaseIterable {
    case longestRested, densest, soonestGone

    func key(_ member: Int, _ crew: Crew, _ shift: Int, last: Int?) -> (Int, Int, Int) {
        let last = last ?? -10_000
        return switch self {
        case .longestRested: (crew.versatility[member], last, member)
        case .densest:
            // In the middle of a run first: a run that is used to its end leaves others fresh.
            (
                crew.versatility[member],
                crew.rest[member].run.map { shift - last < $0.gap ? 0 : 1 } ?? 1, member
            )
        case .soonestGone: (crew.lastAble[member], crew.versatility[member], last)
        }
    }
}

/// A way to fill shifts, made one shift after the other; in a shift people change places as long as that helps.
struct CrewFilling {
    private let crew: Crew
    /// By member, ascending.
    private(set) var works: [[Int]]
    private var shift = -1
    /// Who can work in this shift, in order.
    private var ready: [Int] = []
    private var postOf: [Int: Int] = [:]

    init(_ crew: Crew) {
        self.crew = crew
        works = crew.able.map { _ in [] }
    }

    /// Nil when this order cannot fill so many shifts of each post.
    init?(_ crew: Crew, asked: [Int], _ order: CrewOrder) {
        self.init(crew)
        for shift in 0..<(asked.max() ?? 0) {
            open(shift, order)
            for post in asked.indices where asked[post] > shift {
                guard fill(post) else { return nil }
            }
        }
    }

    /// A way that was found elsewhere: by member, by shift, the post.
    init(_ crew: Crew, asked: [Int], _ found: [[Int: Int]]) {
        self.init(crew)
        let last = (asked.max() ?? 1) - 1
        works = found.map { $0.keys.filter { $0 < last }.sorted() }
        open(last, .longestRested)
        for (member, posts) in found.enumerated() {
            if let post = posts[last] { put(member, post) }
        }
    }

    mutating func open(_ shift: Int, _ order: CrewOrder) {
        (self.shift, postOf) = (shift, [:])
        let keys = crew.able.indices.filter { crew.mayWork($0, shift, given: works[$0]) }
            .map { ($0, order.key($0, crew, shift, last: works[$0].last ?? crew.before[$0].last)) }
        ready = keys.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// - Returns: false when the people of this shift cannot fill it besides what is filled already; then nothing
    ///   changed.
    mutating func fill(_ post: Int) -> Bool {
        let wanted = crew.wanted[post][shift]
        // One that fails leaves nothing behind: only what came before it in this shift is to be undone.
        let kept = wanted > 1 ? (works, postOf) : nil
        for _ in 0..<wanted {
            var seen = Set<Int>()
            guard augment(post, &seen) else {
                if let kept { (works, postOf) = kept }
                return false
            }
        }
        return true
    }

    private mutating func augment(_ post: Int, _ seen: inout Set<Int>) -> Bool {
        for member in ready where postOf[member] == nil && crew.able[member][shift].contains(post) {
            put(member, post)
            return true
        }
        for member in ready where crew.able[member][shift].contains(post) {
            guard let other = postOf[member], other != post, seen.insert(member).inserted else { continue }
            if augment(other, &seen) {
                postOf[member] = post
                return true
            }
        }
        return false
    }

    private mutating func put(_ member: Int, _ post: Int) {
        postOf[member] = post
        works[member].append(shift)
    }
}
