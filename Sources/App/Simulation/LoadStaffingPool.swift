package import Domain
package import Simulation
package import Storage

extension Transaction {
    /// Everybody who may be counted on at `start`, without names, as the proof of coverage would count them:
    /// designated, competent and reachable.
    ///
    /// - Throws: `CoverageFault.noRegion`.
    package func staffingPool(at start: Instant, hours: Int) throws -> StaffingPool {
        guard let region = try region() else { throw CoverageFault.noRegion }
        let horizon = Interval(start, start.adding(minutes: 60 * hours))
        let input = try coverageInput(
            during: horizon, dutiesFrom: start.adding(minutes: -60 * 24 * acquaintanceDays))
        let served = try servedMunicipalities(of: input.lines, on: Amsterdam.day(at: start))
        let places = Set(served.values.joined()).union([region.coordinationCentre]).sorted()
        let indices = Dictionary(
            places.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let functions = try staffingFunctions(input.lines, at: start)
        let travel = try travelMinutes()
        let members = StaffingMembers(
            input, functions: functions.map(\.code), places: indices,
            served: served.mapValues { Set($0.compactMap { indices[$0] }) }, start: start)
        return StaffingPool(
            members: members.all, functions: functions, municipalities: places,
            travelMinutes: places.map { from in places.map { travel.minutes(from: from, to: $0) } },
            coordinationCentre: indices[region.coordinationCentre] ?? 0)
    }

    /// People who stood on one line together in so many days before know each other.
    private var acquaintanceDays: Int { 365 }

    private func servedMunicipalities(
        of lines: [DutyLine], on day: Day
    ) throws -> [Code<District>: [Code<Municipality>]] {
        var served: [Code<District>: [Code<Municipality>]] = [:]
        for line in lines where served[line.district] == nil {
            served[line.district] = try municipalities(of: line.district, on: day)
        }
        return served
    }

    /// Every function that stands on duty: those are the posts of a deployment.
    private func staffingFunctions(_ lines: [DutyLine], at start: Instant) throws -> [StaffingPool.Function] {
        let workplaces = Dictionary(
            try functions().map { ($0.code, $0.workplace) }, uniquingKeysWith: { first, _ in first })
        var known: [StaffingPool.Function] = []
        for line in lines where !known.contains(where: { $0.code == line.function }) {
            known.append(
                StaffingPool.Function(
                    code: line.function, wanted: line.wanted(at: start),
                    responseMinutesMax: line.responseMinutesMax(at: start),
                    workplace: workplaces[line.function] ?? .coordinationCentre))
        }
        return known
    }
}

/// The people of a pool, made from what the proof of coverage reads.
private struct StaffingMembers {
    let all: [StaffingPool.Member]

    init(
        _ input: CoverageInput, functions: [Code<CrisisFunction>], places: [Code<Municipality>: Int],
        served: [Code<District>: Set<Int>], start: Instant
    ) {
        let lines = Dictionary(
            input.lines.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let members = input.candidates.compactMap { candidate -> (Candidate, StaffingPool.Member)? in
            guard let person = input.people[candidate.person],
                let municipality = places[person.municipality]
            else { return nil }
            let isReachable = candidate.reachable.contains { $0.contains(start) }
            func state(_ function: Code<CrisisFunction>) -> Bool? {
                guard isReachable, let fitness = candidate.fitness[function],
                    fitness.designated.contains(where: { $0.contains(start) })
                else { return nil }
                return fitness.competence.competence(at: start).isCompetent
            }
            let duties = candidate.duties.filter { $0.interval.contains(start) }.compactMap {
                duty -> StaffingPool.Duty? in
                guard let line = lines[duty.line], let function = functions.firstIndex(of: line.function)
                else { return nil }
                return StaffingPool.Duty(
                    function: function, served: served[line.district] ?? [], isBackup: duty.slot == .backup,
                    interval: duty.interval)
            }
            return (
                candidate,
                StaffingPool.Member(
                    municipality: municipality, base: places[person.workBase] ?? municipality,
                    functions: functions.indices.filter { state(functions[$0]) == true },
                    lapsed: functions.indices.filter { state(functions[$0]) == false },
                    absent: candidate.absent, duties: duties)
            )
        }
        var acquaintances = members.map { _, member in
            Set(members.indices.filter { members[$0].1.municipality == member.municipality })
        }
        for (left, right) in Self.dutyMates(members.map(\.0)) {
            acquaintances[left].insert(right)
            acquaintances[right].insert(left)
        }
        all = members.enumerated().map { index, entry in
            var member = entry.1
            member.acquaintances = acquaintances[index].subtracting([index])
            return member
        }
    }

    /// Pairs that stood on one line at one time.
    private static func dutyMates(_ candidates: [Candidate]) -> [(Int, Int)] {
        var byLine: [Code<DutyLine>: [(person: Int, interval: Interval)]] = [:]
        for (index, candidate) in candidates.enumerated() {
            for duty in candidate.duties { byLine[duty.line, default: []].append((index, duty.interval)) }
        }
        return byLine.values.flatMap { duties in
            let sorted = duties.sorted { $0.interval.start < $1.interval.start }
            return sorted.indices.flatMap { index in
                sorted[(index + 1)...].prefix { $0.interval.start < sorted[index].interval.end }
                    .map { (sorted[index].person, $0.person) }
            }
        }
    }
}
