import Domain

/// How far a search has come.
package struct RosterProgress: Sendable, Equatable {
    package var step: Int
    /// Cost of the best whole roster; nil before the first.
    package var cost: Int?
    /// No roster costs less; nil before the first bound.
    package var bound: Int?
}

/// The best roster found.
package struct RosterAnswer: Sendable {
    package var cost: Int
    package var bound: Int?
    /// For each person the choices taken, by number, ascending.
    package var choices: [[Int]]

    package var proven: Bool { bound == cost }
}

/// Makes rosters better until it is stopped or the best is proven.
///
/// Columns are whole rosters of one person, priced exactly. The steps: first rosters by best response
/// and chains, prices by the volume algorithm, the linear program over columns (its value is the bound),
/// dives into whole rosters, then neighbourhoods planned anew. What is done depends on problem, seed and
/// threads only; `stop` decides nothing but when it ends.
package struct RosterSearch {
    private let problem: RosterProblem
    private let pricer: Pricer
    private let chains: Chains
    private let threads: Int
    private var random: Randomness
    private var best: Incumbent?
    private var bestCost: Int?
    private var bound: Int?
    private var steps = 0
    private let stepsMax: Int
    private let stop: @Sendable () -> Bool
    private let report: (RosterProgress) -> Void

    /// Prices above this are used only where a seat would stay empty otherwise.
    private static let cap = 120.0
    private static let ascentSteps = 30...160
    /// Choices of everybody together up to which a problem is finished by splitting it.
    private static let smallMax = 400
    /// Rounds of neighbourhoods without gain after which a larger problem is split for a while.
    private static let patience = 60
    /// Halves looked at the first time; twice as many every next time.
    private static let nodesFirst = 40
    /// More than any search looks at: a small problem comes round thousands of times in a minute.
    private static let nodesMost = 1 << 40

    /// - Parameters:
    ///   - steps: most steps; nil for as long as `stop` lets it.
    ///   - stop: asked often, from any thread of the search; true ends the search with what there is.
    package init(
        _ problem: RosterProblem, seed: UInt64, threads: Int, steps: Int? = nil,
        stop: @escaping @Sendable () -> Bool = { false },
        report: @escaping (RosterProgress) -> Void = { _ in }
    ) {
        self.problem = problem
        self.threads = max(1, threads)
        pricer = Pricer(problem, threads: threads)
        chains = Chains(pricer)
        random = Randomness(seed: seed)
        stepsMax = steps ?? .max
        (self.stop, self.report) = (stop, report)
    }

    /// - Returns: nil when no roster that keeps every rule was found.
    package mutating func run() -> RosterAnswer? {
        let everyone = Array(problem.people.indices)
        for _ in 0..<3 where !over() {
            var roster = BestResponse(pricer).construct(order: everyone.shuffled(using: &random))
            BestResponse(pricer).improve(&roster, order: everyone, stop: stop)
            offer(roster)
            guard !over() else { break }
            chains.improve(&roster, stop: stop)
            offer(roster)
        }
        if !over() { plan(everyone) }
        guard let best, let bestCost else { return nil }
        return RosterAnswer(
            cost: bestCost, bound: bound, choices: best.columns.map { $0?.choices.map(Int.init) ?? [] })
    }

    private func over() -> Bool { steps >= stepsMax || stop() || (bestCost != nil && bestCost == bound) }

    private mutating func step() {
        steps += 1
        report(RosterProgress(step: steps, cost: bestCost, bound: bound))
    }

    private mutating func offer(_ roster: Incumbent) {
        if let cost = roster.cost(problem), cost < bestCost ?? .max { (best, bestCost) = (roster, cost) }
        step()
    }

    private mutating func raise(_ value: Double) {
        guard value > -1e15, value < 1e15 else { return }
        let whole = Int((value - 1e-4).rounded(.up)) + problem.constant
        bound = min(max(bound ?? whole, whole), bestCost ?? .max)
    }

    private mutating func plan(_ everyone: [Int]) {
        var ascent = Ascent(pricer, cap: Self.cap)
        var pool: [Column] = best?.columns.compactMap { $0 } ?? []
        var marks = [ascent.bound]
        for number in 1...Self.ascentSteps.upperBound where !over() {
            let columns = ascent.climb()
            if number * 3 > Self.ascentSteps.lowerBound { pool += columns }
            raise(ascent.bound)
            step()
            marks.append(ascent.bound)
            if number > Self.ascentSteps.lowerBound,
                ascent.bound - marks[number - 10] < 0.005 * abs(ascent.bound)
            {
                break
            }
        }
        let master = Master(pricer, people: everyone, others: problem.rows.map { _ in 0 }, cap: Self.cap)
        master.begin(at: ascent.prices, bound: ascent.bound)
        master.add(pool)
        let done = master.converge(smoothing: 0.6, stop: stop)
        raise(master.bound)
        step()
        guard done, !over() else { return }

        var known = [[Column]](repeating: [], count: everyone.count)
        let costs = master.reducedCosts
        let good = master.columns.indices.filter { costs[$0] < 40 }.sorted { costs[$0] < costs[$1] }
        for index in good where known[master.columns[index].person].count < 40 {
            known[master.columns[index].person].append(master.columns[index])
        }
        let prices = master.rowPrices
        let all = master.columns
        for (share, rounds) in [(0.05, 4), (0.01, 12)] where !over() {
            let fresh = Master(pricer, people: everyone, others: problem.rows.map { _ in 0 }, cap: Self.cap)
            fresh.begin(at: prices, bound: -.infinity)
            fresh.add(good.map { all[$0] })
            guard fresh.converge(smoothing: 0, stop: stop) else { continue }
            finish(Dive(share: share, rounds: rounds).run(fresh, stop: stop), on: Incumbent(problem))
        }
        let branching = Branching.fits(problem)
        let isSmall = branching && problem.people.reduce(0) { $0 + $1.choices.count } <= Self.smallMax
        if isSmall { branch(good.map { all[$0] }, nodesMax: .max) }
        var nodes = Self.nodesFirst
        while !over(), best != nil {
            search(prices, &known)
            if branching { branch(known.flatMap { $0.prefix(15) }, nodesMax: nodes) }
            nodes = min(nodes, Self.nodesMost / 2) * 2
        }
    }

    /// Proves or betters the best roster by splitting.
    private mutating func branch(_ columns: [Column], nodesMax: Int) {
        guard let best = bestCost, let known = bound, !over() else { return }
        let limited = Branching(pricer: pricer, cap: Self.cap, nodesMax: nodesMax)
        let found = limited.run(
            below: best - problem.constant, root: Double(known - problem.constant), columns: columns,
            stop: stop)
        raise(found.bound)
        if let columns = found.columns { finish(columns, on: Incumbent(problem)) }
        step()
    }

    private mutating func finish(_ columns: [Column]?, on roster: Incumbent) {
        guard let columns else { return step() }
        var roster = roster
        for column in columns { roster.put(column, problem) }
        BestResponse(pricer).improve(&roster, order: columns.map(\.person).sorted(), stop: stop)
        chains.improve(&roster, stop: stop)
        offer(roster)
    }

    /// Neighbourhoods planned anew, as many at once as there are threads; better ones are taken in order.
    /// Ends when none has gained for a while.
    private mutating func search(_ prices: [Double], _ known: inout [[Column]]) {
        let neighbourhood = Neighbourhood(problem)
        let pricers = (0..<threads).map { _ in pricer.single() }
        var round = 0
        var idle = 0
        while !over(), idle < Self.patience, let roster = best {
            let before = bestCost
            let sizes = [12, 20, 30, 45, 60]
            let groups = (0..<threads).map { _ in neighbourhood.people(sizes[round % sizes.count], &random) }
            let seeds = (0..<threads).map { _ in random.next() }
            round += 1
            let found = Parallel.map(groups.indices) { [stop, known] index in
                neighbourhood.replan(
                    groups[index], in: roster, pricer: pricers[index], prices: prices,
                    known: known.map { Array($0.prefix(15)) }, cap: Self.cap, seed: seeds[index],
                    stop: stop)
            }
            for answer in found {
                guard let answer, var trial = best else { continue }
                for column in answer.columns { trial.put(column, problem) }
                // Of equal cost is welcome too: it leads out of dead ends.
                if let cost = trial.cost(problem), let old = bestCost, cost <= old {
                    (best, bestCost) = (trial, cost)
                }
                for column in answer.columns where !known[column.person].contains(column) {
                    known[column.person].insert(column, at: 0)
                }
                step()
            }
            idle = bestCost == before ? idle + 1 : 0
        }
    }
}
