import Domain
import Storage
import Web

/// Everything about the competence of one person, for that person and the planner (*vaardigheidspaspoort*).
struct PassportPage: Sendable {
    /// How far the forecast looks ahead (spec C4).
    static let forecastYears = 2

    let person: Functionary
    let functions: [Standing]
    let activities: [PerformedActivity]
    let candidacies: [Candidacy]
    /// Functions for which the person may apply.
    let open: [CrisisFunction]
    let functionNames: [Code<CrisisFunction>: String]
    /// Whom the person met; empty for whoever opted out, and for others than the person.
    let meetings: [(name: String, meeting: Acquaintances.Meeting)]
    let isOptedOut: Bool
    /// The next sessions that would mend what is missing, per function: with a place, or with the person in it.
    let sessions: [Code<CrisisFunction>: [OpenSession]]
    let proofs: [ID<Certificate>: CertificateProof]
    let isOwn: Bool
    let mayEdit: Bool
    let csrf: String
    let now: Instant

    struct Standing: Sendable {
        let function: CrisisFunction
        let designation: Designation
        let assessment: CompetenceAssessment
        let record: CompetenceRecord
        /// From now to the end of the forecast.
        let forecast: [CompetenceHistory.Period]
        /// Municipalities for which the person works in this function without a mandate.
        let withoutMandate: [String]
    }

    /// - Throws: `WebFailure.forbidden` or `.notFound` for whoever is neither the person nor their planner.
    init(_ visit: Visit, _ tx: Transaction) throws {
        let person = try visit.ownOrEditablePerson(tx)
        self.person = person
        now = visit.now
        csrf = visit.signedIn.csrf
        isOwn = visit.signedIn.person == person.id
        mayEdit =
            visit.signedIn.may(.editPeople)
            && visit.signedIn.reach(of: .editPeople).includes(person.municipality)
        let book = try tx.competenceBook(of: person.id)
        let catalogue = Dictionary(
            try tx.functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let horizon = Interval(
            visit.now,
            Amsterdam.startOfDay(visit.today.adding(months: 12 * Self.forecastYears)))
        let today = visit.today
        functions = try tx.designations(of: person.id).filter { $0.state != .ended }.compactMap {
            designation in
            guard let function = catalogue[designation.function] else { return nil }
            return Standing(
                function: function, designation: designation,
                assessment: book.assessment(of: person, for: function.code, at: visit.now),
                record: book.record(of: person.id, for: function.code),
                forecast: book.history(of: person, for: function.code).periods.filter {
                    $0.interval.overlaps(horizon)
                },
                withoutMandate: designation.state == .designated
                    ? try tx.municipalitiesWithoutMandate(designation, of: person, on: today) : [])
        }
        activities = try tx.performedActivities(of: person.id)
        candidacies = try tx.candidacies(of: person.id)
        functionNames = catalogue.mapValues(\.name)
        let taken = Set(functions.map(\.function.code))
            .union(candidacies.filter { $0.state.isOpen }.map(\.function))
        open =
            isOwn ? try tx.functions().filter { !taken.contains($0.code) && $0.rostering != .appointed } : []
        let optedOut = try tx.acquaintanceOptOuts()
        isOptedOut = optedOut.contains(person.id)
        meetings = isOwn ? try tx.meetings(of: person.id, optedOut) : []
        let upcoming = try tx.openSessions(after: visit.now)
        sessions = functions.reduce(into: [:]) { sessions, standing in
            let wanted = standing.assessment.missingKinds
            sessions[standing.function.code] = upcoming.filter { session in
                wanted.contains(session.kind)
                    && (session.freePlaces > 0 || session.enrolled.contains(person.id))
                    && (session.functions.isEmpty || session.functions.contains(standing.function.code))
            }
        }
        proofs = try tx.certificateProofs(of: person.id)
    }
}

extension CompetenceAssessment {
    /// What is not there, or only thanks to grace.
    var missing: [CompetenceReason] {
        reasons.filter { reason in
            switch reason.standing {
            case .lacking, .unknown, .grace: true
            case .met, .settling, .exempt: false
            }
        }
    }

    /// The kinds of session that would mend it; for the base level a basic course.
    var missingKinds: Set<ActivityKind> {
        missing.reduce(into: []) { kinds, reason in
            switch reason.subject {
            case .baseLevel: kinds.insert(.basicCourse)
            case .specialisation: break
            case .activity(let kind): kinds.formUnion(kind.fulfilledBy)
            }
        }
    }
}

extension Transaction {
    /// By name, the last time first.
    fileprivate func meetings(
        of person: ID<Functionary>, _ optedOut: Set<ID<Functionary>>
    ) throws -> [(name: String, meeting: Acquaintances.Meeting)] {
        let acquaintances = Acquaintances(try performedActivities(), optedOut: optedOut)
        let names = Dictionary(
            try functionaries().map { ($0.id, $0.name.full) }, uniquingKeysWith: { first, _ in first })
        return acquaintances.meetings(of: person).compactMap { meeting in
            names[meeting.person].map { ($0, meeting) }
        }
    }
}
