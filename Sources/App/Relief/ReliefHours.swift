import Domain
import Storage

/// Hours, rest debt and cost of a deployment, per person and per municipality that employs them (spec L4).
struct ReliefHours: Sendable {
    struct Person: Sendable {
        let person: ID<Functionary>
        let name: String
        let municipality: Code<Municipality>
        let ledger: RestLedger
        let isPresent: Bool
    }

    struct Municipal: Sendable {
        let municipality: Code<Municipality>
        let name: String
        let people: Int
        let minutes: Int
        /// Nil while nobody established what an hour costs.
        let cost: Money?
    }

    /// By name.
    let people: [Person]
    /// By name.
    let municipalities: [Municipal]
    /// Shifts that somebody said yes to and that are over, of which nobody wrote down that they were worked; by start.
    let unrecorded: [ReliefShift]
    /// Euros an hour; nil: not established.
    let hourRate: Int?

    init(_ id: ID<Deployment>, _ tx: Transaction, at now: Instant) throws {
        let norms = try tx.normSet()
        let limits = WorkingTimeLimits(norms, at: now)
        let most = norms.value(of: .shiftMost, at: now).map { 60 * $0 }
        let endedAt = try tx.deployment(id)?.endedAt
        let end = min(now, endedAt ?? now)
        let times = Dictionary(
            grouping: try tx.crewTimes(of: id).filter { $0.isAtWork && $0.since <= end }, by: \.person)
        let rate = norms.value(of: .reliefHourRate, at: now)
        let people = try tx.functionaries().compactMap { functionary -> Person? in
            guard let own = times[functionary.id] else { return nil }
            let work = own.map { Interval($0.since, min($0.until ?? end, end)) }
            return Person(
                person: functionary.id, name: functionary.name.full,
                municipality: functionary.municipality,
                ledger: RestLedger(work: work, limits, shiftMinutesMax: most, at: now),
                isPresent: endedAt == nil && own.contains { $0.until == nil })
        }
        self.people = people
        unrecorded = try tx.reliefShifts(of: id).filter { shift in
            let own = times[shift.person] ?? []
            return shift.state == .accepted && shift.interval.end <= end
                && !own.contains {
                    $0.until == nil || Interval($0.since, $0.until ?? end).overlaps(shift.interval)
                }
        }
        hourRate = rate
        let names = try tx.municipalityNames()
        municipalities = Dictionary(grouping: people, by: \.municipality).map { code, own in
            let minutes = own.reduce(0) { $0 + $1.ledger.workedMinutes }
            return Municipal(
                municipality: code, name: names[code] ?? code.text, people: own.count, minutes: minutes,
                cost: rate.map { Money(cents: Int64($0) * 100 * Int64(minutes) / 60) })
        }.sorted { ($0.name, $0.municipality) < ($1.name, $1.municipality) }
    }

    var minutes: Int { municipalities.reduce(0) { $0 + $1.minutes } }
    var debtors: [Person] { people.filter { $0.ledger.debtMinutes > 0 } }
}
