/// The best duties of one person at given prices: a dynamic program over periods, exact.
///
/// State: how many duties are still to come × whether a heavy one has been × the pattern of recent duties.
/// Work is periods × duties × patterns, some ten thousand steps a person.
struct DutyPricing: Sendable {
    let rules: DutyRules
    let pattern: DutyPattern
    let periods: Int
    /// First choice of each period; `starts[periods]` is the number of choices.
    let starts: [Int]
    /// Periods in which one of the choices must be taken.
    var bound: [Bool]
    let heavy: [Bool]
    let maxDuties: Int
    /// State of the pattern when the first period begins.
    private let start: Int

    init(_ person: RosterProblem.Person, rules: DutyRules, pattern: DutyPattern, periods: Int) {
        self.rules = rules
        self.pattern = pattern
        self.periods = periods
        starts = person.starts(periods: periods)
        bound = (0..<periods).map(person.bound.contains)
        heavy = (0..<periods).map(rules.heavy.contains)
        start = pattern.state(after: person.before)
        let capped = rules.windows.filter { $0.length >= periods }.map(\.max).min() ?? .max
        maxDuties = min(
            rules.countCost.count - 1, capped, (periods + rules.minGap - 1) / max(1, rules.minGap))
    }

    /// The cheapest roster for each number of duties, cheapest first.
    /// - Parameters:
    ///   - prices: price of each choice of the person, ascending by index; infinite forbids it.
    ///   - countPrices: price of having n duties, n = 0 … at least `maxDuties`.
    func cheapest(_ prices: [Double], countPrices: [Double], room: inout PricingRoom) -> PersonPrice {
        let states = pattern.count
        room.ready(table: (maxDuties + 1) * 2 * states * (periods + 1), prices: periods)
        for period in 0..<periods {
            var best = Double.infinity
            var bestChoice: Int32 = -1
            for choice in starts[period]..<starts[period + 1] where prices[choice] < best {
                best = prices[choice]
                bestChoice = Int32(choice)
            }
            room.price[period] = best
            room.choice[period] = bestChoice
        }
        // Each duty gains at most the best price there is; once the next duty of a convex count costs more,
        // no more helps.
        let gain = -(room.price[..<periods].min() ?? 0)
        let fewest = bound.count { $0 }
        var most = min(maxDuties, max(fewest, 1))
        while most < maxDuties, countPrices[most + 1] - countPrices[most] < gain { most += 1 }
        let layer = (most + 1) * 2 * states
        fill(&room, states: states, layer: layer, most: most)
        var found: [(value: Double, choices: [Int32])] = []
        for duties in 0...most {
            let value = room.table[duties * 2 * states + start] + countPrices[duties]
            if value < .infinity { found.append((value, walk(duties, room, states: states, layer: layer))) }
        }
        found.sort { $0.value < $1.value }
        return PersonPrice(bound: found.first?.value ?? .infinity, rosters: found)
    }

    private func fill(_ room: inout PricingRoom, states: Int, layer: Int, most: Int) {
        room.table.withUnsafeMutableBufferPointer { table in
            let last = layer * periods
            for index in 0..<layer { table[last + index] = index < 2 * states ? 0 : .infinity }
            pattern.off.withUnsafeBufferPointer { off in
                pattern.on.withUnsafeBufferPointer { on in
                    pattern.nearCost.withUnsafeBufferPointer { near in
                        for period in stride(from: periods - 1, through: 0, by: -1) {
                            fill(period, room.price[period], table, off, on, near, states, layer, most)
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private func fill(
        _ period: Int, _ price: Double, _ table: UnsafeMutableBufferPointer<Double>,
        _ off: UnsafeBufferPointer<Int32>, _ on: UnsafeBufferPointer<Int32>,
        _ near: UnsafeBufferPointer<Double>,
        _ states: Int, _ layer: Int, _ most: Int
    ) {
        let here = layer * period
        let after = layer * (period + 1)
        let mostLeft = min(maxDuties, (periods - period + rules.minGap - 1) / max(1, rules.minGap))
        for duties in 0...most {
            for had in 0...1 {
                let row = (duties * 2 + had) * states
                if duties > mostLeft {
                    for state in 0..<states { table[here + row + state] = .infinity }
                    continue
                }
                let mayRest = !bound[period]
                let mayServe = duties > 0 && price < .infinity
                let isHeavy = heavy[period]
                let step =
                    price + (isHeavy ? Double(had == 1 ? rules.nextHeavyCost : rules.firstHeavyCost) : 0)
                let onRow = after + ((duties - 1) * 2 + (isHeavy ? 1 : had)) * states
                for state in 0..<states {
                    var best = mayRest ? table[after + row + Int(off[state])] : .infinity
                    if mayServe, on[state] >= 0 {
                        let serve = step + near[state] + table[onRow + Int(on[state])]
                        if serve < best { best = serve }
                    }
                    table[here + row + state] = best
                }
            }
        }
    }

    private func walk(_ total: Int, _ room: PricingRoom, states: Int, layer: Int) -> [Int32] {
        var (duties, had, state) = (total, 0, start)
        var taken: [Int32] = []
        for period in 0..<periods {
            let row = (duties * 2 + had) * states
            let value = room.table[layer * period + row + state]
            let rest =
                bound[period] ? .infinity : room.table[layer * (period + 1) + row + Int(pattern.off[state])]
            if rest == value {
                state = Int(pattern.off[state])
                continue
            }
            taken.append(room.choice[period])
            duties -= 1
            if heavy[period] { had = 1 }
            state = Int(pattern.on[state])
        }
        return taken
    }

    /// Whether choices, ascending, keep every rule that duties may not break.
    func keeps(_ choices: [Int32], of person: RosterProblem.Person) -> Bool {
        guard choices.count <= maxDuties else { return false }
        var (state, next) = (start, 0)
        for index in choices {
            let period = person.choices[Int(index)].period
            guard period >= next else { return false }
            for _ in next..<period { state = Int(pattern.off[state]) }
            guard pattern.on[state] >= 0 else { return false }
            state = Int(pattern.on[state])
            next = period + 1
        }
        return true
    }

    /// What a set of choices costs by the person's own rules and prices; the choices are taken as allowed.
    func cost(_ choices: [Int32], of person: RosterProblem.Person) -> Int {
        var total = rules.countCost[choices.count]
        var last: Int?
        var had = false
        for index in choices {
            let choice = person.choices[Int(index)]
            total += choice.cost
            if let last, choice.period - last < rules.idealGap {
                total += rules.gapCost * (rules.idealGap - (choice.period - last))
            }
            last = choice.period
            if rules.heavy.contains(choice.period) {
                total += had ? rules.nextHeavyCost : rules.firstHeavyCost
                had = true
            }
        }
        return total
    }
}
