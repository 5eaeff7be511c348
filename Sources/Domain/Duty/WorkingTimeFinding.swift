/// What the working-time act says against a plan, with the facts (ATW 5:3, 5:5, 5:9; domain.md §6.2). The
/// names C1 to C5 are those of that table.
package enum WorkingTimeFinding: Hashable, Sendable {
    /// C1: too few periods of 24 hours without standby in 28 × 24 hours.
    case tooFewFreeDays(window: Interval, free: Int, least: Int)
    /// C2: too few blocks of 48 hours with neither work nor standby in 28 × 24 hours.
    case tooFewFreeBlocks(window: Interval, free: Int, least: Int)
    /// C3: standby just before or after a night shift.
    case besideNight(standby: Interval, night: Interval)
    /// C4: too much work in 24 hours in which there is standby.
    case tooMuchWork(window: Interval, minutes: Int, most: Int)
    /// C5: standby touches so many nights in 16 weeks that the average week is capped.
    case muchNightDuty(window: Interval, nights: Int, trigger: Int)
    /// Too short between two shifts.
    case shortRest(Interval, minutes: Int, least: Int)
    /// No rest that is long enough in 7 × 24 hours, nor enough of it in 14 × 24 hours.
    case shortWeeklyRest(window: Interval, minutes: Int, least: Int)
    /// Much night duty, and a shift too soon after a call at night.
    case shortRestAfterCall(Interval, minutes: Int, least: Int)

    /// Tells, but forbids nothing: whether the average week is kept depends on a contract the region does not
    /// know.
    package var isNotice: Bool {
        switch self {
        case .muchNightDuty, .shortRestAfterCall: true
        case .tooFewFreeDays, .tooFewFreeBlocks, .besideNight, .tooMuchWork, .shortRest, .shortWeeklyRest:
            false
        }
    }

    /// When it is so.
    package var interval: Interval {
        switch self {
        case .tooFewFreeDays(let window, _, _), .tooFewFreeBlocks(let window, _, _),
            .tooMuchWork(let window, _, _), .muchNightDuty(let window, _, _),
            .shortWeeklyRest(let window, _, _):
            window
        case .besideNight(let standby, _): standby
        case .shortRest(let rest, _, _), .shortRestAfterCall(let rest, _, _): rest
        }
    }
}

/// The numbers of the working-time act that hold at one moment. A number that nobody established is not
/// checked.
package struct WorkingTimeLimits: Hashable, Sendable {
    package var windowDays: Int?
    package var freeDays: Int?
    package var freeBlocks: Int?
    package var hoursBeforeNight: Int?
    package var hoursAfterNight: Int?
    package var workHours: Int?
    package var nightsTrigger: Int?
    package var restHours: Int?
    package var restHoursShort: Int?
    package var weeklyRestHours: Int?
    package var fortnightRestHours: Int?
    package var fortnightPartHours: Int?
    package var callRestHours: Int?
    package var callMinutesLeast: Int?
    package var callGapMinutes: Int?

    package init(_ norms: NormSet, at instant: Instant) {
        func value(of code: NormCode) -> Int? { norms.value(of: code, at: instant) }
        windowDays = value(of: .standbyWindow)
        freeDays = value(of: .standbyFreeDays)
        freeBlocks = value(of: .standbyFreeBlocks)
        hoursBeforeNight = value(of: .standbyBeforeNight)
        hoursAfterNight = value(of: .standbyAfterNight)
        workHours = value(of: .standbyWork)
        nightsTrigger = value(of: .standbyNights)
        restHours = value(of: .restDaily)
        restHoursShort = value(of: .restDailyShort)
        weeklyRestHours = value(of: .restWeekly)
        fortnightRestHours = value(of: .restFortnightly)
        fortnightPartHours = value(of: .restFortnightlyPart)
        callRestHours = value(of: .standbyRestAfterCall)
        callMinutesLeast = value(of: .standbyCallLeast)
        callGapMinutes = value(of: .standbyCallGap)
    }
}
