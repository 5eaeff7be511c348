@testable import Domain

/// Lines, people and a horizon, in the raw facts from which both the sweep's candidates and the brute force
/// are made.
struct RandomCoverageCase: Sendable {
    let horizon: Interval
    let lines: [DutyLine]
    let people: [CoveragePerson]
    /// Every boundary that some fact may have.
    let boundaries: [Instant]

    init(seed: UInt64, shape: Shape = .mixed) {
        var generator = CoverageCaseGenerator(seed: seed, shape: shape)
        self = generator.next()
    }

    init(horizon: Interval, lines: [DutyLine], people: [CoveragePerson], boundaries: [Instant]) {
        self.horizon = horizon
        self.lines = lines
        self.people = people
        self.boundaries = boundaries
    }

    var candidates: [Candidate] { people.map(\.candidate) }

    func sweep(rules: Set<CoverageRule> = CoverageRule.all) -> Coverage {
        Coverage.sweep(lines: lines, candidates: candidates, horizon: horizon, rules: rules)
    }

    /// What kind of cases to make.
    enum Shape: Sendable {
        /// Up to four hours, anything goes.
        case mixed
        /// Up to four hours, up to six people who mostly hold every rule: lines often stand one or two out.
        case healthy
        /// A week or more.
        case long
        /// As mixed, with norms that change at a midnight.
        case dated
        /// Some hundred and fifty people, so that a reserve spans several words of bits.
        case crowded
    }
}

/// A person's raw facts.
struct CoveragePerson: Sendable {
    let id: ID<Functionary>
    /// A function that is missing here was never designated.
    var designated: [Code<CrisisFunction>: [Interval]] = [:]
    /// Only for these lines; a function in `designated` without times is one that was designated so.
    var designatedOn: [Code<DutyLine>: [Interval]] = [:]
    var certificates: [Certificate] = []
    var absent: [Interval] = []
    var reachable: [Interval] = [.always]
    var duties: [Duty] = []
    var deployed: [Interval] = []
    var resting: [Interval] = []
    var travelMinutes: [Code<DutyLine>: Int] = [:]

    init(id: ID<Functionary>) {
        self.id = id
    }

    /// As the sweep sees them.
    var candidate: Candidate {
        let functions = Set(designated.keys).union(certificates.map(\.function))
        let fitness = functions.map { function in
            let certificates = certificates.filter { $0.function == function }
            return (
                function,
                Candidate.Fitness(
                    designated: designated[function] ?? [],
                    designatedOn: designatedOn.filter { $0.key.text.hasPrefix("\(function)-") },
                    competence: CompetenceHistory(certificates: certificates))
            )
        }
        return Candidate(
            person: id, fitness: Dictionary(uniqueKeysWithValues: fitness), absent: absent,
            reachable: reachable,
            duties: duties, deployed: deployed, resting: resting, travelMinutes: travelMinutes)
    }
}
