import Domain
import Storage

/// What other features may read of hours that were worked for plans.
extension Transaction {
    /// From the first day through the last, the newest first.
    func hourEntries(from first: Day, through last: Day) throws -> [HourEntry] {
        try rows(
            """
            SELECT id, municipality, day, minutes, part, note FROM hour_entry
            WHERE day >= \(first) AND day <= \(last) ORDER BY day DESC, id DESC
            """
        ).map(HourEntry.init)
    }

    func hourEntry(_ id: ID<HourEntry>) throws -> HourEntry? {
        try row("SELECT id, municipality, day, minutes, part, note FROM hour_entry WHERE id = \(id)")
            .map(HourEntry.init)
    }

    /// By sub-activity; one without hours is not in it.
    func minutesWorked(for plan: ID<ActionPlan>) throws -> [ID<PlanPart>: Int] {
        try rows(
            """
            SELECT h.part, h.minutes FROM hour_entry h JOIN plan_part p ON p.id = h.part WHERE p.plan = \(plan)
            """
        ).reduce(into: [:]) { sums, row in
            let minutes = try row.integer("minutes")
            sums[try row.id("part"), default: 0] += minutes
        }
    }

    /// Months from `first` on, `count` of them, each with the municipalities that existed on its first day
    /// and what was agreed then.
    func capacityMonths(from first: Day, count: Int) throws -> [CapacityMonth] {
        let last = first.adding(months: count).adding(days: -1)
        let entries = try hourEntries(from: first, through: last)
        let all = try municipalities()
        let norms = try normSet()
        return (0..<count).map { index in
            let month = first.adding(months: index)
            let start = Amsterdam.startOfDay(month)
            let places = all.filter { $0.exists(on: month) }.map { place in
                (
                    code: place.code,
                    agreedHours: norms.value(of: .planHours, for: .municipality(place.code), at: start)
                )
            }
            return CapacityMonth(month: month, municipalities: places, entries: entries)
        }
    }
}

extension HourEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), municipality: try row.optionalText("municipality").map { Code($0) },
            day: try row.day("day"), minutes: try row.integer("minutes"), part: try row.optionalID("part"),
            note: try row.text("note"))
    }
}

extension Day {
    /// The first day of its month.
    var monthStart: Day { adding(days: 1 - parts.day) }
}
