import Domain
import Solver
import Storage

/// Everything a relief plan and a forecast of a deployment rest on, read in one moment.
struct ReliefSituation: Sendable {
    let deployment: Deployment
    let norms: ReliefNorms
    let rhythm: ReliefRhythm?
    /// The change from which shifts are planned.
    let changeAt: Instant
    /// How many of each function, in the region's order.
    let wanted: [(function: Code<CrisisFunction>, count: Int)]
    let people: [ReliefPerson]
    let crew: [CrewTime]
    /// Of this deployment, by start.
    let shifts: [ReliefShift]
    let now: Instant

    /// Work of so long ago no longer matters for rest.
    static let backMinutes = 8 * 1_440
    /// The furthest that a forecast looks ahead: two weeks.
    static let aheadMinutes = 14 * 1_440
    /// A crew whose shift is over already is relieved after this, as soon as somebody can be there.
    static let soonestMinutes = 60

    init(_ deployment: Deployment, _ tx: Transaction, at now: Instant) throws {
        self.deployment = deployment
        self.now = now
        let norms = ReliefNorms(try tx.normSet(), at: now)
        let rhythm = try tx.reliefRhythm(of: deployment.id)
        let crew = try tx.crewTimes(of: deployment.id)
        let changeAt =
            rhythm?.nextChange(after: now) ?? Self.firstChange(deployment, crew, norms, at: now)
        (self.norms, self.rhythm, self.crew, self.changeAt) = (norms, rhythm, crew, changeAt)
        // While two crews hand over, both are there: the first plan settles how many are wanted.
        var counts = try tx.wantedCrew(of: deployment.id, counting: rhythm == nil)
        counts.merge(try tx.reliefPosts(of: deployment.id)) { _, given in given }
        wanted = try tx.functions().compactMap { function in
            counts[function.code].flatMap { $0 > 0 ? (function.code, $0) : nil }
        }
        let horizon = Interval(
            now.adding(minutes: -Self.backMinutes), changeAt.adding(minutes: Self.aheadMinutes))
        let all = try tx.reliefShifts(during: horizon)
        shifts = all.filter { $0.deployment == deployment.id }
        let reader = ReliefPeople(
            deployment: deployment, changeAt: changeAt,
            leaveAt: min(changeAt, rhythm?.changesAt ?? changeAt).adding(minutes: norms.overlapMinutes),
            horizon: horizon, now: now, crew: crew,
            others: try tx.crewTimes(besides: deployment.id), shifts: all)
        people = try reader.people(tx, functions: Set(wanted.map(\.function)))
    }

    /// One shift after the first of the crew began, on the quarter of an hour.
    private static func firstChange(
        _ deployment: Deployment, _ crew: [CrewTime], _ norms: ReliefNorms, at now: Instant
    ) -> Instant {
        let began = crew.filter { $0.until == nil }.map(\.since).min() ?? deployment.openedAt
        let due = began.adding(minutes: norms.shiftMinutes)
        let earliest = max(due, now.adding(minutes: soonestMinutes))
        let quarter: Int64 = 15 * 60_000
        return Instant(milliseconds: (earliest.milliseconds + quarter - 1) / quarter * quarter)
    }

    /// - Parameter count: how many shifts.
    func model(shifts count: Int) -> ReliefModel {
        let grid = ReliefGrid(
            start: changeAt, shiftMinutes: rhythm?.shiftMinutes ?? norms.shiftMinutes,
            overlapMinutes: rhythm?.overlapMinutes ?? norms.overlapMinutes, count: count)
        var norms = norms
        (norms.shiftMinutes, norms.overlapMinutes) = (grid.shiftMinutes, grid.overlapMinutes)
        return ReliefModel(grid: grid, wanted: wanted, people: people, norms: norms)
    }

    /// As many shifts as the forecast looks ahead.
    var stayingPower: StayingPower {
        let length = rhythm?.shiftMinutes ?? norms.shiftMinutes
        return StayingPower(
            model(shifts: Self.aheadMinutes / length), askMinutes: norms.askMinutes, at: now)
    }
}

/// From the register, the roster of shifts and other deployments to people as relief sees them.
private struct ReliefPeople {
    let deployment: Deployment
    let changeAt: Instant
    /// When the first crew leaves, as far as nobody wrote down that they did.
    let leaveAt: Instant
    let horizon: Interval
    let now: Instant
    let crew: [CrewTime]
    let others: [CrewTime]
    let shifts: [ReliefShift]

    func people(_ tx: Transaction, functions: Set<Code<CrisisFunction>>) throws -> [ReliefPerson] {
        let input = try tx.coverageInput(during: horizon)
        let travel = try tx.travelMinutes()
        let shifts = Dictionary(grouping: shifts, by: \.person)
        let crew = Dictionary(grouping: crew, by: \.person)
        let others = Dictionary(grouping: others, by: \.person)
        return input.candidates.compactMap { candidate in
            guard let person = input.people[candidate.person],
                candidate.fitness.keys.contains(where: functions.contains)
            else { return nil }
            return self.person(
                candidate, person, shifts[person.id] ?? [], crew[person.id] ?? [], others[person.id] ?? [],
                functions, travel)
        }
    }

    private func person(
        _ candidate: Candidate, _ person: Functionary, _ shifts: [ReliefShift], _ crew: [CrewTime],
        _ others: [CrewTime], _ functions: Set<Code<CrisisFunction>>, _ travel: TravelTable
    ) -> ReliefPerson {
        let isOwn = deployment.municipalities.contains(person.municipality)
        let fit = candidate.fitness.filter { functions.contains($0.key) }.mapValues { fitness in
            // A local designation is for the own municipality.
            let designated = fitness.designated + (isOwn ? fitness.designatedOn.values.flatMap(\.self) : [])
            let lacking = IntervalSet(fitness.competence.competentIntervals).complement
            return IntervalSet(designated).subtracting(lacking)
        }
        let elsewhere = shifts.filter { $0.deployment != deployment.id && $0.state.counts }.map(\.interval)
        // Who said no, or was taken off by hand, is not put on the same shift again by the plan.
        let saidNo = shifts.filter {
            $0.state == .declined || ($0.state == .cancelled && $0.deployment == deployment.id)
        }.map(\.interval)
        let busy = others.filter { $0.until == nil }.map { Interval($0.since, .distantFuture) }
        let unreachable = IntervalSet(candidate.reachable).complement.intervals
        let own = shifts.filter { $0.deployment == deployment.id && $0.state.counts }
        let ahead = own.filter { $0.interval.start >= changeAt }
        let began = own.filter { $0.interval.start < changeAt }.map(\.interval)
        let present = crew.map { Interval($0.since, $0.until ?? leaveAt) }
        let away = others.compactMap { time in time.until.map { Interval(time.since, $0) } }
        let worked = IntervalSet(began + (began.isEmpty ? present : []) + elsewhere + away).intervals
        func stays(_ shifts: [ReliefShift]) -> [ReliefPerson.Stay] {
            shifts.map { .init(function: $0.function, interval: $0.interval) }
        }
        return ReliefPerson(
            person: person.id, fit: fit,
            unavailable: IntervalSet(candidate.absent + elsewhere + saidNo + busy + unreachable),
            travelMinutes: deployment.municipalities.compactMap {
                travel.minutes(from: person.workBase, to: $0)
            }.min() ?? 0,
            worked: worked.filter { $0.end > horizon.start }, stays: stays(ahead.filter(\.isSettled)),
            planned: stays(ahead.filter { !$0.isSettled }))
    }
}
