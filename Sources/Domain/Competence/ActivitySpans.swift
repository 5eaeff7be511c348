/// The days in which what somebody did is enough for one demand.
struct ActivitySpans {
    private(set) var spans: [FactSpan] = []
    private let demand: Demand
    private let deeds: [Deed]
    private let needed: Int

    private struct Deed {
        let day: Int
        /// Times or minutes, as the demand counts.
        let weight: Int
        let id: ID<PerformedActivity>
    }

    init(_ demand: Demand, _ kind: ActivityKind, _ record: CompetenceRecord) {
        self.demand = demand
        let kinds = kind.fulfilledBy
        let countsHours: Bool
        switch demand.terms.amount {
        case .times(let times): (needed, countsHours) = (times, false)
        case .hours(let hours): (needed, countsHours) = (hours * 60, true)
        }
        let first = demand.terms.prerequisite.map { Self.firstDay(of: $0, in: record) } ?? .min
        deeds = record.activities.compactMap { activity in
            guard kinds.contains(activity.kind), activity.day.daysSince1970 >= first else { return nil }
            return Deed(
                day: activity.day.daysSince1970, weight: countsHours ? activity.minutes : 1,
                id: activity.id)
        }
        guard needed > 0 else { return }
        for index in deeds.indices {
            guard let through = completion(at: index) else { continue }
            let validity = demand.validityMonths.map { Self.months($0, after: deeds[index].day) - 1 }
            spans.append(
                FactSpan(
                    from: deeds[index].day, through: validity ?? through, kind: .met,
                    ground: .activity(deeds[index].id)))
        }
        addSettling(record)
    }

    /// The last day on which what was done up to and with this deed is enough by the period alone; nil when
    /// it is not enough yet.
    private func completion(at index: Int) -> Int? {
        var sum = 0
        var oldest = index
        // Back from the newest, so that the oldest one that is needed decides when it lapses.
        while true {
            sum += deeds[oldest].weight
            if sum >= needed { break }
            guard oldest > 0 else { return nil }
            oldest -= 1
        }
        switch demand.terms.period {
        case .once: return .max
        case .months(let months):
            let end = Self.months(months, after: deeds[oldest].day) - 1
            return end >= deeds[index].day ? end : nil
        case .calendarYear:
            let year = Day(daysSince1970: deeds[index].day).parts.year
            guard Day(daysSince1970: deeds[oldest].day).parts.year == year else { return nil }
            return Self.endOfYear(year + 1)
        }
    }

    /// Whoever obtained the base level has the rest of that year and the next, or the months of the period,
    /// to do it for the first time.
    private mutating func addSettling(_ record: CompetenceRecord) {
        let obtained = record.certificates.compactMap { certificate -> Day? in
            guard certificate.specialisation.isEmpty, certificate.interval?.isEmpty == false else {
                return nil
            }
            return certificate.issued
        }.min()
        guard let obtained else { return }
        let through: Int
        switch demand.terms.period {
        case .once: return
        case .calendarYear: through = Self.endOfYear(obtained.parts.year + 1)
        case .months(let months): through = Self.months(months, after: obtained.daysSince1970) - 1
        }
        spans.append(
            FactSpan(
                from: obtained.daysSince1970, through: through, kind: .settling,
                ground: .baseLevel(obtained)))
    }

    /// The first day on which a prerequisite was there; `Int.max` when it never was.
    private static func firstDay(of kind: ActivityKind, in record: CompetenceRecord) -> Int {
        let done = record.activities.first { kind.fulfilledBy.contains($0.kind) }?.day.daysSince1970 ?? .max
        guard kind == .basicCourse else { return done }
        let certified = record.certificates.compactMap { certificate -> Int? in
            guard certificate.specialisation.isEmpty, certificate.interval?.isEmpty == false else {
                return nil
            }
            return certificate.issued?.daysSince1970 ?? .min
        }.min()
        return min(done, certified ?? .max)
    }

    private static func months(_ months: Int, after day: Int) -> Int {
        Day(daysSince1970: day).adding(months: months).daysSince1970
    }

    private static func endOfYear(_ year: Int) -> Int {
        Day.daysSince1970(year: year + 1, month: 1, day: 1) - 1
    }
}
