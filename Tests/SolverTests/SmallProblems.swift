import Domain

@testable import Solver

/// Small seeded problems that can be searched exhaustively.
enum SmallProblems {
    static func duty(seed: UInt64, people: Int, periods: Int) -> RosterProblem {
        var random = Randomness(seed: seed)
        var rows = (0..<periods).map { _ in RosterProblem.Row(low: 1, high: 1, under: 500, over: nil) }
        rows.append(.init(low: 1, high: 2, under: 6, over: 6))
        rows.append(.init(low: 1, high: 2, under: 6, over: 6))
        let who = (0..<people).map { person -> RosterProblem.Person in
            let choices = (0..<periods).compactMap { period -> RosterProblem.Choice? in
                guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
                return .init(
                    period: period, task: period, cost: Int.random(in: 0...20, using: &random), rows: [period]
                )
            }
            return .init(
                choices: choices, rules: .duty(dutyRules(&random, periods: periods)),
                totalRow: periods + person % 2)
        }
        return RosterProblem(periods: periods, rows: rows, people: who, constant: 3)
    }

    static func dutyRules(_ random: inout Randomness, periods: Int) -> DutyRules {
        let share = Int.random(in: 0...2, using: &random)
        return DutyRules(
            minGap: Int.random(in: 1...2, using: &random), idealGap: Int.random(in: 2...4, using: &random),
            gapCost: 8,
            windows: [.init(length: 5, max: 2), .init(length: periods, max: 3)],
            countCost: (0...4).map { 10 * ($0 - share) * ($0 - share) },
            heavy: Set((0..<periods).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }),
            firstHeavyCost: Int.random(in: 0...1, using: &random) * 15, nextHeavyCost: 30)
    }

    static func shiftRules(_ random: inout Randomness) -> ShiftRules {
        ShiftRules(
            kinds: [
                .init(minutes: 480, mayNotPrecede: [], max: 14),
                .init(minutes: 480, mayNotPrecede: [0], max: Int.random(in: 0...2, using: &random)),
                .init(minutes: 600, mayNotPrecede: [0, 1], max: 3),
            ],
            minutes: Int.random(in: 0...1200, using: &random)...Int.random(in: 1700...3200, using: &random),
            run: Int.random(in: 1...2, using: &random)...Int.random(in: 3...4, using: &random),
            minDaysOff: Int.random(in: 1...2, using: &random), maxWeekends: 1)
    }

    /// Every set of choices with at most one in each period.
    static func rosters(of person: RosterProblem.Person, periods: Int) -> [[Int32]] {
        var all: [[Int32]] = [[]]
        for period in 0..<periods {
            let here = person.choices.indices.filter { person.choices[$0].period == period }
            let with = all.flatMap { roster in here.map { roster + [Int32($0)] } }
            all = person.bound.contains(period) ? with : all + with
        }
        return all
    }

    /// The rules restated, straight from their words; nil when one is broken.
    static func cost(_ roster: [Int32], of person: RosterProblem.Person, periods: Int) -> Int? {
        let taken = roster.map { person.choices[Int($0)] }
        let own = taken.reduce(0) { $0 + $1.cost }
        switch person.rules {
        case .duty(let rules): return dutyCost(taken.map(\.period), rules).map { $0 + own }
        case .shifts(let rules): return keeps(taken, rules, periods: periods) ? own : nil
        }
    }

    private static func dutyCost(_ at: [Int], _ rules: DutyRules) -> Int? {
        guard at.count < rules.countCost.count else { return nil }
        var cost = rules.countCost[at.count]
        for (index, period) in at.enumerated() {
            for later in at[(index + 1)...] {
                if later - period < rules.minGap { return nil }
                cost += rules.gapCost * max(0, rules.idealGap - (later - period))
            }
            for window in rules.windows
            where at.count(where: { ($0 - period) >= 0 && $0 - period < window.length }) > window.max {
                return nil
            }
        }
        let heavy = at.count(where: rules.heavy.contains)
        return cost + (heavy > 0 ? rules.firstHeavyCost + (heavy - 1) * rules.nextHeavyCost : 0)
    }

    private static func keeps(_ taken: [RosterProblem.Choice], _ rules: ShiftRules, periods: Int) -> Bool {
        var days = [Int?](repeating: nil, count: periods)
        for choice in taken { days[choice.period] = choice.task }
        guard rules.minutes.contains(taken.reduce(0) { $0 + rules.kinds[$1.task].minutes }) else {
            return false
        }
        for kind in rules.kinds.indices where taken.count(where: { $0.task == kind }) > rules.kinds[kind].max
        {
            return false
        }
        for day in 1..<periods {
            if let before = days[day - 1], let now = days[day],
                rules.kinds[before].mayNotPrecede.contains(now)
            {
                return false
            }
        }
        let weekends = (0...periods / 7).count { week in
            [5, 6].contains { 7 * week + $0 < periods && days[7 * week + $0] != nil }
        }
        guard weekends <= rules.maxWeekends else { return false }
        var start = 0
        while start < periods {
            var end = start
            while end < periods, (days[end] == nil) == (days[start] == nil) { end += 1 }
            let edge = start == 0 || end == periods
            if days[start] != nil {
                if end - start > rules.run.upperBound || (!edge && end - start < rules.run.lowerBound) {
                    return false
                }
            } else if !edge, end - start < rules.minDaysOff {
                return false
            }
            start = end
        }
        return true
    }
}
