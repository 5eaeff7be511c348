package import Domain
package import Storage

/// Everything that decides who is competent for what, read in one moment; the one way to ask (spec C4).
package struct CompetenceBook: Sendable {
    private let certificates: [ID<Functionary>: [Certificate]]
    private let activities: [ID<Functionary>: [PerformedActivity]]
    private let exemptions: [ID<Functionary>: [Exemption]]
    let requirements: [Requirement]
    private let norms: NormSet
    /// Of every function in the catalogue.
    private var standards: [Code<CrisisFunction>: RequirementProfile] = [:]
    /// Where a municipality adds to the standard.
    private var additions: [Place: RequirementProfile] = [:]

    private struct Place: Hashable {
        let function: Code<CrisisFunction>
        let municipality: Code<Municipality>
    }

    fileprivate init(_ tx: Transaction, _ person: ID<Functionary>?, _ norms: NormSet) throws {
        certificates = Dictionary(grouping: try tx.certificates(of: person), by: \.person)
        activities = Dictionary(grouping: try tx.performedActivities(of: person), by: \.person)
        exemptions = Dictionary(grouping: try tx.exemptions(of: person), by: \.person)
        requirements = try tx.requirements()
        self.norms = norms
        let functions = try tx.functions().map(\.code)
        makeProfiles(functions)
    }

    private init(_ other: CompetenceBook, _ requirements: [Requirement], _ norms: NormSet) {
        certificates = other.certificates
        activities = other.activities
        exemptions = other.exemptions
        self.requirements = requirements
        self.norms = norms
        makeProfiles(Array(other.standards.keys))
    }

    /// The same people under other requirements or norms, to see beforehand what a change does.
    func asking(_ requirements: [Requirement]? = nil, norms: NormSet? = nil) -> CompetenceBook {
        CompetenceBook(self, requirements ?? self.requirements, norms ?? self.norms)
    }

    private mutating func makeProfiles(_ functions: [Code<CrisisFunction>]) {
        let byFunction = Dictionary(grouping: requirements, by: \.function)
        for function in functions {
            let asked = byFunction[function] ?? []
            standards[function] = profile(function, asked, nil)
            for municipality in Set(asked.compactMap(\.municipality)) {
                additions[Place(function: function, municipality: municipality)] = profile(
                    function, asked, municipality)
            }
        }
    }

    private func profile(
        _ function: Code<CrisisFunction>, _ asked: [Requirement], _ municipality: Code<Municipality>?
    ) -> RequirementProfile {
        RequirementProfile(
            requirements: asked, municipality: municipality,
            certificateMonths: norms.series(of: .certificateValidity, for: .function(function)),
            graceDays: norms.series(of: .competenceGrace, for: .function(function)))
    }

    /// What a function asks of people of a municipality.
    package func profile(of function: Code<CrisisFunction>, in municipality: Code<Municipality>)
        -> RequirementProfile
    {
        additions[Place(function: function, municipality: municipality)] ?? standards[function] ?? .baseLevel
    }

    package func record(of person: ID<Functionary>, for function: Code<CrisisFunction>) -> CompetenceRecord {
        CompetenceRecord(
            certificates: (certificates[person] ?? []).filter { $0.function == function },
            activities: (activities[person] ?? []).filter { $0.function == nil || $0.function == function },
            exemptions: (exemptions[person] ?? []).filter { $0.function == function })
    }

    /// What these people did, for every function.
    func activities(of people: Set<ID<Functionary>>) -> [PerformedActivity] {
        people.sorted().flatMap { activities[$0] ?? [] }
    }

    package func history(of person: Functionary, for function: Code<CrisisFunction>) -> CompetenceHistory {
        profile(of: function, in: person.municipality).history(of: record(of: person.id, for: function))
    }

    package func competence(
        of person: Functionary, for function: Code<CrisisFunction>, at instant: Instant
    ) -> Competence {
        profile(of: function, in: person.municipality)
            .competence(of: record(of: person.id, for: function), at: instant)
    }

    package func assessment(
        of person: Functionary, for function: Code<CrisisFunction>, at instant: Instant
    ) -> CompetenceAssessment {
        profile(of: function, in: person.municipality)
            .assessment(of: record(of: person.id, for: function), at: instant)
    }
}

extension Transaction {
    /// - Parameters:
    ///   - person: nil for everybody.
    ///   - norms: the norms to reckon with; nil for those on record.
    package func competenceBook(of person: ID<Functionary>? = nil, norms: NormSet? = nil) throws
        -> CompetenceBook
    {
        try CompetenceBook(self, person, norms ?? normSet())
    }
}
