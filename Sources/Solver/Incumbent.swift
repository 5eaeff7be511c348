/// A whole roster: a column for everyone, the counts of the rows, and what it costs.
struct Incumbent: Sendable {
    private(set) var columns: [Column?]
    private(set) var counts: [Int]

    init(_ problem: RosterProblem) {
        columns = Array(repeating: nil, count: problem.people.count)
        counts = Array(repeating: 0, count: problem.rows.count)
    }

    mutating func put(_ column: Column, _ problem: RosterProblem) {
        take(column.person, problem)
        columns[column.person] = column
        problem.count(column, 1, in: &counts)
    }

    mutating func take(_ person: Int, _ problem: RosterProblem) {
        guard let column = columns[person] else { return }
        problem.count(column, -1, in: &counts)
        columns[person] = nil
    }

    /// Nil while somebody has no column or a count is not allowed.
    func cost(_ problem: RosterProblem) -> Int? {
        var total = problem.constant
        for column in columns {
            guard let column else { return nil }
            total += column.cost
        }
        for (row, count) in zip(problem.rows, counts) {
            guard let cost = row.cost(of: count) else { return nil }
            total += cost
        }
        return total
    }
}

extension RosterProblem {
    func count(_ column: Column, _ step: Int, in counts: inout [Int]) {
        let person = people[column.person]
        for index in column.choices {
            for row in person.choices[Int(index)].rows { counts[row] += step }
        }
        if let total = person.totalRow { counts[total] += step * column.choices.count }
    }
}
