/// Passes places on along chains of people: one gives up a place, the next takes it and gives up another,
/// until somebody takes one without giving any up, or the first takes the last.
///
/// Where every place is wanted once nobody gains alone, so a best response changes nothing; with chains such
/// rosters get better. Were it not for rest this would be the search for negative cycles in a flow of least
/// cost, which ends at the optimum (cyclic transfers; Thompson and Psaraftis, 1993). For people with duties
/// only: shifts in runs seldom keep their rules when one of them goes.
struct Chains {
    let pricer: Pricer
    private let places: ChainPlaces

    init(_ pricer: Pricer) {
        self.pricer = pricer
        places = ChainPlaces(pricer.problem)
    }

    /// Sweeps until no chain gains, or `stop`. A sweep takes some ten milliseconds for 250 people; it grows
    /// with places held × people who can take one × what each of them holds.
    func improve(_ roster: inout Incumbent, stop: () -> Bool = { false }) {
        let problem = pricer.problem
        guard var cost = roster.cost(problem) else { return }
        var trades = roster.columns.map { Trades($0, pricer) }
        while !stop() {
            var touched: Set<Int> = []
            let sweep = ChainSweep(places, roster, trades, problem)
            for chain in sweep.chains {
                let changes = sweep.rosters(after: chain)
                // What a chain gains was reckoned with everybody in it as they were.
                guard touched.isDisjoint(with: changes.keys) else { continue }
                var trial = roster
                for (person, choices) in changes { trial.put(pricer.column(person, choices), problem) }
                // Rows that count people's totals are not in what the sweep says.
                guard let after = trial.cost(problem), after < cost else { continue }
                (roster, cost) = (trial, after)
                touched.formUnion(changes.keys)
            }
            if touched.isEmpty { return }
            for person in touched { trades[person] = Trades(roster.columns[person], pricer) }
        }
    }
}

/// The choices of all people by what they are to the rows: of the same place, one can be had for another.
struct ChainPlaces {
    /// By place: the rows that count it.
    private(set) var rows: [[Int]] = []
    /// By place: who can take it, and with which choice.
    private(set) var takers: [[(person: Int, choice: Int32)]] = []
    /// By person, then choice: the place.
    private(set) var places: [[Int]] = []

    init(_ problem: RosterProblem) {
        struct Key: Hashable {
            var period: Int
            var rows: [Int]
        }
        var numbers: [Key: Int] = [:]
        for (person, who) in problem.people.enumerated() {
            places.append([])
            for (index, choice) in who.choices.enumerated() {
                let key = Key(period: choice.period, rows: choice.rows)
                let place = numbers[key, default: rows.count]
                if place == rows.count {
                    numbers[key] = place
                    rows.append(choice.rows)
                    takers.append([])
                }
                takers[place].append((person, Int32(index)))
                places[person].append(place)
            }
        }
    }
}
