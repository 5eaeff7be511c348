/// What people arrange for themselves and each other, and for whom that does not work (spec O3).
package struct SelfReliance: Hashable, Codable, Sendable {
    package let kind: Kind
    package let what: String
    package let place: String
    /// How many people, beds, cars; nil when nobody said.
    package let number: Int?
    /// How whoever offers or asks is reached; only who writes in the deployment sees it.
    package let contact: String
    package let state: State
    /// The need that an offer answers, or the other way round.
    package let match: ID<DeploymentThing>?

    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// What residents do already.
        case initiative
        case offer
        case need
        /// People who are less self-reliant: how many, where.
        case lessReliant
        // The checklist; its answer stands in the state.
        /// OV-1: people are encouraged and helped to arrange things themselves.
        case encourages
        /// OV-2: we join what bystanders began.
        case joins
        /// OV-6: who can may contribute.
        case contributes

        package static let checklist: [Kind] = [.encourages, .joins, .contributes]

        package var isCheck: Bool { Self.checklist.contains(self) }
    }

    package enum State: String, CaseIterable, Codable, Sendable {
        case open, matched, done, declined

        package var isOver: Bool { self == .done || self == .declined }
    }

    package init(
        kind: Kind, what: String, place: String = "", number: Int? = nil, contact: String = "",
        state: State = .open, match: ID<DeploymentThing>? = nil
    ) {
        self.kind = kind
        self.what = what
        self.place = place
        self.number = number
        self.contact = contact
        self.state = state
        self.match = match
    }

    package func moved(to state: State, match: ID<DeploymentThing>? = nil) -> SelfReliance {
        SelfReliance(
            kind: kind, what: what, place: place, number: number, contact: contact, state: state,
            match: state == .matched ? match ?? self.match : self.match)
    }

    /// Whether an offer may answer a need: one of each, both still open.
    package func mayMatch(_ other: SelfReliance) -> Bool {
        [kind, other.kind].contains(.offer) && [kind, other.kind].contains(.need) && state == .open
            && other.state == .open
    }
}
