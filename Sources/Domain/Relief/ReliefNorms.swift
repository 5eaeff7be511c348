/// The numbers of the norm set that relief of crews goes by at one moment (domain.md §6.3).
///
/// What nobody established is not checked; only the length of a shift always has a number.
package struct ReliefNorms: Hashable, Sendable {
    package var shiftMinutes: Int
    /// Old and new crew work together for so long.
    package var overlapMinutes: Int
    package var shiftsAhead: Int
    /// Between two shifts, whatever the hour: a plan around the clock has nights, so the longer of the daily
    /// rest and the rest after a night (ATW 5:3, 5:8).
    package var restMinutes: Int?
    /// In every seven times 24 hours (ATW 5:5).
    package var weeklyRestMinutes: Int?
    /// The rest that ends a run of shifts: the longer of the weekly rest and that after a series of nights.
    package var longRestMinutes: Int?
    package var weekMinutesMax: Int?
    package var shiftMinutesMax: Int?
    /// How long a neighbour needs to send people; nil: not established.
    package var askMinutes: Int?

    /// Eight hours, the shift that domain.md §6.3 gives where a region decided nothing.
    package static let shiftHoursOtherwise = 8
    package static let shiftsAheadOtherwise = 3

    package init(
        shiftMinutes: Int, overlapMinutes: Int = 0, shiftsAhead: Int = shiftsAheadOtherwise,
        restMinutes: Int? = nil, weeklyRestMinutes: Int? = nil, longRestMinutes: Int? = nil,
        weekMinutesMax: Int? = nil, shiftMinutesMax: Int? = nil, askMinutes: Int? = nil
    ) {
        self.shiftMinutes = shiftMinutes
        self.overlapMinutes = overlapMinutes
        self.shiftsAhead = shiftsAhead
        self.restMinutes = restMinutes
        self.weeklyRestMinutes = weeklyRestMinutes
        self.longRestMinutes = longRestMinutes
        self.weekMinutesMax = weekMinutesMax
        self.shiftMinutesMax = shiftMinutesMax
        self.askMinutes = askMinutes
    }

    package init(_ norms: NormSet, at instant: Instant) {
        func value(of code: NormCode) -> Int? { norms.value(of: code, at: instant) }
        func minutes(of code: NormCode) -> Int? { value(of: code).map { 60 * $0 } }
        func longer(_ one: Int?, _ other: Int?) -> Int? { [one, other].compactMap(\.self).max() }
        self.init(
            shiftMinutes: 60 * max(1, value(of: .shiftTarget) ?? Self.shiftHoursOtherwise),
            overlapMinutes: value(of: .reliefOverlap) ?? 0,
            shiftsAhead: max(1, value(of: .reliefShiftsAhead) ?? Self.shiftsAheadOtherwise),
            restMinutes: longer(minutes(of: .restDaily), minutes(of: .nightRest)),
            weeklyRestMinutes: minutes(of: .restWeekly),
            longRestMinutes: longer(minutes(of: .restWeekly), minutes(of: .nightSeriesRest)),
            weekMinutesMax: minutes(of: .weekMost), shiftMinutesMax: minutes(of: .shiftMost),
            askMinutes: minutes(of: .reliefNeighbour))
    }
}
