import Domain

/// One person in a roster that is being made: what they can, want and already have, by week number (0 is the
/// first week of the roster).
struct RosterMember: Sendable {
    let person: ID<Functionary>
    let municipality: Code<Municipality>
    /// Lines they are fit for all week, by week.
    var lines: [[Int]]
    /// Lines that serve their own municipality.
    var familiar: Set<Int>
    var wishes: [Int: DutyWish]
    /// Weeks of duties that stay: pinned, on other lines, or outside the roster (below 0 or past its end).
    var settled: [Int]
    /// Of those, the weeks inside the roster on its own lines.
    var pinned: [Int]
    /// The number of duties that would be fair.
    var fair: Double
    /// Had a week with a holiday in the year before.
    var hadHoliday: Bool
}

/// What one more duty costs a person, by reason; the terms of the solver restated for one choice.
struct DutyPoints: Hashable, Sendable {
    enum Reason: String, CaseIterable, Sendable {
        case wish, unfamiliar, spacing, share, holiday
    }

    var parts: [Reason: Int] = [:]
    /// Distance to the nearest other duty, in weeks; nil when there is none.
    var nearest: Int?
    /// Duties this person then has in the roster.
    var count = 0

    var total: Int { parts.values.reduce(0, +) }

    /// - Parameter weeks: the person's other weeks in the roster, without this one.
    init(
        _ member: RosterMember, week: Int, line: Int, besides weeks: [Int], _ weights: RosterWeights,
        holidays: Set<Int>
    ) {
        parts[.wish] = weights.points(member.wishes[week])
        parts[.unfamiliar] = member.familiar.contains(line) ? 0 : weights.unfamiliar
        let others = weeks + member.settled
        nearest = others.map { abs($0 - week) }.min()
        let before = others.filter { $0 < week }.max()
        let after = others.filter { $0 > week }.min()
        var spacing = 0
        if let before { spacing += weights.spacingPoints(week - before) }
        if let after { spacing += weights.spacingPoints(after - week) }
        // Without this duty its neighbours would be each other's.
        if let before, let after { spacing -= weights.spacingPoints(after - before) }
        parts[.spacing] = spacing
        let had = weeks.count + member.pinned.count
        count = had + 1
        parts[.share] =
            weights.sharePoints(had + 1, fair: member.fair) - weights.sharePoints(had, fair: member.fair)
        if holidays.contains(week) {
            let hadOne = weeks.contains(where: holidays.contains)
            parts[.holiday] =
                hadOne ? weights.holidayTwice : member.hadHoliday ? weights.holidayAgain : 0
        }
    }
}

extension RosterWeights {
    func points(_ wish: DutyWish?) -> Int {
        switch wish {
        case nil: neutral
        case .prefer: 0
        case .avoid: avoid
        case .lastResort: lastResort
        }
    }
}
