import Domain
import Storage
import Web

/// What every function asks today; those with requirements of their own first.
struct ProfilesPage: Sendable {
    let functions: [(function: CrisisFunction, asked: [String], additions: Int)]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let requirements = Dictionary(grouping: try tx.requirements(), by: \.function)
        let norms = try tx.normSet()
        let catalogue = try tx.functions()
        let ordered =
            catalogue.filter { requirements[$0.code] != nil }
            + catalogue.filter { requirements[$0.code] == nil }
        functions = ordered.map { function in
            let own = requirements[function.code] ?? []
            let profile = RequirementProfile(requirements: own, norms: norms, function: function.code)
            let asked = profile.asked(on: visit.today).map { subject, terms in
                "\(subject.word.capitalisedFirst): \(terms.sentence(for: subject))"
            }
            let additions = own.filter { $0.municipality != nil && $0.holds(on: visit.today) }.count
            return (function, asked, additions)
        }
    }
}

/// The profile of one function with its history.
struct ProfilePage: Sendable {
    let function: CrisisFunction
    let requirements: [Requirement]
    let asked: [(subject: Requirement.Subject, terms: Requirement.Terms)]
    let municipalityNames: [Code<Municipality>: String]
    /// For which the visitor may add.
    let places: [Municipality]
    let mayAskRegion: Bool
    let reach: Reach
    /// What the norm set proposes for a new requirement.
    let proposals: [ActivityKind: Int]
    let today: Day
    let now: Instant
    let csrf: String

    var path: String { "/vakbekwaamheid/profielen/\(function.code)" }
    var mayAsk: Bool { mayAskRegion || !places.isEmpty }

    init(_ visit: Visit, _ tx: Transaction) throws {
        let code: Code<CrisisFunction> = visit.code("function")
        guard let function = try tx.functions().first(where: { $0.code == code }) else {
            throw WebFailure.notFound
        }
        self.function = function
        today = visit.today
        now = visit.now
        csrf = visit.signedIn.csrf
        requirements = try tx.requirements(of: code)
        let norms = try tx.normSet()
        asked = RequirementProfile(requirements: requirements, norms: norms, function: code).asked(on: today)
        let municipalities = try tx.municipalities()
        municipalityNames = Dictionary(
            municipalities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        mayAskRegion = visit.signedIn.may(.editNorms)
        let mayEdit = visit.signedIn.may(.editPeople)
        let reach = visit.signedIn.reach(of: .editPeople)
        self.reach = reach
        places =
            mayEdit ? municipalities.filter { $0.exists(on: visit.today) && reach.includes($0.code) } : []
        let subject = NormSubject.function(code)
        proposals = [
            .training: norms.value(of: .trainingsPerYear, for: subject, at: visit.now),
            .exercise: norms.value(of: .exercisesPerYear, for: subject, at: visit.now),
        ].compactMapValues { $0 }
    }

    func mayChange(_ requirement: Requirement) -> Bool {
        requirement.municipality.map { code in places.contains { $0.code == code } } ?? mayAskRegion
    }
}

extension RequirementProfile {
    /// The regional standard with the norms of the function.
    init(requirements: [Requirement], norms: NormSet, function: Code<CrisisFunction>) {
        self.init(
            requirements: requirements,
            certificateMonths: norms.series(of: .certificateValidity, for: .function(function)),
            graceDays: norms.series(of: .competenceGrace, for: .function(function)))
    }
}
