import Domain
import Storage

/// That somebody was shown personal data of others; it is written down before the answer leaves (spec P6).
struct DataView: Equatable, Sendable {
    let kind: Kind
    let people: [ID<Functionary>]

    /// Where it was shown. The raw value is stored.
    enum Kind: String, CaseIterable, Sendable {
        case personPage, personForm, reasons, list, program, departure
        /// Names that an incident dossier keeps after somebody was made anonymous.
        case incidentNames
    }

    init(_ kind: Kind, _ people: [ID<Functionary>]) {
        self.kind = kind
        self.people = people
    }
}

/// Views that are not on record yet: one a person, visitor, kind and day, however often a page is opened.
struct ViewNote: Sendable {
    let account: ID<Account>
    let kind: DataView.Kind
    let people: [ID<Functionary>]
    let at: Instant
}

extension Visit {
    /// Nil when it is somebody's own, or was noted today.
    func note(of view: DataView, _ tx: Transaction) throws -> ViewNote? {
        let others = view.people.filter { $0 != signedIn.person }
        guard !others.isEmpty else { return nil }
        let noted = try tx.peopleSeen(by: signedIn.account, view.kind, on: today)
        let people = others.filter { !noted.contains($0) }
        guard !people.isEmpty else { return nil }
        return ViewNote(account: signedIn.account, kind: view.kind, people: people, at: now)
    }
}
