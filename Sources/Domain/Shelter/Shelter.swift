/// A place where people are taken in (*opvang*), as it stands in a deployment (spec O1).
///
/// Only what it is and how many: who is there is registered in the victim information scheme (SIS).
package struct Shelter: Hashable, Codable, Sendable {
    package let kind: Kind
    package let name: String
    package let address: String
    /// Nil: nobody said how many fit.
    package let capacity: Int?
    package let facilities: [Facility]
    /// Who opens the door, and how they are called.
    package let keyholder: String
    package let state: State
    /// When it could take people in; nil before.
    package let openedAt: Instant?
    package let closedAt: Instant?
    /// Where the register of persons is, as a reference and never as a name.
    package let register: String

    /// Norms for shelter hold for the acute kind only (domain.md §4.2, OV-3 to OV-5).
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// In the first hours after something happened.
        case acute
        /// *Crisisnoodopvang*: weeks, at the request of others.
        case crisis
        /// Months, as a place to live.
        case longTerm
    }

    /// What OV-3 names, and what a coordinator asks besides.
    package enum Facility: String, CaseIterable, Codable, Sendable {
        case food, sanitary, information, beds, firstAid, showers, accessible, pets

        /// A shelter without these is none; beds and first aid are asked "where needed".
        package static let required: [Facility] = [.food, .sanitary, .information]
    }

    package enum State: String, CaseIterable, Codable, Sendable {
        case preparing, open, closed
    }

    package init(
        kind: Kind, name: String, address: String = "", capacity: Int? = nil, facilities: [Facility] = [],
        keyholder: String = "", state: State = .preparing, openedAt: Instant? = nil, closedAt: Instant? = nil,
        register: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.address = address
        self.capacity = capacity
        self.facilities = facilities
        self.keyholder = keyholder
        self.state = state
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.register = register
    }

    /// The same place in its next state; the first moment of a state stays.
    package func moved(to state: State, at moment: Instant) -> Shelter {
        Shelter(
            kind: kind, name: name, address: address, capacity: capacity, facilities: facilities,
            keyholder: keyholder, state: state, openedAt: state == .open ? openedAt ?? moment : openedAt,
            closedAt: state == .closed ? moment : nil, register: register)
    }

    /// What OV-3 asks and this place does not have.
    package var missing: [Facility] {
        kind == .acute ? Facility.required.filter { !facilities.contains($0) } : []
    }
}

/// How many people were in a shelter at a moment (*bezetting van een opvang*).
package struct ShelterCount: Hashable, Codable, Sendable {
    package let shelter: ID<DeploymentThing>
    package let people: Int

    package init(shelter: ID<DeploymentThing>, people: Int) {
        self.shelter = shelter
        self.people = people
    }
}

/// How many people are affected, and so how much acute shelter is planned for (OV-4).
package struct ShelterDemand: Hashable, Codable, Sendable {
    /// From which moment the norms count; by default the begin of the incident (domain.md §4.2).
    package let startedAt: Instant
    package let affected: Int
    /// Places that were chosen instead of what the norm comes to.
    package let override: Int?
    package let reason: String

    package init(startedAt: Instant, affected: Int, override: Int? = nil, reason: String = "") {
        self.startedAt = startedAt
        self.affected = affected
        self.override = override
        self.reason = reason
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
