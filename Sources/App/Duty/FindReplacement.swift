import Domain
import Storage
import Web

/// Who could have a duty, ranked, each with why (spec D5): the fit first, by points, then the others by how
/// little is against them.
struct ReplacementSearch {
    struct Candidacy: Sendable {
        let person: ID<Functionary>
        let name: String
        let municipality: Code<Municipality>
        /// Why they would not count; empty for somebody who would.
        let refusals: [Refusal]
        /// What the working-time act says against it.
        let findings: [WorkingTimeFinding]
        /// The duty they have at that time; on another line it makes both worthless.
        let busy: Duty?
        let wish: DutyWish?
        /// Weeks to the nearest other duty.
        let nearest: Int?
        /// Duties in the year around it.
        let load: Int
        let points: Int
        let isTooClose: Bool

        /// Nothing is against it.
        var isFit: Bool { refusals.isEmpty && findings.allSatisfy(\.isNotice) && busy == nil }
    }

    private let input: CoverageInput
    private let duties: [ID<Functionary>: [StoredDuty]]
    private let wishes: [ID<Functionary>: [StoredWish]]
    private let weights: RosterWeights
    private let limits: WorkingTimeLimits
    private let served: [Code<Municipality>: Set<Code<District>>]

    private static let aroundDays = 182

    /// - Parameter horizon: when the duties lie for which somebody is sought.
    init(_ tx: Transaction, during horizon: Interval) throws {
        let norms = try tx.normSet()
        input = try tx.coverageInput(during: horizon, norms: norms)
        let around = Interval(
            horizon.start.adding(minutes: -Self.aroundDays * 1_440),
            horizon.end.adding(minutes: Self.aroundDays * 1_440))
        duties = Dictionary(grouping: try tx.duties(during: around), by: \.person)
        wishes = Dictionary(grouping: try tx.wishes(during: horizon), by: \.person)
        weights = RosterWeights(norms, at: horizon.start)
        limits = WorkingTimeLimits(norms, at: horizon.start)
        var served: [Code<Municipality>: Set<Code<District>>] = [:]
        for membership in try tx.districtMemberships() where membership.interval.contains(horizon.start) {
            served[membership.municipality, default: []].insert(membership.district)
        }
        self.served = served
    }

    func line(_ code: Code<DutyLine>) -> DutyLine? { input.lines.first { $0.code == code } }

    /// Everybody designated for the function, best first.
    ///
    /// - Parameters:
    ///   - without: duties that are given away, so that they are against nobody.
    ///   - added: duties given out since this was read.
    func ranked(
        _ line: DutyLine, _ interval: Interval, without: Set<ID<StoredDuty>> = [],
        added: [ID<Functionary>: [Duty]] = [:]
    ) -> [Candidacy] {
        input.candidates.compactMap { candidate -> Candidacy? in
            guard candidate.fitness[line.function] != nil, let person = input.people[candidate.person] else {
                return nil
            }
            let own =
                (duties[candidate.person] ?? []).filter { !without.contains($0.id) }.map(\.duty)
                + (added[candidate.person] ?? [])
            return candidacy(candidate, person, line, interval, own)
        }.sorted {
            (
                $0.isFit ? 0 : 1, $0.busy == nil ? 0 : 1, $0.refusals.count, $0.isTooClose ? 1 : 0, $0.points,
                $0.name
            )
                < (
                    $1.isFit ? 0 : 1, $1.busy == nil ? 0 : 1, $1.refusals.count, $1.isTooClose ? 1 : 0,
                    $1.points, $1.name
                )
        }
    }

    private func candidacy(
        _ candidate: Candidate, _ person: Functionary, _ line: DutyLine, _ interval: Interval, _ own: [Duty]
    ) -> Candidacy {
        let alone = Candidate(
            person: candidate.person, fitness: candidate.fitness, absent: candidate.absent,
            reachable: candidate.reachable, duties: [], deployed: candidate.deployed,
            resting: candidate.resting, travelMinutes: candidate.travelMinutes)
        let refusals = Coverage.refusals(of: alone, for: line, during: interval)
        let monday = DutyPeriod(at: interval.start).monday
        let distances = own.filter { !$0.interval.overlaps(interval) }.map {
            abs(DutyPeriod(at: $0.interval.start).monday.daysSince1970 - monday.daysSince1970) / 7
        }
        let nearest = distances.min()
        let wish = (wishes[person.id] ?? []).filter { $0.interval.overlaps(interval) }.map(\.wish)
            .max { $0.strictness < $1.strictness }
        let isFamiliar = served[person.municipality]?.contains(line.district) ?? false
        let points =
            weights.points(wish) + (isFamiliar ? 0 : weights.unfamiliar)
            + (nearest.map(weights.spacingPoints) ?? 0) + weights.share * own.count
        return Candidacy(
            person: person.id, name: person.name.full, municipality: person.municipality, refusals: refusals,
            findings: WorkingTimeFinding.added(to: own.map(\.interval), by: interval, limits),
            busy: own.first { $0.interval.overlaps(interval) }, wish: wish, nearest: nearest, load: own.count,
            points: points, isTooClose: nearest.map { $0 < weights.weeksApart } ?? false)
    }
}

extension ReplacementSearch.Candidacy {
    /// Why, or why not, as the planner reads it.
    var sentence: String {
        var parts: [String] = []
        if let busy { parts.append("Heeft dan al dienst op lijn \(busy.line.text).") }
        parts += refusals.map(\.sentence) + findings.map(\.sentence)
        if let wish { parts.append("Wens: \(wish.word).") }
        if let nearest { parts.append("Andere dienst op \(Dutch.count(nearest, "week", "weken")) afstand.") }
        parts.append("\(Dutch.count(load, "dienst", "diensten")) in het jaar eromheen.")
        return parts.joined(separator: " ")
    }
}
