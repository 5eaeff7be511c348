/// Work that was done for the plan, as written down by a municipality, or by the region for its own support.
package struct HourEntry: Hashable, Sendable {
    package let id: ID<HourEntry>
    /// Nil: the region's own hours.
    package let municipality: Code<Municipality>?
    package let day: Day
    package let minutes: Int
    /// For which sub-activity; nil when it was for the plan as a whole.
    package let part: ID<PlanPart>?
    package let note: String

    package init(
        id: ID<HourEntry>, municipality: Code<Municipality>?, day: Day, minutes: Int, part: ID<PlanPart>?,
        note: String
    ) {
        self.id = id
        self.municipality = municipality
        self.day = day
        self.minutes = minutes
        self.part = part
        self.note = note
    }

    /// On one day, of whoever writes for one place: more is a typing error, in one line or in several.
    package static let minutesMax = 24 * 60
    /// A year and a month: the accountability of last year is still open then.
    package static let daysBack = 396

    /// - Parameter writtenMinutes: what the same writer wrote before for that day and place.
    package func faults(today: Day, writtenMinutes: Int = 0) -> [HourFault] {
        var faults: [HourFault] = []
        if minutes < 0 { faults.append(.negative) }
        if minutes == 0 { faults.append(.nothing) }
        if minutes > Self.minutesMax {
            faults.append(.absurd(minutes: minutes))
        } else if minutes > 0, writtenMinutes > 0, minutes + writtenMinutes > Self.minutesMax {
            faults.append(.fullDay(writtenMinutes: writtenMinutes))
        }
        if day > today { faults.append(.inTheFuture(day)) }
        if day < today.adding(days: -Self.daysBack) { faults.append(.tooLongAgo(day)) }
        return faults
    }

    /// Reads `2`, `1,5`, `1.5`, `1:30`, `-3`, as people type hours; to the minute.
    package static func minutes(_ text: String) -> Int? {
        let text = text.filter { !$0.isWhitespace }
        if let match = text.wholeMatch(of: /(\d{1,4}):([0-5]\d)/), let hours = Int(match.output.1),
            let minutes = Int(match.output.2)
        {
            return hours * 60 + minutes
        }
        guard let match = text.wholeMatch(of: /([-−]?)(\d{1,4})(?:[.,](\d{1,2}))?(?:uur|u)?/),
            let hours = Int(match.output.2)
        else { return nil }
        let digits = match.output.3.map { $0.count == 1 ? "\($0)0" : String($0) } ?? "00"
        let minutes = hours * 60 + ((Int(digits) ?? 0) * 60 + 50) / 100
        return match.output.1.isEmpty ? minutes : -minutes
    }
}

/// Why hours cannot be written down.
package enum HourFault: Error, Hashable, Sendable {
    case negative
    case nothing
    case absurd(minutes: Int)
    /// Together with what was written before it is longer than a day.
    case fullDay(writtenMinutes: Int)
    case inTheFuture(Day)
    case tooLongAgo(Day)
}
