/// Prices everyone, on several threads. The answer does not depend on how many.
final class Pricer: @unchecked Sendable {
    // Unchecked: a thread uses only the room of its own number, and nobody else has the pricer meanwhile.

    private enum Pricing {
        case duty(DutyPricing)
        case shifts(ShiftPricing)
    }

    let problem: RosterProblem
    let threads: Int
    private let pricings: [Pricing]
    private let tasks: [[Int]]
    /// Choices that may not be taken here, by person; empty where all may.
    private let barred: [[Bool]]
    private var rooms: [PricingRoom]

    init(_ problem: RosterProblem, threads: Int) {
        self.problem = problem
        self.threads = max(1, threads)
        var patterns: [DutyRules: DutyPattern] = [:]
        pricings = problem.people.map { person in
            switch person.rules {
            case .duty(let rules):
                let pattern = patterns[rules.spacing] ?? DutyPattern(rules, periods: problem.periods)
                patterns[rules.spacing] = pattern
                return .duty(DutyPricing(person, rules: rules, pattern: pattern, periods: problem.periods))
            case .shifts(let rules):
                return .shifts(ShiftPricing(person, rules: rules, periods: problem.periods))
            }
        }
        tasks = problem.people.map { $0.choices.map(\.task) }
        barred = problem.people.map { _ in [] }
        rooms = Array(repeating: PricingRoom(), count: self.threads)
    }

    /// The same people for another thread: tables are not shared.
    private init(_ other: Pricer) {
        (problem, threads, pricings, tasks) = (other.problem, 1, other.pricings, other.tasks)
        (barred, rooms) = (other.barred, [PricingRoom()])
    }

    /// What a half of a problem says of one choice of one person.
    struct Decision {
        var person: Int
        var choice: Int32
        var isTaken: Bool
    }

    private init(_ other: Pricer, _ decisions: [Decision]) {
        (problem, threads, tasks) = (other.problem, other.threads, other.tasks)
        var pricings = other.pricings
        var barred = other.barred
        for decision in decisions {
            let choices = problem.people[decision.person].choices
            if barred[decision.person].isEmpty {
                barred[decision.person] = Array(repeating: false, count: choices.count)
            }
            guard decision.isTaken else {
                barred[decision.person][Int(decision.choice)] = true
                continue
            }
            let period = choices[Int(decision.choice)].period
            for index in choices.indices
            where choices[index].period == period && index != Int(decision.choice) {
                barred[decision.person][index] = true
            }
            if case .duty(var pricing) = pricings[decision.person] {
                pricing.bound[period] = true
                pricings[decision.person] = .duty(pricing)
            }
        }
        (self.pricings, self.barred) = (pricings, barred)
        rooms = Array(repeating: PricingRoom(), count: threads)
    }

    /// Rosters that keep the decisions only; for people with duties.
    func limited(by decisions: [Decision]) -> Pricer { Pricer(self, decisions) }

    /// Whether a column keeps the decisions.
    func allows(_ column: Column) -> Bool {
        let barred = barred[column.person]
        guard !barred.isEmpty else { return true }
        let person = problem.people[column.person]
        var open = 0
        for choice in column.choices {
            if barred[Int(choice)] { return false }
            if isBound(column.person, person.choices[Int(choice)].period) { open += 1 }
        }
        return open == boundCount(column.person)
    }

    private func isBound(_ person: Int, _ period: Int) -> Bool {
        if case .duty(let pricing) = pricings[person] { return pricing.bound[period] }
        return false
    }

    private func boundCount(_ person: Int) -> Int {
        if case .duty(let pricing) = pricings[person] { return pricing.bound.count { $0 } }
        return 0
    }

    func single() -> Pricer { Pricer(self) }

    /// - Parameters:
    ///   - rowPrice: price of one more choice in a row; infinite forbids it.
    ///   - totalPrice: price of n choices in the person's total row.
    func price(
        _ person: Int, thread: Int = 0, rowPrice: (Int) -> Double, totalPrice: (Int) -> Double
    ) -> PersonPrice {
        let who = problem.people[person]
        let barred = barred[person]
        let prices = who.choices.indices.map { index in
            if !barred.isEmpty, barred[index] { return Double.infinity }
            let choice = who.choices[index]
            return choice.rows.reduce(Double(choice.cost)) { $0 + rowPrice($1) }
        }
        switch pricings[person] {
        case .duty(let pricing):
            let counts = (0...pricing.maxDuties).map { Double(pricing.rules.countCost[$0]) + totalPrice($0) }
            return pricing.cheapest(prices, countPrices: counts, room: &rooms[thread])
        case .shifts(let pricing):
            return pricing.cheapest(prices, tasks: tasks[person], room: &rooms[thread])
        }
    }

    /// Everyone asked, at linear row prices, in the order asked.
    func price(_ people: [Int], rowPrices: [Double]) -> [PersonPrice] {
        let parts = Parallel.map(0..<threads) { thread in
            stride(from: thread, to: people.count, by: threads).map { index in
                let total = problem.people[people[index]].totalRow.map { rowPrices[$0] } ?? 0
                return price(
                    people[index], thread: thread, rowPrice: { rowPrices[$0] },
                    totalPrice: { total * Double($0) })
            }
        }
        return people.indices.map { parts[$0 % threads][$0 / threads] }
    }

    /// What choices, ascending, cost by the person's own rules; nil where they break one, and for shifts in
    /// runs.
    func cost(_ person: Int, _ choices: [Int32]) -> Int? {
        guard case .duty(let pricing) = pricings[person], pricing.keeps(choices, of: problem.people[person])
        else { return nil }
        return pricing.cost(choices, of: problem.people[person])
    }

    func column(_ person: Int, _ choices: [Int32]) -> Column {
        let cost =
            switch pricings[person] {
            case .duty(let pricing): pricing.cost(choices, of: problem.people[person])
            case .shifts: choices.reduce(0) { $0 + problem.people[person].choices[Int($1)].cost }
            }
        return Column(person: person, choices: choices, cost: cost)
    }
}
