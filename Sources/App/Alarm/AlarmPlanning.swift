import Domain
import Storage

/// From the register and the roster of this moment to a plan; a preview and an alarm come from the same.
extension Transaction {
    /// - Throws: `AlarmRefusal.faults`.
    func alarmPlan(for request: AlarmRequest, at now: Instant) throws -> AlarmPlan {
        guard let region = try region() else { throw AlarmRefusal.noRegion }
        let facts = try AlarmPlanFacts(self, region, request, now)
        let faults = request.faults(
            knownFunctions: Set(facts.functions.keys), knownMunicipalities: facts.municipalities)
        guard faults.isEmpty else { throw AlarmRefusal.faults(faults) }
        let planner = AlarmPlanner(
            municipality: request.municipality, isFlexible: request.isFlexible, now: now)
        let posts = request.posts.map { post in
            let asked = facts.post(post)
            return planner.post(asked, people: facts.people(for: asked.line))
        }
        return AlarmPlan(
            posts: posts, leaders: Array(facts.leaders.prefix(2)), lastResorts: facts.lastResorts,
            informed: try informed(request, facts))
    }

    /// The mayor of the municipality; the chair and every mayor when the chair has taken over (Wvr 39).
    private func informed(_ request: AlarmRequest, _ facts: AlarmPlanFacts) throws -> [AlarmPlan.Informed] {
        let mayors = request.isRegional ? facts.currentMunicipalities : [request.municipality]
        let chair =
            request.isRegional
            ? [AlarmPlan.Informed(office: .chair, municipality: nil, person: nil)] : []
        return chair
            + mayors.map { municipality in
                AlarmPlan.Informed(
                    office: .mayor, municipality: municipality, person: facts.mayor(of: municipality))
            }
    }
}

/// Everything a plan is made from, read in one moment.
private struct AlarmPlanFacts {
    let functions: [Code<CrisisFunction>: CrisisFunction]
    let municipalities: Set<Code<Municipality>>
    /// Members of the region today, by name.
    let currentMunicipalities: [Code<Municipality>]
    private let request: AlarmRequest
    private let now: Instant
    private let region: SafetyRegion
    private let input: CoverageInput
    private let designations: [ID<Functionary>: [Designation]]
    private let travel: TravelTable
    private let norms: NormSet
    /// Those whose suppliers are bound today.
    private let promises: [BoundPromise]
    /// Districts that serve the municipality of the alarm, and all municipalities of each.
    private let serving: [Code<District>: Set<Code<Municipality>>]

    init(_ tx: Transaction, _ region: SafetyRegion, _ request: AlarmRequest, _ now: Instant) throws {
        self.request = request
        self.now = now
        self.region = region
        let today = Amsterdam.day(at: now)
        functions = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let all = try tx.municipalities()
        municipalities = Set(all.map(\.code))
        currentMunicipalities = all.filter { $0.exists(on: today) }.map(\.code)
        input = try tx.coverageInput(during: Interval(now, now.adding(minutes: 1)))
        designations = Dictionary(grouping: try tx.designations(), by: \.person)
        travel = try tx.travelMinutes()
        norms = try tx.normSet()
        promises = try tx.boundPromises(on: today)
        var serving: [Code<District>: Set<Code<Municipality>>] = [:]
        for district in try tx.districts() {
            let served = Set(try tx.municipalities(of: district.code, on: today))
            if served.contains(request.municipality) { serving[district.code] = served }
        }
        self.serving = serving
    }

    /// The duty line that serves the municipality; the one of the smallest district when more do.
    private func line(of function: Code<CrisisFunction>) -> DutyLine? {
        input.lines.filter { $0.function == function && serving[$0.district] != nil }
            .min { (serving[$0.district]?.count ?? 0) < (serving[$1.district]?.count ?? 0) }
    }

    func post(_ post: AlarmRequest.Post) -> AlarmPostFacts {
        let line = line(of: post.function)
        let function = functions[post.function]
        let minutes =
            request.withinMinutes ?? norms.value(of: .response, for: .function(post.function), at: now)
        let intake = functions.values.filter { other in
            other.rostering == .openIntake && other.code != post.function && other.taskOrganisation != nil
                && other.taskOrganisation == function?.taskOrganisation
        }
        return AlarmPostFacts(
            line: DutyLine(
                code: line?.code ?? Code("\(post.function)-\(request.municipality)"), function: post.function,
                district: line?.district ?? Code(request.municipality.text), wanted: post.wanted,
                responseMinutesMax: minutes),
            openIntake: Set(intake.map(\.code)),
            promises: promises.filter { bound in
                bound.promise.function == post.function
                    && bound.promise.isCallable(
                        for: request.municipality, withinMinutes: minutes, at: now)
            })
    }

