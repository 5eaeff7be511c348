import Domain
import Storage
import Web

/// The published year: who stands where, week by week.
struct RosterYearPage: Sendable {
    static let weeks = 52
    /// Weeks in the list; the picture shows them all.
    static let listWeeks = 8

    let from: Day
    let rows: [Row]
    let now: Instant

    struct Row: Sendable {
        let line: Code<DutyLine>
        let name: String
        let weeks: [Week]
    }

    struct Week: Sendable {
        let period: DutyPeriod
        let hasHoliday: Bool
        /// Of a duty in parts everybody, in order.
        let people: [DutySlot: [String]]
        let missingMinutes: [DutySlot: Int]

        var state: State {
            let open = DutySlot.allCases.filter { missingMinutes[$0, default: 0] > 0 }
            if open.isEmpty { return .whole }
            return open.contains(.first) ? .open : .noBackup
        }

        enum State: CaseIterable {
            case whole, noBackup, open
        }
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        now = visit.now
        let present = DutyPeriod(at: visit.now, try tx.dutyChange(at: visit.now)).monday
        from = (Dutch.day(visit.request.query["van"]) ?? present).monday
        let periods = try tx.dutyPeriods(weekOf: from, count: Self.weeks)
        let horizon = Interval(periods[0].interval.start, periods[Self.weeks - 1].interval.end)
        let names = Dictionary(
            try tx.functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        let duties = Dictionary(grouping: try tx.duties(during: horizon), by: \.duty.line)
        let lineNames = try tx.lineNames()
        rows = try tx.lines().map { line in
            let own = duties[line.code] ?? []
            return Row(
                line: line.code, name: lineNames[line.code] ?? line.code.text,
                weeks: periods.map { period in
                    Week(period, own.filter { $0.duty.interval.overlaps(period.interval) }, names)
                })
        }
    }

    var heading: String {
        let open = rows.flatMap { row in row.weeks.filter { $0.state == .open }.map { (row, $0) } }
        guard let first = open.min(by: { $0.1.period.monday < $1.1.period.monday }) else {
            return "Op elke lijn staat \(Self.weeks) weken iemand op het rooster"
        }
        return "Eerste week zonder eerste: \(first.0.name), week \(first.1.period.monday.weekNumber)"
    }
}

extension RosterYearPage.Week {
    fileprivate init(_ period: DutyPeriod, _ duties: [StoredDuty], _ names: [ID<Functionary>: String]) {
        self.period = period
        hasHoliday = (0..<7).contains { Holiday.isHoliday(period.firstDay.adding(days: $0)) }
        let bySlot = Dictionary(grouping: duties, by: \.duty.slot)
        people = bySlot.mapValues { $0.compactMap { names[$0.person] } }
        missingMinutes = Dictionary(
            uniqueKeysWithValues: DutySlot.allCases.map { slot in
                let held = IntervalSet((bySlot[slot] ?? []).map(\.duty.interval))
                let left = IntervalSet([period.interval]).subtracting(held)
                return (slot, left.intervals.reduce(0) { $0 + $1.minutes })
            })
    }

    func names(_ slot: DutySlot) -> String {
        let names = people[slot] ?? []
        return names.isEmpty ? "niemand" : names.joined(separator: ", daarna ")
    }

    var words: String {
        let holiday = hasHoliday ? ", met een feestdag" : ""
        return "eerste \(names(.first)); achterwacht \(names(.backup))\(holiday)"
    }
}
