import Domain
import Storage
import Web

/// How many people carry each line, and how municipalities carry it together (spec D1).
struct PoolPage: Sendable {
    static let yearWeeks = 52

    let pools: [Pool]
    let municipalities: [Share]
    /// The norms; nil is "niet vastgesteld".
    let target: Int?
    let alarm: Int?
    let frequency: Int?

    struct Pool: Sendable {
        let line: Code<DutyLine>
        let name: String
        /// Designated and employed at this moment.
        let designated: Int
        /// Of those, who could stand on it today.
        let fit: Int
        /// Who has a duty on it in the coming year.
        let rostered: Int
        /// Places that are filled in the coming year, in weeks.
        let weeks: Int

        /// One week of duty in so many, for who is rostered.
        var weeksApart: Int? { weeks == 0 ? nil : rostered * PoolPage.yearWeeks / weeks }
    }

    struct Share: Sendable {
        let name: String
        let inhabitants: Int
        let designated: Int
        let weeks: Int
    }

    enum Depth: Sendable {
        case enough, thin, tooSmall, unknown
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let today = Interval(visit.now, visit.now.adding(minutes: 1))
        let input = try tx.coverageInput(during: today)
        let fitness = DutyFitness(lines: input.lines, candidates: input.candidates, horizon: today)
        let year = Interval(visit.now, visit.now.adding(minutes: Self.yearWeeks * 7 * 1_440))
        let duties = try tx.duties(during: year)
        let byLine = Dictionary(grouping: duties, by: \.duty.line)
        let names = try tx.lineNames()
        pools = input.lines.enumerated().map { index, line in
            let own = byLine[line.code] ?? []
            return Pool(
                line: line.code, name: names[line.code] ?? line.code.text,
                designated: input.candidates.count { $0.isDesignated(on: line, at: visit.now) },
                fit: fitness.candidates(fitFor: index, throughout: today).count,
                rostered: Set(own.map(\.person)).count, weeks: Self.weeks(own, year))
        }
        let designated = Dictionary(
            grouping: input.candidates.filter { candidate in
                input.lines.contains { candidate.isDesignated(on: $0, at: visit.now) }
            }.compactMap { input.people[$0.person] }, by: \.municipality)
        let carried = Dictionary(grouping: duties) { input.people[$0.person]?.municipality }
        let populations = try tx.latestPopulations()
        municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }.map { place in
            Share(
                name: place.name, inhabitants: populations[place.code]?.inhabitants ?? 0,
                designated: designated[place.code]?.count ?? 0,
                weeks: Self.weeks(carried[place.code] ?? [], year))
        }
        let norms = try tx.normSet()
        target = norms.value(of: .poolTarget, at: visit.now)
        alarm = norms.value(of: .poolAlarm, at: visit.now)
        frequency = norms.value(of: .dutyFrequency, at: visit.now)
    }

    private static func weeks(_ duties: [StoredDuty], _ year: Interval) -> Int {
        (duties.reduce(0) { $0 + $1.duty.interval.clamped(to: year).minutes } + 5_040) / 10_080
    }

    func depth(_ pool: Pool) -> Depth {
        guard let target, let alarm else { return .unknown }
        if pool.fit < alarm { return .tooSmall }
        return pool.fit < target ? .thin : .enough
    }

    var heading: String {
        let small = pools.filter { depth($0) == .tooSmall }
        guard let first = small.first else {
            return target == nil ? "Hoeveel mensen elke lijn dragen" : "Geen enkele groep is te klein"
        }
        return small.count == 1
            ? "Te klein: \(first.name)" : "\(Dutch.count(small.count, "groep is", "groepen zijn")) te klein"
    }
}

extension Candidate {
    fileprivate func isDesignated(on line: DutyLine, at now: Instant) -> Bool {
        guard let fitness = fitness[line.function] else { return false }
        return (fitness.designated + (fitness.designatedOn[line.code] ?? [])).contains { $0.contains(now) }
    }
}
