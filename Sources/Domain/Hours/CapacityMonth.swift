/// What was agreed and what was worked in one month, for every municipality and together.
package struct CapacityMonth: Equatable, Sendable {
    /// The first day of the month.
    package let month: Day
    /// In the order in which the municipalities were given.
    package let rows: [Row]
    /// The region's own support; it counts beside the norm, not in it.
    package let regionMinutes: Int

    package struct Row: Equatable, Sendable {
        package let municipality: Code<Municipality>
        package let minutes: Int
        /// Nil: not established.
        package let agreedHours: Int?

        package init(municipality: Code<Municipality>, minutes: Int, agreedHours: Int?) {
            self.municipality = municipality
            self.minutes = minutes
            self.agreedHours = agreedHours
        }

        /// Minutes still to be worked; zero when there are enough or nothing was agreed.
        package var shortfall: Int { max(0, (agreedHours ?? 0) * 60 - minutes) }
    }

    /// - Parameter municipalities: those that take part in this month, with the hours a month of each.
    package init(
        month: Day, municipalities: [(code: Code<Municipality>, agreedHours: Int?)], entries: [HourEntry]
    ) {
        let next = month.adding(months: 1)
        var minutes: [Code<Municipality>: Int] = [:]
        var own = 0
        for entry in entries where month <= entry.day && entry.day < next {
            if let municipality = entry.municipality {
                minutes[municipality, default: 0] += entry.minutes
            } else {
                own += entry.minutes
            }
        }
        self.month = month
        rows = municipalities.map { place in
            Row(municipality: place.code, minutes: minutes[place.code] ?? 0, agreedHours: place.agreedHours)
        }
        regionMinutes = own
    }

    package var minutes: Int { rows.map(\.minutes).reduce(0, +) }

    /// Nil while one of them has no number.
    package var agreedHours: Int? {
        rows.contains { $0.agreedHours == nil } ? nil : rows.compactMap(\.agreedHours).reduce(0, +)
    }

    /// What those who came short came short, together, in minutes. Another's surplus does not fill it:
    /// everybody promised their own.
    package var shortfall: Int { rows.map(\.shortfall).reduce(0, +) }
}

/// More capacity, asked of the secretaries together (*capaciteitsaanvraag*), made from the figures and
/// nothing else.
package struct CapacityRequest: Equatable, Sendable {
    /// The months that are past, the oldest first.
    package let months: [CapacityMonth]
    /// Hours that the plan still asks; nil while a sub-activity has no number.
    package let hoursNeeded: Int?
    /// Months that are left to do it in, the running one included.
    package let monthsLeft: Int

    package init(months: [CapacityMonth], hoursNeeded: Int?, monthsLeft: Int) {
        self.months = months
        self.hoursNeeded = hoursNeeded
        self.monthsLeft = monthsLeft
    }

    /// Worked in a month by all municipalities, over the months that are past; rounded down.
    package var hoursPerMonth: Int? {
        months.isEmpty ? nil : months.map(\.minutes).reduce(0, +) / 60 / months.count
    }

    /// What must be worked each month to be ready in time; rounded up.
    package var hoursNeededPerMonth: Int? {
        guard let hoursNeeded, monthsLeft > 0 else { return nil }
        return (hoursNeeded + monthsLeft - 1) / monthsLeft
    }

    /// So much is missing each month at the present pace; nil when a figure is unknown.
    package var missingPerMonth: Int? {
        guard let needed = hoursNeededPerMonth, let present = hoursPerMonth else { return nil }
        return max(0, needed - present)
    }
}
