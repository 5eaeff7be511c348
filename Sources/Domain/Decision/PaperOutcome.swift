/// What a body said about one version of a paper: an advice, a decision, or that it was talked about.
package struct PaperOutcome: Hashable, Sendable {
    package let id: ID<PaperOutcome>
    package let body: Code<GoverningBody>
    /// The version that lay before the body, by its number.
    package let version: Int
    package let day: Day
    package let verdict: Verdict
    package let scope: Scope
    /// The decision or advice in the body's own words.
    package let text: String
    /// "08"; empty when there is none.
    package let agendaPoint: String
    /// By name of office, first the first who signed.
    package let signatures: [Signature]

    package init(
        id: ID<PaperOutcome>, body: Code<GoverningBody>, version: Int, day: Day, verdict: Verdict,
        scope: Scope, text: String, agendaPoint: String = "", signatures: [Signature] = []
    ) {
        self.id = id
        self.body = body
        self.version = version
        self.day = day
        self.verdict = verdict
        self.scope = scope
        self.text = text
        self.agendaPoint = agendaPoint
        self.signatures = signatures
    }

    /// The raw value is stored.
    package enum Verdict: String, CaseIterable, Sendable {
        case discussed
        case agreed, agreedWithRemarks, disagreed
        case adopted, adoptedAmended, postponed, rejected

        package var role: PaperRole {
            switch self {
            case .discussed: .discussion
            case .agreed, .agreedWithRemarks, .disagreed: .advice
            case .adopted, .adoptedAmended, .postponed, .rejected: .decision
            }
        }

        /// After this nothing is asked of the body about this version any more.
        package var settles: Bool {
            switch self {
            case .adopted, .adoptedAmended, .rejected: true
            case .discussed, .agreed, .agreedWithRemarks, .disagreed, .postponed: false
            }
        }

        package var isAdoption: Bool { self == .adopted || self == .adoptedAmended }
    }

    /// Of what in the paper the body spoke (*reikwijdte*).
    package enum Scope: Hashable, Sendable {
        case whole
        /// Only the main lines (*hoofdlijnen*).
        case outlines
        /// Only the part that is named.
        case part(String)
    }

    /// Signed by an office, not by a name: offices stay, people go.
    package struct Signature: Hashable, Sendable {
        package let office: SigningOffice
        /// What the body called the office on that day.
        package let officeName: String
        package let day: Day

        package init(office: SigningOffice, officeName: String, day: Day) {
            self.office = office
            self.officeName = officeName
            self.day = day
        }
    }

    /// Signed by secretary and chair.
    package var isSigned: Bool { SigningOffice.allCases.allSatisfy(isSigned(by:)) }

    package func isSigned(by office: SigningOffice) -> Bool {
        signatures.contains { $0.office == office }
    }
}

/// The raw value is stored.
package enum SigningOffice: String, CaseIterable, Sendable {
    case secretary, chair
}

/// What an outcome is worth for a later version.
package enum OutcomeStanding: Hashable, Sendable {
    /// It was about this version.
    case holds
    /// It was about an earlier one and only about the main lines, which no version since has changed.
    case holdsForOutlines
    /// Another version lay before the body.
    case lapsed
}

extension PaperOutcome {
    /// - Parameter versions: of the paper, in any order.
    package func standing(for version: Int, among versions: [PaperVersion]) -> OutcomeStanding {
        if version == self.version { return .holds }
        guard scope == .outlines, version > self.version else { return .lapsed }
        let since = versions.filter { $0.number > self.version && $0.number <= version }
        return since.allSatisfy(\.keepsOutlines) ? .holdsForOutlines : .lapsed
    }
}
