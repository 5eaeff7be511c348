/// What it adds to one person's cost to take a choice, to give one up, or both at once; rows are not in it.
struct Trades: Sendable {
    /// The choices that may be given up: what must be taken in its period is not among them.
    let held: [Int32]
    private let giving: [Int?]
    /// By choice, and in it by place in `held`, the last for none.
    private let taking: [Int?]

    /// Empty for shifts in runs, and without a roster.
    init(_ own: Column?, _ pricer: Pricer) {
        guard let own, case .duty = pricer.problem.people[own.person].rules else {
            (held, giving, taking) = ([], [], [])
            return
        }
        let who = pricer.problem.people[own.person]
        let held = own.choices.filter { !who.bound.contains(who.choices[Int($0)].period) }
        let left = held.map { given in own.choices.filter { $0 != given } } + [own.choices]
        func added(_ choices: [Int32]) -> Int? { pricer.cost(own.person, choices).map { $0 - own.cost } }
        self.held = held
        giving = left.dropLast().map(added)
        taking = who.choices.indices.flatMap { choice in
            left.map { rest in
                guard !own.choices.contains(Int32(choice)) else { return nil }
                var with = rest
                with.insert(Int32(choice), at: with.firstIndex { $0 > choice } ?? with.count)
                return added(with)
            }
        }
    }

    /// - Parameter number: a place in `held`.
    /// - Returns: nil where it breaks a rule.
    func cost(giving number: Int) -> Int? { giving[number] }

    /// - Parameter number: a place in `held`; nil gives nothing up.
    /// - Returns: nil where it breaks a rule, or is held already.
    func cost(taking choice: Int32, giving number: Int?) -> Int? {
        taking.isEmpty ? nil : taking[Int(choice) * (held.count + 1) + (number ?? held.count)]
    }
}
