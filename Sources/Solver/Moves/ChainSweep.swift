/// One look at a roster for chains that gain: the cheapest of each length to every place, found from those one
/// link shorter (Bellman and Ford), and the best way to close each.
///
/// The cheapest way to a place may hold somebody whom the next link needs while a dearer one would not: not
/// every chain that gains is seen, and a later sweep may see it.
struct ChainSweep {
    struct Chain {
        /// What it adds, less than nought.
        let cost: Int
        fileprivate let length: Int
        /// The place that is taken last.
        fileprivate let last: Int
        fileprivate let end: End
    }

    fileprivate enum End {
        /// Somebody takes the last place and gives nothing up.
        case taken(person: Int, choice: Int32)
        /// The first takes it, and gave the first place up for it.
        case byFirst(choice: Int32)
        /// It stays empty.
        case nobody
    }

    /// A place in somebody's roster, or an empty one.
    private struct Held {
        /// Nil when it is empty.
        let person: Int?
        /// Where it stands in the person's `Trades.held`.
        let number: Int
        let place: Int
        /// What giving it up, or filling it, adds; nil where that is not allowed.
        let first: Int?
    }

    /// The way to a held place: it was given up for the one before.
    private struct Link {
        let cost: Int
        /// −1 at the first.
        let before: Int
        /// The choice with which the one before was taken.
        let taken: Int32
    }

    /// Links before the last; with more, chains take longer and gain no more (measured on relief plans and on
    /// yearly rosters of 130 and 250 people).
    private static let linksMax = 3

    /// Best first.
    private(set) var chains: [Chain] = []
    private let places: ChainPlaces
    private let roster: Incumbent
    private let trades: [Trades]
    private let problem: RosterProblem
    private var held: [Held] = []
    /// By person, where their places begin in `held`.
    private var start: [Int] = []
    /// By length, then place held.
    private var links: [[Link?]] = []

    init(_ places: ChainPlaces, _ roster: Incumbent, _ trades: [Trades], _ problem: RosterProblem) {
        (self.places, self.roster, self.trades, self.problem) = (places, roster, trades, problem)
        hold()
        links = [held.map { place in place.first.map { Link(cost: $0, before: -1, taken: -1) } }]
        for length in 0...Self.linksMax {
            links.append(Array(repeating: nil, count: held.count))
            for last in held.indices { extend(last, length) }
        }
        chains.sort { ($0.cost, $0.length, $0.last) < ($1.cost, $1.length, $1.last) }
    }

    private mutating func hold() {
        for (person, trade) in trades.enumerated() {
            start.append(held.count)
            for (number, choice) in trade.held.enumerated() {
                held.append(
                    Held(
                        person: person, number: number, place: places.places[person][Int(choice)],
                        first: trade.cost(giving: number)))
            }
        }
        for (place, rows) in places.rows.enumerated()
        where rows.contains(where: { roster.counts[$0] < problem.rows[$0].low }) {
            held.append(Held(person: nil, number: 0, place: place, first: added(rows, 1)))
        }
    }

    /// What one choice more or less adds to the cost of the rows; nil where that is not allowed.
    private func added(_ rows: [Int], _ step: Int) -> Int? {
        var sum = 0
        for row in rows {
            guard let before = problem.rows[row].cost(of: roster.counts[row]),
                let after = problem.rows[row].cost(of: roster.counts[row] + step)
            else { return nil }
            sum += after - before
        }
        return sum
    }

    /// Everybody who can take a place gives up one of theirs for it, or ends the chain.
    private mutating func extend(_ last: Int, _ length: Int) {
        guard let link = links[length][last] else { return }
        let way = way(to: last, length)
        let people = way.map { held[$0].person }
        var best: (cost: Int, end: End)?
        func close(_ added: Int?, _ end: End) {
            guard let added, link.cost + added < best?.cost ?? 0 else { return }
            best = (link.cost + added, end)
        }
        close(added(places.rows[held[last].place], -1), .nobody)
        for (person, choice) in places.takers[held[last].place] {
            let trade = trades[person]
            guard !people.contains(person) else {
                let first = held[way[0]]
                guard length > 0, person == first.person, let given = first.first else { continue }
                let both = trade.cost(taking: choice, giving: first.number)
                close(both.map { $0 - given }, .byFirst(choice: choice))
                continue
            }
            close(trade.cost(taking: choice, giving: nil), .taken(person: person, choice: choice))
            guard length < Self.linksMax else { continue }
            for number in trade.held.indices {
                guard let more = trade.cost(taking: choice, giving: number) else { continue }
                let next = start[person] + number
                if link.cost + more < links[length + 1][next]?.cost ?? .max {
                    links[length + 1][next] = Link(cost: link.cost + more, before: last, taken: choice)
                }
            }
        }
        if let best { chains.append(Chain(cost: best.cost, length: length, last: last, end: best.end)) }
    }

    /// The places of a chain, from the first to the last.
    private func way(to last: Int, _ length: Int) -> [Int] {
        var way = [last]
        for length in stride(from: length, to: 0, by: -1) {
            guard let link = links[length][way[way.count - 1]] else { break }
            way.append(link.before)
        }
        return way.reversed()
    }

    /// The choices of everybody in a chain once it is passed along.
    func rosters(after chain: Chain) -> [Int: [Int32]] {
        var rosters: [Int: [Int32]] = [:]
        func take(_ person: Int, _ choice: Int32) {
            let choices = rosters[person] ?? roster.columns[person]?.choices ?? []
            rosters[person] = (choices + [choice]).sorted()
        }
        let way = way(to: chain.last, chain.length)
        for (length, index) in way.enumerated() {
            guard let person = held[index].person else { continue }
            let given = trades[person].held[held[index].number]
            rosters[person] = roster.columns[person]?.choices.filter { $0 != given }
            if let link = links[length][index], length > 0 { take(person, link.taken) }
        }
        switch chain.end {
        case .nobody: break
        case .taken(let person, let choice): take(person, choice)
        case .byFirst(let choice): if let first = held[way[0]].person { take(first, choice) }
        }
        return rosters
    }
}