    /// Everybody, with the travel of this alarm instead of that to a district's assembly point.
    func people(for line: DutyLine) -> [AlarmPerson] {
        input.candidates.map { candidate in
            let person = input.people[candidate.person]
            var minutes = candidate.travelMinutes
            minutes[line.code] = person.flatMap { travelMinutes(from: $0.workBase, to: line.function) }
            return AlarmPerson(
                candidate: Candidate(
                    person: candidate.person, fitness: candidate.fitness, absent: candidate.absent,
                    reachable: candidate.reachable, duties: candidate.duties, deployed: candidate.deployed,
                    resting: candidate.resting, travelMinutes: minutes),
                employer: person?.municipality ?? Code(""),
                servedHere: Set(
                    (designations[candidate.person] ?? []).filter(servesHere(person)).map(\.function)))
        }
    }

    private func travelMinutes(
        from base: Code<Municipality>, to code: Code<CrisisFunction>
    ) -> Int? {
        switch functions[code]?.workplace {
        case .scene: travel.minutes(from: base, to: request.municipality)
        case .coordinationCentre: travel.minutes(from: base, to: region.coordinationCentre)
        case .remote, .some(.none), nil: 0
        }
    }

    private func servesHere(_ person: Functionary?) -> (Designation) -> Bool {
        { designation in
            guard let employer = person?.municipality else { return false }
            return switch designation.scope {
            case .region: true
            case .local: employer == request.municipality
            case .cluster:
                line(of: designation.function).flatMap { serving[$0.district] }?.contains(employer)
                    ?? (employer == request.municipality)
            }
        }
    }

    // MARK: Who leads, who is the last resort, who is mayor

    private static let commander = Code<CrisisFunction>("ACBZ")
    private static let officer = Code<CrisisFunction>("OVDBZ")
    private static let coordinator = Code<CrisisFunction>("CF")
    private static let official = Code<CrisisFunction>("ARB")
    private static let mayor = Code<CrisisFunction>("BM")
    private static let lastResortsMax = 8

    /// On duty as AC-Bz, else as OvD-Bz of this municipality; first before backup.
    var leaders: [ID<Functionary>] {
        [Self.commander, Self.officer].flatMap(onDuty).filter(isPresent)
    }

    /// Those on duty who lead, then everybody who may lead, then the coordinating officer and the
    /// municipality's own official.
    var lastResorts: [ID<Functionary>] {
        let officials = designated(Self.official).filter {
            input.people[$0]?.municipality == request.municipality
        }
        let all =
            leaders + designated(Self.commander) + designated(Self.officer) + designated(Self.coordinator)
            + officials
        var seen = Set<ID<Functionary>>()
        return Array(all.filter { isPresent($0) && seen.insert($0).inserted }.prefix(Self.lastResortsMax))
    }

    func mayor(of municipality: Code<Municipality>) -> ID<Functionary>? {
        designated(Self.mayor).first { input.people[$0]?.municipality == municipality }
    }

    private func onDuty(_ function: Code<CrisisFunction>) -> [ID<Functionary>] {
        guard let line = line(of: function) else { return [] }
        let standing = input.candidates.flatMap { candidate in
            candidate.duties.filter { $0.line == line.code && $0.interval.contains(now) }
                .map { (candidate.person, $0.slot) }
        }
        return (standing.filter { $0.1 == .first } + standing.filter { $0.1 == .backup }).map(\.0)
    }

    private func designated(_ function: Code<CrisisFunction>) -> [ID<Functionary>] {
        input.candidates.filter { candidate in
            candidate.fitness[function]?.designated.contains { $0.contains(now) } == true
        }.map(\.person)
    }

    /// Whoever leads may well be deployed already: the alarm asks for more people.
    private func isPresent(_ person: ID<Functionary>) -> Bool {
        guard let candidate = input.candidates.first(where: { $0.person == person }) else { return false }
        return !candidate.reachable.isEmpty
            && !candidate.absent.contains { $0.contains(now) }
    }
}
