import Domain
import Solver

/// A roster to be made, and the same in the solver's terms.
///
/// A choice is a line in a week. Seats, the total of each municipality, and two people of one municipality
/// on one line are rows; spacing, share and holidays are the person's own. Duties that stay (pins, other
/// lines, before and after) are no choices: they take seats away and keep their distance.
struct RosterModel: Sendable {
    let lines: [DutyLine]
    let periods: [DutyPeriod]
    let members: [RosterMember]
    let weights: RosterWeights
    /// Weeks with a public holiday.
    let holidays: Set<Int>
    /// Places to be filled, by line and week.
    let wanted: [[Int]]
    /// How many of a municipality are pinned on a line in a week.
    let pinned: [Place: Int]
    /// Between what its people and its inhabitants would give, by municipality.
    let bands: [Code<Municipality>: ClosedRange<Int>]

    struct Place: Hashable, Sendable {
        let line: Int
        let week: Int
        let municipality: Code<Municipality>
    }

    /// More duties than so many times a fair part, and a few, nobody gets.
    private static let countFactor = 2.0
    private static let countSpare = 3

    func task(_ line: Int, _ week: Int) -> Int { line * periods.count + week }

    func problem() -> RosterProblem {
        var rows: [RosterProblem.Row] = wanted.flatMap { weeks in
            weeks.map { .init(low: $0, high: $0, under: weights.vacancy, over: nil) }
        }
        var totals: [Code<Municipality>: Int] = [:]
        for (municipality, band) in bands.sorted(by: { $0.key < $1.key }) {
            totals[municipality] = rows.count
            rows.append(
                .init(
                    low: band.lowerBound, high: band.upperBound, under: weights.municipality,
                    over: weights.municipality))
        }
        let shared = sharedRows(from: rows.count)
        for place in shared.order {
            rows.append(
                .init(
                    low: 0, high: max(0, 1 - (pinned[place] ?? 0)), under: 0, over: weights.sameMunicipality))
        }
        let people = members.map { member in
            RosterProblem.Person(
                choices: choices(of: member, shared.index), rules: .duty(rules(of: member)),
                totalRow: totals[member.municipality])
        }
        return RosterProblem(periods: periods.count, rows: rows, people: people)
    }

    /// Only where two of one municipality could meet.
    private func sharedRows(from first: Int) -> (order: [Place], index: [Place: Int]) {
        var counts = pinned
        for member in members {
            for (week, lines) in member.lines.enumerated() {
                for line in lines {
                    counts[Place(line: line, week: week, municipality: member.municipality), default: 0] += 1
                }
            }
        }
        let order = counts.filter { $0.value > 1 }.keys.sorted {
            ($0.line, $0.week, $0.municipality) < ($1.line, $1.week, $1.municipality)
        }
        return (
            order, Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, first + $0) })
        )
    }

    private func choices(of member: RosterMember, _ shared: [Place: Int]) -> [RosterProblem.Choice] {
        member.lines.enumerated().flatMap { week, lines -> [RosterProblem.Choice] in
            let near = member.settled.map { abs($0 - week) }
            guard near.allSatisfy({ $0 >= weights.weeksApart }) else { return [] }
            return lines.filter { wanted[$0][week] > 0 }.map { line in
                // Neighbours that stay are priced here; among choices the solver knows the distance itself.
                let before = member.settled.filter { $0 < week }.max().map {
                    weights.spacingPoints(week - $0)
                }
                let after = member.settled.filter { $0 > week }.min().map { weights.spacingPoints($0 - week) }
                let place = Place(line: line, week: week, municipality: member.municipality)
                return RosterProblem.Choice(
                    period: week, task: task(line, week),
                    cost: weights.points(member.wishes[week])
                        + (member.familiar.contains(line) ? 0 : weights.unfamiliar) + (before ?? 0)
                        + (after ?? 0),
                    rows: [task(line, week)] + (shared[place].map { [$0] } ?? []))
            }
        }
    }

    private func rules(of member: RosterMember) -> DutyRules {
        let had = member.pinned.count
        let most = min(
            Int(member.fair * Self.countFactor) + Self.countSpare,
            (periods.count + weights.weeksApart - 1) / weights.weeksApart)
        return DutyRules(
            minGap: weights.weeksApart, idealGap: weights.weeksWished, gapCost: weights.spacing,
            windows: [.init(length: 4, max: 2)],
            countCost: (0...most).map { weights.sharePoints($0 + had, fair: member.fair) },
            heavy: holidays,
            firstHeavyCost: member.hadHoliday ? weights.holidayAgain : 0, nextHeavyCost: weights.holidayTwice)
    }
}
