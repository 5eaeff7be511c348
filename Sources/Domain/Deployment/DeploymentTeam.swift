/// A kind of team (domain.md §1.1). A deployment may have several of one kind.
package enum TeamKind: String, CaseIterable, Codable, Sendable {
    /// *Commando plaats incident*
    case incident
    /// *Regionaal operationeel team*
    case operational
    /// *Team bevolkingszorg*
    case care
    case municipalPolicy, regionalPolicy
    /// Whatever the moment asks for.
    case other
}

/// A team as it works, with any role in it (spec I3).
package struct DeploymentTeam: Hashable, Codable, Sendable {
    package let kind: TeamKind
    package let name: String
    package let roles: [Role]
    package let isActive: Bool
    /// At its end: what goes on, and with whom (scaling down per team, spec I1).
    package let handedOver: String

    package struct Role: Hashable, Codable, Sendable {
        package let role: String
        package let name: String
        package let duty: Duty?

        package init(role: String, name: String, duty: Duty? = nil) {
            self.role = role
            self.name = name
            self.duty = duty
        }
    }

    /// What the law asks of a *team bevolkingszorg* (Bvr 2.1.3).
    package enum Duty: String, CaseIterable, Codable, Sendable {
        case leads, information, communication
    }

    package init(
        kind: TeamKind, name: String, roles: [Role] = [], isActive: Bool = true, handedOver: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.roles = roles
        self.isActive = isActive
        self.handedOver = handedOver
    }

    /// What the statutory least of the team still misses; a notice, never a block. Empty for other kinds.
    package var missing: [Duty] {
        guard kind == .care, isActive else { return [] }
        return Duty.allCases.filter { duty in !roles.contains { $0.duty == duty && !$0.name.isEmpty } }
    }
}

/// Somebody who works in a deployment; from then on they see it.
package struct DeploymentMember: Hashable, Codable, Sendable {
    package let person: String
    package let function: Code<CrisisFunction>
    package let isActive: Bool

    package init(person: String, function: Code<CrisisFunction>, isActive: Bool = true) {
        self.person = person
        self.function = function
        self.isActive = isActive
    }
}
