/// A roster to be made: who may do what in which period, what every choice costs, and the rows that count
/// choices.
///
/// A *period* is the smallest unit in which a person does at most one thing: a duty week, a relief shift, a
/// day. A *row* counts choices: the seats of a duty, the duties of one municipality. All costs are whole
/// numbers, so that a lower bound may be rounded up.
package struct RosterProblem: Sendable {
    /// A count with its price: `under` for each unit below `low`, `over` for each above `high` (nil: never
    /// above).
    package struct Row: Sendable, Equatable {
        package var low: Int
        package var high: Int
        package var under: Int
        package var over: Int?

        package init(low: Int, high: Int, under: Int, over: Int?) {
            (self.low, self.high, self.under, self.over) = (low, high, under, over)
        }

        /// The price of a count; nil when the count is not allowed.
        func cost(of count: Int) -> Int? {
            if count < low { return under * (low - count) }
            if count <= high { return 0 }
            return over.map { $0 * (count - high) }
        }
    }

    /// One thing that one person can do in one period.
    package struct Choice: Sendable, Equatable {
        package var period: Int
        /// What is done: a number of the caller's, given back in the answer.
        package var task: Int
        package var cost: Int
        /// The rows that count it, each once.
        package var rows: [Int]

        package init(period: Int, task: Int, cost: Int, rows: [Int]) {
            (self.period, self.task, self.cost, self.rows) = (period, task, cost, rows)
        }
    }

    package enum Rules: Sendable {
        case duty(DutyRules)
        case shifts(ShiftRules)
    }

    package struct Person: Sendable {
        /// By period, then task.
        package let choices: [Choice]
        /// Periods in which one of the choices must be taken (settled duties, pins).
        package let bound: Set<Int>
        package let rules: Rules
        /// Periods before the first in which they had a duty, negative and ascending: rest after them is kept.
        package let before: [Int]
        /// A row that counts every choice of this person (the total of a municipality); nil when there is
        /// none.
        package let totalRow: Int?

        package init(
            choices: [Choice], bound: Set<Int> = [], before: [Int] = [], rules: Rules, totalRow: Int? = nil
        ) {
            var choices = choices
            // Only the pricing of duties knows how many there are; shifts count one by one.
            if case .shifts = rules, let totalRow {
                for index in choices.indices { choices[index].rows.append(totalRow) }
                self.totalRow = nil
            } else {
                self.totalRow = totalRow
            }
            self.choices = choices.sorted { ($0.period, $0.task) < ($1.period, $1.task) }
            (self.bound, self.before, self.rules) = (bound, before, rules)
        }

        /// Where the choices of each period begin; one more than there are periods.
        func starts(periods: Int) -> [Int] {
            var starts = [Int](repeating: 0, count: periods + 1)
            for choice in choices { starts[choice.period + 1] += 1 }
            for period in 0..<periods { starts[period + 1] += starts[period] }
            return starts
        }
    }

    package let periods: Int
    package let rows: [Row]
    package let people: [Person]
    /// What every roster costs, whatever is chosen.
    package let constant: Int

    package init(periods: Int, rows: [Row], people: [Person], constant: Int = 0) {
        (self.periods, self.rows, self.people, self.constant) = (periods, rows, people, constant)
    }
}
