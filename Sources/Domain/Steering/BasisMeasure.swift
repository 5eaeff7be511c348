/// What tells whether the basis is in order (*basis op orde*). The raw value is stored, in the order of the page.
package enum BasisMeasure: String, CaseIterable, Sendable {
    /// Minutes of posts that are covered by the roster of the weeks ahead.
    case coverage
    /// Minutes that are covered also with one person out.
    case depth
    /// Functionaries who are competent for all their functions.
    case competence
    case reachability
    /// Functionaries who exercised or were deployed in the year before.
    case exercises
    /// Agreements that were taken over, by municipality.
    case agreements
    /// Sub-activities of the plan that are done.
    case plan
    /// Hours for the plan that were worked of those agreed.
    case hours
    /// Cents that were spent of the budget.
    case money
    /// Reviews of flexible scaling that are not closed.
    case reviews

    /// It counts people, so that a small number could point at somebody.
    package var isOfPeople: Bool {
        switch self {
        case .competence, .reachability, .exercises: true
        case .coverage, .depth, .agreements, .plan, .hours, .money, .reviews: false
        }
    }

    /// Less of it than before is worse. Of money and reviews that cannot be said.
    package var isBetterWhenMore: Bool { self != .money && self != .reviews }

    /// It is known of each municipality by itself.
    package var isLocal: Bool {
        switch self {
        case .coverage, .depth, .competence, .reachability, .exercises, .agreements, .hours: true
        case .plan, .money, .reviews: false
        }
    }
}

/// One figure: so many of so many.
package struct BasisFigure: Hashable, Sendable {
    package let measure: BasisMeasure
    /// Nil: of the region together.
    package let municipality: Code<Municipality>?
    /// Nil: unknown.
    package let part: Int?
    /// Nil: unknown, or the figure is a count by itself.
    package let whole: Int?

    package init(
        _ measure: BasisMeasure, in municipality: Code<Municipality>? = nil, _ part: Int?, of whole: Int?
    ) {
        self.measure = measure
        self.municipality = municipality
        self.part = part
        self.whole = whole
    }

    /// Rounded down, so that 1000 means all; nil when there is nothing to divide.
    package var thousandths: Int? {
        guard let part, let whole, whole > 0 else { return nil }
        return Int((Int128(part) * 1_000) / Int128(whole))
    }
}

/// A quarter of a year.
package struct BasisQuarter: Hashable, Comparable, Sendable {
    package let year: Int
    /// 1 to 4.
    package let number: Int

    package init?(year: Int, number: Int) {
        guard (2000...2100).contains(year), (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    package init(of day: Day) {
        year = day.parts.year
        number = (day.parts.month - 1) / 3 + 1
    }

    /// Reads `2026-4`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 2, let year = parts[0], let number = parts[1] else { return nil }
        self.init(year: year, number: number)
    }

    package static func < (left: BasisQuarter, right: BasisQuarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }

    package var firstMonth: Int { number * 3 - 2 }

    /// Whole months of the quarter that are over on a day, oldest first, as their first days.
    package func monthsOver(on day: Day) -> [Day] {
        (0..<3).compactMap { Day(year: year, month: firstMonth + $0, day: 1) }.filter {
            $0.adding(months: 1) <= day
        }
    }

    /// `2026-4`
    package var text: String { "\(year)-\(number)" }
}
