/// What is wrong with a session as somebody wants it.
package enum SessionFault: Error, Hashable, Sendable {
    case endNotAfterStart
    /// Longer than a session can be; a course of more days has more sessions.
    case tooLong(hoursMax: Int)
    /// It lies in the past and was not meant as a record of what was.
    case past
    case enrolmentEndsAfterStart
    case capacityNotPositive
    /// More people have a place than there would be.
    case capacityBelowEnrolment(placed: Int)
    case alreadyCancelled
    case alreadyClosed
    case tooManyRepeats(max: Int)
    case repeatsEndBeforeStart
    case negativeCost
}

extension ActivitySession {
    package static let hoursMax = 24
    /// A year of weeks and a bit: the weekly joint day of a whole calendar year.
    package static let repeatsMax = 54

    /// Every fault of the session as it is to be.
    ///
    /// - Parameters:
    ///   - before: as it stands now; nil for a new one.
    ///   - placed: how many people have a place.
    ///   - isRecord: written down afterwards, so that it may lie in the past.
    package func faults(
        before: ActivitySession?, placed: Int, isRecord: Bool, at now: Instant
    ) -> [SessionFault] {
        var faults: [SessionFault] = []
        if before?.isCancelled == true { return [.alreadyCancelled] }
        if before?.closedAt != nil { return [.alreadyClosed] }
        if interval.isEmpty {
            faults.append(.endNotAfterStart)
        } else if interval.minutes > Self.hoursMax * 60 {
            faults.append(.tooLong(hoursMax: Self.hoursMax))
        }
        let isMoved = before.map { $0.interval != interval } ?? true
        if isMoved, !isRecord, interval.start < now { faults.append(.past) }
        if let last = enrolThrough, last > Amsterdam.day(at: interval.start) {
            faults.append(.enrolmentEndsAfterStart)
        }
        if let capacity {
            if capacity < 1 {
                faults.append(.capacityNotPositive)
            } else if capacity < placed {
                faults.append(.capacityBelowEnrolment(placed: placed))
            }
        }
        if cost < Money(cents: 0) { faults.append(.negativeCost) }
        return faults
    }

    /// The same session every week on the same time of the clock, through `last`; without this one itself.
    package func weekly(through last: Day) -> [Interval] {
        let start = Amsterdam.wallClock(at: interval.start)
        let end = Amsterdam.wallClock(at: interval.end)
        return stride(from: 7, through: last.daysSince1970 - start.day.daysSince1970, by: 7).map { days in
            Interval(
                Amsterdam.instant(start.day.adding(days: days), hour: start.hour, minute: start.minute),
                Amsterdam.instant(end.day.adding(days: days), hour: end.hour, minute: end.minute))
        }
    }
}
