/// What the work of one person in a deployment says of their rest: where it goes against the working-time act,
/// which a disaster allows (ATW 2:2, 5:10), and how much rest is still to be made up. Nothing is forbidden by it.
package struct RestLedger: Hashable, Sendable {
    package struct Deviation: Hashable, Sendable {
        package let finding: Finding
        package let interval: Interval
        /// Rest that it cost.
        package let minutes: Int
    }

    package enum Finding: Hashable, Sendable {
        /// Too short between two shifts.
        case shortRest(minutes: Int, least: Int)
        /// A shift longer than allowed.
        case longShift(minutes: Int, most: Int)
    }

    /// Minutes at work.
    package let workedMinutes: Int
    /// By moment.
    package let deviations: [Deviation]
    /// Rest missed and not yet made up by longer rest after it (ATW 5:10).
    package let debtMinutes: Int

    /// - Parameter work: when somebody was at work, until `now` at the latest.
    package init(
        work: [Interval], _ limits: WorkingTimeLimits, shiftMinutesMax: Int?, at now: Instant
    ) {
        let shifts = IntervalSet(work.map { $0.clamped(to: Interval(.distantPast, now)) }).intervals
        workedMinutes = shifts.reduce(0) { $0 + $1.minutes }
        let rests = WorkingTime(limits, standby: [], shifts: shifts).findings.compactMap {
            finding -> Deviation? in
            guard case .shortRest(let rest, let minutes, let least) = finding else { return nil }
            return Deviation(
                finding: .shortRest(minutes: minutes, least: least), interval: rest,
                minutes: least - minutes)
        }
        let long = shifts.compactMap { shift -> Deviation? in
            guard let most = shiftMinutesMax, shift.minutes > most else { return nil }
            return Deviation(
                finding: .longShift(minutes: shift.minutes, most: most), interval: shift,
                minutes: shift.minutes - most)
        }
        deviations = (rests + long).sorted { $0.interval.start < $1.interval.start }
        let least = (limits.restHours ?? 0) * 60
        var debt = 0
        for (index, shift) in shifts.enumerated() {
            debt += long.first { $0.interval == shift }?.minutes ?? 0
            let rest = Interval(shift.end, index + 1 < shifts.count ? shifts[index + 1].start : now)
            debt += rests.first { $0.interval == rest }?.minutes ?? 0
            debt = max(0, debt - max(0, rest.minutes - least))
        }
        debtMinutes = debt
    }
}
