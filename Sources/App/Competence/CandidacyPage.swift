import Domain
import Storage
import Web

/// Open applications of the people for whom the visitor answers or keeps papers.
struct CandidaciesPage: Sendable {
    let rows: [Row]
    let today: Day
    let csrf: String

    struct Row: Sendable {
        let candidacy: Candidacy
        let person: Functionary
        let function: String
        let mayConsent: Bool
        let mayDesignate: Bool
    }

    init(_ visit: Visit, _ tx: Transaction) throws {
        today = visit.today
        csrf = visit.signedIn.csrf
        let consents = visit.signedIn.may(.consentApplications)
        let designates = visit.signedIn.may(.editPeople)
        let consentReach = visit.signedIn.reach(of: .consentApplications)
        let editReach = visit.signedIn.reach(of: .editPeople)
        let people = Dictionary(
            try tx.functionaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        rows = try tx.candidacies().compactMap { candidacy in
            guard candidacy.state.isOpen, let person = people[candidacy.person] else { return nil }
            let mayConsent = consents && consentReach.includes(person.municipality)
            let mayDesignate = designates && editReach.includes(person.municipality)
            guard mayConsent || mayDesignate else { return nil }
            return Row(
                candidacy: candidacy, person: person,
                function: names[candidacy.function] ?? candidacy.function.text,
                mayConsent: mayConsent && candidacy.state == .applied,
                mayDesignate: mayDesignate && candidacy.state == .consented)
        }
    }
}
