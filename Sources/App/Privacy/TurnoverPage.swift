import Domain
import Storage
import Web

/// Who comes and who goes, each with what is not done yet (*instroom*, *uitstroom*; spec P3).
struct TurnoverPage: Sendable {
    /// Somebody is new this long after the first day in a function.
    static let newDays = 365
    /// Whoever left stays on the list this long, so that nothing is forgotten.
    static let goneDays = 90

    /// The longest in the function first; only those of whom something is still to be done.
    let arriving: [Arrival]
    /// The first last day first.
    let leaving: [DeparturePlan]
    let today: Day

    struct Arrival: Sendable {
        let person: Functionary
        let function: CrisisFunction
        let designation: Designation
        let missing: [OnboardingStep]
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        today = visit.today
        let reach = visit.signedIn.reach(of: .editPeople)
        let people = try tx.functionaries().filter { reach.includes($0.municipality) }
        arriving = try tx.arrivals(people, on: visit.today, at: visit.now)
        let since = visit.today.adding(days: -Self.goneDays)
        leaving = try people.compactMap { person -> DeparturePlan? in
            guard let last = person.employedThrough, last >= since else { return nil }
            let plan = try DeparturePlan(of: person, lastDay: last, at: visit.now, tx)
            return plan.departure?.anonymisedAt == nil ? plan : nil
        }.sorted { ($0.lastDay, $0.person.name.sortKey) < ($1.lastDay, $1.person.name.sortKey) }
    }
}

/// What makes somebody ready for a function; the order in which it is told.
enum OnboardingStep: CaseIterable, Sendable {
    /// The college designated them.
    case designated
    /// The decision is on record.
    case decision
    /// Two ways to reach them.
    case channels
    /// They said themself that these are right.
    case confirmed
    case competent
    /// A second person saw the proof.
    case verified
}

extension Transaction {
    fileprivate func arrivals(
        _ people: [Functionary], on today: Day, at now: Instant
    ) throws -> [TurnoverPage.Arrival] {
        let byID = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let catalogue = Dictionary(
            try functions().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let (channels, confirmed) = (try channelsByPerson(), try confirmations())
        let (book, proofs) = (try competenceBook(), try certificateProofs())
        let newSince = today.adding(days: -TurnoverPage.newDays)
        return try designations().compactMap { designation -> TurnoverPage.Arrival? in
            guard designation.state != .ended, let person = byID[designation.person],
                let function = catalogue[designation.function],
                person.employedThrough.map({ $0 >= today }) ?? true,
                designation.state != .designated || designation.validFrom.map({ $0 >= newSince }) ?? false
            else { return nil }
            let record = book.record(of: person.id, for: function.code)
            let done: [OnboardingStep: Bool] = [
                .designated: designation.state == .designated,
                .decision: !designation.document.isEmpty,
                .channels: (channels[person.id] ?? []).count > 1,
                .confirmed: confirmed[person.id]?.confirmedAt != nil,
                .competent: book.competence(of: person, for: function.code, at: now).isCompetent,
                .verified: record.certificates.contains { proofs[$0.id]?.isVerified == true },
            ]
            let missing = OnboardingStep.allCases.filter { done[$0] != true }
            guard !missing.isEmpty else { return nil }
            return TurnoverPage.Arrival(
                person: person, function: function, designation: designation, missing: missing)
        }.sorted {
            ($0.designation.validFrom ?? today, $0.person.name.sortKey)
                < ($1.designation.validFrom ?? today, $1.person.name.sortKey)
        }
    }
}
