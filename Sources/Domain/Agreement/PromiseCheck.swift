/// One promise as the check sees it: how many it takes, and who could come.
package struct PromiseLoad: Hashable, Sendable {
    package let promise: Code<Promise>
    package let needed: Int
    package let eligible: Set<ID<Functionary>>

    package init(promise: Code<Promise>, needed: Int, eligible: Set<ID<Functionary>>) {
        self.promise = promise
        self.needed = needed
        self.eligible = eligible
    }
}

/// Promises that cannot be kept together: too few different people could come.
package struct OverPromise: Hashable, Sendable {
    /// In the order in which they were given.
    package let promises: [Code<Promise>]
    package let needed: Int
    /// Different people who could come for at least one of them.
    package let available: Int
    /// No fewer promises are too many; false only when the search was broken off.
    package let isSmallest: Bool
}

/// What breaks first when promises are called at once (*gelijktijdige toezeggingen*).
///
/// All can be kept exactly when no set of them needs more people than could come for any of it (Hall); one flow tells.
/// The smallest set that breaks is the girth of a transversal matroid, for which no fast method is known (McCormick
/// 1983): it is searched by size, with flows that cut off what cannot break any more.
package struct PromiseCheck: Sendable {
    private let loads: [PromiseLoad]
    /// People for whom the same promises may call, by those promises.
    private let classes: [(promises: [Int], people: Int)]
    /// More than some tens of promises that all overlap ever needed.
    private let stepsMax: Int

    package init(_ loads: [PromiseLoad], stepsMax: Int = 100_000) {
        self.loads = loads
        self.stepsMax = stepsMax
        var promisesOf: [ID<Functionary>: [Int]] = [:]
        for (index, load) in loads.enumerated() {
            for person in load.eligible { promisesOf[person, default: []].append(index) }
        }
        var counts: [[Int]: Int] = [:]
        for promises in promisesOf.values { counts[promises, default: 0] += 1 }
        classes = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }

    /// The smallest set that breaks first; then, without its promises, the smallest of the rest; until the rest holds.
    package func overPromised() -> [OverPromise] {
        var rest = Set(loads.indices)
        var found: [OverPromise] = []
        while let (set, isSmallest) = smallest(among: rest) {
            let sorted = set.sorted()
            found.append(
                OverPromise(
                    promises: sorted.map { loads[$0].promise },
                    needed: sorted.map { loads[$0].needed }.reduce(0, +), available: available(for: set),
                    isSmallest: isSmallest))
            rest.subtract(set)
        }
        return found
    }

    // MARK: - Shortfall

    private func available(for set: Set<Int>) -> Int {
        classes.filter { !set.isDisjoint(with: $0.promises) }.map(\.people).reduce(0, +)
    }

    private func shortfall(of set: Set<Int>) -> Int {
        set.map { loads[$0].needed }.reduce(0, +) - available(for: set)
    }

    /// The largest shortfall of any set within `candidates`, people of `paid` promises left out, and the smallest set
    /// that has it.
    private func largestShortfall(among candidates: Set<Int>, paid: Set<Int>) -> (
        shortfall: Int, set: Set<Int>
    ) {
        let free = classes.filter { paid.isDisjoint(with: $0.promises) }
        let source = loads.count + free.count
        var flow = MaximumFlow(nodes: source + 2)
        for index in candidates.sorted() { flow.connect(source, index, capacity: loads[index].needed) }
        for (number, people) in free.enumerated() {
            for index in people.promises where candidates.contains(index) {
                flow.connect(index, loads.count + number, capacity: people.people)
            }
            flow.connect(loads.count + number, source + 1, capacity: people.people)
        }
        let kept = flow.push(from: source, to: source + 1)
        let set = flow.sourceSide(of: source).intersection(candidates)
        return (candidates.map { loads[$0].needed }.reduce(0, +) - kept, set)
    }

    // MARK: - The smallest set

    /// The first by size and then in the order of the promises; nil when all of `rest` can be kept.
    ///
    /// Every smallest set lies within every set of largest shortfall, because shortfall is supermodular: that set is
    /// where it is searched.
    private func smallest(among rest: Set<Int>) -> (set: Set<Int>, isSmallest: Bool)? {
        let (shortfall, widest) = largestShortfall(among: rest, paid: [])
        guard shortfall > 0 else { return nil }
        let shrunk = shrink(widest)
        var search = Search(check: self, order: widest.sorted(), stepsLeft: stepsMax)
        for size in 1...shrunk.count {
            if let set = search.set(of: size) { return (set, true) }
            if search.stepsLeft <= 0 { return (shrunk, shrunk.count <= size) }
        }
        return (shrunk, true)
    }

    /// Leaves out what can be left out; every set that remains breaks by needing all its promises.
    private func shrink(_ set: Set<Int>) -> Set<Int> {
        var set = set
        for index in set.sorted().reversed() where shortfall(of: set.subtracting([index])) > 0 {
            set.remove(index)
        }
        return set
    }

    private struct Search {
        let check: PromiseCheck
        let order: [Int]
        var stepsLeft: Int

        mutating func set(of size: Int) -> Set<Int>? {
            extend([], from: 0, size)
        }

        private mutating func extend(_ set: Set<Int>, from place: Int, _ open: Int) -> Set<Int>? {
            stepsLeft -= 1
            guard stepsLeft > 0 else { return nil }
            let shortfall = check.shortfall(of: set)
            if open == 0 { return shortfall > 0 ? set : nil }
            let candidates = Set(order[place...])
            guard candidates.count >= open, canBreak(shortfall, set, candidates, open) else { return nil }
            for next in place...(order.count - open) {
                if let found = extend(set.union([order[next]]), from: next + 1, open - 1) { return found }
            }
            return nil
        }

        /// False when no `open` of the candidates can bring the shortfall above nothing.
        private func canBreak(_ shortfall: Int, _ set: Set<Int>, _ candidates: Set<Int>, _ open: Int) -> Bool
        {
            var own: [Int: Int] = [:]
            for people in check.classes where set.isDisjoint(with: people.promises) {
                let calling = people.promises.filter(candidates.contains)
                if calling.count == 1 { own[calling[0], default: 0] += people.people }
            }
            // People whom only one candidate could call are always paid by it.
            let gains = candidates.map { check.loads[$0].needed - (own[$0] ?? 0) }.sorted(by: >)
            guard shortfall + gains.prefix(open).reduce(0, +) > 0 else { return false }
            return shortfall + check.largestShortfall(among: candidates, paid: set).shortfall > 0
        }
    }
}
