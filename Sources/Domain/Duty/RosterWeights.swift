/// What a roster weighs, in points, and how far apart duties are: norms, each with its explanation on the page
/// of norms. A weight that nobody established is nought.
package struct RosterWeights: Hashable, Sendable {
    package var vacancy: Int
    package var neutral: Int
    package var avoid: Int
    package var lastResort: Int
    package var unfamiliar: Int
    package var share: Int
    package var spacing: Int
    package var holidayTwice: Int
    package var holidayAgain: Int
    package var sameMunicipality: Int
    package var municipality: Int
    /// Weeks between the beginnings of two duties of one person: at least, and preferably.
    package var weeksApart: Int
    package var weeksWished: Int

    package init(_ norms: NormSet, at instant: Instant) {
        func value(of code: NormCode) -> Int { norms.value(of: code, at: instant) ?? 0 }
        vacancy = value(of: .rosterVacancy)
        neutral = value(of: .rosterNeutral)
        avoid = value(of: .rosterAvoid)
        lastResort = value(of: .rosterLastResort)
        unfamiliar = value(of: .rosterUnfamiliar)
        share = value(of: .rosterShare)
        spacing = value(of: .rosterSpacing)
        holidayTwice = value(of: .rosterHolidayTwice)
        holidayAgain = value(of: .rosterHolidayAgain)
        sameMunicipality = value(of: .rosterSameMunicipality)
        municipality = value(of: .rosterMunicipality)
        weeksApart = max(1, value(of: .rosterGap))
        weeksWished = max(1, value(of: .dutyFrequency))
    }

    /// What having `count` duties costs somebody whose fair part is `fair`.
    package func sharePoints(_ count: Int, fair: Double) -> Int {
        let off = Double(count) - fair
        return Int((Double(share) * off * off).rounded())
    }

    /// What it costs that two duties begin so many weeks apart.
    package func spacingPoints(_ weeks: Int) -> Int { spacing * max(0, weeksWished - weeks) }
}

/// What somebody said about a time (*wens*, spec D4).
package enum DutyWish: String, CaseIterable, Sendable {
    case prefer, avoid, lastResort

    /// Of several wishes for one week the strictest holds.
    package var strictness: Int {
        switch self {
        case .prefer: 0
        case .avoid: 1
        case .lastResort: 2
        }
    }
}
