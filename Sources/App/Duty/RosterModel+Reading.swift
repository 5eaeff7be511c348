import Domain
import Storage

/// How far back duties count for rest and holidays, and how far ahead for rest: a year and a week.
private let aroundDays = 371

extension RosterModel {
    /// Everything a roster of these lines and weeks asks for, in one moment.
    init(_ tx: Transaction, lines codes: [Code<DutyLine>], periods: [DutyPeriod]) throws {
        guard let first = periods.first, let last = periods.last else { throw DutyRefusal.noPeriods }
        let interval = Interval(first.interval.start, last.interval.end)
        let input = try tx.coverageInput(during: interval)
        let lines = input.lines.filter { codes.contains($0.code) }
        guard !lines.isEmpty else { throw DutyRefusal.unknownLine }
        let around = Interval(
            interval.start.adding(minutes: -aroundDays * 1_440),
            interval.end.adding(minutes: aroundDays * 1_440))
        let duties = try tx.duties(during: around)
        let pins = try tx.pinnedDuties()
        let weights = RosterWeights(try tx.normSet(), at: interval.start)
        let holidays = Set(periods.indices.filter { Self.hasHoliday(periods[$0]) })

        func week(_ duty: Duty) -> Int {
            let monday = DutyPeriod(at: duty.interval.start, first.change).monday
            return (monday.daysSince1970 - first.monday.daysSince1970) / 7
        }
        func isOwn(_ stored: StoredDuty) -> Bool {
            codes.contains(stored.duty.line) && stored.duty.interval.start >= interval.start
                && stored.duty.interval.start < interval.end
        }
        let staying = duties.filter { !isOwn($0) || pins.contains($0.id) }
        let stayingBy = Dictionary(grouping: staying, by: \.person)
        let pinned = staying.filter(isOwn)
        var wanted = lines.map { _ in periods.map { _ in DutySlot.allCases.count } }
        var pinnedPlaces: [Place: Int] = [:]
        var places: Set<RosterDifference.Place> = []
        for stored in pinned {
            guard let line = lines.firstIndex(where: { $0.code == stored.duty.line }) else { continue }
            let place = RosterDifference.Place(
                monday: first.monday.adding(days: 7 * week(stored.duty)), line: stored.duty.line,
                slot: stored.duty.slot)
            // A place that several people share is one place.
            if places.insert(place).inserted { wanted[line][week(stored.duty)] -= 1 }
            guard let municipality = input.people[stored.person]?.municipality else { continue }
            pinnedPlaces[
                Place(line: line, week: week(stored.duty), municipality: municipality), default: 0] += 1
        }
        let able = Self.able(input.candidates, lines, periods, interval, stayingBy)
        let fair = Self.fairParts(
            able, wanted: lines.map { _ in periods.map { _ in DutySlot.allCases.count } })
        let wishes = Dictionary(grouping: try tx.wishes(during: interval), by: \.person)
        let served = try Self.served(tx, lines, on: first.monday)
        let members = input.candidates.indices.compactMap { index -> RosterMember? in
            guard able[index].contains(where: { !$0.isEmpty }),
                let person = input.people[input.candidates[index].person]
            else { return nil }
            let own = stayingBy[person.id] ?? []
            return RosterMember(
                person: person.id, municipality: person.municipality, lines: able[index],
                familiar: served[person.municipality] ?? [],
                wishes: Self.wishes(wishes[person.id] ?? [], periods), settled: own.map { week($0.duty) },
                pinned: own.filter(isOwn).map { week($0.duty) }, fair: fair[index],
                hadHoliday: own.contains {
                    $0.duty.interval.end <= interval.start
                        && Self.hasHoliday(DutyPeriod(at: $0.duty.interval.start, first.change))
                })
        }
        self.init(
            lines: lines, periods: periods, members: members, weights: weights, holidays: holidays,
            wanted: wanted, pinned: pinnedPlaces,
            bands: try Self.bands(tx, members))
    }

