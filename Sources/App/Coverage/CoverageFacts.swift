package import Domain
package import Storage

/// Everything a sweep needs, read in one moment.
package struct CoverageInput: Sendable {
    package let lines: [DutyLine]
    /// By name: the order in which reserves are named.
    package let candidates: [Candidate]
    package let people: [ID<Functionary>: Functionary]
}

extension Transaction {
    /// The one read that loads what a sweep of `horizon` asks for. Nobody counts as resting: what somebody must
    /// make up for after a call is on the pages of rest and hours, and never blocks.
    ///
    /// - Parameters:
    ///   - dutiesFrom: how far back duties are loaded, for a rotation that must know who rested longest.
    ///   - book: what to go by for competence; nil for what is on record.
    ///   - known: the norms, where the caller has read them.
    package func coverageInput(
        during horizon: Interval, dutiesFrom: Instant? = nil, competence book: CompetenceBook? = nil,
        norms known: NormSet? = nil
    ) throws -> CoverageInput {
        let norms = try known ?? normSet()
        let lines = try lines(norms: norms)
        let people = try functionaries()
        let designations = Dictionary(grouping: try designations(), by: \.person)
        let book = try book ?? competenceBook(norms: norms)
        let absences = Dictionary(grouping: try absences(during: horizon), by: \.person)
        let duties = Dictionary(
            grouping: try duties(during: Interval(dutiesFrom ?? horizon.start, horizon.end)), by: \.person)
        let deployed = try deployedTimes(norms: norms)
        let channels = try channelsByPerson()
        let unreachable = try unreachable(among: channels)
        let travel = try LineTravel(self, lines: lines)
        let served = try ServedLines(self, lines: lines)
        let candidates = people.map { person in
            Candidate(
                person: person.id,
                fitness: fitness(
                    of: person, designations[person.id] ?? [], book, served.lines(of: person.municipality)),
                absent: (absences[person.id] ?? []).map(\.interval),
                reachable: channels[person.id] == nil
                    ? [] : [Interval(.distantPast, unreachable[person.id] ?? .distantFuture)],
                duties: (duties[person.id] ?? []).map(\.duty), deployed: deployed[person.id] ?? [],
                travelMinutes: travel.minutes(from: person.workBase))
        }
        return CoverageInput(
            lines: lines, candidates: candidates,
            people: Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The proof of some lines with people judged by `book`.
    func coverage(of lines: [DutyLine], by book: CompetenceBook, _ horizon: Interval) throws -> Coverage {
        let input = try coverageInput(during: horizon, competence: book)
        return Coverage.sweep(lines: lines, candidates: input.candidates, horizon: horizon)
    }

    /// A designation for the own municipality counts on the lines that serve it, and while they do.
    private func fitness(
        of person: Functionary, _ designations: [Designation], _ book: CompetenceBook,
        _ served: [ServedLines.Line]
    ) -> [Code<CrisisFunction>: Candidate.Fitness] {
        let employed = Interval(from: nil, through: person.employedThrough)
        return Dictionary(grouping: designations, by: \.function).mapValues { ofFunction in
            let function = ofFunction[0].function
            func times(_ isWanted: (Designation.Scope) -> Bool) -> [Interval] {
                ofFunction.filter { isWanted($0.scope) }.compactMap { $0.interval?.clamped(to: employed) }
            }
            let local = times { $0 == .local }
            var designatedOn: [Code<DutyLine>: [Interval]] = [:]
            for line in served where line.function == function {
                designatedOn[line.code, default: []] += local.map { $0.clamped(to: line.interval) }
            }
            return Candidate.Fitness(
                designated: times { $0 != .local }, designatedOn: local.isEmpty ? [:] : designatedOn,
                competence: book.history(of: person, for: function))
        }
    }
}

/// Which lines serve a municipality, and when.
private struct ServedLines {
    struct Line {
        let code: Code<DutyLine>
        let function: Code<CrisisFunction>
        let interval: Interval
    }

    private let byMunicipality: [Code<Municipality>: [Line]]

    init(_ tx: Transaction, lines: [DutyLine]) throws {
        let byDistrict = Dictionary(grouping: lines, by: \.district)
        let served = try tx.districtMemberships().flatMap { membership in
            (byDistrict[membership.district] ?? []).map { line in
                (
                    membership.municipality,
                    Line(code: line.code, function: line.function, interval: membership.interval)
                )
            }
        }
        byMunicipality = Dictionary(grouping: served, by: \.0).mapValues { $0.map(\.1) }
    }

    func lines(of municipality: Code<Municipality>) -> [Line] { byMunicipality[municipality] ?? [] }
}

/// Travel minutes to each line, remembered per work base: many people set out from the same municipality.
private final class LineTravel {
    private let lines: [(line: DutyLine, function: CrisisFunction, district: District)]
    private let table: TravelTable
    private let region: SafetyRegion?
    private var known: [Code<Municipality>: [Code<DutyLine>: Int]] = [:]

    init(_ tx: Transaction, lines: [DutyLine]) throws {
        let functions = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let districts = Dictionary(
            try tx.districts().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        self.lines = lines.compactMap { line in
            guard let function = functions[line.function], let district = districts[line.district] else {
                return nil
            }
            return (line, function, district)
        }
        table = try tx.travelMinutes()
        region = try tx.region()
    }

    func minutes(from base: Code<Municipality>) -> [Code<DutyLine>: Int] {
        if let minutes = known[base] { return minutes }
        guard let region else { return [:] }
        var minutes: [Code<DutyLine>: Int] = [:]
        for (line, function, district) in lines {
            minutes[line.code] = table.minutes(from: base, to: function, in: district, of: region)
        }
        known[base] = minutes
        return minutes
    }
}
