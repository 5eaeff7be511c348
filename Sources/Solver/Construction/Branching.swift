/// Proves the best roster, or finds a better one: splits the problem on one choice of one person, taken or
/// not, and bounds both halves by their own master program (branch and price).
///
/// Only for duties: shifts cannot be made to take a choice. A small problem is finished; of a large one it
/// does what it may.
struct Branching {
    struct Outcome {
        /// A roster that costs less than was asked for; nil when none was found.
        var columns: [Column]?
        /// No roster costs less (without the problem's constant); no use when above the cost of the best
        /// roster.
        var bound: Double
        var nodes: Int
    }

    private struct Node {
        var decisions: [Pricer.Decision]
        var bound: Double
    }

    let pricer: Pricer
    let cap: Double
    let nodesMax: Int

    /// Whether every person's rules can be split.
    static func fits(_ problem: RosterProblem) -> Bool {
        problem.people.allSatisfy { if case .duty = $0.rules { true } else { false } }
    }

    /// - Parameters:
    ///   - best: cost of the best roster known, without the constant: only less is of use.
    ///   - root: a bound of the whole.
    func run(below best: Int, root: Double, columns: [Column], stop: () -> Bool) -> Outcome {
        var pool = columns
        var outcome = Outcome(columns: nil, bound: root, nodes: 0)
        var best = best
        var open = [Node(decisions: [], bound: root)]
        while let node = open.popLast() {
            // Costs are whole numbers: a half that cannot be a whole unit better holds nothing.
            if node.bound > Double(best) - 1 + 1e-6 { continue }
            if outcome.nodes >= nodesMax || stop() {
                open.append(node)
                break
            }
            outcome.nodes += 1
            guard let master = relaxed(node, pool, stop: stop) else { continue }
            guard master.isSettled else {
                open.append(node)
                break
            }
            pool += master.program.columns[master.given...]
            let bound = max(node.bound, master.program.bound)
            if bound > Double(best) - 1 + 1e-6 { continue }
            guard let split = split(master.program) else {
                if let (columns, cost) = roster(master.program), cost < best {
                    (best, outcome.columns) = (cost, columns)
                }
                continue
            }
            for isTaken in [false, true] {
                let decision = Pricer.Decision(person: split.person, choice: split.choice, isTaken: isTaken)
                open.append(Node(decisions: node.decisions + [decision], bound: bound))
            }
        }
        outcome.bound = max(root, open.map(\.bound).min() ?? Double(best))
        return outcome
    }

    private struct Relaxed {
        var program: Master
        /// How many columns it began with.
        var given: Int
        var isSettled: Bool
    }

    /// The master of one half at its optimum; nil when somebody has no roster in it.
    private func relaxed(_ node: Node, _ pool: [Column], stop: () -> Bool) -> Relaxed? {
        let limited = pricer.limited(by: node.decisions)
        let people = Array(pricer.problem.people.indices)
        let master = Master(limited, people: people, others: pricer.problem.rows.map { _ in 0 }, cap: cap)
        master.add(pool.filter(limited.allows))
        for person in people {
            let price = limited.price(person, rowPrice: { _ in 0 }, totalPrice: { _ in 0 })
            guard let own = price.rosters.first else { return nil }
            master.add([limited.column(person, own.choices)])
        }
        let given = master.columns.count
        let isSettled = master.converge(smoothing: 0.3, stop: stop)
        return Relaxed(program: master, given: given, isSettled: isSettled)
    }

    /// The choice whose part is nearest to a half; nil when everyone has one whole roster.
    private func split(_ master: Master) -> (person: Int, choice: Int32)? {
        struct Key: Hashable {
            var person: Int
            var choice: Int32
        }
        var parts: [Key: Double] = [:]
        for (column, value) in zip(master.columns, master.values) where value > 1e-7 {
            for choice in column.choices {
                parts[Key(person: column.person, choice: choice), default: 0] += value
            }
        }
        let between = parts.filter { $0.value > 1e-5 && $0.value < 1 - 1e-5 }
        let chosen = between.min {
            (abs($0.value - 0.6), $0.key.person, $0.key.choice)
                < (abs($1.value - 0.6), $1.key.person, $1.key.choice)
        }
        return chosen.map { ($0.key.person, $0.key.choice) }
    }

    private func roster(_ master: Master) -> (columns: [Column], cost: Int)? {
        var roster = Incumbent(pricer.problem)
        for (column, value) in zip(master.columns, master.values) where value > 0.5 {
            roster.put(column, pricer.problem)
        }
        guard let cost = roster.cost(pricer.problem) else { return nil }
        return (roster.columns.compactMap { $0 }, cost - pricer.problem.constant)
    }
}