    private static func hasHoliday(_ period: DutyPeriod) -> Bool {
        (0..<7).contains { Holiday.isHoliday(period.firstDay.adding(days: $0)) }
    }

    /// By candidate and week: the lines they are fit for and stand nowhere else.
    private static func able(
        _ candidates: [Candidate], _ lines: [DutyLine], _ periods: [DutyPeriod], _ horizon: Interval,
        _ staying: [ID<Functionary>: [StoredDuty]]
    ) -> [[[Int]]] {
        let free = candidates.map { candidate in
            Candidate(
                person: candidate.person, fitness: candidate.fitness, absent: candidate.absent,
                reachable: candidate.reachable, duties: (staying[candidate.person] ?? []).map(\.duty),
                deployed: candidate.deployed, resting: candidate.resting,
                travelMinutes: candidate.travelMinutes)
        }
        let fitness = DutyFitness(lines: lines, candidates: free, horizon: horizon)
        var able = candidates.map { _ in periods.map { _ in [Int]() } }
        for (week, period) in periods.enumerated() {
            for line in lines.indices {
                for index in fitness.candidates(fitFor: line, throughout: period.interval)
                where !free[index].duties.contains(where: { $0.interval.overlaps(period.interval) }) {
                    able[index][week].append(line)
                }
            }
        }
        return able
    }

    /// Every place shared equally among who is fit for it.
    private static func fairParts(_ able: [[[Int]]], wanted: [[Int]]) -> [Double] {
        var counts = wanted.map { $0.map { _ in 0 } }
        for weeks in able {
            for (week, lines) in weeks.enumerated() { for line in lines { counts[line][week] += 1 } }
        }
        return able.map { weeks in
            weeks.enumerated().reduce(0) { sum, entry in
                entry.element.reduce(sum) {
                    $0 + Double(wanted[$1][entry.offset]) / Double(max(1, counts[$1][entry.offset]))
                }
            }
        }
    }

    private static func wishes(_ wishes: [StoredWish], _ periods: [DutyPeriod]) -> [Int: DutyWish] {
        var found: [Int: DutyWish] = [:]
        for (week, period) in periods.enumerated() {
            let here = wishes.filter { $0.interval.overlaps(period.interval) }.map(\.wish)
            found[week] = here.max { $0.strictness < $1.strictness }
        }
        return found
    }

    private static func served(
        _ tx: Transaction, _ lines: [DutyLine], on day: Day
    ) throws -> [Code<Municipality>: Set<Int>] {
        let moment = Amsterdam.startOfDay(day)
        var served: [Code<Municipality>: Set<Int>] = [:]
        for membership in try tx.districtMemberships() where membership.interval.contains(moment) {
            for (index, line) in lines.enumerated() where line.district == membership.district {
                served[membership.municipality, default: []].insert(index)
            }
        }
        return served
    }

    /// A municipality carries between what its people would give and what its inhabitants would; a tenth on
    /// either side is free.
    private static func bands(
        _ tx: Transaction, _ members: [RosterMember]
    ) throws -> [Code<Municipality>: ClosedRange<Int>] {
        let populations = try tx.latestPopulations()
        let byPeople = Dictionary(grouping: members, by: \.municipality).mapValues { people in
            people.reduce(0) { $0 + $1.fair }
        }
        let inhabitants = byPeople.keys.reduce(0) { $0 + (populations[$1]?.inhabitants ?? 0) }
        let total = byPeople.values.reduce(0, +)
        return Dictionary(
            uniqueKeysWithValues: byPeople.map { municipality, fair in
                let own = populations[municipality]?.inhabitants ?? 0
                let byInhabitants = inhabitants == 0 ? fair : total * Double(own) / Double(inhabitants)
                let low = Int((min(fair, byInhabitants) * 0.9).rounded(.down))
                let high = Int((max(fair, byInhabitants) * 1.1).rounded(.up))
                return (municipality, low...max(low, high))
            })
    }
}
