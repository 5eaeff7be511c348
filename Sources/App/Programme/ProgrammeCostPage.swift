import Domain
import Storage
import Web

/// What the programme of a year asked of each municipality: hours by who came, cost by hours.
struct ProgrammeCostPage: Sendable {
    struct Row: Sendable {
        let name: String
        let people: Int
        let minutes: Int
        let cost: Money
    }

    let year: Int
    /// By name.
    let rows: [Row]
    /// Of sessions to which nobody came: it stays with the region.
    let undivided: Money
    let total: Money
    /// Sessions that were held and have no finished list yet; they count as they were enrolled for.
    let unfinished: Int

    init(_ visit: Visit, _ tx: Transaction) throws {
        let thisYear = visit.today.parts.year
        let year =
            Int(visit.request.query["jaar"]).map { min(max($0, thisYear - 10), thisYear + 5) } ?? thisYear
        self.year = year
        let interval = Interval(
            from: Day(year: year, month: 1, day: 1), through: Day(year: year, month: 12, day: 31))
        let sessions = try tx.activitySessions(during: interval).filter { !$0.isCancelled }
        let enrolments = try tx.enrolments(during: interval)
        let names = try tx.municipalityNames()
        var sums: [Code<Municipality>: (people: Int, minutes: Int, cents: Int64)] = [:]
        var undivided: Int64 = 0
        for session in sessions {
            let shares = SessionShare.shares(of: session, enrolments[session.id] ?? [])
            undivided += session.cost.cents - shares.map(\.cost.cents).reduce(0, +)
            for share in shares {
                let sum = sums[share.municipality] ?? (0, 0, 0)
                sums[share.municipality] = (
                    sum.people + share.people, sum.minutes + share.minutes, sum.cents + share.cost.cents
                )
            }
        }
        rows = sums.map { code, sum in
            Row(
                name: names[code] ?? code.text, people: sum.people, minutes: sum.minutes,
                cost: Money(cents: sum.cents))
        }.sorted { $0.name.folded < $1.name.folded }
        self.undivided = Money(cents: undivided)
        total = Money(cents: sessions.map(\.cost.cents).reduce(0, +))
        unfinished = sessions.count { $0.hasEnded(at: visit.now) && $0.closedAt == nil }
    }
}
