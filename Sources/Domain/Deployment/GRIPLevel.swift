/// A level of the coordinated regional procedure (*GRIP*). It stands in no law (domain.md §1.2); Oranje only
/// records what was declared elsewhere.
package enum GRIPLevel: Int, CaseIterable, Codable, Comparable, Sendable {
    case one = 1
    case two, three, four, five

    package static func < (left: GRIPLevel, right: GRIPLevel) -> Bool { left.rawValue < right.rawValue }

    /// `GRIP 3`
    package var name: String { "GRIP \(rawValue)" }

    /// The teams that work at this level by the procedure; what really works is recorded per team.
    package var teams: [TeamKind] {
        switch self {
        case .one: [.incident]
        case .two: [.incident, .operational, .care]
        case .three: [.incident, .operational, .care, .municipalPolicy]
        case .four, .five: [.incident, .operational, .care, .regionalPolicy]
        }
    }
}

/// What kind of crisis it is when a mayor asks for help outside GRIP (domain.md §1.4).
package enum ScalingDomain: String, CaseIterable, Codable, Sendable {
    case physical, social, publicOrder, health, digital, other
}

/// How a deployment is led.
package enum DeploymentMode: String, CaseIterable, Codable, Sendable {
    /// Advice by telephone or a small piece of work below GRIP (spec I11).
    case small
    /// Threatening or smouldering (*dreigend, lauw*): somebody watches, nobody is called yet.
    case watch
    /// Outside GRIP, at a mayor's request (spec I2).
    case flexible
    case grip
}
